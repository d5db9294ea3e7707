using System.Net;
using Avance.Access;
using Avance.IntegrationTests.Capture;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>What must hold at every address that the web maps: one that is added without a case here fails.</summary>
[Collection(nameof(SampleSite))]
public sealed class EndpointTests(SampleSite sample)
{
    /// <summary>A year whose plan is still a draft.</summary>
    private const string Draft = "/work/IEPC/2025";

    /// <summary>A year whose second quarter is being captured.</summary>
    private const string Captured = "/work/DIF/2024";

    /// <summary>The pages that have a script: all the others refuse any.</summary>
    private static readonly string[] Scripted = [Captured + "/capture/2/02", "/account/passkeys"];

    /// <summary>An address for each route, and the type of what it sends.</summary>
    private static readonly Dictionary<string, (string Path, string ContentType)> Cases = new(StringComparer.Ordinal)
    {
        ["/reports"] = ("/reports", "text/html"),
        ["/reports.csv"] = ("/reports.csv", "text/csv"),
        ["/reports.json"] = ("/reports.json", "application/json"),
        ["/rules"] = ("/rules", "text/html"),
        ["/rules.csv"] = ("/rules.csv", "text/csv"),
        ["/rules.json"] = ("/rules.json", "application/json"),
        ["/rules/{id}"] = ("/rules/AVP-019", "text/html"),
        [R("")] = ("/IEPC/2023-Q3", "text/html"),
        [R(".csv")] = ("/IEPC/2023-Q3.csv", "text/csv"),
        [R(".json")] = ("/IEPC/2023-Q3.json", "application/json"),
        [R("/report")] = ("/IEPC/2023-Q3/report", "text/html"),
        [R("/report.pdf")] = ("/IEPC/2023-Q3/report.pdf", "application/pdf"),
        [R("/report.xlsx")] = ("/IEPC/2023-Q3/report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        [R("/report.html")] = ("/IEPC/2023-Q3/report.html", "text/html"),
        [R("/report.csv")] = ("/IEPC/2023-Q3/report.csv", "text/csv"),
        [R("/report.json")] = ("/IEPC/2023-Q3/report.json", "application/json"),
        [R("/report.txt")] = ("/IEPC/2023-Q3/report.txt", "text/plain"),
        [R("/projects/{number}")] = ("/IEPC/2023-Q3/projects/16", "text/html"),
        [R("/projects/{number}.csv")] = ("/IEPC/2023-Q3/projects/16.csv", "text/csv"),
        [R("/projects/{number}.json")] = ("/IEPC/2023-Q3/projects/16.json", "application/json"),
        [R("/findings")] = ("/IEPC/2023-Q3/findings", "text/html"),
        [R("/findings.csv")] = ("/IEPC/2023-Q3/findings.csv", "text/csv"),
        [R("/findings.json")] = ("/IEPC/2023-Q3/findings.json", "application/json"),
        [R("/sdg")] = ("/IEPC/2023-Q3/sdg", "text/html"),
        [R("/sdg.csv")] = ("/IEPC/2023-Q3/sdg.csv", "text/csv"),
        [R("/sdg.json")] = ("/IEPC/2023-Q3/sdg.json", "application/json"),
        [R("/versions")] = ("/IEPC/2023-Q3/versions", "text/html"),
        [R("/versions.csv")] = ("/IEPC/2023-Q3/versions.csv", "text/csv"),
        [R("/versions.json")] = ("/IEPC/2023-Q3/versions.json", "application/json"),
        [R("/source")] = ("/IEPC/2023-Q3/source", "text/plain"),
        [R("/figures/{cell}")] = ("/IEPC/2023-Q3/figures/16.revised", "text/html"),
        [R("/figures/{cell}.csv")] = ("/IEPC/2023-Q3/figures/16.revised.csv", "text/csv"),
        [R("/figures/{cell}.json")] = ("/IEPC/2023-Q3/figures/16.revised.json", "application/json"),
        [Y("/budget")] = (BudgetSample.Year + "/budget", "text/html"),
        [Y("/budget.csv")] = (BudgetSample.Year + "/budget.csv", "text/csv"),
        [Y("/budget.json")] = (BudgetSample.Year + "/budget.json", "application/json"),
        [Y("/budget/entries")] = (BudgetSample.Year + "/budget/entries", "text/html"),
        [Y("/budget/entries.csv")] = (BudgetSample.Year + "/budget/entries.csv", "text/csv"),
        [Y("/budget/entries.json")] = (BudgetSample.Year + "/budget/entries.json", "application/json"),
        [Y("/budget/lines/{key}")] = ($"{BudgetSample.Year}/budget/lines/{BudgetSample.First}", "text/html"),
        [Y("/budget/lines/{key}.csv")] = ($"{BudgetSample.Year}/budget/lines/{BudgetSample.First}.csv", "text/csv"),
        [Y("/budget/lines/{key}.json")] = ($"{BudgetSample.Year}/budget/lines/{BudgetSample.First}.json", "application/json"),
        [Y("/documents")] = (BudgetSample.Year + "/documents", "text/html"),
        [Y("/documents.csv")] = (BudgetSample.Year + "/documents.csv", "text/csv"),
        [Y("/documents.json")] = (BudgetSample.Year + "/documents.json", "application/json"),
        [Y("/documents/{sequence:long}")] = (BudgetSample.Year + "/documents/3", "text/html"),
        [Y("/documents/{sequence:long}.csv")] = (BudgetSample.Year + "/documents/3.csv", "text/csv"),
        [Y("/documents/{sequence:long}.json")] = (BudgetSample.Year + "/documents/3.json", "application/json"),
        [Y("/plan")] = (BudgetSample.Year + "/plan", "text/html"),
        [Y("/plan.csv")] = (BudgetSample.Year + "/plan.csv", "text/csv"),
        [Y("/plan.json")] = (BudgetSample.Year + "/plan.json", "application/json"),
        [Y("/plan/{unit}/{key}")] = (BudgetSample.Year + "/plan/01/A002", "text/html"),
        [Y("/plan/{unit}/{key}.csv")] = (BudgetSample.Year + "/plan/01/A002.csv", "text/csv"),
        [Y("/plan/{unit}/{key}.json")] = (BudgetSample.Year + "/plan/01/A002.json", "application/json"),
        [Y("/plan/{unit}/{key}/cover.pdf")] = (BudgetSample.Year + "/plan/01/A002/cover.pdf", "application/pdf"),
        [Y("/plan/{unit}/{key}/cover.xlsx")] = (BudgetSample.Year + "/plan/01/A002/cover.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        [Y("/plan/{unit}/{key}/cover.html")] = (BudgetSample.Year + "/plan/01/A002/cover.html", "text/html"),
        [Y("/plan/{unit}/{key}/{number}")] = (BudgetSample.Year + "/plan/01/A002/1", "text/html"),
        [Y("/plan/{unit}/{key}/{number}.csv")] = (BudgetSample.Year + "/plan/01/A002/1.csv", "text/csv"),
        [Y("/plan/{unit}/{key}/{number}.json")] = (BudgetSample.Year + "/plan/01/A002/1.json", "application/json"),
        [Y("/plan/{unit}/{key}/{number}/sheet.pdf")] = (BudgetSample.Year + "/plan/01/A002/1/sheet.pdf", "application/pdf"),
        [Y("/plan/{unit}/{key}/{number}/sheet.xlsx")] = (BudgetSample.Year + "/plan/01/A002/1/sheet.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        [Y("/plan/{unit}/{key}/{number}/sheet.html")] = (BudgetSample.Year + "/plan/01/A002/1/sheet.html", "text/html"),
        [Y("/amendments")] = ("/IEPC/2023/amendments", "text/html"),
        [Y("/amendments.csv")] = ("/IEPC/2023/amendments.csv", "text/csv"),
        [Y("/amendments.json")] = ("/IEPC/2023/amendments.json", "application/json"),
        [Y("/amendments/{reference}")] = ("/IEPC/2023/amendments/AP-2023-0001", "text/html"),
        [Y("/amendments/{reference}.csv")] = ("/IEPC/2023/amendments/AP-2023-0001.csv", "text/csv"),
        [Y("/amendments/{reference}.json")] = ("/IEPC/2023/amendments/AP-2023-0001.json", "application/json"),
        [Y("/amendments/{reference}/files/{number:int}")] = ("/IEPC/2023/amendments/AP-2023-0001/files/1", "application/pdf"),
        ["/work"] = ("/work", "text/html"),
        ["/work/new"] = ("/work/new", "text/html"),
        [W("/plan")] = (Draft + "/plan", "text/html"),
        [W("/plan/approve")] = (Draft + "/plan/approve", "text/html"),
        [W("/plan/units/new")] = (Draft + "/plan/units/new", "text/html"),
        [W("/plan/units/{code}")] = (Draft + "/plan/units/02", "text/html"),
        [W("/plan/units/{code}/remove")] = (Draft + "/plan/units/02/remove", "text/html"),
        [W("/plan/programmes/new")] = (Draft + "/plan/programmes/new", "text/html"),
        [W("/plan/programmes/{code}")] = (Draft + "/plan/programmes/R101", "text/html"),
        [W("/plan/programmes/{code}/remove")] = (Draft + "/plan/programmes/R101/remove", "text/html"),
        [W("/plan/projects/new")] = (Draft + "/plan/projects/new", "text/html"),
        [W("/plan/projects/{unit}/{key}")] = (Draft + "/plan/projects/01/A002", "text/html"),
        [W("/plan/projects/{unit}/{key}/remove")] = (Draft + "/plan/projects/01/A002/remove", "text/html"),
        [W("/plan/projects/{unit}/{key}/indicators/new")] = (Draft + "/plan/projects/01/A002/indicators/new", "text/html"),
        [W("/plan/projects/{unit}/{key}/indicators/{number}")] = (Draft + "/plan/projects/01/A002/indicators/1", "text/html"),
        [W("/plan/projects/{unit}/{key}/indicators/{number}/remove")] = (Draft + "/plan/projects/01/A002/indicators/1/remove", "text/html"),
        [W("")] = ("/work/IEPC/2023", "text/html"),
        [W("/amendments")] = ("/work/IEPC/2023/amendments", "text/html"),
        [W("/amendments/new")] = ("/work/IEPC/2023/amendments/new", "text/html"),
        [W("/amendments/{reference}")] = ("/work/IEPC/2023/amendments/BORR-2023-0002", "text/html"),
        [W("/amendments/{reference}/files/{number:int}")] = ("/work/IEPC/2023/amendments/AP-2023-0001/files/1", "application/pdf"),
        ["/account"] = ("/account", "text/html"),
        ["/account/codes"] = ("/account/codes", "text/html"),
        ["/account/passkeys"] = ("/account/passkeys", "text/html"),
        [P("")] = ("/work/IEPC/people", "text/html"),
        [P("/new")] = ("/work/IEPC/people/new", "text/html"),
        [P("/{account:guid}")] = ("/work/IEPC/people/{worker}", "text/html"),
        [W("/amendments/{reference}/edit")] = ("/work/IEPC/2023/amendments/BORR-2023-0002/edit", "text/html"),
        [W("/amendments/{reference}/steps/{state}")] = ("/work/IEPC/2023/amendments/BORR-2023-0002/steps/requested", "text/html"),
        [W("/imports")] = ("/work/IEPC/2023/imports", "text/html"),
        [W("/imports/{id}")] = ("/work/IEPC/2023/imports/1", "text/html"),
        [W("/imports/{id}/columns")] = ("/work/IEPC/2023/imports/1/columns", "text/html"),
        [W("/imports/{id}/rejects")] = ("/work/IEPC/2023/imports/1/rejects", "text/csv"),
        ["/work/{entity}/journal"] = ("/work/IEPC/journal", "text/html"),
        ["/work/{entity}/journal/verify"] = ("/work/IEPC/journal/verify", "text/html"),
        ["/work/{entity}/journal.csv"] = ("/work/IEPC/journal.csv", "text/csv"),
        ["/work/{entity}/journal.jsonl"] = ("/work/IEPC/journal.jsonl", "application/jsonl"),
        [W("/outlook")] = (Captured + "/outlook", "text/html"),
        [W("/outlook/targets.csv")] = (Captured + "/outlook/targets.csv", "text/csv"),
        [W("/outlook/targets.json")] = (Captured + "/outlook/targets.json", "application/json"),
        [W("/outlook/budgets.csv")] = (Captured + "/outlook/budgets.csv", "text/csv"),
        [W("/outlook/budgets.json")] = (Captured + "/outlook/budgets.json", "application/json"),
        [W("/issue")] = (Captured + "/issue", "text/html"),
        [W("/issue/{quarter:int}")] = (Captured + "/issue/1", "text/html"),
        [W("/capture")] = (Captured + "/capture", "text/html"),
        [W("/periods/{quarter:int}/open")] = (Captured + "/periods/3/open", "text/html"),
        [W("/periods/{quarter:int}/extend")] = (Captured + "/periods/2/extend", "text/html"),
        [W("/periods/{quarter:int}/missing")] = (Captured + "/periods/2/missing", "text/html"),
        [W("/periods/{quarter:int}/readmit")] = (Captured + "/periods/2/readmit", "text/html"),
        [W("/periods/{quarter:int}/letstand")] = (Captured + "/periods/2/letstand", "text/html"),
        [W("/issue")] = (Captured + "/issue", "text/html"),
        [W("/issue/{quarter:int}")] = (Captured + "/issue/2", "text/html"),
        [W("/outlook")] = ("/work/IEPC/2023/outlook", "text/html"),
        [W("/outlook/targets.csv")] = (Captured + "/outlook/targets.csv", "text/csv"),
        [W("/outlook/targets.json")] = (Captured + "/outlook/targets.json", "application/json"),
        [W("/outlook/budgets.csv")] = (Captured + "/outlook/budgets.csv", "text/csv"),
        [W("/outlook/budgets.json")] = (Captured + "/outlook/budgets.json", "application/json"),
        [W("/periods/{quarter:int}/close")] = (Captured + "/periods/2/close", "text/html"),
        [W("/periods/{quarter:int}/reopen")] = (Captured + "/periods/1/reopen", "text/html"),
        [W("/capture/{quarter:int}/{unit}")] = (Captured + "/capture/2/02", "text/html"),
        [W("/capture/{quarter:int}/{unit}/findings")] = (Captured + "/capture/2/02/findings", "text/html"),
        [W("/capture/{quarter:int}/{unit}/evidence/{subject:guid}")] = ($"{Captured}/capture/2/02/evidence/{CaptureSample.Subject}", "text/html"),
        [W("/capture/{quarter:int}/{unit}/files/{number:int}")] = (Captured + "/capture/2/02/files/1", "application/pdf"),
        [W("/capture/{quarter:int}/{unit}/submit")] = (Captured + "/capture/2/02/submit", "text/html"),
        [W("/capture/{quarter:int}/{unit}/versions/{n:int}")] = (Captured + "/capture/2/01/versions/1", "text/html"),
        [W("/trace")] = (Captured + "/trace", "text/html"),
        [W("/trace.csv")] = (Captured + "/trace.csv", "text/csv"),
        [W("/trace.json")] = (Captured + "/trace.json", "application/json"),
        [W("/trace/{quarter:int}/{unit}/{subject:guid}")] = ($"{Captured}/trace/2/02/{CaptureSample.Subject}", "text/html"),
    };

    /// <summary>An address for each route that takes a form.</summary>
    private static readonly Dictionary<string, string> Forms = new(StringComparer.Ordinal)
    {
        ["/work/new"] = "/work/new",
        [W("/plan/approve")] = Draft + "/plan/approve",
        [W("/plan/open")] = Draft + "/plan/open",
        [W("/plan/close-month")] = Draft + "/plan/close-month",
        [W("/plan/close")] = Draft + "/plan/close",
        [W("/plan/units/new")] = Draft + "/plan/units/new",
        [W("/plan/units/{code}")] = Draft + "/plan/units/02",
        [W("/plan/units/{code}/remove")] = Draft + "/plan/units/02/remove",
        [W("/plan/programmes/new")] = Draft + "/plan/programmes/new",
        [W("/plan/programmes/{code}")] = Draft + "/plan/programmes/R101",
        [W("/plan/programmes/{code}/remove")] = Draft + "/plan/programmes/R101/remove",
        [W("/plan/projects/new")] = Draft + "/plan/projects/new",
        [W("/plan/projects/{unit}/{key}")] = Draft + "/plan/projects/01/A002",
        [W("/plan/projects/{unit}/{key}/remove")] = Draft + "/plan/projects/01/A002/remove",
        [W("/plan/projects/{unit}/{key}/move")] = Draft + "/plan/projects/01/A002/move",
        [W("/plan/projects/{unit}/{key}/close")] = Draft + "/plan/projects/01/A002/close",
        [W("/plan/projects/{unit}/{key}/indicators/new")] = Draft + "/plan/projects/01/A002/indicators/new",
        [W("/plan/projects/{unit}/{key}/indicators/{number}")] = Draft + "/plan/projects/01/A002/indicators/1",
        [W("/plan/projects/{unit}/{key}/indicators/{number}/remove")] = Draft + "/plan/projects/01/A002/indicators/1/remove",
        [W("/amendments/new")] = "/work/IEPC/2023/amendments/new",
        [W("/amendments/{reference}/edit")] = "/work/IEPC/2023/amendments/BORR-2023-0002/edit",
        [W("/amendments/{reference}/files")] = "/work/IEPC/2023/amendments/BORR-2023-0002/files",
        [W("/amendments/{reference}/files/{number:int}/remove")] = "/work/IEPC/2023/amendments/BORR-2023-0002/files/1/remove",
        [W("/amendments/{reference}/steps/{state}")] = "/work/IEPC/2023/amendments/BORR-2023-0002/steps/requested",
        [W("/imports")] = "/work/IEPC/2023/imports",
        [W("/imports/{id}/columns")] = "/work/IEPC/2023/imports/1/columns",
        [W("/imports/{id}/apply")] = "/work/IEPC/2023/imports/0/apply",
        [W("/imports/{id}/cancel")] = "/work/IEPC/2023/imports/0/cancel",
        [W("/issue/{quarter:int}")] = Captured + "/issue/2",
        [W("/periods/{quarter:int}/open")] = Captured + "/periods/3/open",
        [W("/periods/{quarter:int}/extend")] = Captured + "/periods/2/extend",
        [W("/periods/{quarter:int}/missing")] = Captured + "/periods/2/missing",
        [W("/periods/{quarter:int}/readmit")] = Captured + "/periods/2/readmit",
        [W("/periods/{quarter:int}/letstand")] = Captured + "/periods/2/letstand",
        [W("/issue/{quarter:int}")] = Captured + "/issue/2",
        [W("/periods/{quarter:int}/close")] = Captured + "/periods/2/close",
        [W("/periods/{quarter:int}/reopen")] = Captured + "/periods/1/reopen",
        [W("/capture/{quarter:int}/{unit}")] = Captured + "/capture/2/02",
        [W("/capture/{quarter:int}/{unit}/cells")] = Captured + "/capture/2/02/cells",
        [W("/capture/{quarter:int}/{unit}/evidence/{subject:guid}")] = $"{Captured}/capture/2/02/evidence/{CaptureSample.Subject}",
        [W("/capture/{quarter:int}/{unit}/files/{number:int}/remove")] = Captured + "/capture/2/02/files/9/remove",
        [W("/capture/{quarter:int}/{unit}/seen")] = Captured + "/capture/2/02/seen",
        [W("/capture/{quarter:int}/{unit}/submit")] = Captured + "/capture/2/02/submit",
        [W("/capture/{quarter:int}/{unit}/versions/{n:int}/approve")] = Captured + "/capture/2/02/versions/1/approve",
        [W("/capture/{quarter:int}/{unit}/versions/{n:int}/return")] = Captured + "/capture/2/02/versions/1/return",
        [W("/capture/{quarter:int}/{unit}/versions/{n:int}/authorise")] = Captured + "/capture/2/02/versions/1/authorise",
        ["/account/name"] = "/account/name",
        ["/account/password"] = "/account/password",
        ["/account/codes"] = "/account/codes",
        ["/account/codes/off"] = "/account/codes/off",
        ["/account/recovery-codes"] = "/account/recovery-codes",
        ["/account/sessions/end"] = "/account/sessions/end",
        ["/account/passkeys"] = "/account/passkeys",
        ["/account/passkeys/options"] = "/account/passkeys/options",
        ["/account/passkeys/remove"] = "/account/passkeys/remove",
        [P("/new")] = "/work/IEPC/people/new",
        [P("/{account:guid}")] = "/work/IEPC/people/{worker}",
        [P("/{account:guid}/invite")] = "/work/IEPC/people/{worker}/invite",
        [P("/{account:guid}/unlock")] = "/work/IEPC/people/{worker}/unlock",
        [P("/{account:guid}/disable")] = "/work/IEPC/people/{worker}/disable",
        [P("/{account:guid}/enable")] = "/work/IEPC/people/{worker}/enable",
    };

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
            Assert.StartsWith($"default-src 'self'; script-src '{(Scripted.Contains(path) ? "self" : "none")}'", Header(response, "Content-Security-Policy"), StringComparison.Ordinal);
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
            foreach (var file in files)
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

    private static string P(string suffix) => "/work/{entity}/people" + suffix;

    private static string W(string suffix) => "/work/{entity}/{year:int}" + suffix;

    private static string Y(string suffix) => "/{entity}/{year:int}" + suffix;

    private static string R(string suffix) => "/{entity}/{period:period}" + suffix;

    private static string Header(HttpResponseMessage response, string name) => Assert.Single(response.Headers.GetValues(name));

    /// <summary>What is part of a page, for its script to put in its place.</summary>
    private static readonly string[] Fragments = [W("/capture/{quarter:int}/{unit}/findings")];

    private IEnumerable<string> Pages() => Routes.Except(Fragments).Where(r => Cases[r].ContentType == "text/html" && !r.EndsWith(".html", StringComparison.Ordinal)).Select(Path);
}
