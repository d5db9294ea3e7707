namespace Avance.Findings.Rules;

/// <summary>The target's name begins with «Porcentaje» and its unit of measure is not a percentage.</summary>
internal sealed class Avp035PercentageOfThings() : TargetRule("AVP-035", Severity.Information)
{
    public override LocalizedText Title { get; } = new(
        "Indicador «Porcentaje…» que se mide en cosas",
        "«Percentage…» indicator measured in things");

    public override LocalizedText Condition { get; } = new(
        "El nombre de la meta empieza con «Porcentaje» y su unidad de medida no es un porcentaje.",
        "The target's name begins with «Porcentaje» and its unit of measure is not a percentage.");

    public override LocalizedText Remedy { get; } = new(
        "Capture la variable que se cuenta (acciones realizadas) y derive de ella el porcentaje.",
        "Record the variable that is counted (actions carried out) and derive the percentage from it.");

    public override LocalizedText Reason { get; } = new(
        "Lo que se programa y alcanza son cantidades; el porcentaje es su cociente y ya tiene su columna.",
        "What is planned and achieved are quantities; the percentage is their ratio and has its own column.");

    protected override Finding? CheckTarget(TargetRow row, CheckContext context) =>
        FoldedText.Fold(row.Target.Description) is var name && (name == Word || name.StartsWith(Word + " ", StringComparison.Ordinal))
            && FoldedText.Fold(row.Target.UnitOfMeasure) is { Length: > 0 } unit && !unit.StartsWith(Word, StringComparison.Ordinal) && !unit.Contains('%', StringComparison.Ordinal)
            ? About(
                row,
                new(
                    $"El indicador se llama «{row.Target.Description}» y se mide en {row.Target.UnitOfMeasure}; capture la variable y derive el porcentaje.",
                    $"The indicator is called «{row.Target.Description}» and is measured in {row.Target.UnitOfMeasure}; record the variable and derive the percentage."))
            : null;

    private const string Word = "porcentaje";
}
