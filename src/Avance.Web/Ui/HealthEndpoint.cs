using Avance.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Ui;

/// <summary>
/// Says that the process answers, and nothing of its database: a watchdog that restarts the program should not do so
/// because a server elsewhere is down.
/// </summary>
internal static class HealthEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/health", Routes.Read, static (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("ok\n", context.RequestAborted);
    }).For(Act.ReadPublic);
}
