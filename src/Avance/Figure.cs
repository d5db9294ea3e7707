using System.Globalization;

namespace Avance;

/// <summary>
/// Figures as official Mexican reports print and read them: groups of three digits parted by a space,
/// a decimal point, a fixed number of decimals; blank stands for an absent figure.
/// </summary>
public static class Figure
{
    private static readonly NumberFormatInfo Spaced = new() { NumberGroupSeparator = " ", NumberDecimalSeparator = ".", NegativeSign = "-" };

    /// <summary>Prints <paramref name="value"/> with at least <paramref name="decimals"/> places and spaces between thousands.</summary>
    public static string Grouped(decimal value, int decimals) =>
        value.ToString("N" + Math.Max(decimals, value.Scale).ToString(CultureInfo.InvariantCulture), Spaced);

    /// <summary>Prints an amount, or nothing when it is absent.</summary>
    public static string Print(Money? value) => value is { } money ? Grouped(money.Pesos, 2) : "";

    /// <summary>Prints a quantity or percentage with two decimals at least, or nothing when it is absent.</summary>
    public static string Print(decimal? value) => value is { } number ? Grouped(number, 2) : "";

    /// <summary>Prints a count of people, or nothing when it is absent.</summary>
    public static string Print(long? value) => value is { } count ? Grouped(count, 0) : "";

    /// <summary>
    /// Reads a printed figure: optional sign, digits either ungrouped or in groups of three parted by one space
    /// (U+0020, U+00A0, U+2009, U+202F) or by one comma, an optional decimal point. Keeps the printed decimals.
    /// </summary>
    /// <returns>Whether <paramref name="text"/> is a figure; a blank text is not.</returns>
    public static bool TryRead(ReadOnlySpan<char> text, out decimal value)
    {
        value = 0;
        text = text.Trim(Separators);
        Span<char> digits = stackalloc char[32];
        var length = 0;
        var index = 0;
        if (index < text.Length && text[index] is '-' or '−')
        {
            digits[length++] = '-';
            index++;
        }

        var run = 0;
        var groups = 0;
        var separator = '\0';
        for (; index < text.Length && text[index] != '.'; index++)
        {
            var c = text[index];
            if (char.IsAsciiDigit(c))
            {
                run++;
            }
            else if (!IsGroupSeparator(c) || run is 0 or > 3 || (groups > 0 && (run != 3 || Normal(c) != separator)))
            {
                return false;
            }
            else
            {
                separator = Normal(c);
                groups++;
                run = 0;
                continue;
            }

            if (length == digits.Length)
            {
                return false;
            }

            digits[length++] = c;
        }

        if (run == 0 || (groups > 0 && run != 3) || text.Length - index + length > digits.Length)
        {
            return false;
        }

        if (index < text.Length)
        {
            var decimals = text[(index + 1)..];
            if (decimals.IsEmpty || decimals.ContainsAnyExceptInRange('0', '9'))
            {
                return false;
            }

            text[index..].CopyTo(digits[length..]);
            length += text.Length - index;
        }

        return decimal.TryParse(digits[..length], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Whether <paramref name="c"/> is one of the spaces that reports put between thousands.</summary>
    public static bool IsSpace(char c) => c is ' ' or '\u00A0' or '\u2009' or '\u202F';

    private const string Separators = " \u00A0\u2009\u202F";

    private static bool IsGroupSeparator(char c) => c == ',' || IsSpace(c);

    private static char Normal(char c) => c == ',' ? ',' : ' ';
}
