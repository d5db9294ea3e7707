using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>Accrued expenditure is greater than the revised budget.</summary>
internal sealed class Avp005AccruedAboveRevised() : ProjectRule("AVP-005", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "El devengado rebasa el presupuesto modificado",
        "Accrued above the revised budget");

    public override LocalizedText Condition { get; } = new(
        "El devengado es mayor que el presupuesto modificado.",
        "Accrued expenditure is greater than the revised budget.");

    public override LocalizedText Remedy { get; } = new(
        "Registre la ampliación que falta o corrija el devengado con una póliza.",
        "Record the missing increase, or correct the accrual with an entry.");

    public override LocalizedText Reason { get; } = new(
        "No se puede devengar sin suficiencia presupuestaria (LGCG, art. 38; LDF, art. 13).",
        "Nothing may accrue without sufficient budget (LGCG art. 38; LDF art. 13).");

    protected override Finding? CheckProject(ReportProject project, CheckContext context) =>
        project.Budget is { Accrued: { } accrued, Revised: { } revised } && accrued > revised
            ? About(
                project,
                new(
                    $"El devengado ({accrued}) rebasa el presupuesto modificado ({revised}) del proyecto {project.Key} en {accrued - revised}.",
                    $"Accrued expenditure ({accrued}) exceeds the revised budget ({revised}) of project {project.Key} by {accrued - revised}."),
                new FindingFigure("accrued", accrued.Pesos), new FindingFigure("revised", revised.Pesos))
            : null;
}
