using System.Globalization;
using Avance.App.Journal;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Web.Ui;

/// <summary>A request for something of one office's year: its budget, its documents.</summary>
/// <param name="Context">The HTTP request.</param>
/// <param name="Site">Who reads.</param>
/// <param name="Entity">The office's code, as the address says it.</param>
/// <param name="Year">The fiscal year.</param>
public sealed record YearRequest(HttpContext Context, Site Site, string Entity, int Year)
{
    /// <summary>The reader's language.</summary>
    public Language Language => Site.Language;

    /// <summary>A page of this year: <c>/budget</c>.</summary>
    /// <param name="page">What follows the year.</param>
    /// <param name="query">The query string, without question mark.</param>
    public string To(string page, string query = "") => At(Site, Entity, Year, page, query);

    /// <summary>A page of any year of any office.</summary>
    public static string At(Site site, string entity, int year, string page, string query = "")
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(query);
        return site.Link(string.Create(CultureInfo.InvariantCulture, $"/{Uri.EscapeDataString(entity)}/{year}{page}{(query.Length > 0 ? "?" + query : "")}"));
    }

    /// <summary>Something that the web was built with.</summary>
    public T Get<T>()
        where T : notnull => Context.RequestServices.GetRequiredService<T>();

    /// <summary>A value of the query string, without spaces around it; null when it is not there.</summary>
    public string? Query(string key) => Context.Request.Query[key].ToString().Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A part of the address that the route names.</summary>
    public string Route(string key) => Convert.ToString(Context.Request.RouteValues[key], CultureInfo.InvariantCulture) ?? "";
}

/// <summary>Maps what is shown of one office's year. What is on record may change at any moment, and each answer says of which it is.</summary>
internal static class YearRoutes
{
    private const string Year = "/{entity}/{year:int}";

    /// <summary>Maps a page of a year at <c>/{entity}/{year}</c> + <paramref name="suffix"/>.</summary>
    public static void MapYear(this IEndpointRouteBuilder routes, string suffix, Func<YearRequest, IResult> answer) =>
        routes.MapPage(Year + suffix, context =>
        {
            var site = Site.Of(context);
            if (!int.TryParse((string?)context.GetRouteValue("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2999)
            {
                return ErrorPages.For(site, StatusCodes.Status404NotFound);
            }

            var revision = context.RequestServices.GetRequiredService<JournalQueries>().Revision();
            return Routes.Unchanged(
                context,
                string.Create(CultureInfo.InvariantCulture, $"year {revision}"),
                () => answer(new(context, site, (string)context.GetRouteValue("entity")!, year)));
        });

    /// <summary>Maps a page whose table has twins: the same address with <c>.csv</c> and <c>.json</c>.</summary>
    /// <param name="routes">Where to map them.</param>
    /// <param name="suffix">What follows the year in the page's address.</param>
    /// <param name="read">Reads what is asked for, or gives the answer that refuses it.</param>
    /// <param name="page">Makes the page.</param>
    /// <param name="table">Makes the table of the twins, with every row.</param>
    public static void MapYearTable<TView>(
        this IEndpointRouteBuilder routes,
        string suffix,
        Func<YearRequest, (TView? View, IResult? Refusal)> read,
        Func<TView, IResult> page,
        Func<TView, Table> table)
        where TView : class
    {
        routes.MapYear(suffix, r => Either(read(r), page));
        routes.MapYear(suffix + ".csv", r => Either(read(r), v => Routes.Csv(table(v), r.Language)));
        routes.MapYear(suffix + ".json", r => Either(read(r), v => Routes.Json(table(v), r.Language)));
    }

    private static IResult Either<TView>((TView? View, IResult? Refusal) read, Func<TView, IResult> answer)
        where TView : class => read.View is null ? read.Refusal! : answer(read.View);
}
