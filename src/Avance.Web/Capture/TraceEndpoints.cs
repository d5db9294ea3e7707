using Avance.Access;
using Avance.App.Capture;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Capture;

/// <summary>Figures followed back to who typed them and forward to the ledger.</summary>
internal static class TraceEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWork("/trace", Act.SeeTrace, List);
        routes.MapWork("/trace.csv", Act.SeeTrace, r => Routes.Csv(new TraceView(r, Figures(r), 0).Table, r.Site.Language));
        routes.MapWork("/trace.json", Act.SeeTrace, r => Routes.Json(new TraceView(r, Figures(r), 0).Table, r.Site.Language));
        routes.MapWork("/trace/{quarter:int}/{unit}/{subject:guid}", Act.SeeTrace, Show);
    }

    private static IResult List(WorkRequest request)
    {
        var view = new TraceView(request, Figures(request), 1);
        return Pager.TryRead(request.Context, view.Pages, out var page)
            ? Html.Page<TracePage>(view with { Page = page })
            : ErrorPages.BadRequest(request.Site, Pager.Refusal(view.Pages), view.To());
    }

    private static List<TracedFigure> Figures(WorkRequest request)
    {
        if (request.Get<PlanQueries>().Find(request.Entity, request.Year) is not { } plan)
        {
            return [];
        }

        var figures = request.Get<CaptureQueries>().Traced(request.Entity, request.Year)
            .SelectMany(s => plan.Projects.Where(p => p.UnitCode == s.Unit.Code).SelectMany(p => p.Indicators.Select(i => new TracedFigure(s, p, i, s.Version is { } sent ? request.DayOf(sent.At) : null))));
        return [.. request.Query("only") == "gaps" ? figures.Where(static f => f.Gaps.Any()) : figures];
    }

    private static IResult Show(WorkRequest request) => SheetEndpoints.WithSheet(request, file =>
    {
        var subject = Guid.Parse(request.Route("subject"));
        if (!file.Content.Projects.Any(p => p.Project.Id == subject || p.Indicators.Any(i => i.Indicator.Id == subject)))
        {
            return request.NotFound(new("La hoja de esa unidad no tiene esa meta ni ese proyecto.", "The sheet of that unit has no such target or project."));
        }

        var (queries, period, unit) = (request.Get<CaptureQueries>(), file.Period.Period, file.Unit.Code);
        var places = file.Cells.Keys.Where(a => a.Subject == subject).OrderBy(static a => a.Field, StringComparer.Ordinal);
        return Html.Page<FigureTrailPage>(new FigureTrail(
            request, file, subject,
            [.. places.SelectMany(a => queries.History(request.Entity, period, unit, a))],
            queries.Versions(request.Entity, period, unit),
            request.Get<LedgerQueries>().Targets(request.Entity, request.Year, subject)));
    });
}
