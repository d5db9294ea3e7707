using Avance.Documents.Pdf;

namespace Avance.Documents.Reporting;

/// <summary>A heading of columns.</summary>
/// <param name="Column">0-based column where it begins.</param>
/// <param name="Span">How many columns it stands over.</param>
/// <param name="Level">Row of the header where it begins: 0 or 1.</param>
/// <param name="Rows">How many rows of the header it takes.</param>
/// <param name="Text">Its text.</param>
internal sealed record HeadCell(int Column, int Span, int Level, int Rows, string Text);

/// <summary>
/// The header of a table, of one or two rows; its first cell takes them all. Tagged where the table begins, an artifact where it is
/// repeated.
/// </summary>
internal sealed class ProgressPdfTableHead
{
    private const int Padding = 60;

    private readonly ProgressPdfTheme _theme;
    private readonly int[] _edges;
    private readonly IReadOnlyList<HeadCell> _cells;
    private readonly Sequence<TextLine>[] _lines;
    private readonly int[] _levels;

    public ProgressPdfTableHead(ProgressPdfTheme theme, int[] edges, IReadOnlyList<HeadCell> cells)
    {
        _theme = theme;
        _edges = edges;
        _cells = cells;
        _lines = [.. cells.Select(Lines)];
        _levels = new int[cells[0].Rows];
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Rows == 1)
            {
                _levels[cells[i].Level] = Math.Max(_levels[cells[i].Level], HeightOf(i));
            }
        }

        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].Rows > 1)
            {
                _levels[^1] += Math.Max(0, HeightOf(i) - Height);
            }
        }
    }

    /// <summary>Height of the header.</summary>
    public int Height => HeightOf(0, _levels.Length);

    /// <summary>Prints the header at the page's current place.</summary>
    public void Print(ProgressPdfPages pages, bool isRepeated)
    {
        var (page, top) = (pages.Page, pages.Y);
        page.Fill(_edges[0], top - Height, _edges[^1] - _edges[0], Height, ProgressPdfTheme.HeadGround);
        page.Rule(_edges[0], top, _edges[^1], top, 20, ProgressPdfTheme.Accent);
        page.Rule(_edges[0], top - Height, _edges[^1], top - Height, 15, ProgressPdfTheme.Accent);
        if (isRepeated)
        {
            page.BeginArtifact();
            for (var i = 0; i < _cells.Count; i++)
            {
                PrintCell(page, i, top);
            }

            page.End();
        }
        else
        {
            PrintTagged(pages, top);
        }

        foreach (var cell in _cells)
        {
            if (cell.Span == 1)
            {
                continue;
            }

            var y = top - _levels[0];
            page.Rule(_edges[cell.Column] + ProgressPdfTheme.CellPadding, y, _edges[cell.Column + cell.Span] - ProgressPdfTheme.CellPadding, y, 8, ProgressPdfTheme.Accent);
        }

        pages.Skip(Height);
    }

    private void PrintTagged(ProgressPdfPages pages, int top)
    {
        var tags = pages.Tags;
        tags.Open("THead");
        for (var level = 0; level < _levels.Length; level++)
        {
            tags.Open("TR");
            for (var i = 0; i < _cells.Count; i++)
            {
                if (_cells[i].Level == level)
                {
                    var element = tags.Reserve();
                    var content = pages.Page.Begin("TH", element);
                    PrintCell(pages.Page, i, top);
                    pages.Page.End();
                    tags.Leaf(element, "TH", tags.CellAttributes(true, _cells[i].Span, _cells[i].Rows), [content]);
                }
            }

            tags.Close();
        }

        tags.Close();
    }

    private void PrintCell(PdfPage page, int index, int top)
    {
        var cell = _cells[index];
        var style = _theme.Head;
        var above = HeightOf(0, cell.Level);
        var height = HeightOf(cell.Level, cell.Rows);
        var (left, right) = (_edges[cell.Column], _edges[cell.Column + cell.Span]);
        var y = top - above - ((height - (_lines[index].Count * style.Leading)) / 2) - (style.Size * 17 / 16);
        foreach (var line in _lines[index].Items)
        {
            page.Text(cell.Text.AsSpan(line.Start, line.Length), left + ((right - left - line.Width) / 2), y, style);
            y -= style.Leading;
        }
    }

    private int HeightOf(int level, int count)
    {
        var height = 0;
        foreach (var one in _levels.AsSpan(level, count))
        {
            height += one;
        }

        return height;
    }

    private int HeightOf(int cell) => (_lines[cell].Count * _theme.Head.Leading) + Padding;

    private Sequence<TextLine> Lines(HeadCell cell)
    {
        // A heading reads better in a few lines than in one long one.
        const int LongestLine = 2600;
        var lines = new Sequence<TextLine>();
        var width = _edges[cell.Column + cell.Span] - _edges[cell.Column] - (ProgressPdfTheme.CellPadding * 2);
        LineBreaker.Break(cell.Text, _theme.Head, Math.Min(width, LongestLine), lines);
        return lines;
    }
}
