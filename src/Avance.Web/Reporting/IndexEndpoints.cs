using System.Globalization;
using Avance.App.Progress;
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
        routes.MapPage("/reports", c => Answer(c, v => Html.Page<IndexPage>(v)));
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

    private static VersionList Versions(HttpContext context) => context.RequestServices.GetRequiredService<CheckedReports>().Versions();
}

/// <summary>Every report, in its latest version.</summary>
/// <param name="Site">Who reads.</param>
/// <param name="Latest">The reports, newest period first.</param>
public sealed record IndexView(Site Site, IReadOnlyList<ReportVersion> Latest)
{
    /// <summary>The reports as a table.</summary>
    public Table Table => new(
        new("Informes publicados", "Published reports"),
        [
            new("entity", new("Ente público", "Public entity"), ColumnKind.RowHeader),
            new("code", new("Clave", "Code"), ColumnKind.Code),
            new("period", new("Periodo", "Period"), ColumnKind.Code),
            new("version", new("Versión", "Version"), ColumnKind.Figure),
            new("importedAt", new("Incorporado", "Imported"), ColumnKind.Code),
        ],
        [.. Latest.Select(v => new TableRow(
        [
            TableCell.Of(v.Entity.Name, new ReportAddress(Site, v.Entity.Code, v.Period, null).Board),
            TableCell.Of(v.Entity.Code),
            TableCell.Of(Site.Text(v.Period.Name), v.Period.ToString(), null),
            TableCell.Of((long)v.Version),
            TableCell.Of(Words.Instant(v.ImportedAt)),
        ]))]);
}
