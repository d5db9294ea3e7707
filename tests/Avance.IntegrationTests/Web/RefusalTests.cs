using System.Net;
using Avance.Access;
using Avance.IntegrationTests.Progress;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>What the web answers when it cannot give what was asked: never an empty page, never a zero.</summary>
[Collection(nameof(SampleSite))]
public sealed class RefusalTests(SampleSite sample)
{
    private WebSite Site => sample.Site;

    [Theory]
    [InlineData("/nothing", "«/nothing»")]
    [InlineData("/IEPC", "«/IEPC»")]
    [InlineData("/IEPC/2023-Q5", "«/IEPC/2023-Q5»")]
    [InlineData("/IEPC/2022-Q1", "No se ha importado ningún informe de «IEPC» para el primer trimestre de 2022")]
    [InlineData("/iepc/2023-Q3", "No se ha importado ningún informe de «iepc»")]
    [InlineData("/IEPC/2023-Q3?version=7", "no tiene una versión 7; la última es la 1")]
    [InlineData("/IEPC/2023-Q3/projects/0", "tiene 26 proyectos")]
    [InlineData("/IEPC/2023-Q3/projects/27", "«27»")]
    [InlineData("/IEPC/2023-Q3/projects/A008", "«A008»")]
    [InlineData("/IEPC/2023-Q3/projects/27.csv", "«/IEPC/2023-Q3/projects/27.csv»")]
    [InlineData("/rules/AVP-999", "«AVP-999»")]
    [InlineData("/assets/app.000000000000.css", "«/assets/app.000000000000.css»")]
    [InlineData("/%3Cscript%3Ealert(1)%3C/script%3E", "«/%3Cscript%3Ealert(1)%3C/script%3E»")]
    public async Task What_does_not_exist_is_a_404_that_says_what(string path, string says)
    {
        var page = await Site.Refusal(path, HttpStatusCode.NotFound);
        Assert.Contains(says, page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("main a[href='/reports']"));
        Assert.Equal("404", page.QuerySelector(".kicker").Words());
    }

    [Theory]
    [InlineData("/IEPC/2023-Q3?version=uno", "?version=1")]
    [InlineData("/IEPC/2023-Q3?version=-1", "?version=1")]
    [InlineData("/IEPC/2023-Q3/findings?severity=grave", "error, needsExplanation, warning, information")]
    [InlineData("/IEPC/2023-Q3/findings?rule=AVP-999", "«AVP-999»")]
    [InlineData("/IEPC/2023-Q3/findings.csv?rule=xx", "«xx»")]
    [InlineData("/IEPC/2023-Q3/findings.json?severity=1", "«1»")]
    [InlineData("/IEPC/2023-Q3/findings?key=AAAAAAAAAABBBBBBBBBBCCCCCCCCCCDDDDDDDDDDE", "más de 40 caracteres")]
    [InlineData("/IEPC/2023-Q3/findings?page=2", "del 1 al 1")]
    [InlineData("/IEPC/2023-Q3?page=2", "del 1 al 1")]
    [InlineData("/reports?page=x", "del 1 al 1")]
    [InlineData("/IEPC/2023-Q3/report?page=0", "del 1 al 1")]
    [InlineData("/IEPC/2023-Q3/report?page=99999999999", "del 1 al 1")]
    public async Task A_query_that_cannot_be_understood_is_a_400_that_says_how_to_write_it(string path, string says)
    {
        var page = await Site.Refusal(path, HttpStatusCode.BadRequest);
        Assert.Contains(says, page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_speak_the_readers_language()
    {
        var page = await Site.Refusal("/en/IEPC/2022-Q1", HttpStatusCode.NotFound);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Page not found", page.QuerySelector("h1").Words());
        Assert.NotEmpty(page.QuerySelectorAll("main a[href='/en/reports']"));
    }

    [Fact]
    public async Task Writing_is_a_405_that_says_that_nothing_was_saved()
    {
        var page = await Site.Refusal("/IEPC/2023-Q3", HttpStatusCode.MethodNotAllowed, HttpMethod.Delete);
        Assert.Contains("Nada se guardó", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/IEPC/2022-Q1")]
    [InlineData("/IEPC/2023-Q3/projects/27")]
    [InlineData("/IEPC/2023-Q3/findings?severity=grave")]
    public async Task A_refused_answer_may_not_be_kept(string path)
    {
        foreach (var _ in new[] { 1, 2 })
        {
            using var response = await Site.Get(path);
            Assert.False(response.Headers.Contains("ETag"));
            Assert.False(response.Headers.Contains("Age"));
        }
    }

    [Fact]
    public async Task A_refused_rule_a_bug_and_a_time_out_each_have_their_status_once()
    {
        await using var site = await WebSite.Start(
            app =>
            {
                app.MapGet("/refused", void () => throw new RuleViolationException("AVP-010", new("La clave está repetida.", "The key is repeated."))).For(Act.ReadPublic);
                app.MapGet("/exists", void () => throw new RuleViolationException("report.exists", new("Ya hay un informe.", "There is a report."))).For(Act.ReadPublic);
                app.MapGet("/bug", void () => throw new InvalidOperationException("secret detail")).For(Act.ReadPublic);
                app.MapGet("/slow", void () => throw new TimeoutException()).For(Act.ReadPublic);
            },
            Sample.Command());

        Assert.Contains("La clave está repetida.", (await site.Refusal("/refused", HttpStatusCode.UnprocessableEntity)).QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("There is a report.", (await site.Refusal("/en/exists", HttpStatusCode.Conflict)).QuerySelector("main").Words(), StringComparison.Ordinal);
        var bug = (await site.Refusal("/bug", HttpStatusCode.InternalServerError)).DocumentElement.TextContent;
        Assert.DoesNotContain("secret", bug, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", bug, StringComparison.Ordinal);
        Assert.Contains("no responde", (await site.Refusal("/slow", HttpStatusCode.ServiceUnavailable)).QuerySelector("h1").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_fails_is_a_503_even_for_a_page_that_was_shown_before()
    {
        await using var site = await WebSite.Start(Sample.Command());
        Assert.Equal(26, (await site.Page(SampleSite.Report)).QuerySelectorAll("table.projects tbody tr").Length);

        site.Database.Sql("PRAGMA foreign_keys = OFF; DROP TABLE report; DROP TABLE journal");

        foreach (var path in new[] { SampleSite.Report, "/reports", "/", SampleSite.Report + "/findings.json" })
        {
            var page = await site.Refusal(path, HttpStatusCode.ServiceUnavailable);
            var words = page.QuerySelector("main").Words();
            Assert.Contains("no quiere decir que no haya datos", words, StringComparison.Ordinal);
            Assert.DoesNotContain(site.Database.Location, words, StringComparison.Ordinal);
            Assert.NotEmpty(await site.Text(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!));
        }

        Assert.Equal("ok\n", await site.Text("/health"));
    }

    [Fact]
    public async Task Without_reports_the_list_says_how_to_import_one()
    {
        await using var site = await WebSite.Start();
        using var door = await site.Get("/");
        Assert.Equal("/reports", door.Headers.Location!.OriginalString);
        Assert.Contains("avance import report", (await site.Page("/reports")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }
}
