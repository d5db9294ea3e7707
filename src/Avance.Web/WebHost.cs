using System.Data.Common;
using System.IO.Compression;
using Avance.App.Budget;
using Avance.App.Budget.Imports;
using Avance.App.Capture;
using Avance.App.Capture.Reminders;
using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Progress;
using Avance.App.Reporting;
using Avance.App.Storage;
using Avance.Web.Access;
using Avance.Web.Budget;
using Avance.Web.Capture;
using Avance.Web.Findings;
using Avance.Web.Planning;
using Avance.Web.Reporting;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Avance.Web;

/// <summary>
/// The web: published reports, to be read by anyone without asking who they are, and the workspace of each office, for who is
/// signed in and has a role there.
/// </summary>
public static class WebHost
{
    /// <summary>
    /// Builds the web over a database. The caller starts it, and disposes of it to close the database.
    /// </summary>
    public static WebApplication Build(WebSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ApplicationName = typeof(WebHost).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. settings.Urls]).ConfigureKestrel(k => k.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        AddServices(builder.Services, settings);
        AccessServices.Add(builder, settings);
        var app = builder.Build();
        UsePipeline(app, settings);
        MapPages(app);
        MapWorkspace(app);
        if (settings.Provider is not null)
        {
            ProviderSignIn.Map(app);
        }

        return app;
    }

    private static void AddServices(IServiceCollection services, WebSettings settings)
    {
        services.AddSingleton(_ => Database.OpenExisting(settings.DatabaseLocation));
        services.AddSingleton(static s => EvidenceStore.Of(s.GetRequiredService<Database>()));
        services.AddSingleton(EvidenceLimits.Default);
        services.AddSingleton<Evidence>();
        services.AddSingleton<SendReminders>();
        if (SendReminders.IsSetUp)
        {
            services.AddHostedService<DailyReminders>();
        }

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
        services.AddSingleton<LedgerQueries>();
        services.AddSingleton<BudgetQueries>();
        services.AddSingleton<ExplainFigure>();
        services.AddSingleton<IssueReport>();
        services.AddSingleton<SheetGrounds>();
        services.AddSingleton<CapturePeriods>();
        services.AddSingleton<CaptureSheets>();
        services.AddSingleton<SheetReview>();
        services.AddSingleton<CaptureQueries>();
        services.AddSingleton(settings.Clock);
        services.AddRazorComponents();
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

    private static void UsePipeline(WebApplication app, WebSettings settings)
    {
        if (settings.IsBehindProxy)
        {
            // Only a proxy on this machine is believed: that is what the middleware trusts unless told otherwise.
            app.UseForwardedHeaders(new() { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
        }

        app.Use((context, next) =>
        {
            Site.SplitLanguage(context.Request);
            SecurityHeaders.Add(context.Response.Headers);
            context.Response.OnStarting(SecurityHeaders.AllowNothingInDownloads, context.Response);
            return next(context);
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerException, SuppressDiagnosticsCallback = c => c.Exception is BadHttpRequestException || (c.Exception is RuleViolationException refusal && !refusal.RuleId.StartsWith("storage.", StringComparison.Ordinal)) });
        Gate.UseOwnNames(app);
        if (settings.Provider is not null)
        {
            // Only what comes back from the provider stops here.
            app.UseAuthentication();
        }

        app.UseRouting();
        Gate.Use(app);
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
            // What is said of evidence is for who works with it: which file, and whom to tell.
            RuleViolationException { RuleId: "storage.evidence" } refusal => ErrorPages.Refused(site, refusal),

            // Other storage says why to whoever runs the program; readers need only know that the data is there.
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
        SignInEndpoints.Map(app);
        InvitationEndpoints.Map(app);
        AccountEndpoints.Map(app);
        PasskeyEndpoints.Map(app);
        PeopleEndpoints.Map(app);
        WorkEndpoints.Map(app);
        JournalEndpoints.Map(app);
        PlanWorkEndpoints.Map(app);
        ProjectWorkEndpoints.Map(app);
        IssueWork.Map(app);
        OutlookEndpoints.Map(app);
        AmendmentWork.Map(app);
        ImportWork.Map(app);
        PeriodEndpoints.Map(app);
        SheetEndpoints.Map(app);
        SheetVersionEndpoints.Map(app);
        EvidenceEndpoints.Map(app);
        TraceEndpoints.Map(app);
    }
}
