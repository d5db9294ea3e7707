using Avance.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Avance.Web.Work;

/// <summary>What a request must be to enter when there is a workspace.</summary>
internal static class WorkGate
{
    /// <summary>The segment under which pages write.</summary>
    public const string Prefix = "/work";

    /// <summary>Puts the gate before every page.</summary>
    public static void Use(IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal))
        {
            // What is being worked on stays in no cache, whatever the answer turns out to be.
            context.Response.OnStarting(static response =>
            {
                ((HttpResponse)response).Headers.CacheControl = "no-store";
                return Task.CompletedTask;
            }, context.Response);
        }

        // A site elsewhere may give its own name this machine's address, to be taken for us; its name gives it away.
        return !Workspace.IsThisMachine(context.Request.Host.Host) || IsElsewhere(context.Connection.RemoteIpAddress)
                ? ErrorPages.For(Site.Of(context), StatusCodes.Status421MisdirectedRequest).ExecuteAsync(context)
            : IsWriting(context.Request.Method) && !Workspace.IsFromOurPages(context.Request)
                ? ErrorPages.For(Site.Of(context), StatusCodes.Status403Forbidden).ExecuteAsync(context)
            : next(context);
    });

    private static bool IsElsewhere(System.Net.IPAddress? address) => address is not null && !System.Net.IPAddress.IsLoopback(address);

    private static bool IsWriting(string method) =>
        !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method) && !HttpMethods.IsOptions(method) && !HttpMethods.IsTrace(method);
}
