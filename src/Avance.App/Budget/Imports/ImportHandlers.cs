namespace Avance.App.Budget.Imports;

/// <summary>Chooses who takes the rows of a kind.</summary>
internal static class ImportHandlers
{
    public static ImportHandler For(ImportContext context, MappedTable table)
    {
        var form = ImportForms.Of(context.Mapping.Kind);
        return form.Kind switch
        {
            ImportKind.Units => new UnitsImport(context, form, table),
            ImportKind.Programmes => new ProgrammesImport(context, form, table),
            ImportKind.Projects => new ProjectsImport(context, form, table),
            ImportKind.Indicators => new IndicatorsImport(context, form, table),
            ImportKind.ApprovedBudget => new ApprovedImport(context, form),
            ImportKind.Amendments => new AmendmentsImport(context, form, table),
            ImportKind.Achieved => new AchievedImport(context, form),
            ImportKind.Beneficiaries => new BeneficiariesImport(context, form),
            ImportKind.Explanations => new ExplanationsImport(context, form),
            ImportKind.Figures => new FiguresImport(context, form, table),
            _ => new PostingsImport(context, form),
        };
    }
}
