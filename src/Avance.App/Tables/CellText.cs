using System.Globalization;

namespace Avance.App.Tables;

/// <summary>How the figures of a table are written.</summary>
public enum NumberStyle
{
    /// <summary>Decimal point; groups parted by commas, spaces or apostrophes: <c>1,234.50</c>.</summary>
    Point,

    /// <summary>Decimal comma; groups parted by points, spaces or apostrophes: <c>1.234,50</c>.</summary>
    Comma,
}

/// <summary>How the days of a table are written, where they are not written as <c>2023-09-30</c>.</summary>
public enum DateStyle
{
    /// <summary>Day, month, year: <c>30/09/2023</c>.</summary>
    DayFirst,

    /// <summary>Month, day, year: <c>09/30/2023</c>.</summary>
    MonthFirst,
}

/// <summary>Reads figures, days and months as people and spreadsheets write them. What is blank is null, and never zero.</summary>
internal static class CellText
{
    private static readonly string[] Absent = ["-", "--", "–", "—", "n/r", "n/a", "n/d", "s/d", "n.r.", "n.a.", "n.d.", "s.d.", "nd", "na", "nr", "no aplica", "no reportado", "no disponible"];

    private static readonly string[] Months = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"];

    /// <summary>Whether a cell says that there is no figure: blank, a dash, «N/R», «N/A».</summary>
    public static bool IsAbsent(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.Length > 16 || char.IsAsciiDigit(text[0]))
        {
            return false;
        }

        Span<char> folded = stackalloc char[16];
        folded = folded[..FoldedText.Fold(text, folded)];
        foreach (var absent in Absent)
        {
            if (folded.SequenceEqual(absent))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Reads an amount that is not absent, in centavos. Binary noise (<c>27524608.870000001</c>) is rounded away; a figure
    /// that has more decimals than money is not an amount.
    /// </summary>
    public static AmountReading TryAmount(ReadOnlySpan<char> text, NumberStyle style, out long centavos)
    {
        if (TryPlain(text, style, out centavos))
        {
            return AmountReading.Read;
        }

        if (!TryNumber(text, style, out var pesos) || pesos is > MaxPesos or < -MaxPesos)
        {
            return AmountReading.NotANumber;
        }

        var rounded = decimal.Round(pesos, 2, MidpointRounding.AwayFromZero);
        centavos = (long)(rounded * 100m);
        var isNoise = pesos.Scale > 4 && Math.Abs(pesos - rounded) < Noise(pesos);
        return rounded == pesos || isNoise ? AmountReading.Read : AmountReading.TooManyDecimals;
    }

    /// <summary>Reads a number that is not absent, with all its decimals; binary noise beyond the tenth digit is rounded away.</summary>
    public static bool TryNumber(ReadOnlySpan<char> text, NumberStyle style, out decimal number)
    {
        number = 0;
        Span<char> plain = stackalloc char[64];
        var length = 0;
        var inFraction = false;
        text = Unwrapped(text, out var negative);
        var sinceGroup = -1;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                sinceGroup += sinceGroup >= 0 ? 1 : 0;
            }
            else if (c == (style == NumberStyle.Point ? '.' : ',') && !inFraction && sinceGroup is -1 or 3)
            {
                (inFraction, sinceGroup) = (true, -1);
                if (length == 0)
                {
                    plain[length++] = '0';
                }
            }
            else if (IsGroup(c, style) && !inFraction && length > 0 && sinceGroup is -1 or 3)
            {
                sinceGroup = 0;
                continue;
            }
            else
            {
                return false;
            }

            if (length == plain.Length)
            {
                return false;
            }

            plain[length++] = char.IsAsciiDigit(c) ? c : '.';
        }

        if (length == 0 || sinceGroup is not (-1 or 3) || !decimal.TryParse(plain[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
        {
            return false;
        }

        number = negative ? -number : number;
        if (number.Scale > 8 && decimal.Round(number, 6) is var short6 && Math.Abs(number - short6) < Noise(number))
        {
            number = short6;
        }

        number = Trimmed(number);
        return true;
    }

    /// <summary>Reads a whole number that is not absent.</summary>
    public static bool TryCount(ReadOnlySpan<char> text, NumberStyle style, out long count)
    {
        count = 0;
        if (!TryNumber(text, style, out var number) || number != decimal.Truncate(number) || Math.Abs(number) > MaxPesos)
        {
            return false;
        }

        count = (long)number;
        return true;
    }

    /// <summary>Reads a day: <c>2023-09-30</c>, <c>30/09/2023</c>, <c>30-sep-2023</c>, <c>20230930</c>, or the number of a spreadsheet.</summary>
    public static bool TryDay(ReadOnlySpan<char> text, DateStyle style, out DateOnly day)
    {
        day = default;
        if (text.Length > 10 && text[10] is 'T' or ' ')
        {
            text = text[..10];
        }

        Span<Range> parts = stackalloc Range[4];
        var count = text.SplitAny(parts, "-/. ", StringSplitOptions.RemoveEmptyEntries);
        if (count <= 2)
        {
            return TrySerial(text, out day);
        }

        if (count != 3)
        {
            return false;
        }

        var first = text[parts[0]];
        var second = text[parts[1]];
        var third = text[parts[2]];
        return first.Length == 4 ? TryDay(first, second, third, out day)
            : style == DateStyle.DayFirst || char.IsLetter(second[0]) ? TryDay(third, second, first, out day)
            : TryDay(third, first, second, out day);
    }

    /// <summary>Reads a month: a number from 1 to 12, or its name whole or by its first three letters.</summary>
    public static bool TryMonth(ReadOnlySpan<char> text, out int month)
    {
        if (Digits(text, out month))
        {
            return month is >= 1 and <= 12;
        }

        Span<char> folded = stackalloc char[16];
        if (text.Length is < 3 or > 16)
        {
            return false;
        }

        folded = folded[..FoldedText.Fold(text, folded)].TrimEnd('.');
        for (var i = 0; i < Months.Length; i++)
        {
            if (folded.SequenceEqual(Months[i]) || folded.SequenceEqual(Months[i].AsSpan(0, 3)) || (i == 8 && folded is "sept" or "setiembre"))
            {
                month = i + 1;
                return true;
            }
        }

        return false;
    }

    /// <summary>More is a column of keys read as money; the ledger takes a little less.</summary>
    private const decimal MaxPesos = 10_000_000_000_000m;

    /// <summary>What most cells hold: digits, perhaps a point and two more. Read without going through a decimal.</summary>
    private static bool TryPlain(ReadOnlySpan<char> text, NumberStyle style, out long centavos)
    {
        centavos = 0;
        var negative = text.Length > 0 && text[0] == '-';
        var digits = negative ? text[1..] : text;
        if (style != NumberStyle.Point || digits.Length is 0 or > 15)
        {
            return false;
        }

        var decimals = -1;
        foreach (var c in digits)
        {
            if (c == '.' && decimals < 0)
            {
                decimals = 0;
            }
            else if (char.IsAsciiDigit(c) && decimals < 2)
            {
                centavos = (centavos * 10) + (c - '0');
                decimals += decimals >= 0 ? 1 : 0;
            }
            else
            {
                return false;
            }
        }

        centavos *= decimals switch { 2 => 1, 1 => 10, _ => 100 };
        centavos = negative ? -centavos : centavos;
        return decimals != 0 && (decimals < 0 || digits[0] != '.');
    }

    /// <summary>Takes off the currency, the sign and the parentheses of what is owed.</summary>
    private static ReadOnlySpan<char> Unwrapped(ReadOnlySpan<char> text, out bool negative)
    {
        negative = false;
        text = text.Trim();
        if (text.Length > 2 && text[0] == '(' && text[^1] == ')')
        {
            negative = true;
            text = text[1..^1].Trim();
        }

        for (var i = 0; i < 2 && text.Length > 0; i++)
        {
            if (text[0] is '-' or '−' && !negative)
            {
                negative = true;
                text = text[1..].TrimStart();
            }
            else if (text[0] is '$' or '+')
            {
                text = text[1..].TrimStart();
            }
        }

        if (text.EndsWith("%", StringComparison.Ordinal))
        {
            text = text[..^1].TrimEnd();
        }

        if (text.Length > 1 && text[^1] == '-' && !negative)
        {
            negative = true;
            text = text[..^1].TrimEnd();
        }

        return text;
    }

    private static bool IsGroup(char c, NumberStyle style) => Figure.IsSpace(c) || c is '\'' or '’' || c == (style == NumberStyle.Point ? ',' : '.');

    /// <summary>A double has fifteen digits that can be trusted.</summary>
    private static decimal Noise(decimal number) => Math.Max(0.0000001m, Math.Abs(number) * 0.000000000000001m);

    private static decimal Trimmed(decimal number) => number / 1.000000000000000000000000000000m;

    private static bool TryDay(ReadOnlySpan<char> year, ReadOnlySpan<char> month, ReadOnlySpan<char> number, out DateOnly day)
    {
        day = default;
        return year.Length == 4 && Digits(year, out var y) && TryMonth(month, out var m) && Digits(number, out var d) && Valid(y, m, d, out day);
    }

    private static bool TrySerial(ReadOnlySpan<char> text, out DateOnly day)
    {
        day = default;
        if (text.Length == 8 && Digits(text, out var packed) && packed >= 19000101)
        {
            return Valid(packed / 10_000, packed / 100 % 100, packed % 100, out day);
        }

        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) || serial is < 20_000 or > 80_000)
        {
            return false;
        }

        day = new DateOnly(1899, 12, 30).AddDays((int)serial);
        return true;
    }

    private static bool Valid(int year, int month, int number, out DateOnly day)
    {
        var valid = year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && number >= 1 && number <= DateTime.DaysInMonth(year, month);
        day = valid ? new DateOnly(year, month, number) : default;
        return valid;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

/// <summary>What came of reading an amount.</summary>
internal enum AmountReading
{
    /// <summary>It was read.</summary>
    Read,

    /// <summary>It is a number with more decimals than money has; read rounded to centavos.</summary>
    TooManyDecimals,

    /// <summary>It is no number, or larger than any money.</summary>
    NotANumber,
}
