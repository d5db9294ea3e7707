namespace Avance.Findings.Rules;

/// <summary>Fulfilment is over 100 % (plus the tolerance) and the project has no explanation.</summary>
internal sealed class Avp015OverFulfilment() : TargetRule("AVP-015", Severity.NeedsExplanation)
{
    public override LocalizedText Title { get; } = new(
        "Meta rebasada sin justificación",
        "Target exceeded without explanation");

    public override LocalizedText Condition { get; } = new(
        "El cumplimiento pasa de 100 % (más la tolerancia) y el proyecto no tiene justificación.",
        "Fulfilment is over 100 % (plus the tolerance) and the project has no explanation.");

    public override LocalizedText Remedy { get; } = new(
        "Explique el resultado extraordinario o modifique la meta, que se programó por debajo de lo posible.",
        "Explain the extraordinary result, or amend a target that was set below what is possible.");

    public override LocalizedText Reason { get; } = new(
        "Rebasar mucho una meta suele indicar una programación deficiente; se justifica igual que quedarse corto.",
        "Far exceeding a target usually shows poor planning; it is explained just as falling short is.");

    protected override Finding? CheckTarget(TargetRow row, CheckContext context) =>
        row.Target.FulfilmentRate is { } rate && IsOver(rate, context.Settings) && !context.Facts.Explanations.IsExplained(row.Project)
            ? About(
                row,
                new(
                    $"La meta «{row.Target.Description}» de {row.Project.Key} rebasa lo programado ({Figure.Print(rate)} %) y carece de justificación.",
                    $"Target «{row.Target.Description}» of {row.Project.Key} exceeds what was planned ({Figure.Print(rate)} %) and has no explanation."),
                new FindingFigure("rate", rate), new FindingFigure("achieved", row.Target.Achieved), new FindingFigure("revised", row.Target.Revised))
            : null;

    /// <summary>Whether a fulfilment rate is over one hundred and the tolerance.</summary>
    internal static bool IsOver(decimal rate, CheckSettings settings) => rate > 100m + settings.OverFulfilmentTolerance;
}
