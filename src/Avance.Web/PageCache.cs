using System.Globalization;
using Avance.App.Journal;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Avance.Web;

/// <summary>
/// Keeps answers, compressed, as long as nothing is written: until then a page is a function of its address. What
/// is kept is bounded, and each request still asks the database, so a database that is down never looks like a page.
/// </summary>
internal sealed class PageCache : IOutputCachePolicy
{
    /// <summary>What all kept answers may take.</summary>
    public const long MaxBytes = 64 << 20;

    /// <summary>The largest answer kept: far above any page, and above the files of a common report.</summary>
    public const long MaxAnswerBytes = 1 << 20;

    /// <summary>The only parts of a query that pages read; others must not make the same page be kept twice.</summary>
    private static readonly StringValues QueryKeys = new([.. Ui.Site.QueryKeys]);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var revision = context.HttpContext.RequestServices.GetRequiredService<JournalQueries>().Revision();
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = QueryKeys;
        context.CacheVaryByRules.HeaderNames = "Accept-Encoding";
        context.CacheVaryByRules.VaryByValues["revision"] = revision.ToString(CultureInfo.InvariantCulture);
        context.ResponseExpirationTimeSpan = TimeSpan.FromDays(1);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage = context.HttpContext.Response.StatusCode == 200;
        return ValueTask.CompletedTask;
    }
}
