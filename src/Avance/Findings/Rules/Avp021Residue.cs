using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>The revised budget is above zero and under 5 % of the approved one.</summary>
internal sealed class Avp021Residue() : ProjectRule("AVP-021", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Remanente de un proyecto casi cancelado",
        "Residue of an almost cancelled project");

    public override LocalizedText Condition { get; } = new(
        "El presupuesto modificado es mayor que cero y menor que 5 % del aprobado.",
        "The revised budget is above zero and under 5 % of the approved one.");

    public override LocalizedText Remedy { get; } = new(
        "Decida si el proyecto se cancela; si es así, transfiera el remanente y ponga sus metas en cero.",
        "Decide whether the project is cancelled; if so, transfer the residue and set its targets to zero.");

    public override LocalizedText Reason { get; } = new(
        "Un remanente mínimo suele ser el resto de un traspaso; olvidado, queda como subejercicio.",
        "A tiny residue is usually what a transfer left behind; forgotten, it ends as under-execution.");

    protected override Finding? CheckProject(ReportProject project, CheckContext context) =>
        project.Budget is { Approved: { } approved, Revised: { Centavos: > 0 } revised }
            && revised.Pesos * 100m < context.Settings.ResidueShare * approved.Pesos
            ? About(
                project,
                new(
                    $"Remanente de {revised} en {project.Key}, de {approved} aprobados; ¿se cancela el proyecto?",
                    $"Residue of {revised} in {project.Key}, out of {approved} approved; is the project cancelled?"),
                new FindingFigure("revised", revised.Pesos), new FindingFigure("approved", approved.Pesos), new FindingFigure("share", Percentage.Of(revised, approved)))
            : null;
}
