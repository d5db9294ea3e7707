using System.Net;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>How answers travel: compressed, tagged, and kept only as long as they hold.</summary>
[Collection(nameof(SampleSite))]
public sealed class HeaderTests(SampleSite sample)
{
    private WebSite Site => sample.Site;

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate", "gzip")]
    public async Task Pages_are_compressed_as_the_reader_asks(string accepted, string encoding)
    {
        using var response = await Site.Get(SampleSite.Report + "/report", ("Accept-Encoding", accepted));
        Assert.Equal([encoding], response.Content.Headers.ContentEncoding);
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        var plain = await Site.Text(SampleSite.Report + "/report");
        Assert.True((await response.Content.ReadAsByteArrayAsync()).Length * 3 < plain.Length);
    }

    [Fact]
    public async Task Pages_may_be_kept_and_must_be_asked_about()
    {
        using var response = await Site.Get(SampleSite.Report);
        Assert.True(response.Headers.CacheControl!.Public);
        Assert.True(response.Headers.CacheControl.NoCache);
        Assert.True(response.Headers.ETag!.IsWeak);
    }

    [Fact]
    public async Task Headers_can_be_read_without_the_page()
    {
        using var head = await Site.Send(HttpMethod.Head, SampleSite.Report + "/sdg");
        using var get = await Site.Get(SampleSite.Report + "/sdg");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.NotEmpty(await get.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_parameter_that_no_page_reads_changes_nothing()
    {
        var plain = await Site.Text(SampleSite.Report + "/sdg");
        var tracked = await Site.Text(SampleSite.Report + "/sdg?utm_source=x");
        Assert.Equal(plain, tracked);
    }

    [Fact]
    public async Task Files_have_their_content_in_their_name()
    {
        var page = await Site.Page("/reports");
        var address = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using var response = await Site.Get(address);
        var hash = System.Security.Cryptography.SHA256.HashData(await response.Content.ReadAsByteArrayAsync());
        Assert.Contains(Convert.ToHexStringLower(hash)[..12], address, StringComparison.Ordinal);
        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_watchdog_gets_a_word_that_nobody_keeps()
    {
        using var response = await Site.Get("/health");
        Assert.Equal("ok\n", await response.Content.ReadAsStringAsync());
        Assert.True(response.Headers.CacheControl!.NoStore);
    }
}
