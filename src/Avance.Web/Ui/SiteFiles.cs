using System.Collections.Frozen;
using System.Security.Cryptography;
using Avance.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Ui;

/// <summary>
/// The files that pages need, held in the program itself. Each address carries a hash of the content, so browsers may
/// keep a file for ever and still get a new one the moment it changes.
/// </summary>
public static class SiteFiles
{
    private static readonly Asset Stylesheet = Load("app.css", "text/css; charset=utf-8");
    private static readonly Asset Icon = Load("favicon.svg", "image/svg+xml");

    private static readonly Asset Passkeys = Load("passkeys.js", "text/javascript; charset=utf-8");
    private static readonly Asset Capture = Load("capture.js", "text/javascript; charset=utf-8");

    private static readonly FrozenDictionary<string, Asset> ByName =
        new[] { Stylesheet, Icon, Capture, Passkeys }.ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    /// <summary>Address of the style sheet.</summary>
    public static string StylesheetAddress { get; } = Address(Stylesheet);

    /// <summary>Address of the icon.</summary>
    public static string IconAddress { get; } = Address(Icon);

    /// <summary>Address of the script by which browsers prove passkeys.</summary>
    public static string PasskeysScriptAddress { get; } = Address(Passkeys);

    /// <summary>Address of the script that keeps a sheet while it is typed.</summary>
    public static string CaptureScriptAddress { get; } = Address(Capture);

    internal static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/assets/{name}", Routes.Read, Send).For(Act.ReadPublic);

    private static Task Send(HttpContext context)
    {
        if (!ByName.TryGetValue((string)context.GetRouteValue("name")!, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        context.Response.ContentType = asset.ContentType;
        return context.Response.Body.WriteAsync(asset.Content, context.RequestAborted).AsTask();
    }

    private static string Address(Asset asset) => "/assets/" + asset.Name;

    private static Asset Load(string name, string contentType)
    {
        using var stream = typeof(SiteFiles).Assembly.GetManifestResourceStream("wwwroot/" + name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6));
        return new($"{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}", contentType, content);
    }

    private sealed record Asset(string Name, string ContentType, byte[] Content);
}
