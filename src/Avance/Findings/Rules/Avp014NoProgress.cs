namespace Avance.Findings.Rules;

/// <summary>Achieved is zero, the revised target is above zero and the project has no explanation.</summary>
internal sealed class Avp014NoProgress() : TargetRule("AVP-014", Severity.NeedsExplanation)
{
    public override LocalizedText Title { get; } = new(
        "Meta sin avance ni justificación",
        "Target without progress or explanation");

    public override LocalizedText Condition { get; } = new(
        "Lo alcanzado es cero, la meta modificada es mayor que cero y el proyecto no tiene justificación.",
        "Achieved is zero, the revised target is above zero and the project has no explanation.");

    public override LocalizedText Remedy { get; } = new(
        "Escriba la causa de que no haya avance y cuándo se cumplirá, o modifique la meta.",
        "Write why there is no progress and when the target will be met, or amend the target.");

    public override LocalizedText Reason { get; } = new(
        "Los indicadores deben permitir determinar el cumplimiento de las metas (LGCG, art. 54); una meta en cero se explica.",
        "Indicators must allow fulfilment to be determined (LGCG art. 54); a target at zero is explained.");

    protected override Finding? CheckTarget(TargetRow row, CheckContext context) =>
        row.Target is { Achieved: 0, Revised: > 0 } && !context.Facts.Explanations.IsExplained(row.Project)
            ? About(
                row,
                new(
                    $"La meta «{row.Target.Description}» de {row.Project.Key} no presenta avance y carece de justificación.",
                    $"Target «{row.Target.Description}» of {row.Project.Key} shows no progress and has no explanation."),
                new FindingFigure("achieved", row.Target.Achieved), new FindingFigure("revised", row.Target.Revised))
            : null;
}
