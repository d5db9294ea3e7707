using Avance.Documents.Pdf;

namespace Avance.Documents.Reporting;

/// <summary>
/// A table that flows over pages: its header is repeated on each, rows stay whole while they fit on a page, and a row may
/// ask to stay with the next one.
/// </summary>
internal sealed class ProgressPdfTable(ProgressPdfPages pages, ProgressPdfTheme theme, int[] edges, IReadOnlyList<HeadCell> heads)
{
    private readonly ProgressPdfTableHead _head = new(theme, edges, heads);
    private readonly List<TableRow> _kept = [];
    private readonly Sequence<CellContent> _contents = new();
    private bool _isFresh;

    /// <summary>Left and right ends of the columns, one more than there are columns.</summary>
    public ReadOnlySpan<int> Edges => edges;

    /// <summary>Room for rows on a whole page.</summary>
    public int FullHeight => pages.FullRoom - _head.Height;

    /// <summary>Room that the table needs to begin with something in it.</summary>
    public int LeastRoom => _head.Height + 800;

    /// <summary>Begins the table on the page, at once.</summary>
    public void Begin()
    {
        pages.Tags.Open("Table");
        _head.Print(pages, isRepeated: false);
        pages.Tags.Open("TBody");
        _isFresh = true;
    }

    /// <summary>Adds a row, or holds it until the one that it must stay with comes.</summary>
    public void Add(TableRow row, bool keepWithNext)
    {
        _kept.Add(row);
        if (!keepWithNext)
        {
            Flush();
        }
    }

    /// <summary>Ends the table.</summary>
    public void End()
    {
        Flush();
        pages.Page.Rule(edges[0], pages.Y, edges[^1], pages.Y, 15, ProgressPdfTheme.Accent);
        pages.Tags.Close();
        pages.Tags.Close();
    }

    private void Flush()
    {
        // What cannot be on one page together is kept together as far as it can.
        var together = _kept.Count;
        var height = TableRow.HeightOf(_kept);
        while (height > FullHeight && together > 1)
        {
            height -= _kept[--together].Height;
        }

        if (height > pages.Room && height <= FullHeight && !_isFresh)
        {
            NextPage();
        }

        foreach (var row in _kept)
        {
            Print(row);
        }

        _kept.Clear();
    }

    private void Print(TableRow row)
    {
        if (row.Height > pages.Room && row.Height <= FullHeight && !_isFresh)
        {
            NextPage();
        }

        var first = row.Reserve(pages.Tags);
        _contents.Clear();
        for (var line = 0; line < row.LineCount;)
        {
            var fitting = row.LinesThatFit(pages.Room);
            if (line + fitting < row.LineCount && fitting < 2 && !_isFresh)
            {
                NextPage();
                continue;
            }

            var end = Math.Min(row.LineCount, line + Math.Max(fitting, 1));
            var height = row.HeightOf(end - line);
            row.Print(pages, edges, first, line, end, _contents);
            pages.Skip(height);
            _isFresh = false;
            line = end;
            if (line < row.LineCount)
            {
                NextPage();
            }
        }

        row.Tag(pages.Tags, first, _contents);
    }

    private void NextPage()
    {
        if (!_isFresh)
        {
            pages.Page.Rule(edges[0], pages.Y, edges[^1], pages.Y, 15, ProgressPdfTheme.Accent);
        }

        pages.Next();
        _head.Print(pages, isRepeated: true);
        _isFresh = true;
    }
}
