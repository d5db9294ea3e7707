using System.Globalization;

namespace Avance.Planning;

/// <summary>Colours of the traffic light (<em>semáforo</em>). A colour never stands without its label.</summary>
public enum RagColor
{
    /// <summary>Acceptable.</summary>
    Green,

    /// <summary>At risk.</summary>
    Yellow,

    /// <summary>Very low.</summary>
    Orange,

    /// <summary>Critical.</summary>
    Red,

    /// <summary>So far above the target that the target was set wrongly.</summary>
    Purple,
}

/// <summary>One band of a traffic light: rates from <paramref name="From"/> to <paramref name="To"/>, both included.</summary>
/// <param name="From">The lowest rate, two decimals; null for no lower end.</param>
/// <param name="To">The highest rate, two decimals; null for no upper end.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Label">Its name.</param>
/// <param name="NeedsExplanation">Whether a rate in it must be explained in writing.</param>
public sealed record RagBand(decimal? From, decimal? To, RagColor Color, LocalizedText Label, bool NeedsExplanation)
{
    /// <summary>Whether a rate with two decimals falls in it.</summary>
    public bool Holds(decimal rate) => !(rate < From) && !(rate > To);
}

/// <summary>
/// The bands of a traffic light: data, because each issuer has its own. Bands lie side by side from the lowest rate to the
/// highest, without gap or overlap. Two sets are equal when their schemes are.
/// </summary>
public sealed class ThresholdSet : IEquatable<ThresholdSet>
{
    private ThresholdSet(string scheme, LocalizedText name, IReadOnlyList<RagBand> bands)
    {
        Scheme = scheme;
        Name = name;
        Bands = bands;
    }

    /// <summary>Green from 90 to 110 %, yellow from 70 to 130 %, red beyond.</summary>
    public static ThresholdSet Symmetric { get; } = Around("simetrico", new("Simétrico 90–110 / 70–130", "Symmetrical 90–110 / 70–130"), 90m, 110m, 70m, 130m);

    /// <summary>Five bands, with one for targets set too low.</summary>
    public static ThresholdSet FiveBands { get; } = new("cinco-bandas", new("Cinco bandas", "Five bands"),
    [
        new(null, 49.99m, RagColor.Red, new("Crítico", "Critical"), true),
        new(50m, 69.99m, RagColor.Orange, new("Pésimo", "Very low"), true),
        new(70m, 89.99m, RagColor.Yellow, new("Regular", "Fair"), true),
        new(90m, 110m, RagColor.Green, new("Aceptable", "Acceptable"), false),
        new(110.01m, null, RagColor.Purple, new("Planeación deficiente", "Poor planning"), true),
    ]);

    /// <summary>Green from 95 %, yellow from 90 %: more than the target is never bad.</summary>
    public static ThresholdSet Floor { get; } = new("minimo", new("Mínimo 95 / 90", "Floor 95 / 90"),
    [
        new(null, 89.99m, RagColor.Red, new("Crítico", "Critical"), true),
        new(90m, 94.99m, RagColor.Yellow, new("En riesgo", "At risk"), true),
        new(95m, null, RagColor.Green, new("Aceptable", "Acceptable"), false),
    ]);

    /// <summary>The sets shipped with the product.</summary>
    public static IReadOnlyList<ThresholdSet> All { get; } = [Symmetric, FiveBands, Floor];

    /// <summary>What it is called where it is stored: <c>simetrico</c>, or its own bounds as <c>90-110/70-130</c>.</summary>
    public string Scheme { get; }

    /// <summary>Its name for people.</summary>
    public LocalizedText Name { get; }

    /// <summary>Its bands, from the lowest rates to the highest.</summary>
    public IReadOnlyList<RagBand> Bands { get; }

    /// <summary>
    /// Reads a scheme's name, or bounds of its own: <c>90-110/70-130</c> is green from 90 to 110, yellow from 70 to 130.
    /// </summary>
    public static bool TryParse(string? text, out ThresholdSet set)
    {
        var folded = FoldedText.Fold(text ?? "").Replace(' ', '-');
        foreach (var known in All)
        {
            if (known.Scheme == folded)
            {
                set = known;
                return true;
            }
        }

        set = Symmetric;
        var ranges = folded.Split('/');
        if (ranges.Length != 2 || !TryReadRange(ranges[0], out var green) || !TryReadRange(ranges[1], out var yellow)
            || green.To < green.From || yellow.From >= green.From || yellow.To <= green.To)
        {
            return false;
        }

        var scheme = string.Create(CultureInfo.InvariantCulture, $"{green.From}-{green.To}/{yellow.From}-{yellow.To}");
        set = Around(scheme, new($"Propio {scheme}", $"Own {scheme}"), green.From, green.To, yellow.From, yellow.To);
        return true;
    }

    /// <summary>The band of a rate with two decimals; null when the rate is undefined.</summary>
    public RagBand? Of(decimal? rate)
    {
        if (rate is { } value)
        {
            foreach (var band in Bands)
            {
                if (band.Holds(value))
                {
                    return band;
                }
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(ThresholdSet? other) => other is not null && Scheme == other.Scheme;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ThresholdSet);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Scheme);

    /// <summary>The scheme.</summary>
    public override string ToString() => Scheme;

    private static ThresholdSet Around(string scheme, LocalizedText name, decimal greenFrom, decimal greenTo, decimal yellowFrom, decimal yellowTo) => new(scheme, name,
    [
        new(null, yellowFrom - 0.01m, RagColor.Red, new("Crítico", "Critical"), true),
        new(yellowFrom, greenFrom - 0.01m, RagColor.Yellow, new("En riesgo", "At risk"), true),
        new(greenFrom, greenTo, RagColor.Green, new("Aceptable", "Acceptable"), false),
        new(greenTo + 0.01m, yellowTo, RagColor.Yellow, new("En riesgo por exceso", "At risk, above"), true),
        new(yellowTo + 0.01m, null, RagColor.Red, new("Crítico por exceso", "Critical, above"), true),
    ]);

    private static bool TryReadRange(string text, out (decimal From, decimal To) range)
    {
        range = default;
        var ends = text.Split('-');
        if (ends.Length != 2
            || !decimal.TryParse(ends[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var from)
            || !decimal.TryParse(ends[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var to)
            || decimal.Round(from, 2) != from || decimal.Round(to, 2) != to || to > 1000m)
        {
            return false;
        }

        range = (from, to);
        return true;
    }
}
