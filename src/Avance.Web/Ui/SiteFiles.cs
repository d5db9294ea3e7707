using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
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
    private static readonly Asset[] Passkeys = LoadScript("passkeys.js");
    private static readonly Asset[] Capture = LoadScript("capture.js", "capture-keys.js", "capture-memory.js", "capture-sending.js");

    private static readonly FrozenDictionary<string, Asset> ByName =
        new[] { Stylesheet, Icon }.Concat(Passkeys).Concat(Capture).ToFrozenDictionary(a => a.Name, StringComparer.Ordinal);

    /// <summary>Address of the style sheet.</summary>
    public static string StylesheetAddress { get; } = Address(Stylesheet);

    /// <summary>Address of the icon.</summary>
    public static string IconAddress { get; } = Address(Icon);

    /// <summary>Address of the script by which browsers prove passkeys.</summary>
    public static string PasskeysScriptAddress { get; } = Address(Passkeys[0]);

    /// <summary>Address of the script that keeps a sheet while it is typed.</summary>
    public static string CaptureScriptAddress { get; } = Address(Capture[0]);

    /// <summary>Addresses of the modules that a script imports, so that browsers ask for them at once.</summary>
    public static IEnumerable<string> ImportsOf(string? script) => script == CaptureScriptAddress ? Capture.Skip(1).Select(Address) : [];

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
        var content = Read(name);
        return new(NameOf(name, content), contentType, content);
    }

    /// <summary>
    /// A script and the modules that it imports. What they call each other by follows from all of them, as their content does, so none
    /// runs with another of another day.
    /// </summary>
    private static Asset[] LoadScript(params string[] modules)
    {
        var sources = modules.Select(Read).ToArray();
        var all = sources.SelectMany(static s => s).ToArray();
        return [.. modules.Zip(sources, (module, source) => new Asset(NameOf(module, all), "text/javascript; charset=utf-8", Named(source)))];

        byte[] Named(byte[] source) => Encoding.UTF8.GetBytes(modules.Aggregate(
            Encoding.UTF8.GetString(source),
            (text, module) => text.Replace($"\"./{module}\"", $"\"./{NameOf(module, all)}\"", StringComparison.Ordinal)));
    }

    private static string NameOf(string file, byte[] content) =>
        $"{Path.GetFileNameWithoutExtension(file)}.{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6))}{Path.GetExtension(file)}";

    private static byte[] Read(string name)
    {
        using var stream = typeof(SiteFiles).Assembly.GetManifestResourceStream("wwwroot/" + name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private sealed record Asset(string Name, string ContentType, byte[] Content);
}
