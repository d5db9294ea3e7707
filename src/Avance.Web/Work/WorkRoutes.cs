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
    /// <summary>The segment under which an office's work is done.</summary>
    public const string Prefix = "/work";

    /// <summary>What a form without files may weigh: a calendar of hundreds of rows, with room to spare.</summary>
    public const long MaxFormBytes = 1 << 20;

    /// <summary>What the sheet of a unit may weigh: every text of many projects, at its longest.</summary>
    public const long MaxSheetBytes = 4 << 20;

    private const string Year = Prefix + "/{entity}/{year:int}";

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
        long maxBytes = MaxFormBytes) => routes.MapVisit(
            Year + suffix,
            act,
            show is null ? null : visit => Task.FromResult(WithYear(visit, show)),
            save is null ? null : (visit, form) => Task.FromResult(WithYear(visit, request => save(request, form))),
            maxBytes);

    /// <summary>Maps a page of the workspace that is about no year in particular, at <c>/work</c> + <paramref name="suffix"/>.</summary>
    public static void MapWorkspace(
        this IEndpointRouteBuilder routes,
        string suffix,
        Act act,
        Func<WorkVisit, IResult>? show,
        Func<WorkVisit, Form, IResult>? save = null,
        long maxBytes = MaxFormBytes) => routes.MapVisit(
            Prefix + suffix,
            act,
            show is null ? null : visit => Task.FromResult(show(visit)),
            save is null ? null : (visit, form) => Task.FromResult(save(visit, form)),
            maxBytes);

    /// <summary>Maps a page that is not for everybody at any address. One about an office has <c>{entity}</c> in it.</summary>
    public static void MapVisit(
        this IEndpointRouteBuilder routes,
        string pattern,
        Act act,
        Func<WorkVisit, Task<IResult>>? show,
        Func<WorkVisit, Form, Task<IResult>>? save = null,
        long maxBytes = MaxFormBytes)
    {
        if (show is not null)
        {
            routes.MapMethods(pattern, Routes.Read, async context => await (await show(Visit(context))).ExecuteAsync(context)).For(act);
        }

        if (save is not null)
        {
            routes.MapMethods(pattern, Send, async context =>
            {
                var sent = await Receive(context, maxBytes);
                var visit = Visit(context);
                await (await save(visit, Form.Sent(visit.Site, sent))).ExecuteAsync(context);
            }).For(act);
        }
    }

    /// <summary>A request, with who sent it.</summary>
    public static WorkVisit Visit(HttpContext context) => new(context, Site.Of(context), Gate.VisitorOf(context));

    /// <summary>The form as it was sent; null when the request has none. What is too large stops at the door.</summary>
    public static async Task<IFormCollection?> Receive(HttpContext context, long maxBytes)
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

    private static IResult WithYear(WorkVisit visit, Func<WorkRequest, IResult> answer) =>
        int.TryParse(visit.Route("year"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2999
            ? answer(new WorkRequest(visit.Context, visit.Site, visit.Visitor, visit.Route("entity"), year))
            : ErrorPages.For(visit.Site, StatusCodes.Status404NotFound);
}
