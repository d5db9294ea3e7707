using System.Globalization;
using Avance.Access;
using Avance.Web.Access;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Work;

/// <summary>Maps pages that write: shown with GET, sent with POST, at the same address.</summary>
internal static class WorkRoutes
{
    /// <summary>What a form without files may weigh: a calendar of hundreds of rows, with room to spare.</summary>
    public const long MaxFormBytes = 1 << 20;

    private const string Year = WorkGate.Prefix + "/{entity}/{year:int}";

    private static readonly string[] Send = [HttpMethods.Post];

    /// <summary>Maps a page about one year of one office at <c>/work/{entity}/{year}</c> + <paramref name="suffix"/>.</summary>
    /// <param name="routes">Where to map it.</param>
    /// <param name="suffix">What follows the year in its address. A page about one unit has <c>{unit}</c> in it.</param>
    /// <param name="act">What is done there, which says who may; asked before the page is.</param>
    /// <param name="show">Makes the page; null when there is only something to send.</param>
    /// <param name="save">Takes the form; null when there is only something to see.</param>
    /// <param name="maxBytes">What the form may weigh, with its files.</param>
    public static void MapWork(
        this IEndpointRouteBuilder routes,
        string suffix,
        Act act,
        Func<WorkRequest, IResult>? show,
        Func<WorkRequest, Form, IResult>? save = null,
        long maxBytes = MaxFormBytes) =>
        Map(routes, Year + suffix, act, show, save, maxBytes, static visit =>
            int.TryParse(visit.Route("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2999
                ? new WorkRequest(visit.Context, visit.Site, visit.Visitor, visit.Route("entity"), year)
                : null);

    /// <summary>Maps a page of the workspace that is about no year in particular, at <c>/work</c> + <paramref name="suffix"/>.</summary>
    public static void MapWorkspace(
        this IEndpointRouteBuilder routes,
        string suffix,
        Act act,
        Func<WorkVisit, IResult>? show,
        Func<WorkVisit, Form, IResult>? save = null,
        long maxBytes = MaxFormBytes) =>
        Map(routes, WorkGate.Prefix + suffix, act, show, save, maxBytes, static visit => visit);

    private static void Map<TVisit>(
        IEndpointRouteBuilder routes,
        string pattern,
        Act act,
        Func<TVisit, IResult>? show,
        Func<TVisit, Form, IResult>? save,
        long maxBytes,
        Func<WorkVisit, TVisit?> read)
        where TVisit : WorkVisit
    {
        if (show is not null)
        {
            routes.MapMethods(pattern, Routes.Read, context => Answer(context, read, show)).For(act);
        }

        if (save is not null)
        {
            routes.MapMethods(pattern, Send, async context =>
            {
                var sent = await Receive(context, maxBytes);
                await Answer(context, read, visit => save(visit, Form.Sent(visit.Site, sent)));
            }).For(act);
        }
    }

    private static Task Answer<TVisit>(HttpContext context, Func<WorkVisit, TVisit?> read, Func<TVisit, IResult> answer)
        where TVisit : WorkVisit
    {
        var site = Site.Of(context);
        var visit = read(new(context, site, Gate.VisitorOf(context)));
        return (visit is null ? ErrorPages.For(site, StatusCodes.Status404NotFound) : answer(visit)).ExecuteAsync(context);
    }

    /// <summary>The form as it was sent; null when the request has none. What is too large stops at the door.</summary>
    private static async Task<IFormCollection?> Receive(HttpContext context, long maxBytes)
    {
        if (context.Request.ContentLength > maxBytes)
        {
            throw new BadHttpRequestException("The form is too large.", StatusCodes.Status413PayloadTooLarge);
        }

        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = maxBytes;
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await context.Request.ReadFormAsync(new FormOptions { ValueCountLimit = 20_000, MultipartBodyLengthLimit = maxBytes }, context.RequestAborted);
        }
        catch (Exception malformed) when (malformed is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException(malformed.Message, StatusCodes.Status400BadRequest, malformed);
        }
    }
}
