using System.Globalization;
using Avance.Access;
using Avance.App.Journal;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Avance.Web.Work;

/// <summary>The journal of an office: searched page by page, verified, and handed out whole for other programs.</summary>
internal static class JournalEndpoints
{
    private const string Address = "/{entity}/journal";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWorkspace(Address, Act.SeeJournal, Show);
        routes.MapWorkspace(Address + "/verify", Act.SeeJournal, Verify);
        routes.MapWorkspace(Address + ".csv", Act.SeeJournal, visit => Export(visit, "text/csv; charset=utf-8", "csv", JournalExport.WriteCsv));
        routes.MapWorkspace(Address + ".jsonl", Act.SeeJournal, visit => Export(visit, "application/jsonl; charset=utf-8", "jsonl", JournalExport.WriteJsonLines));
    }

    private static IResult Show(WorkVisit visit)
    {
        var (filter, refusal) = Read(visit);
        var before = visit.Query("before");
        long? from = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return filter is null ? refusal!
            : before.Length > 0 && from is null ? ErrorPages.BadRequest(visit.Site, new("El registro desde el que se sigue se escribe con su número: ?before=120.", "The record to go on from is written as its number: ?before=120."), JournalView.At(visit.Site, visit.Office!))
            : Html.Page<JournalPage>(new JournalView(visit, filter, visit.Get<JournalQueries>().Search(visit.Office!, filter, from, JournalView.PerPage + 1), from, null));
    }

    /// <summary>Walks the whole chain and all it vouches for, which takes its time, and so only when asked.</summary>
    private static IResult Verify(WorkVisit visit)
    {
        var journal = visit.Get<JournalQueries>();
        var verdict = new JournalVerdict(journal.Verify(visit.Office!));
        return Html.Page<JournalPage>(new JournalView(visit, new(), journal.Search(visit.Office!, new(), null, JournalView.PerPage + 1), null, verdict));
    }

    private static IResult Export(WorkVisit visit, string contentType, string extension, Action<IEnumerable<JournalRecord>, Stream> write)
    {
        var (filter, refusal) = Read(visit);
        if (filter is null)
        {
            return refusal!;
        }

        // Written as it is read, however long it is.
        visit.Context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        visit.Context.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"bitacora-{visit.Office}.{extension}" }.ToString();
        return Results.Stream(
            output =>
            {
                write(visit.Get<JournalQueries>().Each(visit.Office!, filter), output);
                return Task.CompletedTask;
            },
            contentType);
    }

    private static (JournalFilter? Filter, IResult? Refusal) Read(WorkVisit visit)
    {
        var (isFrom, from) = Day(visit.Query("from"));
        var (isTo, to) = Day(visit.Query("to"));
        return isFrom && isTo
            ? (new() { Actor = visit.Query("actor"), Action = visit.Query("action"), Subject = visit.Query("subject"), From = from, To = to }, null)
            : (null, ErrorPages.BadRequest(visit.Site, new("Los días se escriben como 2024-04-15.", "Days are written as 2024-04-15."), JournalView.At(visit.Site, visit.Office!)));
    }

    private static (bool IsUnderstood, DateOnly? Day) Day(string text) =>
        text.Length == 0 ? (true, null)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (true, day)
        : (false, null);
}
