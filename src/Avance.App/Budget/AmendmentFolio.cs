using System.Globalization;

namespace Avance.App.Budget;

/// <summary>The office's own series of folios: <c>AP-2023-0001</c>, by year and without gaps.</summary>
internal static class AmendmentFolio
{
    /// <summary>No series comes this far; a folio beyond it, brought from outside, must not stretch ours.</summary>
    private const int Last = 999_999;

    /// <summary>The folio of a number.</summary>
    public static string Of(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"AP-{year}-{number:0000}");

    /// <summary>
    /// The number of a folio of the series; null when it is another's, as <c>AP-2023-1</c> is: two folios never have one number.
    /// </summary>
    public static int? Number(string folio, int year) =>
        int.TryParse(folio.AsSpan(folio.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= Last && folio == Of(year, number) ? number : null;
}
