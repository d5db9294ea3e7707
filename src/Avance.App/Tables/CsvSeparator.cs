namespace Avance.App.Tables;

/// <summary>Tells which sign parts the fields of a text, from its first lines.</summary>
internal static class CsvSeparator
{
    private const int Lines = 40;

    private static ReadOnlySpan<char> Signs => ",;\t|";

    /// <summary>
    /// The sign that appears equally often in most lines, outside quotes; of those, the one that appears more. Decimal
    /// commas lose, because headers have none. A comma when there is no sign at all.
    /// </summary>
    public static char Guess(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Signs.Length * Lines];
        var line = 0;
        var quoted = false;
        foreach (var c in text)
        {
            quoted ^= c == '"';
            if (!quoted && c == '\n' && ++line == Lines)
            {
                break;
            }

            var sign = quoted ? -1 : Signs.IndexOf(c);
            if (sign >= 0)
            {
                counts[(sign * Lines) + line]++;
            }
        }

        var (best, bestLines, bestCount) = (',', 0, 0);
        for (var sign = 0; sign < Signs.Length; sign++)
        {
            var (lines, count) = MostFrequent(counts.Slice(sign * Lines, Lines));
            if (lines > bestLines || (lines == bestLines && count > bestCount))
            {
                (best, bestLines, bestCount) = (Signs[sign], lines, count);
            }
        }

        return best;
    }

    private static (int Lines, int Count) MostFrequent(ReadOnlySpan<int> counts)
    {
        var (mostLines, most) = (0, 0);
        for (var i = 0; i < Lines; i++)
        {
            var lines = 0;
            for (var j = 0; j < Lines; j++)
            {
                lines += counts[j] == counts[i] ? 1 : 0;
            }

            if (counts[i] > 0 && lines > mostLines)
            {
                (mostLines, most) = (lines, counts[i]);
            }
        }

        return (mostLines, most);
    }
}
