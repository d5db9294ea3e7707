using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Web.Access;

/// <summary>
/// Our only cookie: the key of a session. No script can read it, no other site can send it with a form, and over TLS no other
/// host can set it. It says nothing by itself and goes when the browser closes. Who goes to an identity provider and back has two
/// more on the way, which tell its answer from one that nobody asked for.
/// </summary>
internal static class SessionCookie
{
    private const string Plain = "avance";

    public static string? Read(HttpContext context) => context.Request.Cookies[Name(context)];

    public static void Write(HttpContext context, string key) => context.Response.Cookies.Append(Name(context), key, Options(context));

    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Name(context), Options(context));

    /// <summary>Browsers take this prefix only with TLS, for the whole host and for no other.</summary>
    private static string Name(HttpContext context) => IsSecure(context) ? "__Host-" + Plain : Plain;

    private static bool IsSecure(HttpContext context) => context.RequestServices.GetRequiredService<OwnAddress>().IsSecure(context.Request);

    private static CookieOptions Options(HttpContext context) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = IsSecure(context), Path = "/", IsEssential = true };
}
