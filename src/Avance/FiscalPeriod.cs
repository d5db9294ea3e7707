using System.Globalization;

namespace Avance;

/// <summary>
/// A quarter of a fiscal year, the period of progress reports (LGCG art. 51). Written <c>2023-Q3</c>.
/// Figures of a period are cumulative from 1 January to <see cref="CutOffDate"/>. The default value is no period.
/// </summary>
/// <param name="Year">Fiscal year, four digits.</param>
/// <param name="Quarter">1 to 4.</param>
public readonly record struct FiscalPeriod(int Year, int Quarter) : IComparable<FiscalPeriod>
{
    /// <summary>First day that the figures cover: 1 January, because they are cumulative.</summary>
    public DateOnly StartDate => new(Year, 1, 1);

    /// <summary>Last day that the figures cover (<em>corte</em>).</summary>
    public DateOnly CutOffDate => new DateOnly(Year, Quarter * 3, 1).AddMonths(1).AddDays(-1);

    /// <summary>Last day to publish: 30 days after the cut-off (LGCG art. 51).</summary>
    public DateOnly PublicationDeadline => CutOffDate.AddDays(30);

    /// <summary>Percentage of the year gone by at the cut-off: the pace of an even calendar (75 at the third quarter).</summary>
    public decimal EvenPace => Quarter * 25m;

    /// <summary>Orders by time.</summary>
    public int CompareTo(FiscalPeriod other) => (Year, Quarter).CompareTo((other.Year, other.Quarter));

    /// <summary>Whether the left period comes first.</summary>
    public static bool operator <(FiscalPeriod left, FiscalPeriod right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left period comes later.</summary>
    public static bool operator >(FiscalPeriod left, FiscalPeriod right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left period comes first or is the same.</summary>
    public static bool operator <=(FiscalPeriod left, FiscalPeriod right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left period comes later or is the same.</summary>
    public static bool operator >=(FiscalPeriod left, FiscalPeriod right) => left.CompareTo(right) >= 0;

    /// <summary>Reads <c>2023-Q3</c> (also <c>2023-T3</c>, as trimestres are abbreviated in Spanish).</summary>
    public static bool TryParse(string? text, out FiscalPeriod period)
    {
        period = default;
        if (text is null || text.Length != 7 || text[4] != '-' || text[5] is not ('Q' or 'q' or 'T' or 't') || text[6] is < '1' or > '4'
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year < 1900)
        {
            return false;
        }

        period = new FiscalPeriod(year, text[6] - '0');
        return true;
    }

    /// <summary>The period as written in commands and addresses: <c>2023-Q3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Quarter}");

    /// <summary>The period as a heading says it: «Del 1 de enero al 30 de septiembre de 2023».</summary>
    public LocalizedText Describe()
    {
        var end = CutOffDate;
        return new(
            string.Create(CultureInfo.InvariantCulture, $"Del 1 de enero al {end.Day} de {MonthName.Name(end.Month).Spanish} de {Year}"),
            string.Create(CultureInfo.InvariantCulture, $"From 1 January to {end.Day} {MonthName.Name(end.Month).English} {Year}"));
    }

    /// <summary>The quarter in words: «Tercer trimestre de 2023».</summary>
    public LocalizedText Name => new(
        string.Create(CultureInfo.InvariantCulture, $"{SpanishOrdinals[Quarter - 1]} trimestre de {Year}"),
        string.Create(CultureInfo.InvariantCulture, $"{EnglishOrdinals[Quarter - 1]} quarter of {Year}"));

    private static readonly string[] SpanishOrdinals = ["Primer", "Segundo", "Tercer", "Cuarto"];
    private static readonly string[] EnglishOrdinals = ["First", "Second", "Third", "Fourth"];
}
