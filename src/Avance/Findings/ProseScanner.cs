namespace Avance.Findings;

/// <summary>A stretch of text that may be a project's name.</summary>
/// <param name="Start">Where the name would begin.</param>
/// <param name="Length">How far it may reach: to the closing quote, or the end of the text.</param>
/// <param name="IsQuoted">Whether quotes mark exactly where it ends.</param>
/// <param name="IsIntroduced">Whether the word «proyecto» comes before it.</param>
internal readonly record struct NameCandidate(int Start, int Length, bool IsQuoted, bool IsIntroduced);

/// <summary>A number in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Value">Its value, with the decimals written.</param>
/// <param name="IsMoney">Whether it is written as money: with a peso sign, the word «pesos», or thousands and centavos.</param>
internal readonly record struct CitedNumber(int Start, int Length, decimal Value, bool IsMoney);

/// <summary>
/// Finds in prose what may be names of projects and amounts of money. Written by hand, character by character: it runs on
/// every check, and a few milliseconds of a pattern engine's start are more than all the rules take.
/// </summary>
internal static class ProseScanner
{
    /// <summary>The most names, and the most numbers, looked at in one text. No real explanation has as many.</summary>
    private const int MostCitations = 100;

    private const string OpeningQuotes = "«“\"";
    private const string ClosingQuotes = "»”\"";

    private static readonly string[] Introductions = ["proyectos", "proyecto", "projects", "project"];
    private static readonly string[] Fillers = ["denominado", "denominada", "llamado", "titulado", "named", "called", "del", "de"];

    /// <summary>Where names may stand: after the word «proyecto» and a capital letter, or between quotes.</summary>
    public static IEnumerable<NameCandidate> Names(string text)
    {
        var found = 0;
        for (var i = 0; i < text.Length && found < MostCitations;)
        {
            var introduced = StartsWord(text, i) ? Introduced(text, i) : -1;
            var start = introduced >= 0 ? introduced : i;
            if (start < text.Length && OpeningQuotes.IndexOf(text[start], StringComparison.Ordinal) is var quote and >= 0)
            {
                var end = text.IndexOf(ClosingQuotes[quote], start + 1);
                if (end > start)
                {
                    found++;
                    yield return new NameCandidate(start + 1, end - start - 1, IsQuoted: true, IsIntroduced: introduced >= 0);
                    i = end + 1;
                    continue;
                }

                start++;
            }

            if (introduced >= 0 && start < text.Length && char.IsUpper(text[start]))
            {
                found++;
                yield return new NameCandidate(start, text.Length - start, IsQuoted: false, IsIntroduced: true);
            }

            i = Math.Max(start, i + 1);
        }
    }

    /// <summary>The numbers that may be figures of the report: those with decimals, thousands or a peso sign.</summary>
    public static IEnumerable<CitedNumber> Numbers(string text)
    {
        var found = 0;
        for (var i = 0; i < text.Length && found < MostCitations;)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                i++;
                continue;
            }

            var end = EndOfNumber(text, i, out var groups, out var decimals);
            if (!IsPartOfCode(text, i, end) && Figure.TryRead(text.AsSpan(i, end - i), out var value))
            {
                var signed = HasPesoSign(text, i) || Follows(text, end, "pesos") || Follows(text, end, "m.n.");
                if ((signed || decimals == 2 || groups > 0) && !IsRate(text, end))
                {
                    found++;
                    yield return new CitedNumber(i, end - i, value, signed || (decimals == 2 && (groups > 0 || value >= 1000m)));
                }
            }

            i = end;
        }
    }

    /// <summary>Where the name introduced by «proyecto» would begin; -1 when the word does not stand here.</summary>
    private static int Introduced(string text, int index)
    {
        var after = AfterAny(text, index, Introductions);
        if (after < 0)
        {
            return -1;
        }

        after = SkipMarks(text, after);
        for (var next = AfterAny(text, after, Fillers); next >= 0; next = AfterAny(text, after, Fillers))
        {
            after = SkipMarks(text, next);
        }

        // «proyecto E003, Sistema de…»: the key may stand before the name.
        var word = after;
        while (word < text.Length && (char.IsAsciiLetterUpper(text[word]) || char.IsAsciiDigit(text[word])))
        {
            word++;
        }

        return word > after && char.IsAsciiDigit(text[word - 1]) ? SkipMarks(text, word) : after;
    }

    private static int AfterAny(string text, int index, string[] words)
    {
        foreach (var word in words)
        {
            var end = index + word.Length;
            if (end <= text.Length && text.AsSpan(index, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase)
                && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                return end;
            }
        }

        return -1;
    }

    private static int SkipMarks(string text, int index)
    {
        while (index < text.Length && (char.IsWhiteSpace(text[index]) || text[index] is ':' or ',' or '-' or '–' or '('))
        {
            index++;
        }

        return index;
    }

    private static bool StartsWord(string text, int index) =>
        char.IsLetter(text[index]) && (index == 0 || !char.IsLetterOrDigit(text[index - 1]));

    /// <summary>
    /// The end of digits in groups of three parted by one comma or space, and decimals. A first run of more than three
    /// digits has no groups: in «2023 850 000.00» the year stands alone.
    /// </summary>
    private static int EndOfNumber(string text, int start, out int groups, out int decimals)
    {
        groups = 0;
        decimals = 0;
        var end = EndOfDigits(text, start);
        if (end - start <= 3)
        {
            var separator = end < text.Length ? text[end] : '\0';
            while (end + 3 < text.Length && text[end] == separator && (separator == ',' || Figure.IsSpace(separator))
                && EndOfDigits(text, end + 1) == end + 4)
            {
                end += 4;
                groups++;
            }
        }

        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var last = EndOfDigits(text, end + 1);
            decimals = last - end - 1;
            end = last;
        }

        return end;
    }

    private static int EndOfDigits(string text, int index)
    {
        while (index < text.Length && char.IsAsciiDigit(text[index]))
        {
            index++;
        }

        return index;
    }

    /// <summary>Whether the number is a piece of something else: an agreement's number, a key, a standard, a date.</summary>
    private static bool IsPartOfCode(string text, int start, int end)
    {
        var before = start > 0 ? text[start - 1] : ' ';
        var after = end < text.Length ? text[end] : ' ';
        var joined = after is '/' or '-' or ':' && end + 1 < text.Length && char.IsLetterOrDigit(text[end + 1]);
        return char.IsLetterOrDigit(before) || before is '/' or '-' or ':' or '.' || char.IsLetter(after) || joined
            || (after == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]));
    }

    private static bool HasPesoSign(string text, int start)
    {
        var before = start - 1;
        while (before >= 0 && Figure.IsSpace(text[before]))
        {
            before--;
        }

        return before >= 0 && text[before] == '$';
    }

    private static bool IsRate(string text, int end) => Follows(text, end, "%") || Follows(text, end, "por ciento");

    private static bool Follows(string text, int end, string word)
    {
        while (end < text.Length && (Figure.IsSpace(text[end]) || text[end] is '(' or ')'))
        {
            end++;
        }

        return text.AsSpan(end).StartsWith(word, StringComparison.OrdinalIgnoreCase);
    }
}
