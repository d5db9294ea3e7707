using System.Net;
using Microsoft.AspNetCore.Http;

namespace Avance.Web.Access;

/// <summary>The addresses that are this web's own: by which it may be called, and from which it takes forms.</summary>
internal sealed class OwnAddress(WebSettings settings)
{
    private readonly HashSet<string> _hosts = new(settings.Urls.Select(static url => BindingAddress.Parse(url).Host), StringComparer.OrdinalIgnoreCase);

    /// <summary>The address that links which leave the program begin with.</summary>
    public string Root(HttpRequest request) => settings.PublicAddress?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";

    /// <summary>
    /// Whether a request calls this web by a name of its own. A site elsewhere may give its own name this machine's address, to be
    /// taken for us; its name gives it away. Numbers cannot be given away so, and where it listens is always its own.
    /// </summary>
    public bool IsOwn(HttpContext context)
    {
        var host = context.Request.Host.Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || IsPublic(host)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address)
                ? IPAddress.IsLoopback(address) || address.Equals(Plain(context.Connection.LocalIpAddress))
                : _hosts.Contains(host));
    }

    /// <summary>
    /// Whether a request that writes was sent by one of our own pages. Browsers say where a form stands; a page elsewhere
    /// that makes a browser send one cannot lie about it. What does not say is refused.
    /// </summary>
    public bool IsFromOurPages(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            ? IsOrigin(origin, $"{request.Scheme}://{request.Host}") || (IsPublic(request.Host.Host) && IsOrigin(origin, Root(request)))
            : request.Headers["Sec-Fetch-Site"] == "same-origin";
    }

    /// <summary>Whether whoever asks does so over TLS, seen from their side of a proxy.</summary>
    public bool IsSecure(HttpRequest request) => request.IsHttps || (IsPublic(request.Host.Host) && settings.PublicAddress?.Scheme == Uri.UriSchemeHttps);

    private bool IsPublic(string host) => host.Equals(settings.PublicAddress?.Host, StringComparison.OrdinalIgnoreCase);

    private static bool IsOrigin(string origin, string own) => origin.Equals(own, StringComparison.OrdinalIgnoreCase);

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
}
