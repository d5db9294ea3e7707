using Avance.Progress;

namespace Avance.Findings.Rules;

/// <summary>Accrued is above zero and every target of the project is at zero.</summary>
internal sealed class Avp017SpendingWithoutProgress() : ProjectRule("AVP-017", Severity.NeedsExplanation)
{
    public override LocalizedText Title { get; } = new(
        "Gasto sin avance físico",
        "Spending without physical progress");

    public override LocalizedText Condition { get; } = new(
        "El devengado es mayor que cero y todas las metas del proyecto están en cero.",
        "Accrued is above zero and every target of the project is at zero.");

    public override LocalizedText Remedy { get; } = new(
        "Explique en qué se gastó y por qué todavía no hay resultados, o capture el avance que falta.",
        "Explain what the money went to and why there are no results yet, or record the missing progress.");

    public override LocalizedText Reason { get; } = new(
        "El avance presupuestario se relaciona con el cumplimiento de los objetivos (LGCG, art. 54).",
        "Budget progress is related to the fulfilment of objectives (LGCG art. 54).");

    protected override Finding? CheckProject(ReportProject project, CheckContext context) =>
        project.Budget.Accrued is { Centavos: > 0 } accrued && HasNoProgress(project)
            ? About(
                project,
                new(
                    $"{project.Key} devengó {accrued} sin avance físico en ninguna de sus metas.",
                    $"{project.Key} accrued {accrued} without physical progress in any of its targets."),
                new FindingFigure("accrued", accrued.Pesos))
            : null;

    /// <summary>Whether the project has targets and all of them are known to be at zero.</summary>
    internal static bool HasNoProgress(ReportProject project) => project.Targets.Count > 0 && project.Targets.All(t => t.Achieved == 0);
}
