using System.Net;
using AngleSharp.Html.Dom;
using Xunit;

namespace Avance.IntegrationTests.Web;

[Collection(nameof(SampleSite))]
public sealed class PageTests(SampleSite sample)
{
    private WebSite Site => sample.Site;

    [Fact]
    public async Task The_door_leads_to_the_only_report()
    {
        using var spanish = await Site.Get("/");
        using var english = await Site.Get("/en");
        Assert.Equal(HttpStatusCode.Found, spanish.StatusCode);
        Assert.Equal("/IEPC/2023-Q3", spanish.Headers.Location!.OriginalString);
        Assert.Equal("/en/IEPC/2023-Q3", english.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_list_names_entity_and_period()
    {
        var page = await Site.Page("/reports");
        var row = Assert.Single(page.Table("Informes publicados").Rows());
        Assert.Equal(["Instituto de Elecciones y Participación Ciudadana", "IEPC", "Tercer trimestre de 2023", "1"], row[..4]);
    }

    [Fact]
    public async Task The_board_shows_the_totals_that_the_report_prints()
    {
        var page = await Site.Page(SampleSite.Report);
        var tiles = page.QuerySelectorAll(".tile-figure").Select(f => f.Words());
        Assert.Equal(["300 824 389.06", "348 872 530.61", "231 342 089.27", "66.31 %"], tiles);
        Assert.Equal("Instituto de Elecciones y Participación Ciudadana", page.QuerySelector("h1").Words());
    }

    [Fact]
    public async Task The_board_says_in_sentences_what_the_figures_say()
    {
        var page = await Site.Page(SampleSite.Report);
        Assert.Equal(
            [
                "Cambiaron 25 de 26 presupuestos y 0 de 46 metas.",
                "El presupuesto creció 48 048 141.55 pesos: 57 281 406.02 de ampliaciones menos 9 233 264.47 de reducciones.",
                "Se ha devengado el 66.31 % del presupuesto modificado y ha transcurrido el 75 % del año.",
                "6 metas rebasan lo programado para todo el año; 4 metas no registran avance.",
                "Un solo proyecto, A009, reúne el 46.63 % del presupuesto modificado.",
                "2 proyectos se quedaron sin presupuesto y conservan sus metas.",
                "2 proyectos nacieron durante el año, sin presupuesto aprobado.",
                "1 de 26 proyectos tiene una justificación publicada.",
            ],
            page.QuerySelectorAll(".headlines li").Select(l => l.Words()));
    }

    [Fact]
    public async Task The_board_lists_every_project_with_its_light_in_words()
    {
        var rows = (await Site.Page(SampleSite.Report)).Table("Avance físico y financiero por proyecto").Rows();
        Assert.Equal(26, rows.Count);
        Assert.Equal(["8", "E001", "IMPLEMENTACIÓN DEL SISTEMA DE CALIDAD ELECTORAL BAJO LA NORMA TÉCNICA ISO 54001:2019. IEPC (SEGUNDA", "Rezagado", "0.00", "0.00", "854 807.27", "4 807.27", "0.00"], rows[7][..9]);
        Assert.Equal("Rebasa la meta", rows[15][3]);
        Assert.All(rows, r => Assert.NotEmpty(r[3]));
    }

    [Fact]
    public async Task The_board_shows_the_inferred_transfers_and_the_biggest_project()
    {
        var page = await Site.Page(SampleSite.Report);
        var transfers = page.Table("Traspasos inferidos de las cifras").Rows();
        Assert.Equal(["850 000.00", "211 606.48"], transfers.Select(r => r[2]));
        Assert.StartsWith("E001", transfers[0][0], StringComparison.Ordinal);
        Assert.StartsWith("E003", transfers[0][1], StringComparison.Ordinal);
        Assert.Equal(["A009", "46.63"], [page.Table("Los proyectos con más presupuesto").Rows()[0][0], page.Table("Los proyectos con más presupuesto").Rows()[0][3]]);
    }

    [Fact]
    public async Task The_chart_stands_beside_the_table_with_the_same_figures()
    {
        var page = await Site.Page(SampleSite.Report);
        var chart = page.QuerySelector("figure svg[role=img]")!;
        Assert.NotEmpty(chart.QuerySelector("title").Words());
        var table = page.Table("Avance físico y financiero por proyecto").Words();
        Assert.All(chart.QuerySelectorAll(".chart-value").Select(v => v.Words().TrimEnd(' ', '%')), v => Assert.Contains(v, table, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counts_by_severity_lead_to_those_findings()
    {
        var page = await Site.Page(SampleSite.Report);
        foreach (var link in page.QuerySelectorAll(".counts a"))
        {
            var count = int.Parse(link.QuerySelector(".count").Words(), System.Globalization.CultureInfo.InvariantCulture);
            var findings = await Site.Page(link.GetAttribute("href")!);
            Assert.Equal(count, findings.QuerySelectorAll("tbody tr").Length);
        }
    }

    [Fact]
    public async Task The_official_report_has_its_sixteen_columns_and_every_row()
    {
        var page = await Site.Page(SampleSite.Report + "/report");
        var table = page.QuerySelector("table.official")!;
        Assert.Equal(16, table.QuerySelectorAll("thead th").Count(h => !h.HasAttribute("colspan")));
        Assert.Equal(26, table.QuerySelectorAll("tr.project").Length);
        Assert.Equal(46, table.QuerySelectorAll("tr.target").Length);
        Assert.Equal(["300 824 389.06", "348 872 530.61", "231 342 089.27"], table.QuerySelectorAll("tr.subfunction td.figure").Select(c => c.Words()));
        Assert.Contains("372.50", table.Words(), StringComparison.Ordinal);
        Assert.Contains("IEPC/JGE-A/005/2023", page.QuerySelector(".explanation").Words(), StringComparison.Ordinal);
        Assert.All(table.QuerySelectorAll("tr"), r => Assert.True(r.Children.Sum(c => ((IHtmlTableCellElement)c).ColumnSpan) is 16 or 9, r.Words()));
    }

    [Fact]
    public async Task A_project_shows_money_targets_people_explanation_and_findings()
    {
        var page = await Site.Page(SampleSite.Report + "/projects/8");
        Assert.StartsWith("E001 · IMPLEMENTACIÓN", page.QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Equal(["854 807.27", "4 807.27", "0.00", "0.00 %"], page.QuerySelectorAll(".tile-figure").Select(f => f.Words()));
        Assert.Equal(["1", "Porcentaje de acciones del sistema de calidad", "Acción", "7.00", "7.00", "0.00", "0.00", "Rezagado"], page.Table("Metas del proyecto").Rows()[0]);
        Assert.Contains("850,000.00 pesos", page.QuerySelector("blockquote").Words(), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll(".finding"), f => f.Words().Contains("AVP-021", StringComparison.Ordinal));
        Assert.Equal("850 000.00", page.Table("Traspasos inferidos de las cifras").Rows()[0][2]);
    }

    [Fact]
    public async Task A_project_says_where_each_figure_stands_in_the_source_file()
    {
        var rows = (await Site.Page(SampleSite.Report + "/projects/6")).Table("De dónde salió cada cifra").Rows();
        Assert.Equal(["Presupuesto aprobado", "3 680 839.17", "línea 11", "9", "PRESUPUESTO APROBADO ( PESOS )", "3 680 839.17"], rows[0]);
        Assert.Equal(["Meta 2: programada", "16.00", "línea 11", "5", "PROGRAM. ANUAL", "24.00 16.00 1.00"], rows.Single(r => r[0] == "Meta 2: programada"));
        Assert.Equal(3 + (3 * 4) + 3, rows.Count);
        var line = (await Site.Text(SampleSite.Report + "/source")).Split('\n')[10];
        Assert.Contains("3 680 839.17", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Projects_lead_to_the_one_before_and_the_one_after()
    {
        var first = await Site.Page(SampleSite.Report + "/projects/1");
        var last = await Site.Page(SampleSite.Report + "/projects/26");
        Assert.Null(first.QuerySelector("a[rel=prev]"));
        Assert.Equal("/IEPC/2023-Q3/projects/2", first.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/IEPC/2023-Q3/projects/25", last.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Null(last.QuerySelector("a[rel=next]"));
    }

    [Fact]
    public async Task Findings_are_listed_gravest_first_and_the_filter_narrows_them()
    {
        var all = (await Site.Page(SampleSite.Report + "/findings")).Table("Hallazgos del informe").Rows();
        var order = new[] { "Error", "Requiere justificación", "Advertencia", "Información" };
        Assert.Equal(all.OrderBy(r => Array.IndexOf(order, r[1])), all);

        var rule = (await Site.Page(SampleSite.Report + "/findings?severity=needsExplanation&rule=AVP-011&key=a008")).Table("Hallazgos que cumplen el filtro").Rows();
        Assert.Equal("AVP-011", Assert.Single(rule)[0]);
        Assert.Equal(all.Count(r => r[0] == "AVP-035"), (await Site.Page(SampleSite.Report + "/findings?severity=&rule=AVP-035&key=")).QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task A_filter_that_keeps_nothing_says_that_the_rules_were_applied()
    {
        var page = await Site.Page(SampleSite.Report + "/findings?key=Z999");
        Assert.Contains("Ningún hallazgo cumple el filtro", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("Z999", page.QuerySelector("#key")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_goals_add_up_to_the_report()
    {
        var row = Assert.Single((await Site.Page(SampleSite.Report + "/sdg")).Table("Proyectos y presupuesto por meta de los ODS").Rows());
        Assert.Equal("16.7", row[1]);
        Assert.Equal(["26", "300 824 389.06", "348 872 530.61", "231 342 089.27", "66.31"], row[3..]);
    }

    [Fact]
    public async Task A_rule_tells_what_it_found_and_leads_there()
    {
        var page = await Site.Page("/rules/AVP-011");
        Assert.Equal("/IEPC/2023-Q3/findings?rule=AVP-011", page.QuerySelector("main ul a")!.GetAttribute("href"));
        Assert.Equal("2 hallazgos", page.QuerySelector("main ul a").Words());
    }

    [Fact]
    public async Task Every_link_of_a_page_stays_in_its_language_and_answers()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["/en/reports"]);
        while (waiting.TryDequeue(out var path))
        {
            var page = await Site.Page(path);
            Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
            foreach (var link in page.QuerySelectorAll("a[href]").Where(a => a.GetAttribute("hreflang") is null))
            {
                var href = link.GetAttribute("href")!.Split('#')[0];
                // The workspace asks who one is.
                if (href.Length == 0 || href == "/en/work" || !seen.Add(href))
                {
                    continue;
                }

                Assert.StartsWith("/en/", href, StringComparison.Ordinal);
                using var response = await Site.Get(href);
                Assert.True(response.StatusCode == HttpStatusCode.OK, $"{href} on {path} answered {response.StatusCode}.");
                if (response.Content.Headers.ContentType?.MediaType == "text/html" && response.Content.Headers.ContentDisposition is null)
                {
                    waiting.Enqueue(href);
                }
            }
        }

        Assert.True(seen.Count > 100, $"Only {seen.Count} addresses were found.");
    }

    [Theory]
    [InlineData("/IEPC/2023-Q3/findings?severity=error", "/en/IEPC/2023-Q3/findings?severity=error")]
    [InlineData("/rules", "/en/rules")]
    public async Task The_language_switch_leads_to_the_same_page(string spanish, string english)
    {
        var (es, en) = (await Site.Page(spanish), await Site.Page(english));
        Assert.Equal(english, es.QuerySelector("header a[hreflang=en]")!.GetAttribute("href"));
        Assert.Equal(spanish, en.QuerySelector("header a[hreflang=es-MX]")!.GetAttribute("href"));
        Assert.Equal("es-MX", es.DocumentElement.GetAttribute("lang"));
        Assert.NotEqual(es.QuerySelector("h1").Words(), en.QuerySelector("h1").Words());
    }

    [Fact]
    public async Task A_period_as_Spanish_writes_it_leads_to_the_pages_own_address()
    {
        using var response = await Site.Get("/en/IEPC/2023-T3/findings?rule=AVP-011");
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/en/IEPC/2023-Q3/findings?rule=AVP-011", response.Headers.Location!.OriginalString);
    }
}
