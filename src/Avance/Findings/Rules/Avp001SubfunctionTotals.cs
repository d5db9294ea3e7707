namespace Avance.Findings.Rules;

/// <summary>The projects' sum differs from the subfunction's printed total in approved, revised or accrued budget.</summary>
internal sealed class Avp001SubfunctionTotals() : Rule("AVP-001", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "La suma de los proyectos no da el total de la subfunción",
        "Projects do not add up to their subfunction");

    public override LocalizedText Condition { get; } = new(
        "La suma de los proyectos difiere del total impreso de su subfunción en el presupuesto aprobado, el modificado o el devengado.",
        "The projects' sum differs from the subfunction's printed total in approved, revised or accrued budget.");

    public override LocalizedText Remedy { get; } = new(
        "Revise los importes de los proyectos y el total impreso; corrija el que no venga de los registros contables.",
        "Check the projects' amounts and the printed total; correct the one that does not come from the accounts.");

    public override LocalizedText Reason { get; } = new(
        "Los informes periódicos se elaboran con base en los registros contables (LGCG, art. 52): cada total debe salir de sus partes al centavo.",
        "Periodic reports rest on the accounting records (LGCG art. 52): each total must follow from its parts to the centavo.");

    public override IEnumerable<Finding> Check(CheckContext context)
    {
        foreach (var subfunction in context.Report.Subfunctions)
        {
            foreach (var column in BudgetColumn.All)
            {
                var (printed, sum) = (column.Printed(subfunction.PrintedTotals), column.SumOf(subfunction.Projects));
                if (BudgetColumn.Difference(printed, sum, context.Settings) is { } difference)
                {
                    yield return About(
                        Same(subfunction.Name),
                        new(
                            $"En el {column.Name.Spanish}, la suma de los proyectos ({Figure.Print(sum)}) difiere del total de la subfunción «{subfunction.Name}» ({Figure.Print(printed)}) en {Figure.Print(difference)}.",
                            $"In the {column.Name.English}, the projects' sum ({Figure.Print(sum)}) differs from the total of subfunction «{subfunction.Name}» ({Figure.Print(printed)}) by {Figure.Print(difference)}."),
                        new FindingFigure($"{column.Id}Sum", sum), new FindingFigure($"{column.Id}Total", printed), new FindingFigure("difference", difference));
                }
            }
        }
    }
}
