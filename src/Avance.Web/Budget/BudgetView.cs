using System.Globalization;
using Avance.Budget;
using Avance.Ledger;
using Avance.Web.Ui;

namespace Avance.Web.Budget;

/// <summary>The budget of a year by one classification, at one moment.</summary>
/// <param name="Reading">The year's lines, what they hold, and the moment.</param>
/// <param name="Budget">The lines added up.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record BudgetView(BudgetReading Reading, BudgetTable Budget, int Page, int Pages)
{
    /// <summary>A page of this many rows, each with a dozen links, stays within 40 KB compressed.</summary>
    internal const int RowsPerPage = 100;

    /// <summary>The most rows that a chart can tell apart.</summary>
    private const int MaxBars = 12;

    /// <summary>Of which office and year, and who reads.</summary>
    public YearRequest Request => Reading.Request;

    /// <summary>One row a code.</summary>
    public IReadOnlyList<BudgetRow> Rows => Budget.Rows;

    /// <summary>How lines are put together.</summary>
    public BudgetGrouping Grouping => Budget.Grouping;

    /// <summary>Whether there are few enough rows to draw them.</summary>
    public bool HasChart => Rows.Count is > 1 and <= MaxBars;

    /// <summary>Every row.</summary>
    public Table Table => TableOf(Rows, withTotal: false);

    /// <summary>The rows of this page, and the total of all.</summary>
    public Table TableOfPage => TableOf(Rows.Skip((Page - 1) * RowsPerPage).Take(RowsPerPage), withTotal: true);

    /// <summary>Address of a page of the rows.</summary>
    public string PageAddress(int page) => Reading.To("/budget", ("by", Grouping.Code), ("page", page.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Address of the rows in another format.</summary>
    public string Twin(string extension) => Reading.To("/budget" + extension, ("by", Grouping.Code));

    private Table TableOf(IEnumerable<BudgetRow> rows, bool withTotal)
    {
        var cells = rows.Select(r => new TableRow(
        [
            TableCell.Of(r.Code.Length > 0 ? r.Code : Request.Site.Text("Sin clave", "No code"), Grouping.Code == LineView.Grouping ? LedgerWords.LineAddress(Request, r.Code) : null),
            TableCell.Of(Request.Site.Text(r.Name)),
            .. Figures(r.Balance, r.Code),
        ]));
        return new(
            new($"Presupuesto por {Lower(Grouping.Name.Spanish)}", $"Budget by {Lower(Grouping.Name.English)}"),
            [
                new("code", new("Clave", "Code"), ColumnKind.RowHeader),
                new("name", new("Nombre", "Name"), ColumnKind.Prose),
                .. BudgetColumns.All.Select(c => new TableColumn(c.Id, c.Heading, ColumnKind.Figure)),
            ],
            [.. cells, .. withTotal && Rows.Count > 0 ? [new TableRow([TableCell.Of(Request.Site.Text("Total", "Total")), TableCell.Of(""), .. Figures(Budget.Total, null)], IsTotal: true)] : Array.Empty<TableRow>()]);
    }

    /// <summary>Every figure opens its entries; what is absent opens nothing.</summary>
    private IEnumerable<TableCell> Figures(LineBalance balance, string? code) => BudgetColumns.All.Select(c => c.Amount is null
        ? TableCell.Of(BudgetColumns.AccruedRate(balance))
        : TableCell.Of(c.Amount(balance)) with
        {
            Href = c.Amount(balance) is null ? null : Reading.To("/budget/entries", ("by", code is null ? null : Grouping.Code), ("code", code is { Length: 0 } ? EntriesView.NoCode : code), ("stage", c.Id)),
        });

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
