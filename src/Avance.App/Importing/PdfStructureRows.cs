using System.Collections;
using System.Text;

namespace Avance.App.Importing;

/// <summary>Walks the tags of a PDF and gives the rows of its tables, each cell in its column.</summary>
internal sealed class PdfStructureRows(PdfSource source, PdfPages pages, PdfBudget budget, ICollection<Problem> problems)
{
    private const int MaxDepth = 48;
    private const int MaxColumns = 64;

    /// <summary>The longest title looked at outside tables.</summary>
    private const int MaxTitle = 200;

    private readonly BitArray _seen = new(PdfSource.MaxObjects);
    private PdfDictionary _roles = PdfDictionary.Empty;

    /// <summary>The rows of the tables, and the title of the explanations, in reading order.</summary>
    public IEnumerable<SourceRow> Read(PdfValue root)
    {
        var tree = source.Dictionary(root);
        _roles = source.Dictionary(tree["RoleMap"]);
        return source.Values(tree["K"]).SelectMany(kid => Visit(kid, 0, 0));
    }

    private IEnumerable<SourceRow> Visit(PdfValue kid, int page, int depth)
    {
        if (Element(kid, depth) is not { } element)
        {
            yield break;
        }

        page = Page(element, page);
        var type = Type(element);
        if (type == "Table")
        {
            var grid = new Grid();
            foreach (var row in Table(element, page, depth, grid))
            {
                if (!grid.IsRegular)
                {
                    problems.Add(Irregular(row.Place, grid));
                    yield break;
                }

                yield return row;
            }

            yield break;
        }

        if (type is "P" or "H" or "H1" or "H2" or "H3" or "H4" or "H5" or "H6" or "Caption" or "Title")
        {
            var cell = new Cell();
            Collect(element, page, depth, cell);
            if (cell.Length < MaxTitle && Row([cell], [0]) is var title && LayoutHeader.IsExplanationsTitle(title))
            {
                yield return title;
            }

            yield break;
        }

        foreach (var child in source.Values(element["K"]))
        {
            foreach (var row in Visit(child, page, depth + 1))
            {
                yield return row;
            }
        }
    }

    private IEnumerable<SourceRow> Table(PdfDictionary element, int page, int depth, Grid grid)
    {
        foreach (var kid in source.Values(element["K"]))
        {
            if (Element(kid, depth) is not { } child)
            {
                continue;
            }

            var type = Type(child);
            if (type == "TR")
            {
                yield return TableRow(child, Page(child, page), depth + 1, grid);
            }
            else if (type is "THead" or "TBody" or "TFoot" or "NonStruct" or "Div" or "Sect" or "Part")
            {
                foreach (var row in Table(child, Page(child, page), depth + 1, grid))
                {
                    yield return row;
                }
            }
        }
    }

    /// <summary>A row: cells that span rows above keep their columns, cells that span columns take them.</summary>
    private SourceRow TableRow(PdfDictionary element, int page, int depth, Grid grid)
    {
        var cells = new List<Cell>(16);
        var columns = new List<int>(16);
        grid.BeginRow();
        foreach (var kid in source.Values(element["K"]))
        {
            if (Element(kid, depth) is not { } child || Type(child) is not ("TD" or "TH"))
            {
                continue;
            }

            if (cells.Count == MaxColumns)
            {
                throw new InvalidDataException("A row has too many cells.");
            }

            var cell = new Cell { IsHeader = Type(child) == "TH" };
            Collect(child, Page(child, page), depth + 1, cell);
            cells.Add(cell);
            columns.Add(grid.Place(Span(child, "ColSpan"), Span(child, "RowSpan")));
        }

        grid.EndRow();

        return Row(cells, columns);
    }

    private SourceRow Row(List<Cell> cells, List<int> columns)
    {
        var place = default(SourcePlace);
        var row = new SourceCell[cells.Count == 0 ? 0 : Math.Min(MaxColumns, columns[^1] + 1)];
        Array.Fill(row, SourceCell.Blank);
        for (var i = 0; i < cells.Count; i++)
        {
            if (columns[i] < row.Length)
            {
                row[columns[i]] = cells[i].ToSource();
            }

            if (cells[i].Page > 0 && place == default)
            {
                place = new SourcePlace(pages.Position(cells[i].Page), pages.Text(cells[i].Page)?.Line(cells[i].Content) ?? 0);
            }
        }

        return new SourceRow(place, row);
    }

    /// <summary>Gathers the text under an element. Each block inside a cell is a line of it.</summary>
    private void Collect(PdfDictionary element, int page, int depth, Cell cell)
    {
        if (source.Text(element["ActualText"]) is { } actual)
        {
            budget.Spend(actual.Length * 8L);
            cell.Text.Append(actual);
            return;
        }

        foreach (var kid in source.Values(element["K"]))
        {
            var value = source.Resolve(kid);
            if (value is PdfNumber { Value: >= 0 and < int.MaxValue } id)
            {
                Append(cell, page, (int)id.Value);
            }
            else if (value is PdfDictionary content && content["MCID"] is PdfNumber { Value: >= 0 and < int.MaxValue } own)
            {
                Append(cell, Page(content, page), (int)own.Value);
            }
            else if (Element(kid, depth) is { } child)
            {
                var isBlock = Type(child) is not ("Span" or "Link" or "Quote" or "Em" or "Strong" or "Reference" or "Lbl");
                cell.EndLine(isBlock);
                Collect(child, Page(child, page), depth + 1, cell);
                cell.EndLine(isBlock);
            }
        }
    }

    private void Append(Cell cell, int page, int content)
    {
        // A browser tags the header that it repeats on each page as the same cell over and over.
        var isRepeated = cell.IsHeader && cell.Page != 0 && cell.Page != page;
        if (isRepeated || pages.Text(page) is not { } text)
        {
            return;
        }

        var before = cell.Text.Length;
        text.Append(content, cell.Text);
        budget.Spend((cell.Text.Length - before) * 8L);
        if (cell.Page == 0 && cell.Text.Length > before)
        {
            (cell.Page, cell.Content) = (page, content);
        }
    }

    private PdfDictionary? Element(PdfValue kid, int depth)
    {
        budget.Spend(100);
        if (depth > MaxDepth)
        {
            throw new InvalidDataException("The tags are nested too deeply.");
        }

        if (kid is PdfReference { Number: >= 0 and < PdfSource.MaxObjects and var number })
        {
            if (_seen[number])
            {
                throw new InvalidDataException("A tag is in two places.");
            }

            _seen[number] = true;
        }

        return source.Resolve(kid) is PdfDictionary element && element["S"] != PdfValue.None ? element : null;
    }

    private static int Page(PdfDictionary element, int otherwise) => element["Pg"] is PdfReference page ? page.Number : otherwise;

    /// <summary>An element's type, or the standard type that its own stands for.</summary>
    private string Type(PdfDictionary element)
    {
        var type = source.Name(element["S"]) ?? "";
        for (var i = 0; i < 8 && source.Name(_roles[type]) is { } standard && standard != type; i++)
        {
            type = standard;
        }

        return type;
    }

    private int Span(PdfDictionary cell, string name)
    {
        foreach (var value in source.Values(cell["A"]))
        {
            if (source.Whole(source.Dictionary(value)[name]) is { } span)
            {
                return Math.Clamp(span, 1, MaxColumns);
            }
        }

        return 1;
    }

    private static Problem Irregular(SourcePlace place, Grid grid) => new(
        "pdf.irregular-table", place, 0, "",
        new($"El renglón tiene {grid.Width} columnas y el encabezado {grid.HeaderWidth}: el PDF omite celdas, así que no se sabe a qué columna pertenece cada cifra.",
            $"The row has {grid.Width} columns and the header {grid.HeaderWidth}: the PDF leaves cells out, so it does not tell which column each figure belongs to."),
        new("Pida el informe en texto o XLSX, o el PDF que entrega el sistema de origen y no el que imprime un navegador.",
            "Ask for the report as text or XLSX, or for the PDF of the system that made it and not one printed by a browser."));

    /// <summary>Which columns are taken, row after row: cells may span columns, and rows below.</summary>
    private sealed class Grid
    {
        private readonly int[] _rowsLeft = new int[MaxColumns];
        private int _next;

        /// <summary>Columns of the first row.</summary>
        public int HeaderWidth { get; private set; }

        /// <summary>Columns of the last row.</summary>
        public int Width { get; private set; }

        /// <summary>Whether the last row has as many columns as the first.</summary>
        public bool IsRegular => Width == HeaderWidth;

        public void BeginRow() => _next = 0;

        /// <summary>The 0-based column that the next cell begins in.</summary>
        public int Place(int columns, int rows)
        {
            while (_next < MaxColumns && _rowsLeft[_next] > 0)
            {
                _rowsLeft[_next++]--;
            }

            var column = _next;
            for (var i = 0; i < columns && _next < MaxColumns; i++)
            {
                _rowsLeft[_next++] = rows - 1;
            }

            return column;
        }

        public void EndRow()
        {
            Width = _next;
            for (; _next < MaxColumns; _next++)
            {
                if (_rowsLeft[_next] > 0)
                {
                    _rowsLeft[_next]--;
                    Width = _next + 1;
                }
            }

            HeaderWidth = HeaderWidth == 0 ? Width : HeaderWidth;
        }
    }

    /// <summary>A cell while its text is gathered.</summary>
    private sealed class Cell
    {
        private List<string>? _lines;

        public bool IsHeader { get; init; }

        public StringBuilder Text { get; } = new();

        public int Page { get; set; }

        public int Content { get; set; }

        public int Length => Text.Length;

        public void EndLine(bool isBlock)
        {
            if (isBlock && Text.Length > 0)
            {
                (_lines ??= []).Add(Text.ToString());
                Text.Clear();
            }
        }

        public SourceCell ToSource()
        {
            if (_lines is null)
            {
                return Text.Length == 0 ? SourceCell.Blank : new SourceCell("", [CellMarkup.Squeeze(Text.ToString())]);
            }

            EndLine(true);
            return new SourceCell("", [.. _lines.Select(l => CellMarkup.Squeeze(l))]);
        }
    }
}
