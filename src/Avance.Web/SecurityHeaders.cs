using Microsoft.AspNetCore.Http;

namespace Avance.Web;

/// <summary>What browsers are told to refuse. Pages have no script but their own files, no inline style and nothing from elsewhere.</summary>
internal static class SecurityHeaders
{
    private const string Policy = "default-src 'self'; script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Lets a page run the scripts of this web, those in files of their own: the few pages that have one.</summary>
    public static void AllowOwnScripts(IHeaderDictionary headers) => headers.ContentSecurityPolicy = Policy.Replace("script-src 'none'", "script-src 'self'", StringComparison.Ordinal);

    /// <summary>Lets nothing run in what is handed out to be kept: it may have come from outside. Called when an answer starts.</summary>
    public static Task AllowNothingInDownloads(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (headers.ContentDisposition.ToString().StartsWith("attachment", StringComparison.Ordinal))
        {
            headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        }

        return Task.CompletedTask;
    }

    public static void Add(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
