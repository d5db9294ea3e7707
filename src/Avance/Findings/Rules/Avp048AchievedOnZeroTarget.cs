namespace Avance.Findings.Rules;

/// <summary>The revised target is zero and achieved is above zero.</summary>
internal sealed class Avp048AchievedOnZeroTarget() : TargetRule("AVP-048", Severity.Error)
{
    public override LocalizedText Title { get; } = new(
        "Avance sobre una meta en cero",
        "Progress on a zero target");

    public override LocalizedText Condition { get; } = new(
        "La meta modificada es cero y lo alcanzado es mayor que cero.",
        "The revised target is zero and achieved is above zero.");

    public override LocalizedText Remedy { get; } = new(
        "Modifique la meta o traslade el avance a la meta que corresponde.",
        "Amend the target, or move the progress to the target it belongs to.");

    public override LocalizedText Reason { get; } = new(
        "Lo que no se programó no puede cumplirse: el porcentaje no existe.",
        "What was not planned cannot be fulfilled: the percentage does not exist.");

    protected override Finding? CheckTarget(TargetRow row, CheckContext context) =>
        row.Target is { Revised: 0, Achieved: > 0 }
            ? About(
                row,
                new(
                    $"Avance de {Figure.Print(row.Target.Achieved)} sobre una meta modificada en cero: «{row.Target.Description}» de {row.Project.Key}.",
                    $"Progress of {Figure.Print(row.Target.Achieved)} on a revised target of zero: «{row.Target.Description}» of {row.Project.Key}."),
                new FindingFigure("achieved", row.Target.Achieved), new FindingFigure("revised", row.Target.Revised))
            : null;
}
