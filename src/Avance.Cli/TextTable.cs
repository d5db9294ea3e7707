using System.Text;

namespace Avance.Cli;

/// <summary>A table in plain text: columns as wide as their widest cell, figures to the right, the last column wrapped.</summary>
internal sealed class TextTable(params string[] headings)
{
    private readonly List<string[]> _rows = [headings];
    private readonly bool[] _right = new bool[headings.Length];

    /// <summary>Aligns a column (0-based) to the right, as figures are read.</summary>
    public TextTable Right(int column)
    {
        _right[column] = true;
        return this;
    }

    /// <summary>Adds a row; it has one cell for each heading.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the table no wider than <paramref name="width"/> where its last column can be wrapped.</summary>
    public void Write(TextWriter writer, int width = 120)
    {
        var widths = Widths(width);
        WriteRow(writer, _rows[0], widths);
        var rule = new StringBuilder();
        foreach (var column in widths)
        {
            rule.Append(rule.Length > 0 ? "  " : "").Append('─', column);
        }

        writer.WriteLine(rule);
        for (var i = 1; i < _rows.Count; i++)
        {
            WriteRow(writer, _rows[i], widths);
        }
    }

    private int[] Widths(int width)
    {
        var widths = new int[_right.Length];
        foreach (var cells in _rows)
        {
            for (var i = 0; i < widths.Length; i++)
            {
                widths[i] = Math.Max(widths[i], cells[i].Length);
            }
        }

        var before = 0;
        for (var i = 0; i < widths.Length - 1; i++)
        {
            before += widths[i] + 2;
        }

        // Wrapped when it must be, but never to a ribbon; a short one is no wider than its words.
        widths[^1] = Math.Min(widths[^1], Math.Max(30, width - before));
        return widths;
    }

    private void WriteRow(TextWriter writer, string[] cells, int[] widths)
    {
        var last = cells.Length - 1;
        var start = new StringBuilder();
        for (var i = 0; i < last; i++)
        {
            start.Append(_right[i] ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i])).Append("  ");
        }

        var indent = new string(' ', start.Length);
        var line = start.ToString();
        foreach (var part in Wrap(cells[last], widths[last]))
        {
            writer.WriteLine((line + (_right[last] ? part.PadLeft(widths[last]) : part)).TrimEnd());
            line = indent;
        }
    }

    /// <summary>Breaks a text at spaces into lines of at most <paramref name="width"/> characters; a longer word stays whole.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
