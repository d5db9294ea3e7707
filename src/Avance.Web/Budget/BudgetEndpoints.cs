using System.Globalization;
using System.Text.Json;
using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.Ledger;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Budget;

/// <summary>The budget of a year, from any classification down to its entries and their documents.</summary>
internal static class BudgetEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapYearTable("/budget", ReadBudget, v => Html.Page<BudgetPage>(v), v => v.Table);
        routes.MapYearTable("/budget/entries", ReadEntries, v => Html.Page<EntriesPage>(v), v => v.Table);
        routes.MapYearTable("/budget/lines/{key}", ReadLine, v => Html.Page<LinePage>(v), v => v.Table);
        routes.MapYearTable("/documents", ReadDocuments, v => Html.Page<DocumentsPage>(v), v => v.Table);
        routes.MapYearTable("/documents/{sequence:long}", ReadDocument, v => Html.Page<DocumentPage>(v), v => v.Entries);
    }

    private static (BudgetView?, IResult?) ReadBudget(YearRequest request)
    {
        var (reading, refusal) = BudgetReading.Read(request);
        if (reading is null)
        {
            return (null, refusal);
        }

        var id = request.Query("by");
        if (reading.Book.By(id ?? reading.DefaultGrouping.Code) is not { } budget)
        {
            return (null, BadGrouping(reading, "/budget"));
        }

        var pages = Pager.Count(budget.Rows.Count, BudgetView.RowsPerPage);
        return Pager.TryRead(request.Context, pages, out var page)
            ? (new(reading, budget, page, pages), null)
            : (null, ErrorPages.BadRequest(request.Site, Pager.Refusal(pages), request.To("/budget")));
    }

    private static (EntriesView?, IResult?) ReadEntries(YearRequest request)
    {
        var (reading, refusal) = BudgetReading.Read(request);
        if (reading is null)
        {
            return (null, refusal);
        }

        if (ReadFilter(reading, out var problem) is not { } filter)
        {
            return (null, problem);
        }

        var perPage = request.Site.Path.EndsWith("/entries", StringComparison.Ordinal) ? EntriesView.PerPage : EntriesView.PerTwin;
        if (!Pager.TryRead(request.Context, int.MaxValue / perPage, out var page))
        {
            return (null, ErrorPages.BadRequest(request.Site, new("La página se escribe con un número desde 1: ?page=1.", "The page is written as a number from 1: ?page=1."), request.To("/budget/entries")));
        }

        // One more than fits tells whether there is another page, without counting them all.
        var entries = filter.Lines is { Count: 0 } ? [] : request.Get<LedgerQueries>().Entries(request.Entity, request.Year, filter.Filter, (page - 1) * perPage, perPage + 1);
        return (new(filter, [.. entries.Take(perPage)], page, entries.Count > perPage), null);
    }

    private static EntriesFilter? ReadFilter(BudgetReading reading, out IResult? refusal)
    {
        var (by, code, stage, monthText) = (reading.Request.Query("by"), reading.Request.Query("code"), reading.Request.Query("stage"), reading.Request.Query("month"));
        var grouping = by is null ? null : reading.Grouping(by);
        var column = stage is null ? null : BudgetColumns.Find(stage);
        var month = int.TryParse(monthText, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12 ? number : (int?)null;
        refusal = by is not null && grouping is null ? BadGrouping(reading, "/budget/entries")
            : grouping is not null && code is null ? Bad(reading, new("Falta la clave: ?code=1000.", "The code is missing: ?code=1000."))
            : stage is not null && column is null ? Bad(reading, Choices("El momento", "Stage", BudgetColumns.All.Where(c => c.Amount is not null).Select(c => c.Id)))
            : monthText is not null && month is null ? Bad(reading, new("El mes se escribe con un número del 1 al 12: ?month=9.", "The month is written as a number from 1 to 12: ?month=9."))
            : null;
        return refusal is null ? new(reading, grouping, grouping is null ? null : code == EntriesView.NoCode ? "" : code, column, month) : null;
    }

    private static (LineView?, IResult?) ReadLine(YearRequest request)
    {
        var (reading, refusal) = BudgetReading.Read(request);
        if (reading is null)
        {
            return (null, refusal);
        }

        var key = request.Route("key");
        var line = reading.Book.Lines.FirstOrDefault(l => l.Key == key);
        return line is not null
            ? (new(reading, line, reading.Book.Balances.TryGetValue(line.Id, out var balance) ? balance : new LineBalance()), null)
            : (null, ErrorPages.NotFound(
                request.Site,
                new($"El presupuesto {request.Year} no tiene la clave «{key}».", $"The budget of {request.Year} has no line “{key}”."),
                (request.Site.Text("Ver el presupuesto", "See the budget"), request.To("/budget"))));
    }

    private static (DocumentsView?, IResult?) ReadDocuments(YearRequest request)
    {
        var ledger = request.Get<LedgerQueries>();
        var count = (int)BudgetReading.Documents(request);
        if (count == 0)
        {
            return (null, BudgetReading.Missing(request));
        }

        var perPage = request.Site.Path.EndsWith("/documents", StringComparison.Ordinal) ? DocumentsView.PerPage : EntriesView.PerTwin;
        var pages = Pager.Count(count, perPage);
        return Pager.TryRead(request.Context, pages, out var page)
            ? (new(request, ledger.Documents(request.Entity, request.Year, (page - 1) * perPage, perPage), page, pages), null)
            : (null, ErrorPages.BadRequest(request.Site, Pager.Refusal(pages), request.To("/documents")));
    }

    private static (DocumentView?, IResult?) ReadDocument(YearRequest request)
    {
        var ledger = request.Get<LedgerQueries>();
        var sequence = long.TryParse(request.Route("sequence"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (ledger.Document(request.Entity, request.Year, sequence) is not { } document)
        {
            return (null, ErrorPages.NotFound(
                request.Site,
                new($"El ejercicio {request.Year} no tiene un documento «{request.Route("sequence")}».", $"The year {request.Year} has no document “{request.Route("sequence")}”."),
                (request.Site.Text("Ver los documentos", "See the documents"), request.To("/documents"))));
        }

        var pages = Pager.Count(document.Document.Entries.Count, DocumentView.EntriesPerPage);
        if (!Pager.TryRead(request.Context, pages, out var page))
        {
            return (null, ErrorPages.BadRequest(request.Site, Pager.Refusal(pages), DocumentsView.AddressOf(request, sequence)));
        }

        var record = request.Get<JournalQueries>().At(request.Entity, document.RecordedAt).FirstOrDefault(r => Covers(r, request.Year, sequence));
        return (new(request, document, document.Document.Reverses is { } undone ? ledger.Header(request.Entity, undone) : null, record, BudgetReading.NamesOf(request), page, pages), null);
    }

    /// <summary>Whether a record of the journal answers for a document.</summary>
    private static bool Covers(JournalRecord record, int year, long sequence)
    {
        if (record.Action != LedgerQueries.PostedAction)
        {
            return false;
        }

        using var value = JsonDocument.Parse(record.NewValue);
        var root = value.RootElement;
        return root.GetProperty("year").GetInt32() == year && sequence >= root.GetProperty("first").GetInt64() && sequence <= root.GetProperty("last").GetInt64();
    }

    private static IResult BadGrouping(BudgetReading reading, string page) =>
        ErrorPages.BadRequest(reading.Request.Site, Choices("La clasificación", "Classification", reading.Book.Groupings.Select(g => g.Code)), reading.Request.To(page));

    private static IResult Bad(BudgetReading reading, LocalizedText problem) => ErrorPages.BadRequest(reading.Request.Site, problem, reading.Request.To("/budget/entries"));

    private static LocalizedText Choices(string spanish, string english, IEnumerable<string> ids)
    {
        var list = string.Join(", ", ids);
        return new($"{spanish} que se pide no existe; se puede pedir: {list}.", $"{english} does not exist; there are: {list}.");
    }
}
