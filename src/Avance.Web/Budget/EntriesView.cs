using System.Globalization;
using Avance.App.Ledger;
using Avance.Budget;
using Avance.Ledger;
using Avance.Web.Ui;

namespace Avance.Web.Budget;

/// <summary>Which entries a reader asked for: those behind one figure of a budget table, or all.</summary>
/// <param name="Reading">The year's lines, what they hold, and the moment.</param>
/// <param name="Grouping">The classification that the code belongs to; null for every line.</param>
/// <param name="Code">The code; null for every line.</param>
/// <param name="Column">The column whose figure is opened; null for every stage.</param>
/// <param name="Month">Month of the calendar; null for the whole year.</param>
public sealed record EntriesFilter(BudgetReading Reading, BudgetGrouping? Grouping, string? Code, BudgetColumn? Column, int? Month)
{
    /// <summary>The lines that it keeps; null for all.</summary>
    public IReadOnlyList<BudgetLine>? Lines { get; } = Grouping is null ? null : [.. Reading.Book.Lines.Where(l => Grouping.Of(l).Code == Code)];

    /// <summary>The same for the ledger.</summary>
    public EntryFilter Filter => new() { Lines = Lines is null ? null : [.. Lines.Select(l => l.Id)], Stages = Column?.Stages, Month = Month, AsOf = Reading.Point.AsOf };

    /// <summary>Its parts as a query string has them.</summary>
    public IEnumerable<(string Name, string? Value)> Query =>
    [
        ("by", Grouping?.Code), ("code", Code is { Length: 0 } ? EntriesView.NoCode : Code), ("stage", Column?.Id), ("month", Month?.ToString(CultureInfo.InvariantCulture)),
    ];

    /// <summary>What the entries that it keeps add up to; null when no column is asked for, or nothing was posted in it.</summary>
    public Money? Sum
    {
        get
        {
            var sum = new LineBalance();
            foreach (var line in Lines ?? Reading.Book.Lines)
            {
                if (Reading.Book.Balances.TryGetValue(line.Id, out var balance))
                {
                    sum.Add(balance);
                }
            }

            return Column is null ? null
                : Month is not { } month ? Column.Amount!(sum)
                : Column.Amount!(sum) is null ? null
                : Column.Stages.Aggregate(Money.Zero, (total, stage) => total + EntriesView.Contribution(stage, Column, sum[stage, month]));
        }
    }
}

/// <summary>A page of entries.</summary>
/// <param name="Filter">Which were asked for.</param>
/// <param name="Entries">Those of this page.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="HasMore">Whether there is another after it.</param>
public sealed record EntriesView(EntriesFilter Filter, IReadOnlyList<PostedEntry> Entries, int Page, bool HasMore)
{
    /// <summary>What stands for «no code» in an address.</summary>
    public const string NoCode = "-";

    /// <summary>A page of this many entries stays within 40 KB compressed.</summary>
    internal const int PerPage = 150;

    /// <summary>The most entries that a twin carries at once; the rest are on its next pages.</summary>
    internal const int PerTwin = 20_000;

    /// <summary>Of which office and year, and who reads.</summary>
    public YearRequest Request => Filter.Reading.Request;

    /// <summary>The entries.</summary>
    public Table Table
    {
        get
        {
            var names = Filter.Reading.Names;
            return new(
                new("Asientos", "Entries"),
                [
                    new("date", new("Fecha", "Date"), ColumnKind.Code),
                    new("document", new("Documento", "Document"), ColumnKind.RowHeader),
                    new("kind", new("Tipo", "Kind")),
                    new("line", new("Clave presupuestaria", "Budget line"), ColumnKind.Code),
                    new("month", new("Mes", "Month"), ColumnKind.Code),
                    new("stage", new("Momento", "Stage")),
                    new("amount", new("Importe", "Amount"), ColumnKind.Figure),
                    new("description", new("De qué trata", "What it is about"), ColumnKind.Prose),
                ],
                [.. Entries.Select(e => new TableRow(
                [
                    TableCell.Of(Words.Day(e.Document.EffectiveOn)),
                    TableCell.Of(e.Document.Folio, DocumentsView.AddressOf(Request, e.Sequence)),
                    TableCell.Of(Words.Capital(Request.Site.Text(e.Document.Kind.Name())), e.Document.Kind.Code(), null),
                    TableCell.Of(names.Key(e.Entry.LineId), names.LineAddress(e.Entry.LineId)),
                    TableCell.Of(Request.Site.Text(MonthName.Name(e.Entry.Month))),
                    TableCell.Of(Words.Capital(Request.Site.Text(e.Entry.Stage.Name()))),
                    TableCell.Of(Contribution(e.Entry.Stage, Filter.Column, e.Entry.Amount)),
                    TableCell.Of(e.Document.Description),
                ]))]);
        }
    }

    /// <summary>
    /// An amount with the sign that it has in a column: reductions take away from the revised budget, and what is committed
    /// from what is available.
    /// </summary>
    public static Money Contribution(BudgetStage stage, BudgetColumn? column, Money amount) =>
        column is { Stages.Count: > 1 } && stage is (BudgetStage.Decrease or BudgetStage.Committed) ? -amount : amount;

    /// <summary>Address of a page of the entries.</summary>
    public string PageAddress(int page) => Filter.Reading.To("/budget/entries", [.. Filter.Query, ("page", page.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Address of the entries in another format.</summary>
    public string Twin(string extension) => Filter.Reading.To("/budget/entries" + extension, Filter.Query);
}
