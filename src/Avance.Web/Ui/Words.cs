using System.Globalization;
using Avance.App.Importing;

namespace Avance.Web.Ui;

/// <summary>Words that several pages say.</summary>
internal static class Words
{
    /// <summary>A count and its noun, in the number that it asks for: «1 meta», «46 metas».</summary>
    public static string Count(int count, string one, string many) => $"{Figure.Print((long)count)} {(count == 1 ? one : many)}";

    /// <summary>How large a file is, in the unit that says it shortest.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{bytes} B"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MiB"),
    };

    /// <summary>Words that begin a line, their first letter in capital.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>A text that begins a line, in both languages.</summary>
    public static LocalizedText Capital(LocalizedText text) => new(Capital(text.Spanish), Capital(text.English));

    /// <summary>A percentage with its sign, or a dash when there is none.</summary>
    public static string Percent(decimal? rate) => rate is { } value ? Figure.Grouped(value, 2) + " %" : "—";

    /// <summary>A figure with its sign in front, whether it grew or shrank.</summary>
    public static string Signed(decimal? value, int decimals = 2) => value is { } number ? (number > 0 ? "+" : "") + Figure.Grouped(number, decimals).Replace('-', '−') : "—";

    /// <summary>An instant as a date and time in UTC: the server cannot know the reader's clock.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day in words: «30 de septiembre de 2023».</summary>
    public static LocalizedText LongDay(DateOnly day)
    {
        var month = MonthName.Name(day.Month);
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{day.Day} de {month.Spanish} de {day.Year}"),
            string.Create(CultureInfo.InvariantCulture, $"{day.Day} {month.English} {day.Year}"));
    }

    /// <summary>A query string without question mark, of the parts that have a value.</summary>
    public static string Query(params IEnumerable<(string Name, string? Value)> parts) =>
        string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));

    /// <summary>A place in a source file, as whoever opens that file counts it.</summary>
    public static LocalizedText Place(SourcePlace place, SourceFormat format) => format switch
    {
        _ when place == default => new("No consta", "Not recorded"),
        SourceFormat.Pdf => new($"página {place.Page}, renglón {place.Line}", $"page {place.Page}, line {place.Line}"),
        SourceFormat.Xlsx => new($"fila {place.Line}", $"row {place.Line}"),
        _ => new($"línea {place.Line}", $"line {place.Line}"),
    };
}
