using Avance.Access;
using Avance.App.Access;
using Avance.App.Planning;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Budget;
using Avance.IntegrationTests.Capture;
using Avance.Planning;
using Avance.Web;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;

namespace Avance.BrowserTests;

/// <summary>The web with the sample office's report, and a Chromium to read it with.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The browsers that will do, the fastest first: the one without windows of its own renders the same in half the time.</summary>
    private static readonly string[] Programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome"];

    /// <summary>Offices whose first quarter is open and blank, each for whoever needs one of their own.</summary>
    private static readonly string[] BlankOffices = ["CON", "SIN", "TEL", "ZUM", "LET", "TEC", "ESP", "ING"];

    private readonly string _folder = Directory.CreateTempSubdirectory("avance-browser-").FullName;

    /// <summary>What stands for each part of a route that varies; those of one place first.</summary>
    private static readonly (string Parameter, string Value)[] Addresses =
    [
        ("{entity}/{period:period}/projects/{number}", "IEPC/2023-Q3/projects/16"),
        ("{entity}/{year:int}/capture", "DIF/2024/capture"),
        ("{entity}/{year:int}/trace", "DIF/2024/trace"),
        ("{entity}/{year:int}/outlook", "DIF/2024/outlook"),
        ("{entity}/{year:int}/issue/{quarter:int}", "DIF/2024/issue/1"),
        ("{entity}/{year:int}/issue", "DIF/2024/issue"),
        ("{entity}/{year:int}/periods/{quarter:int}/open", "DIF/2024/periods/3/open"),
        ("{entity}/{year:int}/periods/{quarter:int}/reopen", "DIF/2024/periods/1/reopen"),
        ("{entity}/{year:int}/periods", "DIF/2024/periods"),
        ("capture/{quarter:int}/{unit}/versions/{n:int}", "capture/2/01/versions/1"),
        ("{quarter:int}/{unit}/{subject:guid}", "2/02/" + CaptureSample.Subject),
        ("{subject:guid}", CaptureSample.Subject.ToString()),
        ("{quarter:int}/{unit}", "2/02"),
        ("{quarter:int}", "2"),
        ("/work/{entity}/{year:int}/plan", "/work/IEPC/2024/plan"),
        ("units/{code}", "units/06"),
        ("programmes/{code}", "programmes/R101"),
        ("{unit}/{key}", "06/A008"),
        ("lines/{key}", "lines/" + AmendmentOffice.Origin),
        ("/work/{entity}/{year:int}/amendments/{reference}/files", "/work/IEPC/2023/amendments/AP-2023-0001/files"),
        ("/work/{entity}/{year:int}/amendments/{reference}", "/work/IEPC/2023/amendments/BORR-2023-0002"),
        ("{reference}", "AP-2023-0001"),
        ("{state}", "requested"),
        ("{entity}", "IEPC"),
        ("{period:period}", "2023-Q3"),
        ("{year:int}", "2023"),
        ("{number:int}", "1"),
        ("{number}", "1"),
        ("{sequence:long}", "1"),
        ("{cell}", "16.revised"),
        ("imports/{id}", "imports/1"),
        ("{id}", "AVP-019"),
        ("/assets/{name}", SiteFiles.StylesheetAddress),
    ];

    /// <summary>The same for parts that follow from who is there.</summary>
    private (string Parameter, string Value)[] _people = [];

    private IReadOnlyList<string>? _pages;
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public string Address => _app!.Urls.Single();

    /// <summary>Where screenshots for the manual go.</summary>
    public static string Screenshots { get; } = Directory.CreateDirectory(Path.Combine(Root(), "artifacts", "screenshots")).FullName;

    /// <summary>Where the manual keeps its pictures.</summary>
    public static string ManualPictures { get; } = Directory.CreateDirectory(Path.Combine(Root(), "docs", "manual", "img")).FullName;

    public async ValueTask InitializeAsync()
    {
        var location = Path.Combine(_folder, "avance.db");
        Import(location);
        AmendmentOffice.Fill(location);
        PlanNextYear(location);
        CaptureSample.Fill(location);
        foreach (var office in BlankOffices)
        {
            CaptureSample.Begin(location, office);
        }

        _app = WebHost.Build(new(location, ["http://127.0.0.1:0"]) { Clock = CaptureSample.Clock });
        await _app.StartAsync();
        _people = Invite();
        await Upload();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("AVANCE_CHROMIUM") is { Length: > 0 } path ? path : Programs.First(File.Exists),
            Args = Arguments,
        });
    }

    /// <summary>A fresh window, as a reader with nothing kept would open it.</summary>
    public Task<IPage> Open(int width = 1280, int height = 900, bool javaScript = true) =>
        Open(new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = height } }, javaScript);

    /// <summary>A fresh window of a reader who sees it so.</summary>
    public async Task<IPage> Open(Sight sight, bool javaScript = true)
    {
        var page = await Open(sight.Window(), javaScript);
        if (sight == Sight.LargeText)
        {
            // As a reader's own style sheet would: whatever the page says comes first.
            await page.Context.RouteAsync("**/assets/app.*.css", async route =>
            {
                var sheet = await route.FetchAsync();
                await route.FulfillAsync(new() { Response = sheet, Body = await sheet.TextAsync() + "html { font-size: 200%; }" });
            });
        }

        return page;
    }

    private async Task<IPage> Open(BrowserNewContextOptions window, bool javaScript)
    {
        (window.BaseURL, window.JavaScriptEnabled, window.Locale) = (Address, javaScript, "es-MX");
        var context = await _browser!.NewContextAsync(window);
        await SignIn(context, _app!);
        return await context.NewPageAsync();
    }

    /// <summary>A fresh window of somebody with these roles.</summary>
    public async Task<IPage> OpenAs(string email, bool javaScript, Sight sight, params Grant[] grants)
    {
        var page = await Open(sight, javaScript);
        await SignInAgain(page.Context, email, grants);
        return page;
    }

    /// <summary>Somebody whose session ended signs in again in the same window.</summary>
    public Task SignInAgain(IBrowserContext context, string email, params Grant[] grants) => SignIn(context, SignedIn.Session(_app!.Services, email, grants), _app!);

    /// <summary>From now on a window is of somebody who has every role of the sample's office.</summary>
    public static Task SignIn(IBrowserContext context, WebApplication app) => SignIn(context, SignedIn.Session(app.Services, SignedIn.Worker, Everything), app);

    private static Grant[] Everything { get; } = [.. SignedIn.Everything, .. Roles.All.Select(role => new Grant(role, CaptureSample.Code))];

    private static Task SignIn(IBrowserContext context, string session, WebApplication app) => context.AddCookiesAsync([new()
    {
        Name = "avance", Value = session, Domain = new Uri(app.Urls.Single()).Host, Path = "/", HttpOnly = true, SameSite = SameSiteAttribute.Lax,
    }]);

    /// <summary>The address of every page that the web maps: what answers with HTML to be read, not downloaded.</summary>
    public async Task<IReadOnlyList<string>> Pages() => _pages ??= await FindPages();

    private async Task<IReadOnlyList<string>> FindPages()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        using var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri(Address) };
        client.DefaultRequestHeaders.Add("Cookie", SignedIn.Cookie(SignedIn.Session(_app!.Services, SignedIn.Worker, Everything)));
        var pages = new List<string>();
        foreach (var route in _app!.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (!route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains(HttpMethods.Get))
            {
                continue;
            }

            // Once there is an account, nobody sets the program up.
            if (route.RoutePattern.RawText == "/setup")
            {
                continue;
            }

            var path = Addresses.Concat(_people).Aggregate(route.RoutePattern.RawText!, (pattern, a) => pattern.Replace(a.Parameter, a.Value, StringComparison.Ordinal));
            Assert.False(path.Contains('{', StringComparison.Ordinal), $"{path} needs a value in {nameof(Addresses)}.");
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
            // A fragment is no page: it has no head.
            var isFragment = path.StartsWith("/work", StringComparison.Ordinal) && path.EndsWith("/findings", StringComparison.Ordinal);
            var isPage = !isFragment && response.Content.Headers.ContentType?.MediaType == "text/html" && response.Content.Headers.ContentDisposition is null;
            Assert.True(!isPage || response.IsSuccessStatusCode, $"{path} answered {response.StatusCode}: what {nameof(Import)} puts on record has no such page.");
            if (isPage)
            {
                pages.Add(path);
            }
        }

        return pages;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    private static void Import(string location)
    {
        using var database = Database.Open(location);
        var outcome = new ImportReport(database, TimeProvider.System).Execute(new()
        {
            Content = File.ReadAllBytes(Path.Combine(Root(), "samples", "iepc-chiapas-2023-q3.txt")),
            SourceName = "iepc-chiapas-2023-q3.txt",
            Entity = new PublicEntity("IEPC", "Instituto de Elecciones y Participación Ciudadana"),
            Period = new FiscalPeriod(2023, 3),
            Actor = "pruebas",
        });
        Assert.Equal(ImportStatus.Imported, outcome.Status);
    }

    /// <summary>Somebody who was invited and has not come yet, and the word of the invitation.</summary>
    private (string, string)[] Invite()
    {
        var word = _app!.Services.GetRequiredService<People>().Invite("nueva@example.org", "Nueva Persona", [new Grant(Role.Capture, "IEPC", "06")], new("pruebas", null));
        return [("{account:guid}", _app.Services.GetRequiredService<Accounts>().Find("nueva@example.org")!.Id.ToString()), ("{token}", word!)];
    }

    /// <summary>Uploads a table with a row that is refused, the first, and waits until it was read.</summary>
    private async Task Upload()
    {
        using var handler = new SocketsHttpHandler { UseCookies = false };
        using var client = new HttpClient(handler, disposeHandler: false) { BaseAddress = new Uri(Address) };
        client.DefaultRequestHeaders.Add("Cookie", SignedIn.Cookie(SignedIn.Session(_app!.Services, SignedIn.Worker, Everything)));
        client.DefaultRequestHeaders.Add("Origin", Address);
        using var table = new ByteArrayContent("documento,fecha,descripcion,clave_presupuestaria,mes,momento,importe\nP-1,2023-10-02,Papel,99-X,10,devengado,1\n"u8.ToArray());
        using var mapping = new StringContent("movimientos");
        using var form = new MultipartFormDataContent { { table, "file", "devengados.csv" }, { mapping, "mapping" } };
        using var sent = await client.PostAsync(new Uri("/work/IEPC/2023/imports", UriKind.Relative), form);
        sent.EnsureSuccessStatusCode();
        while (await IsBeingRead(client, sent.RequestMessage!.RequestUri!))
        {
            await Task.Delay(100);
        }
    }

    /// <summary>While an upload is being read, its page offers to be renewed.</summary>
    private static async Task<bool> IsBeingRead(HttpClient client, Uri upload)
    {
        using var response = await client.GetAsync(upload);
        return (await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Contains("id=\"refresh\"", StringComparison.Ordinal);
    }

    /// <summary>A plan that is still a draft.</summary>
    private static void PlanNextYear(string location)
    {
        using var database = Database.Open(location);
        new PlanYears(database, TimeProvider.System).Copy("IEPC", 2023, 2024, "pruebas");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Avance.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Avance.slnx is in no folder above the tests.");
        }

        return folder;
    }
}

[CollectionDefinition(nameof(Browser))]
public sealed class SharedBrowser : ICollectionFixture<Browser>;
