namespace Avance.Budget;

/// <summary>Months as people write them in lines of an amendment.</summary>
public static class AmendmentMonths
{
    /// <summary>Reads a month: <c>9</c>, <c>09</c>, <c>sep</c>, <c>septiembre</c>.</summary>
    public static bool TryRead(string text, out int month)
    {
        ArgumentNullException.ThrowIfNull(text);
        var word = FoldedText.Fold(text);
        if (word.Length is 1 or 2 && word.All(char.IsAsciiDigit))
        {
            month = word.Length == 1 ? word[0] - '0' : (word[0] - '0') * 10 + word[1] - '0';
            return month is >= 1 and <= 12;
        }

        // Three letters at least: «ju» is two months.
        for (month = word.Length < 3 ? 13 : 1; month <= 12; month++)
        {
            if (MonthName.Name(month).Spanish.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        month = 0;
        return false;
    }
}
