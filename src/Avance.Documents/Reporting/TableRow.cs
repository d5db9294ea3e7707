using Avance.Documents.Pdf;

namespace Avance.Documents.Reporting;

/// <summary>How a cell's text lies between its sides.</summary>
internal enum CellAlignment
{
    /// <summary>At the left, as texts.</summary>
    Left,

    /// <summary>At the right, as figures.</summary>
    Right,

    /// <summary>In the middle, as headings and codes.</summary>
    Middle,
}

/// <summary>A cell of a row, its text wrapped.</summary>
/// <param name="Column">0-based column where it begins.</param>
/// <param name="Span">How many columns it takes.</param>
/// <param name="Text">Its text; empty when nothing is printed.</param>
/// <param name="Style">How the text looks.</param>
/// <param name="Alignment">How the text lies.</param>
/// <param name="Left">Left end of the text's room.</param>
/// <param name="Right">Right end of the text's room.</param>
/// <param name="FirstLine">Its first line in the row's list of lines.</param>
/// <param name="LineCount">How many lines it has.</param>
internal readonly record struct TableCell(
    int Column, int Span, string Text, TextStyle Style, CellAlignment Alignment, int Left, int Right, int FirstLine, int LineCount);

/// <summary>Content marked for a cell: a row that is split over pages has some on each.</summary>
/// <param name="Cell">0-based position of the cell in its row.</param>
/// <param name="Content">Where its content is.</param>
internal readonly record struct CellContent(int Cell, MarkedContent Content);

/// <summary>A row laid out: its cells, their lines, and how high it is. Lengths are twentieths of a point.</summary>
/// <param name="leading">From one line to the next.</param>
/// <param name="ground">Colour behind it, or null.</param>
/// <param name="rule">Colour of the rule above it, or null.</param>
/// <param name="padding">Space above and below its lines.</param>
internal sealed class TableRow(int leading, PdfColor? ground, PdfColor? rule, (int Above, int Below) padding)
{
    private readonly Sequence<TableCell> _cells = new();
    private readonly Sequence<TextLine> _lines = new();
    private readonly Sequence<MarkedContent> _own = new();

    /// <summary>Lines of its longest cell; one at least.</summary>
    public int LineCount { get; private set; } = 1;

    /// <summary>Its height when whole.</summary>
    public int Height => HeightOf(LineCount);

    /// <summary>Height of some rows.</summary>
    public static int HeightOf(List<TableRow> rows)
    {
        var height = 0;
        foreach (var row in rows)
        {
            height += row.Height;
        }

        return height;
    }

    /// <summary>Height of so many of its lines.</summary>
    public int HeightOf(int lines) => padding.Above + (lines * leading) + padding.Below;

    /// <summary>How many of its lines fit in a height.</summary>
    public int LinesThatFit(int room) => Math.Max(0, (room - padding.Above - padding.Below) / leading);

    /// <summary>Adds the next cell.</summary>
    public TableRow Cell(ReadOnlySpan<int> edges, int span, string text, TextStyle style, CellAlignment alignment = CellAlignment.Left, int indent = 0)
    {
        var column = _cells.Count == 0 ? 0 : _cells[_cells.Count - 1].Column + _cells[_cells.Count - 1].Span;
        var left = edges[column] + ProgressPdfTheme.CellPadding + indent;
        var right = edges[column + span] - ProgressPdfTheme.CellPadding;
        var first = _lines.Count;
        text = LineBreaker.Printable(text);
        if (text.Length > 0)
        {
            LineBreaker.Break(text, style, right - left, _lines);
        }

        _cells.Add(new(column, span, text, style, alignment, left, right, first, _lines.Count - first));
        LineCount = Math.Max(LineCount, _lines.Count - first);
        return this;
    }

    /// <summary>Takes the numbers of its cells' tags, one after another, inside an open row.</summary>
    public int Reserve(StructureTree tags)
    {
        tags.Open("TR");
        var first = tags.Reserve();
        for (var i = 1; i < _cells.Count; i++)
        {
            tags.Reserve();
        }

        return first;
    }

    /// <summary>Paints some of its lines at the page's current place, and notes what was marked and for which cell.</summary>
    public void Print(ProgressPdfPages pages, ReadOnlySpan<int> edges, int firstElement, int fromLine, int toLine, Sequence<CellContent> contents)
    {
        var page = pages.Page;
        var top = pages.Y;
        if (ground is { } color)
        {
            var height = HeightOf(toLine - fromLine);
            page.Fill(edges[0], top - height, edges[^1] - edges[0], height, color);
        }

        if (rule is { } line && fromLine == 0)
        {
            page.Rule(edges[0], top, edges[^1], top, 8, line);
        }

        for (var i = 0; i < _cells.Count; i++)
        {
            var cell = _cells[i];
            if (cell.LineCount <= fromLine)
            {
                continue;
            }

            contents.Add(new(i, page.Begin("TD", firstElement + i)));
            var y = top - padding.Above - (cell.Style.Size * 17 / 16);
            for (var l = fromLine; l < Math.Min(toLine, cell.LineCount); l++)
            {
                var text = _lines[cell.FirstLine + l];
                page.Text(cell.Text.AsSpan(text.Start, text.Length), Place(cell, text.Width), y, cell.Style);
                y -= leading;
            }

            page.End();
        }
    }

    /// <summary>Writes the tags of its cells and its own.</summary>
    public void Tag(StructureTree tags, int firstElement, Sequence<CellContent> contents)
    {
        for (var i = 0; i < _cells.Count; i++)
        {
            _own.Clear();
            foreach (var content in contents.Items)
            {
                if (content.Cell == i)
                {
                    _own.Add(content.Content);
                }
            }

            tags.Leaf(firstElement + i, "TD", tags.CellAttributes(false, _cells[i].Span, 1), _own.Items);
        }

        tags.Close();
    }

    private static int Place(TableCell cell, int width) => cell.Alignment switch
    {
        CellAlignment.Right => cell.Right - width,
        CellAlignment.Middle => cell.Left + ((cell.Right - cell.Left - width) / 2),
        _ => cell.Left,
    };
}
