using System.Globalization;
using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.Ledger;
using Avance.Web.Ui;

namespace Avance.Web.Budget;

/// <summary>One document, with all that it moves.</summary>
/// <param name="Request">Of which office and year, and who reads.</param>
/// <param name="Posted">The document.</param>
/// <param name="Reverses">The document that it undoes; null when it undoes none.</param>
/// <param name="Record">The journal's record of its transaction; null when it is gone, which the page says.</param>
/// <param name="Names">Names of what it moves.</param>
/// <param name="Page">Which page of its entries, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record DocumentView(
    YearRequest Request,
    PostedDocument Posted,
    PostedDocument? Reverses,
    JournalRecord? Record,
    LedgerWords Names,
    int Page,
    int Pages)
{
    /// <summary>A page of this many entries stays within 40 KB compressed.</summary>
    internal const int EntriesPerPage = 250;

    /// <summary>The document itself.</summary>
    public LedgerDocument Document => Posted.Document;

    /// <summary>Every entry of money.</summary>
    public Table Entries => EntriesOf(Document.Entries.Select((e, i) => (e, i + 1)));

    /// <summary>The entries of this page.</summary>
    public Table EntriesOfPage => EntriesOf(Document.Entries.Select((e, i) => (e, i + 1)).Skip((Page - 1) * EntriesPerPage).Take(EntriesPerPage));

    /// <summary>What the entries of each stage add up to.</summary>
    public Table Sums => new(
        new("Lo que mueve, por momento", "What it moves, by stage"),
        [new("stage", new("Momento", "Stage"), ColumnKind.RowHeader), new("amount", new("Importe", "Amount"), ColumnKind.Figure)],
        [.. Document.Entries.GroupBy(e => e.Stage).OrderBy(g => g.Key).Select(g => new TableRow(
        [
            TableCell.Of(Words.Capital(Request.Site.Text(g.Key.Name()))),
            TableCell.Of(g.Aggregate(Money.Zero, (sum, e) => sum + e.Amount)),
        ]))]);

    /// <summary>Every entry of a target.</summary>
    public Table Targets => new(
        new("Asientos de metas", "Target entries"),
        [
            new("number", new("Núm.", "No."), ColumnKind.Figure),
            new("indicator", new("Meta", "Target"), ColumnKind.RowHeader),
            new("month", new("Mes", "Month"), ColumnKind.Code),
            new("stage", new("Momento", "Stage")),
            new("quantity", new("Cantidad", "Quantity"), ColumnKind.Figure),
        ],
        [.. Document.Targets.Select((t, i) => new TableRow(
        [
            TableCell.Of((long)(i + 1)),
            TableCell.Of(Names.Indicator(t.IndicatorId)),
            TableCell.Of(Request.Site.Text(MonthName.Name(t.Month))),
            TableCell.Of(Words.Capital(Request.Site.Text(t.Stage.Name()))),
            TableCell.Of((decimal?)t.Quantity),
        ]))]);

    /// <summary>Every word on beneficiaries.</summary>
    public Table Beneficiaries => new(
        new("Beneficiarios informados", "Beneficiaries told"),
        [
            new("project", new("Proyecto", "Project"), ColumnKind.RowHeader),
            new("quarter", new("Trimestre", "Quarter"), ColumnKind.Figure),
            new("women", new("Mujeres", "Women"), ColumnKind.Figure),
            new("men", new("Hombres", "Men"), ColumnKind.Figure),
            new("people", new("Personas", "People"), ColumnKind.Figure),
        ],
        [.. Document.Beneficiaries.Select(b => new TableRow(
        [
            TableCell.Of(Names.Project(b.ProjectId)), TableCell.Of((long)b.Quarter), TableCell.Of(b.Women), TableCell.Of(b.Men), TableCell.Of(b.People),
        ]))]);

    /// <summary>Address of a page of its entries.</summary>
    public string PageAddress(int page) => Request.To(Path, string.Create(CultureInfo.InvariantCulture, $"page={page}"));

    /// <summary>Address of its entries in another format.</summary>
    public string Twin(string extension) => Request.To(Path + extension);

    private string Path => string.Create(CultureInfo.InvariantCulture, $"/documents/{Posted.Sequence}");

    private Table EntriesOf(IEnumerable<(BudgetEntry Entry, int Number)> entries) => new(
        new("Asientos de dinero", "Entries of money"),
        [
            new("number", new("Núm.", "No."), ColumnKind.Figure),
            new("line", new("Clave presupuestaria", "Budget line"), ColumnKind.RowHeader),
            new("project", new("Proyecto", "Project")),
            new("month", new("Mes", "Month"), ColumnKind.Code),
            new("stage", new("Momento", "Stage")),
            new("amount", new("Importe", "Amount"), ColumnKind.Figure),
        ],
        [.. entries.Select(e => new TableRow(
        [
            TableCell.Of((long)e.Number),
            TableCell.Of(Names.Key(e.Entry.LineId), Names.LineAddress(e.Entry.LineId)),
            TableCell.Of(Names.ProjectOfLine(e.Entry.LineId)),
            TableCell.Of(Request.Site.Text(MonthName.Name(e.Entry.Month))),
            TableCell.Of(Words.Capital(Request.Site.Text(e.Entry.Stage.Name()))),
            TableCell.Of(e.Entry.Amount),
        ]))]);
}
