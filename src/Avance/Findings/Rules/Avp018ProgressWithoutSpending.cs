using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>Some target shows progress and accrued expenditure is zero.</summary>
internal sealed class Avp018ProgressWithoutSpending() : ProjectRule("AVP-018", Severity.NeedsExplanation)
{
    public override LocalizedText Title { get; } = new(
        "Avance físico sin gasto",
        "Physical progress without spending");

    public override LocalizedText Condition { get; } = new(
        "Alguna meta tiene avance y el devengado es cero.",
        "Some target shows progress and accrued expenditure is zero.");

    public override LocalizedText Remedy { get; } = new(
        "Explique con qué recursos se logró el avance, o registre el gasto que falta.",
        "Explain which resources made the progress, or record the missing spending.");

    public override LocalizedText Reason { get; } = new(
        "El avance presupuestario se relaciona con el cumplimiento de los objetivos (LGCG, art. 54).",
        "Budget progress is related to the fulfilment of objectives (LGCG art. 54).");

    protected override Finding? CheckProject(ReportProject project, CheckContext context) =>
        project.Budget.Accrued is { Centavos: 0 } && project.Targets.Any(t => t.Achieved > 0)
            ? About(
                project,
                new(
                    $"{project.Key} reporta avance físico sin gasto devengado.",
                    $"{project.Key} reports physical progress without accrued expenditure."),
                new FindingFigure("accrued", 0.00m), new FindingFigure("targetsWithProgress", project.Targets.Count(t => t.Achieved > 0)))
            : null;
}
