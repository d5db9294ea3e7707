using System.Globalization;

namespace Avance.Findings;

/// <summary>Lists and dates as sentences say them.</summary>
internal static class Wording
{
    /// <summary>A list longer than this is cut: a message is to be read.</summary>
    private const int MostListed = 6;

    private static readonly string[] SpanishMonths =
        ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>«a, b y c»; beyond a few, «a, b, c y 12 más».</summary>
    public static LocalizedText List(IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 1)
        {
            return new(all[0], all[0]);
        }

        if (all.Count > MostListed)
        {
            var (first, rest) = (string.Join(", ", all.Take(MostListed - 1)), all.Count - MostListed + 1);
            return new($"{first} y {rest} más", $"{first} and {rest} more");
        }

        var most = string.Join(", ", all.Take(all.Count - 1));
        return new($"{most} y {all[^1]}", $"{most} and {all[^1]}");
    }

    /// <summary>«30 de octubre de 2023».</summary>
    public static LocalizedText Date(DateOnly date) => new(
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} de {SpanishMonths[date.Month - 1]} de {date.Year}"),
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {EnglishMonths[date.Month - 1]} {date.Year}"));
}
