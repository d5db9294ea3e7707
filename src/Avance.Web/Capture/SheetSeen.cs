using System.Globalization;
using Avance.App.Capture;
using Avance.Web.Forms;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;

namespace Avance.Web.Capture;

/// <summary>Keeps up to where a person has seen what others do in a sheet.</summary>
internal static class SheetSeen
{
    /// <summary>Carries the moment before the news of a page were read: what came later was not seen.</summary>
    public static readonly Field At = new("at", new("Momento", "Moment"));

    private static readonly DateTimeOffset Always = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A moment, as a page carries it.</summary>
    public static string Write(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>What others did since this person said to have seen the sheet; all that they did for who never said so.</summary>
    public static SheetNews News(WorkRequest request, FiscalPeriod period, string unit)
    {
        var queries = request.Get<CaptureQueries>();
        var until = request.Get<TimeProvider>().GetUtcNow();
        var since = queries.SeenAt(request.Entity, period, unit, request.Actor) ?? Always;
        return queries.News(request.Entity, period, unit, since, request.Actor) with { Until = until };
    }

    public static IResult Keep(WorkRequest request, FiscalPeriod period, string unit, Form form)
    {
        var now = request.Get<TimeProvider>().GetUtcNow();
        var at = long.TryParse(form.Typed(At), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < now.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : now;
        request.Get<CaptureQueries>().Seen(request.Entity, period, unit, request.Actor, at);
        return request.Next(request.SheetAddress(period.Quarter, unit), notice: null);
    }
}
