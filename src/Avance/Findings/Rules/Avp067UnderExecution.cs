using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>Less than 40 % of the revised budget has accrued by the third quarter, or the share in proportion in the others (13.33, 26.67 and 53.33 %).</summary>
internal sealed class Avp067UnderExecution() : ProjectRule("AVP-067", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Subejercicio relevante",
        "Relevant under-execution");

    public override LocalizedText Condition { get; } = new(
        "Se ha devengado menos de 40 % del modificado al tercer trimestre, o la parte proporcional en los demás (13.33, 26.67 y 53.33 %).",
        "Less than 40 % of the revised budget has accrued by the third quarter, or the share in proportion in the others (13.33, 26.67 and 53.33 %).");

    public override LocalizedText Remedy { get; } = new(
        "Revise el calendario de gasto del proyecto y transfiera lo que no se vaya a ejercer.",
        "Review the project's spending calendar and transfer what will not be spent.");

    public override LocalizedText Reason { get; } = new(
        "El subejercicio se informa (LGCG, art. 46) y, si no se corrige a tiempo, los recursos se reintegran.",
        "Under-execution is reported (LGCG art. 46) and, if not corrected in time, the money is returned.");

    protected override Finding? CheckProject(ReportProject project, CheckContext context)
    {
        var expected = context.Settings.ThirdQuarterExecution * context.Report.Period.EvenPace / 75m;
        return project.FinancialProgress is { } progress && progress < expected
            ? About(
                project,
                new(
                    $"Subejercicio relevante en {project.Key}: devengó {project.Budget.Accrued} de {project.Budget.Revised} ({Figure.Print(progress)} %).",
                    $"Relevant under-execution in {project.Key}: {project.Budget.Accrued} of {project.Budget.Revised} accrued ({Figure.Print(progress)} %)."),
                new FindingFigure("financialProgress", progress), new FindingFigure("expectedProgress", Percentage.Round(expected)),
                new FindingFigure("accrued", project.Budget.Accrued?.Pesos), new FindingFigure("revised", project.Budget.Revised?.Pesos))
            : null;
    }
}
