using System.Globalization;
using Avance.Budget;
using Avance.Ledger;
using Avance.Web.Ui;

namespace Avance.Web.Budget;

/// <summary>One budget line, month by month.</summary>
/// <param name="Reading">The year's lines, what they hold, and the moment.</param>
/// <param name="Line">The line.</param>
/// <param name="Balance">What it holds.</param>
public sealed record LineView(BudgetReading Reading, BudgetLine Line, LineBalance Balance)
{
    /// <summary>Name of the grouping that has each line on its own.</summary>
    internal const string Grouping = "line";

    /// <summary>Of which office and year, and who reads.</summary>
    public YearRequest Request => Reading.Request;

    /// <summary>The parts of its key: what each is, its code, and its name.</summary>
    public IEnumerable<(string Part, string Code, string Name)> Parts => Reading.Book.Layout.Segments.Zip(Line.Codes).Select(p => (
        Request.Site.Text(p.First.Name),
        p.Second,
        Reading.Grouping(p.First.Code) is { } grouping ? Request.Site.Text(grouping.Of(Line).Name) : ""));

    /// <summary>The calendar: a row a month, and the year.</summary>
    public Table Table => new(
        new("Calendario de la clave", "Calendar of the line"),
        [
            new("month", new("Mes", "Month"), ColumnKind.RowHeader),
            .. Columns.Select(c => new TableColumn(c.Id, c.Heading, ColumnKind.Figure)),
        ],
        [
            .. Enumerable.Range(1, 12).Select(m => new TableRow([TableCell.Of(Words.Capital(Request.Site.Text(MonthName.Name(m)))), .. Columns.Select(c => Cell(c, c.OfMonth(Balance, m), m))])),
            new TableRow([TableCell.Of(Request.Site.Text("Año", "Year")), .. Columns.Select(c => Cell(c, c.Amount!(Balance), null))], IsTotal: true),
        ]);

    /// <summary>Address of the calendar in another format.</summary>
    public string Twin(string extension) => Reading.To("/budget/lines/" + Uri.EscapeDataString(Line.Key) + extension);

    private static IEnumerable<BudgetColumn> Columns => BudgetColumns.All.Where(c => c.Amount is not null);

    private TableCell Cell(BudgetColumn column, Money? amount, int? month)
    {
        // What is available in a month also depends on other months: no list of that month's entries adds up to it.
        var opens = amount is not null && (month is null || column.Id != "available");
        return TableCell.Of(amount) with
        {
            Href = opens ? Reading.To("/budget/entries", ("by", Grouping), ("code", Line.Key), ("stage", column.Id), ("month", month?.ToString(CultureInfo.InvariantCulture))) : null,
        };
    }
}
