using System.Text;

namespace Avance.Documents.Pdf;

/// <summary>
/// Wraps text to a width: after a space, or after a hyphen or slash inside a word, or anywhere in a word that is wider
/// than the line. Each line keeps the spaces it ends with, so the lines put together are the text.
/// </summary>
internal static class LineBreaker
{
    /// <summary>Appends the lines of a text.</summary>
    public static void Break(ReadOnlySpan<char> text, TextStyle style, int width, Sequence<TextLine> lines)
    {
        var limit = style.Fits(width);
        var font = style.Font;
        int start = 0, breakAt = 0;
        long used = 0, usedToBreak = 0, ink = 0, inkToBreak = 0;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            used += font.Advance(text, i, out var length);
            if (c == ' ')
            {
                i++;
                (breakAt, usedToBreak, inkToBreak) = (i, used, ink);
                continue;
            }

            while (used > limit && i > start)
            {
                var isAtBreak = breakAt > start;
                var end = isAtBreak ? breakAt : i;
                lines.Add(new(start, end - start, style.FromUnits(isAtBreak ? inkToBreak : ink)));
                used = isAtBreak ? used - usedToBreak : font.Advance(text, i, out _);
                ink = isAtBreak ? Math.Max(0, ink - usedToBreak) : 0;
                start = end;
            }

            ink = used;
            i += length;
            if (c is '-' or '/' or '–' or '—')
            {
                (breakAt, usedToBreak, inkToBreak) = (i, used, ink);
            }
        }

        lines.Add(new(start, text.Length - start, style.FromUnits(ink)));
    }

    /// <summary>Width of the widest word of a text.</summary>
    public static int WidestWord(ReadOnlySpan<char> text, TextStyle style)
    {
        var widest = 0;
        for (var start = 0; start < text.Length;)
        {
            var length = text[start..].IndexOf(' ') is >= 0 and var space ? space : text.Length - start;
            widest = Math.Max(widest, style.Width(text.Slice(start, length)));
            start += length + 1;
        }

        return widest;
    }

    /// <summary>
    /// The text as a page can show it: tabs and line breaks as spaces, other control characters and halves of surrogate
    /// pairs dropped.
    /// </summary>
    public static string Printable(string text)
    {
        if (!HasUnprintable(text))
        {
            return text;
        }

        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\t' or '\n' or '\r' or '\u0085' or '\u2028' or '\u2029')
            {
                printable.Append(' ');
            }
            else if (!Rune.IsControl(rune) && rune.Value is not '\uFEFF' && (rune.Value & 0xFFFE) != 0xFFFE)
            {
                printable.Append(rune.ToString());
            }
        }

        return printable.ToString();
    }

    private static bool HasUnprintable(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or (>= '\u007F' and < '\u00A0') or '\u2028' or '\u2029' or (>= '\uD800' and < '\uE000') or >= '\uFEFF')
            {
                return true;
            }
        }

        return false;
    }
}
