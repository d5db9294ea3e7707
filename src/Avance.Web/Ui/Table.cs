namespace Avance.Web.Ui;

/// <summary>
/// A table as data. The page, its CSV and its JSON are painted from the same one, so they cannot differ.
/// </summary>
/// <param name="Caption">What the table shows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, each with a cell for every column.</param>
public sealed record Table(LocalizedText Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<TableRow> Rows);

/// <summary>A column.</summary>
/// <param name="Id">Its name in JSON: English, camelCase.</param>
/// <param name="Heading">Its heading on the page and in CSV.</param>
/// <param name="Kind">What its cells hold.</param>
public sealed record TableColumn(string Id, LocalizedText Heading, ColumnKind Kind = ColumnKind.Text);

/// <summary>What the cells of a column hold, which is how they are aligned.</summary>
public enum ColumnKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>A code, a day, a place: short, and never broken into lines.</summary>
    Code,

    /// <summary>Sentences, which need room.</summary>
    Prose,

    /// <summary>Figures, aligned right.</summary>
    Figure,

    /// <summary>What the row is about: the row's header.</summary>
    RowHeader,
}

/// <summary>A row.</summary>
/// <param name="Cells">A cell for every column.</param>
/// <param name="IsTotal">Whether the row adds up the others; totals are left out of CSV and JSON.</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells, bool IsTotal = false);

/// <summary>A cell: words or a figure, perhaps with a link or a mark.</summary>
public readonly record struct TableCell
{
    /// <summary>What the page prints.</summary>
    public string Text { get; private init; }

    /// <summary>The figure for CSV and JSON, with its printed decimals; null when the cell holds words or nothing.</summary>
    public decimal? Number { get; private init; }

    /// <summary>The word for JSON when it is a code and not what the page prints.</summary>
    public string? Code { get; private init; }

    /// <summary>Whether the cell holds a figure, even an absent one.</summary>
    public bool IsFigure { get; private init; }

    /// <summary>Where the cell leads; null for nowhere.</summary>
    public string? Href { get; init; }

    /// <summary>Class of the mark before the words; null for none.</summary>
    public string? Mark { get; init; }

    /// <summary>Words.</summary>
    public static TableCell Of(string text, string? href = null) => new() { Text = text, Href = href };

    /// <summary>A name that the page says in words, and data as a code.</summary>
    public static TableCell Of(string text, string code, string? mark, string? href = null) => new() { Text = text, Code = code, Mark = mark, Href = href };

    /// <summary>An amount of money.</summary>
    public static TableCell Of(Money? amount) => new() { Text = Figure.Print(amount), Number = amount?.Pesos, IsFigure = true };

    /// <summary>A quantity or percentage.</summary>
    public static TableCell Of(decimal? number) => new() { Text = Figure.Print(number), Number = number, IsFigure = true };

    /// <summary>A count.</summary>
    public static TableCell Of(long? count, string? href = null) => new() { Text = Figure.Print(count), Number = count, IsFigure = true, Href = href };
}
