using System.Net;
using Avance.Access;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static Avance.IntegrationTests.Web.EndpointCases;

namespace Avance.IntegrationTests.Web;

/// <summary>What must hold at every address that the web maps: one that is added without a case here fails.</summary>
[Collection(nameof(SampleSite))]
public sealed class EndpointTests(SampleSite sample)
{
    /// <summary>
    /// Routes with tests of their own: the door only redirects, the watchdog gets no page, the files' addresses carry a hash, and
    /// who is signed in is not asked to sign in, nor should be signed out here.
    /// </summary>
    private static readonly string[] TestedElsewhere = ["/", "/health", "/assets/{name}", "/sign-in", "/sign-in/code", "/sign-in/passkey", "/sign-in/passkey/options", "/sign-out", "/setup", "/invitation/{token}"];

    private WebSite Site => sample.Work;

    private IEnumerable<string> Routes => RoutesOf(Site, HttpMethods.Get).Except(TestedElsewhere);

    private IEnumerable<string> PublicRoutes => Routes.Where(r => IsPublic(r));

    [Fact]
    public void Every_route_has_a_case() => Assert.Equal(Cases.Keys.Order(StringComparer.Ordinal), Routes.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_form_has_a_case() => Assert.Equal(Forms.Keys.Order(StringComparer.Ordinal), RoutesOf(Site, HttpMethods.Post).Except(TestedElsewhere).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Every_page_of_the_workspace_stays_in_no_cache()
    {
        foreach (var path in WorkPaths())
        {
            using var response = await Site.Get(path);
            Assert.Equal("no-store", Header(response, "Cache-Control"));
            Assert.False(response.Headers.Contains("ETag"));
        }
    }

    [Fact]
    public async Task Every_form_takes_a_blank_one_and_says_what_is_missing()
    {
        foreach (var path in FormPaths.SelectMany(p => new[] { p, "/en" + p }))
        {
            using var response = await Site.Post(path);
            Assert.True((int)response.StatusCode < 500, $"{path} answered {response.StatusCode} to a blank form.");
            using var bare = await Site.Send(HttpMethod.Post, path, ("Sec-Fetch-Site", "same-origin"));
            Assert.True((int)bare.StatusCode < 500, $"{path} answered {bare.StatusCode} to no form at all.");
        }
    }

    [Fact]
    public async Task Every_form_from_elsewhere_is_refused()
    {
        foreach (var path in FormPaths)
        {
            using var response = await Site.Send(HttpMethod.Post, path, ("Origin", "https://example.org"));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task Every_route_answers_in_both_languages_with_its_type()
    {
        foreach (var route in Routes)
        {
            var (path, contentType) = (Path(route), Cases[route].ContentType);
            foreach (var prefix in new[] { "", "/en" })
            {
                using var response = await Site.Get(prefix + path);
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{prefix}{path} answered {response.StatusCode}.");
                Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
                Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync());
            }
        }
    }

    [Fact]
    public async Task Every_route_refuses_to_be_written_to()
    {
        foreach (var path in Routes.Except(Forms.Keys).Select(Path))
        {
            using var response = await Site.Post(path);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
            Assert.Equal(["GET", "HEAD"], response.Content.Headers.Allow.Order());
        }
    }

    [Fact]
    public async Task Every_answer_has_a_tag_and_a_reader_who_has_it_gets_nothing_more()
    {
        foreach (var path in PublicRoutes.Select(Path))
        {
            using var first = await Site.Get(path);
            var tag = first.Headers.ETag?.ToString();
            Assert.True(tag is not null, $"{path} has no tag.");
            using var again = await Site.Get(path, ("If-None-Match", tag));
            Assert.True(again.StatusCode == HttpStatusCode.NotModified, $"{path} answered {again.StatusCode} to its own tag.");
            Assert.Empty(await again.Content.ReadAsByteArrayAsync());
            using var other = await Site.Get("/en" + path, ("If-None-Match", tag));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }
    }

    [Fact]
    public async Task Every_answer_tells_browsers_what_to_refuse()
    {
        foreach (var path in Routes.Select(Path).Concat(["/", "/nothing/here", "/assets/app.css"]))
        {
            using var response = await Site.Get(path);
            Assert.StartsWith(PolicyOf(path), Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal(IsDownload(path), response.Content.Headers.ContentDisposition?.DispositionType == "attachment");
            Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
            Assert.Equal("DENY", Header(response, "X-Frame-Options"));
            Assert.Equal("same-origin", Header(response, "Referrer-Policy"));
            Assert.False(response.Headers.Contains("Server"));
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Every_page_is_light_and_needs_two_files_or_a_script_too()
    {
        foreach (var path in Pages())
        {
            using var response = await Site.Get(path, ("Accept-Encoding", "gzip"));
            var weight = (await response.Content.ReadAsByteArrayAsync()).Length;
            Assert.Equal(["gzip"], response.Content.Headers.ContentEncoding);
            var page = await Site.Page(path);
            var files = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script, img, iframe, object")
                .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();
            Assert.Equal(Scripted.Contains(path) ? 3 : 2, files.Count);
            foreach (var file in files.Concat(page.QuerySelectorAll("link[rel=modulepreload]").Select(e => e.GetAttribute("href")!)))
            {
                using var sent = await Site.Get(file, ("Accept-Encoding", "gzip"));
                Assert.Equal("public, max-age=31536000, immutable", Header(sent, "Cache-Control"));
                weight += (await sent.Content.ReadAsByteArrayAsync()).Length;
            }

            Assert.True(weight <= 40 * 1024, $"{path} weighs {weight} bytes.");
        }
    }

    [Fact]
    public async Task Every_page_has_one_heading_a_title_a_main_and_captioned_tables()
    {
        foreach (var path in Pages().SelectMany(p => new[] { p, "/en" + p }))
        {
            var page = await Site.Page(path);
            Assert.Single(page.QuerySelectorAll("h1"));
            Assert.Single(page.QuerySelectorAll("main"));
            Assert.EndsWith(" · Avance", page.Title, StringComparison.Ordinal);
            Assert.Equal("#main", page.QuerySelector("body > a")!.GetAttribute("href"));
            Assert.All(page.QuerySelectorAll("table"), t => Assert.NotEmpty(t.QuerySelector("caption").Words()));
            Assert.All(page.QuerySelectorAll("th"), h => Assert.True(h.HasAttribute("scope")));
            Assert.Empty(page.QuerySelectorAll("[style], style, script:not([src^='/assets/']), [onclick]"));
            Assert.Equal(page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct(), page.QuerySelectorAll("[id]").Select(e => e.Id));
        }
    }

    private static IEnumerable<string> RoutesOf(WebSite site, string method) => site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Contains(method))
        .Select(e => e.RoutePattern.RawText!);

    private IEnumerable<string> WorkPaths() => Routes.Where(r => !IsPublic(r)).Select(Path);

    private IEnumerable<string> FormPaths => Forms.Values.Select(Filled);

    private string Path(string route) => Filled(Cases[route].Path);

    private string Filled(string path) => path.Replace("{worker}", sample.WorkerId, StringComparison.Ordinal);

    private bool IsPublic(string route) => Site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.RoutePattern.RawText == route).All(e => e.Metadata.GetRequiredMetadata<NamedAct>().Act == Act.ReadPublic);

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    private IEnumerable<string> Pages() => Routes.Except(Fragments).Where(r => Cases[r].ContentType == "text/html" && !r.EndsWith(".html", StringComparison.Ordinal)).Select(Path);
}
