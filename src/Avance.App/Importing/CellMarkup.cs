using System.Text;

namespace Avance.App.Importing;

/// <summary>
/// The marks that a text report may carry inside a cell: <c>&lt;b&gt;</c>, <c>&lt;i&gt;</c>, <c>&lt;br&gt;</c> and the
/// entities for <c>&amp;</c>, <c>&lt;</c> and <c>&gt;</c>. Anything else is text.
/// </summary>
internal static class CellMarkup
{
    /// <summary>Takes a cell apart into its leading bold run and the lines after it, with single spaces throughout.</summary>
    public static SourceCell Parse(ReadOnlySpan<char> cell)
    {
        if (cell.IndexOfAny('<', '&') < 0)
        {
            return cell.IsWhiteSpace() ? SourceCell.Blank : new SourceCell("", [Squeeze(cell)]);
        }

        var lines = new List<string>(1);
        var bold = "";
        var text = new StringBuilder(cell.Length);
        var depth = 0;
        var leading = true;
        for (var i = 0; i < cell.Length;)
        {
            var rest = cell[i..];
            if (Mark(rest, out var name, out var length))
            {
                i += length;
                if (name is "br")
                {
                    lines.Add(Squeeze(text.ToString()));
                    text.Clear();
                    continue;
                }

                depth += name is "b" ? 1 : name is "/b" ? -1 : 0;
                var ends = i == cell.Length || char.IsWhiteSpace(cell[i]) || cell[i] == '<';
                if (name is "/b" && leading && depth == 0 && ends && lines.Count == 0)
                {
                    bold = Squeeze(text.ToString());
                    text.Clear();
                    leading = false;
                }

                continue;
            }

            if (Entity(rest, out var character, out length))
            {
                text.Append(character);
                i += length;
            }
            else
            {
                text.Append(rest[0]);
                i++;
            }

            leading &= depth > 0 || char.IsWhiteSpace(text[^1]);
        }

        lines.Add(Squeeze(text.ToString()));
        return new SourceCell(bold, lines);
    }

    /// <summary>The text with each run of white space as one space, and none at the ends.</summary>
    public static string Squeeze(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var clean = true;
        for (var i = 0; i < text.Length && clean; i++)
        {
            clean = text[i] == ' ' ? text[i + 1] != ' ' : !char.IsWhiteSpace(text[i]);
        }

        if (clean)
        {
            return text.ToString();
        }

        var squeezed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                squeezed.Append(c);
            }
            else if (squeezed[^1] != ' ')
            {
                squeezed.Append(' ');
            }
        }

        return squeezed.ToString();
    }

    private static bool Mark(ReadOnlySpan<char> text, out string name, out int length)
    {
        foreach (var mark in text[0] == '<' ? Marks : [])
        {
            if (text.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                name = mark.Trim('<', '>', ' ');
                name = name == "br/" || name == "br /" ? "br" : name;
                length = mark.Length;
                return true;
            }
        }

        name = "";
        length = 0;
        return false;
    }

    private static bool Entity(ReadOnlySpan<char> text, out char character, out int length)
    {
        (character, length) = text switch
        {
            ['&', 'a', 'm', 'p', ';', ..] => ('&', 5),
            ['&', 'l', 't', ';', ..] => ('<', 4),
            ['&', 'g', 't', ';', ..] => ('>', 4),
            _ => ('\0', 0),
        };
        return length > 0;
    }

    private static readonly string[] Marks = ["<b>", "</b>", "<i>", "</i>", "<br>", "<br/>", "<br />"];
}
