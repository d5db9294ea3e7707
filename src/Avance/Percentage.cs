namespace Avance;

/// <summary>
/// Percentages are derived, never stored: computed exactly and rounded half away from zero to two places.
/// </summary>
public static class Percentage
{
    /// <summary>
    /// <paramref name="part"/> as a percentage of <paramref name="whole"/>, two decimals, not capped at 100.
    /// Null when either is absent or the whole is zero.
    /// </summary>
    public static decimal? Of(decimal? part, decimal? whole) =>
        part is { } p && whole is { } w && w != 0 ? Round(p / w * 100m) : null;

    /// <summary>The same for amounts of money.</summary>
    public static decimal? Of(Money? part, Money? whole) => Of(part?.Pesos, whole?.Pesos);

    /// <summary>Rounds to two places, ties away from zero, with two decimals in the scale (<c>75.00</c>).</summary>
    public static decimal Round(decimal value) => decimal.Round(value, 2, MidpointRounding.AwayFromZero) + 0.00m;
}
