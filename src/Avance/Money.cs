using System.Globalization;

namespace Avance;

/// <summary>
/// An amount in Mexican pesos held as a whole number of centavos, so sums never round.
/// The default value is zero. Absent figures are <c>null</c> (<see cref="Nullable{T}"/>), never zero.
/// </summary>
/// <param name="Centavos">The amount in hundredths of a peso; may be negative.</param>
public readonly record struct Money(long Centavos) : IComparable<Money>
{
    /// <summary>No pesos at all: a figure that is known and is nothing.</summary>
    public static Money Zero => default;

    /// <summary>The amount in pesos, always with two decimals in its scale (<c>18.00</c>).</summary>
    public decimal Pesos => Centavos * 0.01m;

    /// <summary>Whether the amount is below zero.</summary>
    public bool IsNegative => Centavos < 0;

    /// <summary>The amount without its sign.</summary>
    public Money Magnitude => new(Math.Abs(Centavos));

    /// <summary>Makes an amount from pesos.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The amount has more than two decimals or does not fit.</exception>
    public static Money FromPesos(decimal pesos)
    {
        var centavos = pesos * 100m;
        if (centavos != decimal.Truncate(centavos) || centavos is < long.MinValue or > long.MaxValue)
        {
            throw new ArgumentOutOfRangeException(nameof(pesos), pesos, "Money has two decimals and fits 64 bits of centavos.");
        }

        return new Money((long)centavos);
    }

    /// <summary>Orders by amount.</summary>
    public int CompareTo(Money other) => Centavos.CompareTo(other.Centavos);

    /// <summary>Checked sum.</summary>
    public static Money operator +(Money left, Money right) => new(left.Centavos + right.Centavos);

    /// <summary>Checked difference.</summary>
    public static Money operator -(Money left, Money right) => new(left.Centavos - right.Centavos);

    /// <summary>The amount with the opposite sign.</summary>
    public static Money operator -(Money value) => new(-value.Centavos);

    /// <summary>Whether the left amount is smaller.</summary>
    public static bool operator <(Money left, Money right) => left.Centavos < right.Centavos;

    /// <summary>Whether the left amount is larger.</summary>
    public static bool operator >(Money left, Money right) => left.Centavos > right.Centavos;

    /// <summary>Whether the left amount is smaller or the same.</summary>
    public static bool operator <=(Money left, Money right) => left.Centavos <= right.Centavos;

    /// <summary>Whether the left amount is larger or the same.</summary>
    public static bool operator >=(Money left, Money right) => left.Centavos >= right.Centavos;

    /// <summary>The amount as official reports print it: <c>19 168 943.95</c>.</summary>
    public override string ToString() => Figure.Grouped(Pesos, 2);

    /// <summary>The amount as people write it: <c>19,168,943.95</c>.</summary>
    public string ToPeopleString() => Pesos.ToString("N2", CultureInfo.InvariantCulture);
}
