using System.Globalization;
using Avance.App.Ledger;
using Avance.App.Progress;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Web.Findings;

/// <summary>A request for something of one report.</summary>
/// <param name="Context">The HTTP request.</param>
/// <param name="Address">Addresses of the report's pages, in the reader's language.</param>
/// <param name="Report">The report, checked.</param>
/// <param name="HasDocuments">Whether the year's documents are on record here, so that figures can be opened.</param>
public sealed record ReportRequest(HttpContext Context, ReportAddress Address, CheckedReport Report, bool HasDocuments)
{
    /// <summary>Who reads.</summary>
    public Site Site => Address.Site;

    /// <summary>The reader's language.</summary>
    public Language Language => Address.Site.Language;
}

/// <summary>Maps what is shown of a report: finds the report or says that there is none, once for all of its pages.</summary>
internal static class ReportRoutes
{
    private const string Report = "/{entity}/{period:period}";

    /// <summary>Maps a page of a report at <c>/{entity}/{period}</c> + <paramref name="suffix"/>.</summary>
    public static void MapReport(this IEndpointRouteBuilder routes, string suffix, Func<ReportRequest, IResult> answer) =>
        routes.MapPage(Report + suffix, context => Answer(context, answer));

    /// <summary>Maps the twins of the table at <paramref name="suffix"/>: the same address with <c>.csv</c> and <c>.json</c>.</summary>
    public static void MapTwins(this IEndpointRouteBuilder routes, string suffix, Func<ReportRequest, Table?> table)
    {
        routes.MapReport(suffix + ".csv", r => table(r) is { } found ? Routes.Csv(found, r.Language) : ErrorPages.For(r.Site, StatusCodes.Status404NotFound));
        routes.MapReport(suffix + ".json", r => table(r) is { } found ? Routes.Json(found, r.Language) : ErrorPages.For(r.Site, StatusCodes.Status404NotFound));
    }

    private static IResult Answer(HttpContext context, Func<ReportRequest, IResult> answer)
    {
        var site = Site.Of(context);
        var entity = (string)context.GetRouteValue("entity")!;
        var periodText = (string)context.GetRouteValue("period")!;
        if (!FiscalPeriod.TryParse(periodText, out var period))
        {
            return ErrorPages.For(site, StatusCodes.Status404NotFound);
        }

        var latest = new ReportAddress(site, entity, period, null);
        if (periodText != period.ToString())
        {
            // 2023-T3 and 2023-q3 are understood; one address is the page's own.
            return Results.Redirect(site.Prefix + site.Path.Replace(periodText, period.ToString(), StringComparison.Ordinal) + site.Query, permanent: true);
        }

        if (!TryReadVersion(context.Request.Query["version"].ToString(), out var number))
        {
            return ErrorPages.BadRequest(site, new("La versión se escribe con un número: ?version=1.", "The version is written as a number: ?version=1."), latest.Board);
        }

        var reports = context.RequestServices.GetRequiredService<CheckedReports>();
        var list = reports.Versions();
        var versions = list.Of(entity, period);
        var version = versions.FirstOrDefault(v => number is null || v.Version == number);
        if (version is null)
        {
            return Missing(latest, number, versions);
        }

        var documents = context.RequestServices.GetRequiredService<LedgerQueries>().Revision(entity, period.Year);
        var state = string.Create(CultureInfo.InvariantCulture, $"{version.ReportId:N} {list.Revision} {documents}");
        return Routes.Unchanged(context, state, () => answer(new(context, latest.In(number), reports.Load(version, list), documents > 0)));
    }

    private static bool TryReadVersion(string text, out int? version)
    {
        version = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return text.Length == 0 || version is not null;
    }

    private static IResult Missing(ReportAddress address, int? number, IReadOnlyList<ReportVersion> versions)
    {
        var (site, entity, period) = (address.Site, address.Entity, address.Period.Name);
        return versions.Count == 0
            ? ErrorPages.NotFound(site, new(
                $"No se ha importado ningún informe de «{entity}» para el {period.Spanish.ToLowerInvariant()}.",
                $"No report of “{entity}” has been imported for the {period.English.ToLowerInvariant()}."))
            : ErrorPages.NotFound(
                site,
                new($"Este informe no tiene una versión {number}; la última es la {versions[0].Version}.", $"This report has no version {number}; the latest is {versions[0].Version}."),
                (site.Text("Ver la última versión", "See the latest version"), address.Board),
                (site.Text("Ver la historia del informe", "See the report's history"), address.Versions));
    }
}
