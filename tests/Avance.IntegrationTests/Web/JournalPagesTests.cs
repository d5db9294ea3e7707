using System.Net;
using Avance.Access;
using Avance.IntegrationTests.Progress;
using Xunit;

namespace Avance.IntegrationTests.Web;

public sealed class JournalPagesTests
{
    [Fact]
    public async Task Shows_what_changed_finds_it_and_verifies_it()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        var page = await site.Page("/work/IEPC/journal?action=report.");
        Assert.Equal("Bitácora de IEPC", page.QuerySelector("h1")!.Words());
        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("report.imported", row.Words(), StringComparison.Ordinal);
        Assert.Contains("report 2023-Q3", row.Words(), StringComparison.Ordinal);
        Assert.Equal("report.", page.QuerySelector("input[name=action]")!.GetAttribute("value"));
        Assert.Contains("Ningún registro", (await site.Page("/work/IEPC/journal?actor=nadie")).QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Journal of IEPC", (await site.Page("/en/work/IEPC/journal")).QuerySelector("h1")!.Words());
        Assert.Contains("La bitácora está íntegra", (await site.Page("/work/IEPC/journal/verify")).QuerySelector("[role=status]")!.Words(), StringComparison.Ordinal);
        Assert.Contains(await Links(site, "/work"), href => href == "/work/IEPC/journal");
    }

    [Fact]
    public async Task Names_the_record_that_somebody_changed()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        site.Database.Sql("DROP TRIGGER journal_no_update");
        site.Database.Sql("UPDATE journal SET actor = 'otra' WHERE sequence = 1");
        Assert.Contains("El registro 1 no se sostiene.", (await site.Page("/work/IEPC/journal/verify")).QuerySelector("[role=alert]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_read_in_pages()
    {
        await using var site = await WebSite.StartWork();
        site.Database.Sql("DROP TRIGGER journal_no_replace");
        site.Database.Sql("WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1249) INSERT INTO journal SELECT entity_id, i, recorded_at, 'luis', action, subject, old_value, new_value, previous_hash, hash FROM journal, n WHERE sequence = 1");
        var newest = await site.Page("/work/IEPC/journal?actor=luis");
        Assert.Equal(("1249", 100), (newest.QuerySelector("tbody th")!.Words(), newest.QuerySelectorAll("tbody tr").Length));
        var older = newest.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.Equal("/work/IEPC/journal?actor=luis&before=1150", older);
        var last = await site.Page("/work/IEPC/journal?actor=luis&before=1050");
        Assert.Equal(("1049", 50), (last.QuerySelector("tbody th")!.Words(), last.QuerySelectorAll("tbody tr").Length));
        Assert.Null(last.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Is_handed_out_whole_for_other_programs()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        using var csv = await site.Get("/work/IEPC/journal.csv?action=report.");
        Assert.Equal((HttpStatusCode.OK, "text/csv", "attachment"), (csv.StatusCode, csv.Content.Headers.ContentType!.MediaType, csv.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal(3, (await csv.Content.ReadAsStringAsync()).Split("\r\n").Length);
        using var json = await site.Get("/work/IEPC/journal.jsonl?action=report.");
        Assert.Equal("application/jsonl", json.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("{\"sequence\":1,", await json.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/work/IEPC/journal?from=ayer")]
    [InlineData("/work/IEPC/journal.csv?to=2024-13-01")]
    [InlineData("/work/IEPC/journal?before=uno")]
    public async Task Says_what_it_does_not_understand(string path)
    {
        await using var site = await WebSite.StartWork();
        await site.Refusal(path, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/verify")]
    [InlineData(".csv")]
    [InlineData(".jsonl")]
    public async Task Is_for_who_audits_or_administers(string more)
    {
        await using var site = await WebSite.Start(Sample.Command());
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Get("/work/IEPC/journal" + more)).StatusCode);
        site.SignIn(new Grant(Role.Plan, "IEPC"), new Grant(Role.Review, "IEPC"), new Grant(Role.Audit, "OTRO"));
        await site.Refusal("/work/IEPC/journal" + more, HttpStatusCode.Forbidden);
        site.SignIn(new Grant(Role.Audit, "IEPC"));
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/work/IEPC/journal" + more)).StatusCode);
    }

    private static async Task<IEnumerable<string?>> Links(WebSite site, string path) => (await site.Page(path)).QuerySelectorAll("a").Select(a => a.GetAttribute("href"));
}
