namespace Avance.Planning;

/// <summary>
/// How much of a target was reached, as a percentage with two decimals. The formulas in use differ between issuers, so each
/// indicator names its own. Null where a formula is undefined: that is no figure, and not zero.
/// </summary>
public static class Fulfilment
{
    /// <summary>The fulfilment rate.</summary>
    /// <param name="formula">Which formula.</param>
    /// <param name="achieved">What was achieved.</param>
    /// <param name="target">What was programmed.</param>
    /// <param name="baseline">Where it started; only <see cref="FulfilmentFormula.BaselineDistance"/> asks.</param>
    /// <param name="whenNothingWasDue">The rate when nothing was programmed and nothing achieved; absent by default.</param>
    public static decimal? Rate(FulfilmentFormula formula, decimal? achieved, decimal? target, decimal? baseline = null, decimal? whenNothingWasDue = null)
    {
        if (achieved is not { } a || target is not { } m)
        {
            return null;
        }

        if (a == 0 && m == 0)
        {
            return whenNothingWasDue;
        }

        return formula switch
        {
            FulfilmentFormula.Ratio => Percentage.Of(a, m),
            FulfilmentFormula.Inverse => Percentage.Of(m, a),
            FulfilmentFormula.Complement => NotBelowZero(Percentage.Of(2 * m - a, m)),
            FulfilmentFormula.BaselineDistance => NotBelowZero(Percentage.Of(baseline - a, baseline - m)),
            _ => NotBelowZero(Percentage.Of(m - Math.Abs(a - m), m)),
        };
    }

    /// <summary>Whether a formula suits a direction.</summary>
    public static bool Suits(FulfilmentFormula formula, DesiredDirection direction) => direction switch
    {
        DesiredDirection.Ascending => formula == FulfilmentFormula.Ratio,
        DesiredDirection.Descending => formula is FulfilmentFormula.Inverse or FulfilmentFormula.Complement or FulfilmentFormula.BaselineDistance,
        _ => formula == FulfilmentFormula.Deviation,
    };

    /// <summary>The formula that a direction starts with.</summary>
    public static FulfilmentFormula Usual(DesiredDirection direction) => direction switch
    {
        DesiredDirection.Ascending => FulfilmentFormula.Ratio,
        DesiredDirection.Descending => FulfilmentFormula.Complement,
        _ => FulfilmentFormula.Deviation,
    };

    private static decimal? NotBelowZero(decimal? rate) => rate is < 0 ? 0.00m : rate;
}
