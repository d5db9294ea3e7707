using System.Globalization;
using Avance.Web.Findings;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Web.Reporting;

/// <summary>The list of reports, and the door: with a single report, the door leads to its board.</summary>
internal static class IndexEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/", Enter);
        routes.MapPage("/reports", c => Answer(c, v => Show(c, v)));
        routes.MapPage("/reports.csv", c => Answer(c, v => Routes.Csv(v.Table, v.Site.Language)));
        routes.MapPage("/reports.json", c => Answer(c, v => Routes.Json(v.Table, v.Site.Language)));
    }

    private static IResult Enter(HttpContext context)
    {
        var site = Site.Of(context);
        var latest = Versions(context).Latest.Take(2).ToList();
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Redirect(latest.Count == 1
            ? new ReportAddress(site, latest[0].Entity.Code, latest[0].Period, null).Board
            : site.Link("/reports"));
    }

    private static IResult Answer(HttpContext context, Func<IndexView, IResult> answer)
    {
        var versions = Versions(context);
        return Routes.Unchanged(
            context,
            string.Create(CultureInfo.InvariantCulture, $"reports {versions.Revision}"),
            () => answer(new(Site.Of(context), [.. versions.Latest])));
    }

    private static IResult Show(HttpContext context, IndexView view) => Pager.TryRead(context, view.Pages, out var page)
        ? Html.Page<IndexPage>(view with { Page = page })
        : ErrorPages.BadRequest(view.Site, Pager.Refusal(view.Pages), view.Site.Link("/reports"));

    private static VersionList Versions(HttpContext context) => context.RequestServices.GetRequiredService<CheckedReports>().Versions();
}
