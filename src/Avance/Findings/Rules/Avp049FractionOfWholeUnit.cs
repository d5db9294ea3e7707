using Avance.Planning;

namespace Avance.Findings.Rules;

/// <summary>A target has non-zero decimals and its unit of measure is only counted whole.</summary>
internal sealed class Avp049FractionOfWholeUnit() : TargetRule("AVP-049", Severity.Warning)
{
    public override LocalizedText Title { get; } = new(
        "Fracción de una unidad entera",
        "Fraction of a whole unit");

    public override LocalizedText Condition { get; } = new(
        "Una meta tiene decimales distintos de cero y su unidad de medida solo se cuenta por enteros.",
        "A target has non-zero decimals and its unit of measure is only counted whole.");

    public override LocalizedText Remedy { get; } = new(
        "Corrija la cantidad; si de verdad admite fracciones, cambie la unidad de medida.",
        "Correct the quantity; if it truly admits fractions, change the unit of measure.");

    public override LocalizedText Reason { get; } = new(
        "No hay media reunión ni un cuarto de convenio: una fracción suele ser un dedazo.",
        "There is no half meeting nor a quarter of an agreement: a fraction is usually a slip of the finger.");

    protected override Finding? CheckTarget(TargetRow row, CheckContext context)
    {
        if (!UnitOfMeasure.IsWhole(row.Target.UnitOfMeasure, context.Settings.WholeUnits))
        {
            return null;
        }

        foreach (var column in TargetColumn.All)
        {
            if (column.Quantity(row.Target) is { } quantity && quantity != decimal.Truncate(quantity))
            {
                return About(
                    row,
                    new(
                        $"La unidad {row.Target.UnitOfMeasure} no admite fracciones: {column.Name.Spanish} = {Figure.Print(quantity)} en «{row.Target.Description}» de {row.Project.Key}.",
                        $"The unit {row.Target.UnitOfMeasure} admits no fractions: {column.Name.English} = {Figure.Print(quantity)} in «{row.Target.Description}» of {row.Project.Key}."),
                    new FindingFigure(column.Id, quantity));
            }
        }

        return null;
    }
}
