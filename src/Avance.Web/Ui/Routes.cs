using System.Security.Cryptography;
using System.Text;
using Avance.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Avance.Web.Ui;

/// <summary>How pages are mapped: they are read with GET or HEAD, and a reader who has the current one is told so.</summary>
internal static class Routes
{
    /// <summary>What may be asked of a page: to read it, or only its headers.</summary>
    public static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Name of the policy by which answers of pages are kept.</summary>
    public const string CachePolicy = "pages";

    /// <summary>A build shows reports in its own way, so pages kept by browsers end with it.</summary>
    private static readonly string Build = typeof(Routes).Module.ModuleVersionId.ToString("N");

    /// <summary>Maps a page that anyone may read, whose content <paramref name="answer"/> decides: the same for everybody, whoever is signed in.</summary>
    public static void MapPage(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, IResult> answer) =>
        routes.MapMethods(pattern, Read, context => answer(context).ExecuteAsync(context)).For(Act.ReadPublic).CacheOutput(CachePolicy);

    /// <summary>
    /// The answer, unless the reader already has it: then 304 and no work. The tag names all that a page depends on besides its
    /// address; browsers may keep the page and ask each time whether it is still the one.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="state">What the page depends on besides its address and the program.</param>
    /// <param name="answer">Makes the page.</param>
    public static IResult Unchanged(HttpContext context, string state, Func<IResult> answer)
    {
        var site = Site.Of(context);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Build} {state} {site.LanguageTag}"));
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(hash.AsSpan(0, 10))}\"", isWeak: true);
        var isKnown = context.Request.GetTypedHeaders().IfNoneMatch.Any(k => k.Compare(tag, useStrongComparison: false));
        var result = isKnown ? Results.StatusCode(StatusCodes.Status304NotModified) : answer();
        if (result is not IStatusCodeHttpResult { StatusCode: >= StatusCodes.Status400BadRequest })
        {
            var headers = context.Response.GetTypedHeaders();
            headers.ETag = tag;
            headers.CacheControl = new CacheControlHeaderValue { Public = true, NoCache = true };
        }

        return result;
    }

    /// <summary>A table as CSV.</summary>
    public static IResult Csv(Table table, Language language) => Results.Bytes(TableWriter.Csv(table, language), "text/csv; charset=utf-8");

    /// <summary>A table as JSON.</summary>
    public static IResult Json(Table table, Language language) => Results.Bytes(TableWriter.Json(table, language), "application/json; charset=utf-8");
}
