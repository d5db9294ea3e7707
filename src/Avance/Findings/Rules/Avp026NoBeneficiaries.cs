using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>Some target shows progress and people are zero.</summary>
internal sealed class Avp026NoBeneficiaries() : ProjectRule("AVP-026", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Avance sin beneficiarios",
        "Progress without beneficiaries");

    public override LocalizedText Condition { get; } = new(
        "Alguna meta tiene avance y las personas son cero.",
        "Some target shows progress and people are zero.");

    public override LocalizedText Remedy { get; } = new(
        "Capture a quién se atendió; si el proyecto no tiene beneficiarios, dígalo en su carátula.",
        "Record who was served; if the project has no beneficiaries, say so on its cover sheet.");

    public override LocalizedText Reason { get; } = new(
        "Todo proyecto se aprueba para alguien: la población beneficiaria es parte de su carátula.",
        "Every project is approved for someone: the population served is part of its cover sheet.");

    protected override Finding? CheckProject(ReportProject project, CheckContext context) =>
        project.Beneficiaries.People == 0 && project.Targets.Any(t => t.Achieved > 0)
            ? About(
                project,
                new(
                    $"{project.Key} tiene avance y cero beneficiarios.",
                    $"{project.Key} has progress and no beneficiaries."),
                new FindingFigure("people", 0), new FindingFigure("targetsWithProgress", project.Targets.Count(t => t.Achieved > 0)))
            : null;
}
