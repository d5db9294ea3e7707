namespace Avance.App.Importing;

/// <summary>One row of a published report as a reader found it, before anyone decides what it means.</summary>
/// <param name="Place">Where it stands in the file.</param>
/// <param name="Cells">Its cells in printed order; missing cells at the end are blank.</param>
public sealed record SourceRow(SourcePlace Place, IReadOnlyList<SourceCell> Cells)
{
    /// <summary>The cell of a 1-based column; blank beyond the last.</summary>
    public SourceCell this[int column] => column <= Cells.Count ? Cells[column - 1] : SourceCell.Blank;

    /// <summary>Whether nothing stands in the columns from one to another, both included.</summary>
    public bool IsBlank(int from, int to)
    {
        for (var column = from; column <= to; column++)
        {
            if (!this[column].IsBlank)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A row of cells that hold one plain text each, as sheets and PDF pages do.</summary>
    public static SourceRow Plain(SourcePlace place, params IReadOnlyList<string> cells) =>
        new(place, [.. cells.Select(c => new SourceCell("", [c]))]);
}

/// <summary>A cell: a leading run in bold, where the format marks it, and the lines after it.</summary>
/// <param name="Bold">Text marked bold at the start of the cell; empty when nothing is marked.</param>
/// <param name="Lines">The rest, split where the format marks a line break; one line when it marks none.</param>
public readonly record struct SourceCell(string Bold, IReadOnlyList<string> Lines)
{
    /// <summary>A cell with nothing in it.</summary>
    public static SourceCell Blank { get; } = new("", [""]);

    /// <summary>The whole cell as one text.</summary>
    public string Text => Lines.Count == 1 && Bold.Length == 0 ? Lines[0] : string.Join(' ', [.. Bold.Length == 0 ? [] : new[] { Bold }, .. Lines]).Trim();

    /// <summary>Whether nothing stands in the cell.</summary>
    public bool IsBlank => Bold.Length == 0 && (Lines.Count == 1 ? string.IsNullOrWhiteSpace(Lines[0]) : Lines.All(string.IsNullOrWhiteSpace));
}
