using Avance.Access;
using Avance.App.Access;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Web.Access;

/// <summary>
/// Stands before every page: who asks, by which name, from where, and whether the table lets them. No page is made for who may
/// not see it, and an endpoint that names no act is answered to nobody.
/// </summary>
internal static class Gate
{
    /// <summary>What our own scripts say, to be answered in a status and not in a page.</summary>
    public const string ScriptHeader = "X-Avance";

    /// <summary>Refuses names that are not ours, before anything else is looked at.</summary>
    public static void UseOwnNames(IApplicationBuilder app) => app.Use((context, next) =>
        context.RequestServices.GetRequiredService<OwnAddress>().IsOwn(context) ? next(context) : ErrorPages.For(Site.Of(context), StatusCodes.Status421MisdirectedRequest).ExecuteAsync(context));

    /// <summary>Puts the gate where it is known which endpoint is asked for.</summary>
    public static void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return next(context);
        }

        var act = endpoint.Metadata.GetMetadata<NamedAct>()?.Act ?? throw new InvalidOperationException($"{endpoint.RoutePattern.RawText} names no act.");
        return Pass(context, act, next);
    });

    /// <summary>Who asks. Nobody on pages that anyone may read: those are the same for everybody, and kept.</summary>
    public static Visitor VisitorOf(HttpContext context) => context.Features.Get<Visitor>() ?? Visitor.Nobody;

    private static Task Pass(HttpContext context, Act act, RequestDelegate next)
    {
        if (IsWriting(context.Request.Method) && !context.RequestServices.GetRequiredService<OwnAddress>().IsFromOurPages(context.Request))
        {
            return ErrorPages.For(Site.Of(context), StatusCodes.Status403Forbidden).ExecuteAsync(context);
        }

        if (act == Act.ReadPublic)
        {
            return next(context);
        }

        StayInNoCache(context.Response);
        var visitor = context.RequestServices.GetRequiredService<Sessions>().VisitorOf(SessionCookie.Read(context));
        context.Features.Set(visitor);
        var office = context.GetRouteValue("entity") as string;
        return visitor.Can(act, office, context.GetRouteValue("unit") as string) ? next(context)
            : !visitor.IsSignedIn ? AskToSignIn(context)
            : context.Request.Headers.ContainsKey(ScriptHeader) ? Answer(context, StatusCodes.Status403Forbidden)
            : Forbidden.Page(Site.Of(context), context, act, office).ExecuteAsync(context);
    }

    /// <summary>To sign in and come back. What was sent with a form comes along.</summary>
    private static Task AskToSignIn(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey(ScriptHeader))
        {
            return Answer(context, StatusCodes.Status401Unauthorized);
        }

        var request = context.Request;
        if (IsWriting(request.Method))
        {
            return SignInEndpoints.AskAgain(context);
        }

        var address = $"{request.PathBase}{request.Path}{request.QueryString}";
        context.Response.Headers.Location = Site.Of(context).Link("/sign-in") + QueryString.Create(Destination.Key, address);
        return Answer(context, StatusCodes.Status303SeeOther);
    }

    private static Task Answer(HttpContext context, int status) => Results.StatusCode(status).ExecuteAsync(context);

    /// <summary>What is not for everybody stays in no cache, whatever the answer turns out to be.</summary>
    private static void StayInNoCache(HttpResponse response) => response.OnStarting(static state =>
    {
        ((HttpResponse)state).Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }, response);

    private static bool IsWriting(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method) && !HttpMethods.IsTrace(method);
}
