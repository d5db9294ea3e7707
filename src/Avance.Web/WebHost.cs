using System.Data.Common;
using System.IO.Compression;
using Avance.App.Budget;
using Avance.App.Budget.Imports;
using Avance.App.Capture;
using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Progress;
using Avance.App.Reporting;
using Avance.App.Storage;
using Avance.Web.Budget;
using Avance.Web.Capture;
using Avance.Web.Findings;
using Avance.Web.Planning;
using Avance.Web.Reporting;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Avance.Web;

/// <summary>
/// The web: published reports, to be read by anyone, without asking who they are. With a workspace it also has pages that
/// write, for the person at this machine alone.
/// </summary>
public static class WebHost
{
    /// <summary>
    /// Builds the web over a database. The caller starts it, and disposes of it to close the database.
    /// </summary>
    /// <param name="databaseLocation">SQLite file or PostgreSQL address, as <see cref="Database.OpenExisting"/> takes it.</param>
    /// <param name="urls">Where to listen: <c>http://127.0.0.1:5080</c>; port 0 takes any free port.</param>
    /// <param name="workspace">Whether there are pages that write, at <c>/work</c>.</param>
    /// <exception cref="RuleViolationException"><c>work.public</c>: a workspace that other machines could reach.</exception>
    public static WebApplication Build(string databaseLocation, IReadOnlyList<string> urls, bool workspace = false)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(WebHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. urls]).ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        AddServices(builder.Services, databaseLocation);
        if (workspace)
        {
            builder.Services.AddSingleton(Workspace.Open(urls));
        }

        var app = builder.Build();
        UsePipeline(app, workspace);
        MapPages(app);
        if (workspace)
        {
            MapWorkspace(app);
        }

        return app;
    }

    private static void AddServices(IServiceCollection services, string databaseLocation)
    {
        services.AddSingleton(_ => Database.OpenExisting(databaseLocation));
        services.AddSingleton<ReportQueries>();
        services.AddSingleton<JournalQueries>();
        services.AddSingleton<PlanQueries>();
        services.AddSingleton<Amendments>();
        services.AddSingleton<ImportMappings>();
        services.AddSingleton<ImportUploads>();
        services.AddSingleton<AmendmentQueries>();
        services.AddSingleton<CheckedReports>();
        services.AddSingleton<PlanEditor>();
        services.AddSingleton<PlanYears>();
        services.AddSingleton<PlanProgress>();
        services.AddSingleton<ReportedIndicators>();
        services.AddSingleton<SheetGrounds>();
        services.AddSingleton<CaptureQueries>();
        services.AddSingleton<LedgerQueries>();
        services.AddSingleton<BudgetQueries>();
        services.AddSingleton<ExplainFigure>();
        services.AddSingleton(TimeProvider.System);
        services.AddRazorComponents();
        // Components ask for keys to protect forms. Ours are protected by where they are sent from, and no key is kept on disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddOutputCache(o =>
        {
            o.AddPolicy(Routes.CachePolicy, b => b.AddPolicy<PageCache>(), excludeDefaultPolicy: true);
            // An entity's code is what it is: «iepc» is not IEPC.
            o.UseCaseSensitivePaths = true;
            o.SizeLimit = PageCache.MaxBytes;
            o.MaximumBodySize = PageCache.MaxAnswerBytes;
        });
        services.Configure<RouteOptions>(o => o.SetParameterPolicy<PeriodConstraint>("period"));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
    }

    private static void UsePipeline(WebApplication app, bool workspace)
    {
        app.Use((context, next) =>
        {
            Site.SplitLanguage(context.Request);
            SecurityHeaders.Add(context.Response.Headers);
            return next(context);
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerException, SuppressDiagnosticsCallback = c => c.Exception is RuleViolationException or BadHttpRequestException });
        if (workspace)
        {
            WorkGate.Use(app);
        }

        app.UseRouting();
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseStatusCodePages(c => ErrorPages.For(Site.Of(c.HttpContext), c.HttpContext.Response.StatusCode).ExecuteAsync(c.HttpContext));
    }

    /// <summary>The one place where an exception becomes an answer.</summary>
    private static Task AnswerException(HttpContext context)
    {
        var site = Site.Of(context);
        SecurityHeaders.Add(context.Response.Headers);
        var answer = context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            // Storage says why to whoever runs the program; readers need only know that the data is there.
            RuleViolationException { RuleId: var rule } when rule.StartsWith("storage.", StringComparison.Ordinal) => ErrorPages.For(site, StatusCodes.Status503ServiceUnavailable),
            RuleViolationException refusal => ErrorPages.Refused(site, refusal),
            BadHttpRequestException bad => ErrorPages.For(site, bad.StatusCode),
            SqliteCallException or DbException or TimeoutException => ErrorPages.For(site, StatusCodes.Status503ServiceUnavailable),
            _ => ErrorPages.For(site, StatusCodes.Status500InternalServerError),
        };
        return answer.ExecuteAsync(context);
    }

    private static void MapPages(WebApplication app)
    {
        SiteFiles.Map(app);
        HealthEndpoint.Map(app);
        IndexEndpoints.Map(app);
        RuleEndpoints.Map(app);
        BoardEndpoints.Map(app);
        OfficialReportEndpoints.Map(app);
        ProjectEndpoints.Map(app);
        FindingsEndpoints.Map(app);
        SdgEndpoints.Map(app);
        VersionEndpoints.Map(app);
        PlanEndpoints.Map(app);
        CoverEndpoints.Map(app);
        AmendmentEndpoints.Map(app);
        BudgetEndpoints.Map(app);
        FigureEndpoints.Map(app);
    }

    private static void MapWorkspace(WebApplication app)
    {
        WorkEndpoints.Map(app);
        PlanWorkEndpoints.Map(app);
        ProjectWorkEndpoints.Map(app);
        OutlookEndpoints.Map(app);
        AmendmentWork.Map(app);
        ImportWork.Map(app);
    }
}
