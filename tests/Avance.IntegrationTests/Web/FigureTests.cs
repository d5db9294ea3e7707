using System.Net;
using AngleSharp.Html.Dom;
using Avance.App.Progress;
using Avance.App.Reporting;
using Avance.IntegrationTests.Planning;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>From any printed figure to its documents.</summary>
[Collection(nameof(SampleSite))]
public sealed class FigureTests(SampleSite sample)
{
    [Fact]
    public async Task Every_figure_of_a_report_made_of_documents_opens_entries_that_add_up_to_it()
    {
        await using var site = await WebSite.Start();
        using (var database = site.Database.Open())
        {
            BudgetSample.Fill(database);
            Assert.Equal(ImportStatus.Imported, new IssueReport(database, TimeProvider.System).Execute(SmallPlan.Code, new FiscalPeriod(SmallPlan.Year, 2), null, replace: false, "ana").Status);
        }

        var links = (await site.Page("/IEPC/2024-Q2/report")).QuerySelectorAll("table.official td.figure a").Cast<IHtmlAnchorElement>().ToList();
        Assert.True(links.Count >= 12, $"Only {links.Count} figures lead to their documents.");
        var opened = 0;
        foreach (var link in links)
        {
            var page = await site.Page(link.GetAttribute("href")!);
            var tiles = page.QuerySelectorAll(".tile-figure").Select(t => t.Words()).ToList();
            Assert.Equal(link.Words(), tiles[0]);
            if (page.QuerySelector("tr.total") is { } total && page.QuerySelector("table th a") is { } document)
            {
                Assert.Equal(link.Words(), tiles[1]);
                Assert.Equal(link.Words(), total.LastElementChild.Words());
                Assert.Contains("coincide", page.QuerySelector(".tile-strong").Words(), StringComparison.Ordinal);
                Assert.NotEmpty(await site.Text(document.GetAttribute("href")!));
                opened++;
            }
        }

        Assert.True(opened >= 10, $"Only {opened} figures were opened.");
    }

    [Fact]
    public async Task The_project_page_leads_to_the_documents_of_each_of_its_figures()
    {
        await using var site = await WebSite.Start();
        using (var database = site.Database.Open())
        {
            BudgetSample.Fill(database);
            new IssueReport(database, TimeProvider.System).Execute(SmallPlan.Code, new FiscalPeriod(SmallPlan.Year, 2), null, replace: false, "ana");
        }

        var page = await site.Page("/IEPC/2024-Q2/projects/1");
        Assert.NotEmpty(page.QuerySelectorAll("th a[href='/IEPC/2024-Q2/figures/1.accrued']"));
        Assert.NotEmpty(page.QuerySelectorAll("th a[href='/IEPC/2024-Q2/figures/1.1.revised']"));
        Assert.Contains("se compuso de los documentos", page.QuerySelector("section[aria-labelledby=origin]").Words(), StringComparison.Ordinal);
        var figure = await site.Page("/IEPC/2024-Q2/figures/1.1.modificada");
        Assert.Equal("14.00", figure.QuerySelector(".tile-figure").Words());
        Assert.Equal("Adecuación presupuestaria", figure.Table("Asientos que hacen la cifra").Rows()[^2][2]);
        Assert.Contains("AP-2024-0001", await site.Text("/IEPC/2024-Q2/figures/1.1.revised.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_that_was_only_published_says_that_nothing_is_behind_it()
    {
        var page = await sample.Site.Page(SampleSite.Report + "/figures/16.revised");
        Assert.Contains("No hay documentos registrados", page.QuerySelector(".notice").Words(), StringComparison.Ordinal);
        Assert.Contains("sin documentos", page.QuerySelector(".tiles").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/figures/99.revised")]
    [InlineData("/figures/16.9.achieved")]
    [InlineData("/figures/16.colour")]
    [InlineData("/figures/x")]
    public async Task What_is_no_figure_is_a_404_that_says_how_they_are_written(string path) =>
        Assert.Contains("16.2.alcanzada", (await sample.Site.Refusal(SampleSite.Report + path, HttpStatusCode.NotFound)).QuerySelector("main").Words(), StringComparison.Ordinal);
}
