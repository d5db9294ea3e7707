using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Avance.Access;
using Avance.App.Progress;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Storage;
using Avance.Web;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>The web over a SQLite database of its own, listening on a free port, with whatever a test imports first.</summary>
public sealed class WebSite : IAsyncDisposable
{
    private readonly TestDatabase _database = new(TestEngine.Sqlite);
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false, UseCookies = false };

    private WebSite(IEnumerable<ImportReportCommand> imports, Action<WebApplication>? configure, Func<WebSettings, WebSettings>? settings)
    {
        Import([.. imports]);
        WebSettings usual = new(_database.Location, ["http://127.0.0.1:0"]);
        Settings = settings?.Invoke(usual) ?? usual;
        App = WebHost.Build(Settings);
        configure?.Invoke(App);
    }

    public WebSettings Settings { get; }

    public WebApplication App { get; }

    public TestDatabase Database => _database;

    /// <summary>A client that follows no redirect and undoes no compression.</summary>
    public HttpClient Client { get; private set; } = null!;

    public static Task<WebSite> Start(Action<WebApplication>? configure, params ImportReportCommand[] imports) => Start(configure, null, imports);

    /// <summary>The same for who is signed in and has every role of the sample's office.</summary>
    public static Task<WebSite> StartWork(params ImportReportCommand[] imports) => StartWork(null, imports);

    public static async Task<WebSite> StartWork(Action<WebApplication>? configure, params ImportReportCommand[] imports)
    {
        var site = await Start(configure, null, imports);
        site.SignIn(SignedIn.Everything);
        return site;
    }

    public static async Task<WebSite> Start(Action<WebApplication>? configure, Func<WebSettings, WebSettings>? settings, params ImportReportCommand[] imports)
    {
        var site = new WebSite(imports, configure, settings);
        await site.App.StartAsync();
        site.Client = new HttpClient(site._handler, disposeHandler: false) { BaseAddress = new Uri(site.App.Urls.Single()) };
        return site;
    }

    /// <summary>From now on every request is of somebody with these roles.</summary>
    public void SignIn(params Grant[] grants) => SignInWith(SignedIn.Session(App.Services, SignedIn.Worker, grants));

    /// <summary>From now on every request bears this session; none when null.</summary>
    public void SignInWith(string? key)
    {
        Client.DefaultRequestHeaders.Remove("Cookie");
        if (key is not null)
        {
            Client.DefaultRequestHeaders.Add("Cookie", SignedIn.Cookie(key));
        }
    }

    public static Task<WebSite> Start(params ImportReportCommand[] imports) => Start(null, imports);

    public void Import(params ImportReportCommand[] imports)
    {
        using var database = _database.Open();
        foreach (var command in imports)
        {
            var outcome = new ImportReport(database, TimeProvider.System).Execute(command);
            Assert.True(outcome.Status is ImportStatus.Imported or ImportStatus.Replaced, string.Join('\n', outcome.Problems));
        }
    }

    public async Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request);
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    /// <summary>Sends a form, as one of the site's own pages does.</summary>
    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        Post(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Sends a form with files, as one of the site's own pages does.</summary>
    public async Task<HttpResponseMessage> Post(string path, HttpContent content, string? origin = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.TryAddWithoutValidation("Origin", origin ?? Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        return await Client.SendAsync(request);
    }

    /// <summary>The page that a form leads to when it is saved.</summary>
    public async Task<IHtmlDocument> Saved(string path, params (string Name, string Value)[] fields)
    {
        using var response = await Post(path, fields);
        Assert.True(response.StatusCode == HttpStatusCode.SeeOther, $"{path} answered {response.StatusCode}: {PageText.Parse(await response.Content.ReadAsStringAsync()).QuerySelector("main")?.Words()}");
        return await Page(response.Headers.Location!.OriginalString);
    }

    /// <summary>The page that a form comes back to when it is not saved.</summary>
    public async Task<IHtmlDocument> Refused(string path, HttpStatusCode status, params (string Name, string Value)[] fields)
    {
        using var response = await Post(path, fields);
        Assert.Equal(status, response.StatusCode);
        return PageText.Parse(await response.Content.ReadAsStringAsync());
    }

    /// <summary>The text at an address that answers 200.</summary>
    public async Task<string> Text(string path)
    {
        using var response = await Get(path);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answered {response.StatusCode}.");
        return Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
    }

    /// <summary>The page at an address that answers 200.</summary>
    public async Task<IHtmlDocument> Page(string path) => PageText.Parse(await Text(path));

    /// <summary>The page that says no at an address that answers <paramref name="status"/>.</summary>
    public async Task<IHtmlDocument> Refusal(string path, HttpStatusCode status, HttpMethod? method = null)
    {
        using var response = await Send(method ?? HttpMethod.Get, path);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("text/html; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        return PageText.Parse(await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        _handler.Dispose();
        await App.DisposeAsync();
        _database.Dispose();
    }
}
