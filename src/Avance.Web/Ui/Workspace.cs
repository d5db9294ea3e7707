using System.Net;
using Microsoft.AspNetCore.Http;

namespace Avance.Web.Ui;

/// <summary>
/// The part of the web that writes, reached from this machine only. There is no sign-in: whatever is written bears the name of
/// the account that runs the program, also when another account of the machine sends it.
/// </summary>
/// <param name="Actor">Who works: the name that the journal records.</param>
public sealed record Workspace(string Actor)
{
    /// <summary>Makes the workspace of the person who runs the program.</summary>
    /// <param name="urls">Where the program will listen.</param>
    /// <exception cref="RuleViolationException"><c>work.public</c>: other machines could reach one of the addresses.</exception>
    public static Workspace Open(IEnumerable<string> urls)
    {
        ArgumentNullException.ThrowIfNull(urls);
        var reachable = urls.FirstOrDefault(u => !IsThisMachine(BindingAddress.Parse(u).Host));
        return reachable is null ? new(Environment.UserName) : throw new RuleViolationException("work.public", new(
            $"El área de trabajo no pide contraseña y por eso solo se abre en esta máquina; otras podrían llegar a {reachable}. Use --urls http://localhost:5080, o sirva sin --work para publicar.",
            $"The workspace asks for no password and therefore opens only on this machine; others could reach {reachable}. Use --urls http://localhost:5080, or serve without --work to publish."));
    }

    /// <summary>Whether a host names this machine and no other can mean it.</summary>
    public static bool IsThisMachine(string host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }

    /// <summary>
    /// Whether a request that writes was sent by one of our own pages. Browsers say where a form stands; a page elsewhere
    /// that makes a browser send one cannot lie about it. What does not say is refused.
    /// </summary>
    public static bool IsFromOurPages(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            ? origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            : request.Headers["Sec-Fetch-Site"] == "same-origin";
    }
}
