using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Avance.Documents;
using Avance.UnitTests.Importing;
using Xunit;

namespace Avance.UnitTests.Documents;

public sealed class ProgressHtmlTests
{
    private static readonly IDocument Page = Parse(Language.Spanish);

    [Fact]
    public void Needs_nothing_but_itself()
    {
        Assert.Empty(Page.QuerySelectorAll("script, link, img, [src], [href], [style]"));
        Assert.DoesNotContain("url(", Page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", Page.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_its_language_title_and_caption()
    {
        Assert.Equal("es-MX", Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Avance programático-presupuestal · IEPC · 2023-Q3", Page.Title);
        Assert.Single(Page.QuerySelectorAll("h1"));
        Assert.NotNull(Page.QuerySelector("table > caption"));
        var region = Page.QuerySelector("[role=region]")!;
        Assert.Equal("0", region.GetAttribute("tabindex"));
        Assert.False(string.IsNullOrEmpty(region.GetAttribute("aria-label")));
    }

    [Fact]
    public void English_pages_mark_the_entitys_own_words_as_Spanish()
    {
        var english = Parse(Language.English);
        Assert.Equal("en", english.DocumentElement.GetAttribute("lang"));
        Assert.All(english.QuerySelectorAll("tbody, article, .entity"), e => Assert.Equal("es-MX", e.GetAttribute("lang")));
    }

    [Fact]
    public void Every_row_has_sixteen_columns_and_each_project_its_group()
    {
        Assert.All(Page.QuerySelectorAll("table tbody"), body =>
        {
            var spanned = new int[16];
            foreach (var row in body.QuerySelectorAll("tr"))
            {
                var own = row.Children.Sum(c => Number(c, "colspan"));
                Assert.Equal(16, own + spanned.Count(s => s > 0));
                for (var i = 0; i < 16; i++)
                {
                    spanned[i] = Math.Max(0, spanned[i] - 1);
                }

                foreach (var (cell, index) in row.Children.Select((c, i) => (c, i)).Where(p => Number(p.c, "rowspan") > 1))
                {
                    spanned[index] = Number(cell, "rowspan") - 1;
                }
            }
        });
        Assert.Equal(26, Page.QuerySelectorAll("th[scope=rowgroup]").Length);
        Assert.Equal(46, Page.QuerySelectorAll("td.target").Length);
        Assert.Equal(16, Page.QuerySelectorAll("thead th[scope=col]").Length);
    }

    [Fact]
    public void Prints_the_figures_of_the_report()
    {
        var text = Page.QuerySelector("table")!.TextContent;
        Assert.All(Samples.Report.Projects, p => Assert.Contains(Figure.Print(p.Budget.Revised), text, StringComparison.Ordinal));
        Assert.Contains("66.31 %", Page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Segunda Etapa", Page.QuerySelector("article h3")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_the_report_is_never_markup()
    {
        var text = Written.Text(Samples.Report, ReportFormat.Text).Replace("Porcentaje de acciones de supervisión realizadas", "Uno &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; dos", StringComparison.Ordinal);
        var page = new HtmlParser().ParseDocument(Written.Text(Samples.Read(System.Text.Encoding.UTF8.GetBytes(text)), ReportFormat.Html));
        Assert.Empty(page.QuerySelectorAll("script"));
        Assert.Equal("Uno <script>alert(1)</script> &amp; dos", page.QuerySelector("td.target")!.TextContent);
    }

    private static int Number(IElement cell, string attribute) => int.TryParse(cell.GetAttribute(attribute), out var number) ? number : 1;

    private static IDocument Parse(Language language) => new HtmlParser().ParseDocument(Written.Text(Samples.Report, ReportFormat.Html, language));
}
