using Avance.Documents.Pdf;

namespace Avance.Documents.Planning;

/// <summary>A table of a sheet: its header repeated on each page, rows kept whole, figures as large as their columns allow.</summary>
internal sealed class PlanSheetPdfTable
{
    private const int Padding = 80;
    private const int RowPadding = 50;

    private readonly PlanSheetPages _pages;
    private readonly SheetTable _table;
    private readonly int[] _edges;
    private readonly TextStyle _cell;
    private readonly TextStyle _strong;
    private readonly TextStyle _caption;

    public PlanSheetPdfTable(PlanSheetPages pages, PlanSheetStyles styles, SheetTable table)
    {
        _pages = pages;
        _table = table;
        _edges = Edges(pages, table);
        _caption = styles.Label;
        (_cell, _strong) = Fitting(styles);
    }

    public void Print()
    {
        _pages.Paragraph("P", LineBreaker.Printable(_table.Caption), _caption, 0);
        _pages.Skip(60);
        _pages.Tags.Open("Table");
        _pages.Tags.Open("THead");
        PrintRow([.. _table.Columns.Select(column => column.Heading)], _strong, isHeader: true, isRepeated: false);
        _pages.Tags.Close();
        _pages.Tags.Open("TBody");
        foreach (var row in _table.Rows)
        {
            PrintRow([.. row.Cells.Select(cell => cell.Text)], row.IsTotal ? _strong : _cell, isHeader: false, isRepeated: false);
        }

        _pages.Page.Rule(_edges[0], _pages.Y, _edges[^1], _pages.Y, 15, PlanSheetStyles.Accent);
        _pages.Tags.Close();
        _pages.Tags.Close();
        _pages.Skip(120);
    }

    private static int[] Edges(PlanSheetPages pages, SheetTable table)
    {
        var weights = table.Columns.Sum(column => column.Weight);
        var edges = new int[table.Columns.Count + 1];
        edges[0] = PlanSheetPages.Left;
        var so = 0;
        for (var i = 0; i < table.Columns.Count; i++)
        {
            so += table.Columns[i].Weight;
            edges[i + 1] = PlanSheetPages.Left + (pages.Right - PlanSheetPages.Left) * so / weights;
        }

        return edges;
    }

    /// <summary>The largest size in which every figure fits its column on one line.</summary>
    private (TextStyle Cell, TextStyle Strong) Fitting(PlanSheetStyles styles)
    {
        var (cell, strong) = (styles.Cell(160), styles.Strong(160));
        foreach (var size in new[] { 160, 148, 136, 124, 112, 100, 90, 80 })
        {
            (cell, strong) = (styles.Cell(size), styles.Strong(size));
            if (Fits(cell, strong))
            {
                break;
            }
        }

        return (cell, strong);
    }

    private bool Fits(TextStyle cell, TextStyle strong)
    {
        foreach (var row in _table.Rows)
        {
            for (var i = 0; i < _table.Columns.Count; i++)
            {
                if (_table.Columns[i].Kind != SheetColumnKind.Text && (row.IsTotal ? strong : cell).Width(row.Cells[i].Text) > Room(i))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private int Room(int column) => _edges[column + 1] - _edges[column] - 2 * Padding;

    private void PrintRow(string[] texts, TextStyle style, bool isHeader, bool isRepeated)
    {
        var lines = new Sequence<TextLine>[texts.Length];
        var most = 1;
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = LineBreaker.Printable(texts[i]);
            lines[i] = new();
            LineBreaker.Break(texts[i], style, Room(i), lines[i]);
            most = Math.Max(most, lines[i].Count);
        }

        var height = most * style.Leading + 2 * RowPadding;
        if (!isRepeated && _pages.Need(height) && !isHeader)
        {
            PrintRow([.. _table.Columns.Select(column => column.Heading)], _strong, isHeader: true, isRepeated: true);
        }

        if (isHeader || ReferenceEquals(style, _strong))
        {
            _pages.Page.Fill(_edges[0], _pages.Y - height, _edges[^1] - _edges[0], height, PlanSheetStyles.Ground);
        }

        _pages.Page.Rule(_edges[0], _pages.Y, _edges[^1], _pages.Y, isHeader ? 15 : 8, isHeader ? PlanSheetStyles.Accent : PlanSheetStyles.Hairline);
        if (isRepeated)
        {
            PrintRepeated(texts, lines, style);
        }
        else
        {
            PrintCells(texts, lines, style, isHeader);
        }

        _pages.Skip(height);
    }

    private void PrintCells(string[] texts, Sequence<TextLine>[] lines, TextStyle style, bool isHeader)
    {
        _pages.Tags.Open("TR");
        var tag = isHeader ? "TH" : "TD";
        var attributes = _pages.Tags.CellAttributes(isHeader, 1, 1);
        for (var i = 0; i < texts.Length; i++)
        {
            var element = _pages.Tags.Reserve();
            if (texts[i].Length == 0)
            {
                _pages.Tags.Leaf(element, tag, attributes, []);
                continue;
            }

            var content = _pages.Page.Begin(tag, element);
            PrintLines(i, texts[i], lines[i], style);
            _pages.Page.End();
            _pages.Tags.Leaf(element, tag, attributes, [content]);
        }

        _pages.Tags.Close();
    }

    private void PrintRepeated(string[] texts, Sequence<TextLine>[] lines, TextStyle style)
    {
        _pages.Page.BeginArtifact();
        for (var i = 0; i < texts.Length; i++)
        {
            PrintLines(i, texts[i], lines[i], style);
        }

        _pages.Page.End();
    }

    private void PrintLines(int column, string text, Sequence<TextLine> lines, TextStyle style)
    {
        var y = _pages.Y - RowPadding - style.Size;
        foreach (var line in lines.Items)
        {
            var x = _table.Columns[column].Kind == SheetColumnKind.Text ? _edges[column] + Padding : _edges[column + 1] - Padding - line.Width;
            _pages.Page.Text(text.AsSpan(line.Start, line.Length), x, y, style);
            y -= style.Leading;
        }
    }
}
