using System.Text;

namespace Avance.Cli;

/// <summary>A table in plain text: columns as wide as their widest cell, figures to the right, the last column wrapped.</summary>
internal sealed class TextTable(params IReadOnlyList<string> headings)
{
    private readonly List<string[]> _rows = [];
    private readonly HashSet<int> _right = [];

    /// <summary>Aligns a column (0-based) to the right, as figures are read.</summary>
    public TextTable Right(params IEnumerable<int> columns)
    {
        _right.UnionWith(columns);
        return this;
    }

    /// <summary>Adds a row; it has one cell for each heading.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Writes the table no wider than <paramref name="width"/> where its last column can be wrapped.</summary>
    public void Write(TextWriter writer, int width = 120)
    {
        var widths = new int[headings.Count];
        foreach (var cells in _rows.Prepend([.. headings]))
        {
            for (var i = 0; i < widths.Length; i++)
            {
                widths[i] = Math.Max(widths[i], cells[i].Length);
            }
        }

        var last = widths.Length - 1;
        widths[last] = Math.Max(30, Math.Min(widths[last], width - widths[..last].Sum(w => w + 2)));
        WriteRow(writer, [.. headings], widths);
        writer.WriteLine(string.Join("  ", widths.Select(w => new string('─', w))));
        foreach (var row in _rows)
        {
            WriteRow(writer, row, widths);
        }
    }

    private void WriteRow(TextWriter writer, string[] cells, int[] widths)
    {
        var last = cells.Length - 1;
        var start = new StringBuilder();
        for (var i = 0; i < last; i++)
        {
            start.Append(_right.Contains(i) ? cells[i].PadLeft(widths[i]) : cells[i].PadRight(widths[i])).Append("  ");
        }

        var indent = new string(' ', start.Length);
        var line = start.ToString();
        foreach (var part in Wrap(cells[last], widths[last]))
        {
            writer.WriteLine((line + (_right.Contains(last) ? part.PadLeft(widths[last]) : part)).TrimEnd());
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
