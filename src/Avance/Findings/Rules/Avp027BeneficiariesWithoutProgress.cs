using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>People are above zero and every target of the project is at zero.</summary>
internal sealed class Avp027BeneficiariesWithoutProgress() : ProjectRule("AVP-027", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Beneficiarios sin avance",
        "Beneficiaries without progress");

    public override LocalizedText Condition { get; } = new(
        "Las personas son más de cero y todas las metas del proyecto están en cero.",
        "People are above zero and every target of the project is at zero.");

    public override LocalizedText Remedy { get; } = new(
        "Capture el avance que falta o deje en cero los beneficiarios hasta que los haya.",
        "Record the missing progress, or leave beneficiaries at zero until there are some.");

    public override LocalizedText Reason { get; } = new(
        "Sin avance no se ha atendido a nadie: una de las dos cifras se anotó antes de tiempo.",
        "Without progress nobody was served: one of the two figures was noted too early.");

    protected override Finding? CheckProject(ReportProject project, CheckContext context) =>
        project.Beneficiaries.People is { } people and > 0 && Avp017SpendingWithoutProgress.HasNoProgress(project)
            ? About(
                project,
                new(
                    $"{project.Key} reporta {Figure.Print(people)} beneficiarios sin avance en ninguna de sus metas.",
                    $"{project.Key} reports {Figure.Print(people)} beneficiaries without progress in any of its targets."),
                new FindingFigure("people", people))
            : null;
}
