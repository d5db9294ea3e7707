using System.Net;
using Avance.App.Progress;
using Avance.IntegrationTests.Progress;
using Avance.Planning;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>Reports that were replaced, several reports, and long ones.</summary>
public sealed class VersionTests
{
    private const string Report = SampleSite.Report;

    private static readonly ImportReportCommand Corrected =
        Sample.Command(Sample.With("PRESERVAR EL PATRIMONIO", "CONSERVAR EL PATRIMONIO")) with { Replace = true };

    [Fact]
    public async Task The_latest_version_is_shown_and_an_earlier_one_can_still_be_read()
    {
        await using var site = await WebSite.Start(Sample.Command(), Corrected);
        Assert.StartsWith("A017 · CONSERVAR", (await site.Page(Report + "/projects/4")).QuerySelector("h1").Words(), StringComparison.Ordinal);
        var earlier = await site.Page(Report + "/projects/4?version=1");
        Assert.StartsWith("A017 · PRESERVAR", earlier.QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Contains("Está viendo la versión 1 de 2", earlier.QuerySelector(".notice").Words(), StringComparison.Ordinal);
        Assert.Null((await site.Page(Report)).QuerySelector(".notice"));
        Assert.Contains("PRESERVAR", await site.Text(Report + "/source?version=1"), StringComparison.Ordinal);
        Assert.DoesNotContain("PRESERVAR EL PATRIMONIO", await site.Text(Report + "/report.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_link_of_an_earlier_version_stays_in_it()
    {
        await using var site = await WebSite.Start(Sample.Command(), Corrected);
        foreach (var path in new[] { "", "/report", "/projects/4", "/findings", "/sdg" })
        {
            var page = await site.Page($"{Report}{path}?version=1");
            var links = page.QuerySelectorAll("main a[href^='/IEPC']").Where(a => a.ParentElement?.ParentElement?.ClassList.Contains("notice") != true);
            Assert.All(links, a => Assert.Contains("version=1", a.GetAttribute("href"), StringComparison.Ordinal));
        }

        Assert.Equal("1", (await site.Page(Report + "/findings?version=1")).QuerySelector("form input[name=version]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_history_lists_each_version_with_its_file()
    {
        await using var site = await WebSite.Start(Sample.Command(), Corrected);
        var rows = (await site.Page(Report + "/versions")).Table("Versiones del informe").Rows();
        Assert.Equal(["2", "1"], rows.Select(r => r[0]));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Sample.Bytes)), rows[1][5]);
    }

    [Fact]
    public async Task A_page_that_was_kept_ends_when_a_report_is_imported()
    {
        await using var site = await WebSite.Start(Sample.Command());
        using var before = await site.Get(Report + "/projects/4");
        using var kept = await site.Get(Report + "/projects/4");
        Assert.Contains("PRESERVAR", await kept.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(kept.Headers.Contains("Age"), "The second answer was made anew.");

        site.Import(Corrected);

        using var after = await site.Get(Report + "/projects/4", ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("CONSERVAR", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_several_reports_the_door_leads_to_the_list()
    {
        var other = Sample.Command() with { Entity = new PublicEntity("TEECH", "Tribunal Electoral"), Period = new FiscalPeriod(2023, 4) };
        await using var site = await WebSite.Start(Sample.Command(), other);
        using var door = await site.Get("/");
        Assert.Equal("/reports", door.Headers.Location!.OriginalString);
        Assert.Equal(["TEECH", "IEPC"], (await site.Page("/reports")).Table("Informes publicados").Rows().Select(r => r[1]));
        Assert.Equal("Tribunal Electoral", (await site.Page("/TEECH/2023-Q4")).QuerySelector("h1").Words());
    }

    [Fact]
    public async Task An_entity_called_en_keeps_its_address_in_both_languages()
    {
        await using var site = await WebSite.Start(Sample.Command() with { Entity = new PublicEntity("en", "Escuela Normal") });
        Assert.Equal("es-MX", (await site.Page("/en/2023-Q3")).DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", (await site.Page("/en/en/2023-Q3/findings")).DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(await site.Text("/en/2023-Q3.json"));
    }

    [Fact]
    public async Task A_report_of_hundreds_of_projects_is_read_in_pages_that_stay_light()
    {
        await using var site = await WebSite.Start(Sample.Command(Repeated(10)));
        var numbers = new List<int>();
        foreach (var page in new[] { 1, 2, 3 })
        {
            var path = $"{Report}/report?page={page}";
            using var response = await site.Get(path, ("Accept-Encoding", "gzip"));
            Assert.True((await response.Content.ReadAsByteArrayAsync()).Length < 36 * 1024, $"Page {page} is heavy.");
            var html = await site.Page(path);
            numbers.AddRange(html.QuerySelectorAll("tr.project a").Select(a => int.Parse(a.GetAttribute("href")!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)));
            Assert.Equal("ORGANIZACIÓN DE PROCESOS ELECTORALES", html.QuerySelector("tr.subfunction th").Words());
            Assert.Equal(page == 3, html.QuerySelector(".explanation") is not null);
        }

        Assert.Equal(Enumerable.Range(1, 260), numbers);
        using var beyond = await site.Get(Report + "/report?page=4");
        Assert.Equal(HttpStatusCode.BadRequest, beyond.StatusCode);

        foreach (var path in new[] { "", "/findings", "?page=2", "/sdg", "/findings?page=2" })
        {
            using var response = await site.Get(Report + path, ("Accept-Encoding", "gzip"));
            Assert.True((await response.Content.ReadAsByteArrayAsync()).Length < 36 * 1024, $"{path} is heavy.");
        }
    }

    /// <summary>The sample with its projects several times over, which its totals then do not add up to.</summary>
    private static byte[] Repeated(int times)
    {
        var lines = System.Text.Encoding.UTF8.GetString(Sample.Bytes).Split('\n');
        var projects = lines.Where(l => l.Length > 5 && char.IsAsciiDigit(l[3]) && l[4] == '\t' && l.Contains("Cobertura", StringComparison.Ordinal)).ToList();
        Assert.Equal(26, projects.Count);
        var first = Array.FindIndex(lines, l => l == projects[0]);
        var last = Array.FindLastIndex(lines, l => l == projects[^1]);
        var repeated = Enumerable.Repeat(projects, times).SelectMany(p => p);
        return System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines[..first].Concat(repeated).Concat(lines[(last + 1)..])));
    }
}
