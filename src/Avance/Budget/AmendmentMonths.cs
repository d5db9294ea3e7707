namespace Avance.Budget;

/// <summary>Names of months, as amendments say and read them.</summary>
public static class AmendmentMonths
{
    private static readonly LocalizedText[] Names =
    [
        new("enero", "January"), new("febrero", "February"), new("marzo", "March"), new("abril", "April"),
        new("mayo", "May"), new("junio", "June"), new("julio", "July"), new("agosto", "August"),
        new("septiembre", "September"), new("octubre", "October"), new("noviembre", "November"), new("diciembre", "December"),
    ];

    /// <summary>The name of a month, 1 to 12.</summary>
    public static LocalizedText Of(int month) => Names[month - 1];

    /// <summary>Reads a month as people write it: <c>9</c>, <c>09</c>, <c>sep</c>, <c>septiembre</c>.</summary>
    public static bool TryRead(string text, out int month)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = FoldedText.Fold(text);
        if (word.Length is 1 or 2 && word.All(char.IsAsciiDigit))
        {
            month = word.Length == 1 ? word[0] - '0' : (word[0] - '0') * 10 + word[1] - '0';
            return month is >= 1 and <= 12;
        }

        month = word.Length < 3 ? 0 : Array.FindIndex(Names, n => n.Spanish.StartsWith(word, StringComparison.Ordinal)) + 1;
        return month > 0;
    }
}
