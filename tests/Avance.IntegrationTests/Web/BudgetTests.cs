using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using Avance.App.Budget;
using Avance.App.Ledger;
using Avance.IntegrationTests.Planning;
using Avance.IntegrationTests.Progress;
using Avance.Ledger;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>The budget from any classification down to its documents.</summary>
[Collection(nameof(SampleSite))]
public sealed class BudgetTests(SampleSite sample)
{
    private const string Year = BudgetSample.Year;

    private WebSite Site => sample.Site;

    [Fact]
    public async Task The_budget_by_project_has_every_stage_and_its_total()
    {
        var rows = (await Site.Page(Year + "/budget?by=project")).Table("Presupuesto por proyecto").Rows();
        Assert.Equal(["01/A002", "Proyecto A002 de la unidad 01", "1 200.00", "150.00", "", "1 350.00", "200.50", "200.50", "120.50", "120.50", "1 149.50", "14.85"], rows[0]);
        Assert.Equal(["03/A008", "Proyecto A008 de la unidad 03", "2 400.00", "", "150.00", "2 250.00", "0.00", "", "", "", "2 250.00", ""], rows[1]);
        Assert.Equal(["Total", "", "3 600.00", "150.00", "150.00", "3 600.00", "200.50", "200.50", "120.50", "120.50", "3 399.50", "5.57"], rows[2]);
    }

    [Theory]
    [InlineData("unit", "01 Presidencia|03 Organización Electoral")]
    [InlineData("programme", "R101 Organización de procesos electorales")]
    [InlineData("project", "01/A002 Proyecto A002 de la unidad 01|03/A008 Proyecto A008 de la unidad 03")]
    [InlineData("chapter", "2000 Materiales y suministros|3000 Servicios generales")]
    [InlineData("concept", null)]
    [InlineData("generic", null)]
    [InlineData("object", null)]
    [InlineData("nature", "1 Gasto corriente")]
    [InlineData("funding", "11 Recursos fiscales|25 Recursos federales")]
    [InlineData("earmarked", "1 No etiquetado|2 Etiquetado")]
    [InlineData("function", null)]
    [InlineData("subfunction", null)]
    [InlineData("line", "01-R101-A002-21101-1-11 |03-R101-A008-33101-1-25 ")]
    public async Task Every_classification_names_its_codes_and_adds_up_to_the_same(string by, string? expected)
    {
        var page = await Site.Page($"{Year}/budget?by={by}");
        var rows = page.QuerySelector("table.budget")!.Rows();
        Assert.Equal(["3 600.00", "150.00", "150.00", "3 600.00", "200.50", "200.50", "120.50", "120.50", "3 399.50", "5.57"], rows[^1][2..]);
        Assert.All(rows, r => Assert.NotEmpty(r[0]));
        if (expected is not null)
        {
            Assert.Equal(expected.Split('|'), rows[..^1].Select(r => $"{r[0]} {r[1]}"), StringComparer.OrdinalIgnoreCase);
        }

        Assert.Equal(by, page.QuerySelector("select#by option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_nobody_asked_for_is_the_budget_by_chapter_with_its_chart()
    {
        var page = await Site.Page(Year + "/budget");
        Assert.NotNull(page.Table("Presupuesto por capítulo"));
        Assert.Equal(2, page.QuerySelectorAll("svg.chart g").Length);
        Assert.Contains("devengado 200.50", page.QuerySelector("svg.chart title").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "1 350.00", "200.50")]
    [InlineData("on=2024-02-29", "1 200.00", "")]
    [InlineData("on=2024-03-31", "1 350.00", "80.00")]
    [InlineData("on=2024-03-31&known=2024-04-30", "1 350.00", "")]
    [InlineData("on=2024-03-31&known=2024-03-04", "1 200.00", "")]
    [InlineData("known=2024-04-30", "1 350.00", "120.50")]
    [InlineData("on=31/03/2024", "1 350.00", "80.00")]
    public async Task The_past_is_read_as_it_was_and_as_it_was_known(string query, string revised, string accrued)
    {
        var row = (await Site.Page($"{Year}/budget?by=project&{query}")).Table("Presupuesto por proyecto").Rows()[0];
        Assert.Equal([revised, accrued], [row[5], row[7]]);
    }

    [Fact]
    public async Task Before_the_first_document_there_is_nothing_and_the_page_says_so()
    {
        var page = await Site.Page(Year + "/budget?on=2023-12-31");
        Assert.Empty(page.QuerySelectorAll("table"));
        Assert.Contains("no había ningún documento", page.QuerySelector(".notice").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/budget?by=project")]
    [InlineData("/budget?by=earmarked&on=2024-04-30")]
    [InlineData("/budget?by=line&known=2024-04-30")]
    [InlineData("/budget/lines/" + BudgetSample.First)]
    [InlineData("/budget/lines/" + BudgetSample.Second + "?on=2024-05-09")]
    public async Task Every_figure_opens_entries_that_add_up_to_it(string path)
    {
        var links = (await Site.Page(Year + path)).QuerySelectorAll("table.budget td.figure a").Cast<IHtmlAnchorElement>().ToList();
        Assert.NotEmpty(links);
        foreach (var link in links)
        {
            var page = await Site.Page(link.GetAttribute("href")!);
            Assert.Equal(link.Words(), page.QuerySelector(".tile-figure").Words());
            var amounts = page.QuerySelector("table")?.Rows().Select(r => decimal.Parse(r[6].Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture)) ?? [];
            Assert.Equal(link.Words(), Figure.Grouped(amounts.Sum(), 2));
        }
    }

    [Fact]
    public async Task A_line_is_shown_month_by_month_with_the_parts_of_its_key()
    {
        var page = await Site.Page($"{Year}/budget/lines/{BudgetSample.First}");
        var rows = page.Table("Calendario de la clave").Rows();
        Assert.Equal(["Abril", "100.00", "150.00", "", "250.00", "120.50", "120.50", "120.50", "120.50"], rows[3][..9]);
        Assert.Equal(["Marzo", "100.00", "0.00", "", "100.00", "80.00", "80.00", "0.00", "0.00"], rows[2][..9]);
        Assert.Equal(["Año", "1 200.00", "150.00", "", "1 350.00", "200.50", "200.50", "120.50", "120.50", "1 149.50"], rows[12]);
        var facts = page.QuerySelector(".facts").Words();
        Assert.Contains("Unidad responsable 01 · Presidencia", facts, StringComparison.Ordinal);
        Assert.Contains("Fuente de financiamiento 11", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_tells_who_when_why_and_everything_that_it_moves()
    {
        var page = await Site.Page(Year + "/documents/3");
        Assert.Equal("Adecuación presupuestaria AP-2024-0001", page.QuerySelector("h1").Words());
        var facts = page.QuerySelector(".facts").Words();
        Assert.Contains("1 de marzo de 2024", facts, StringComparison.Ordinal);
        Assert.Contains("Acuerdo IEPC/JGE/012/2024", facts, StringComparison.Ordinal);
        Assert.Contains("2024-03-05 12:00 UTC, ana", facts, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("code.hash").Count(h => h.Words().Length == 64));
        Assert.Equal([["Ampliación", "150.00"], ["Reducción", "150.00"]], page.Table("Lo que mueve, por momento").Rows());
        Assert.Equal(["2", BudgetSample.First, "01/A002 · Proyecto A002 de la unidad 01", "abril", "Ampliación", "150.00"], page.Table("Asientos de dinero").Rows()[1]);
        Assert.Equal(["1", "01/A002 · Porcentaje de acciones", "junio", "Adecuación", "2.00"], page.Table("Asientos de metas").Rows().Single());
    }

    [Fact]
    public async Task What_was_undone_and_what_undoes_it_lead_to_each_other()
    {
        var undone = await Site.Page(Year + "/documents/6");
        Assert.NotEmpty(undone.QuerySelectorAll($".notice-warning a[href='{Year}/documents/7']"));
        var reversal = await Site.Page(Year + "/documents/7");
        Assert.Equal("Reversión REV-2024-0006", reversal.QuerySelector("h1").Words());
        Assert.NotEmpty(reversal.QuerySelectorAll($".notice a[href='{Year}/documents/6']"));
        Assert.Equal(["Comprometido", "-50.00"], reversal.Table("Lo que mueve, por momento").Rows().Single());
    }

    [Fact]
    public async Task Documents_are_listed_newest_first()
    {
        var rows = (await Site.Page(Year + "/documents")).Table("Documentos del ejercicio").Rows();
        Assert.Equal(["7", "6", "5", "4", "3", "2", "1"], rows.Select(r => r[0]));
        Assert.Equal("7", rows[1][7]);
    }

    [Fact]
    public async Task Twins_have_the_figures_as_numbers_and_blanks_as_blanks()
    {
        var lines = (await Site.Text(Year + "/budget.csv?by=project")).Split("\r\n");
        Assert.Equal("Clave,Nombre,Aprobado,Ampliaciones,Reducciones,Modificado,Comprometido,Devengado,Ejercido,Pagado,Disponible,Devengado %", lines[0]);
        Assert.Equal("03/A008,Proyecto A008 de la unidad 03,2400.00,,150.00,2250.00,0.00,,,,2250.00,", lines[2]);
        Assert.Contains("\"accrued\": null", await Site.Text(Year + "/budget.json?by=project"), StringComparison.Ordinal);
        Assert.Equal(3, (await Site.Text(Year + "/budget/entries.csv?stage=accrued&on=2024-04-30")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("/budget?by=colour", HttpStatusCode.BadRequest, "chapter")]
    [InlineData("/budget?on=ayer", HttpStatusCode.BadRequest, "«ayer» no es una fecha")]
    [InlineData("/budget?known=2024-13-01", HttpStatusCode.BadRequest, "2023-09-30")]
    [InlineData("/budget?page=9", HttpStatusCode.BadRequest, "del 1 al 1")]
    [InlineData("/budget/entries?by=chapter", HttpStatusCode.BadRequest, "?code=")]
    [InlineData("/budget/entries?stage=spent", HttpStatusCode.BadRequest, "accrued")]
    [InlineData("/budget/entries?stage=accruedRate", HttpStatusCode.BadRequest, "accrued")]
    [InlineData("/budget/entries?month=13", HttpStatusCode.BadRequest, "del 1 al 12")]
    [InlineData("/budget/entries?page=0", HttpStatusCode.BadRequest, "desde 1")]
    [InlineData("/budget/lines/none", HttpStatusCode.NotFound, "«none»")]
    [InlineData("/documents/99", HttpStatusCode.NotFound, "«99»")]
    [InlineData("/documents/99999999999999999999", HttpStatusCode.NotFound, "")]
    [InlineData("/documents/3?page=2", HttpStatusCode.BadRequest, "del 1 al 1")]
    public async Task What_cannot_be_shown_is_explained(string path, HttpStatusCode status, string says) =>
        Assert.Contains(says, (await Site.Refusal(Year + path, status)).QuerySelector("main").Words(), StringComparison.Ordinal);

    [Theory]
    [InlineData("/IEPC/2031/budget")]
    [InlineData("/NADIE/2024/budget")]
    [InlineData("/IEPC/2030/documents")]
    [InlineData("/IEPC/2030/budget/entries")]
    public async Task A_year_without_budget_is_a_404(string path) =>
        Assert.Contains("No hay presupuesto registrado", (await Site.Refusal(path, HttpStatusCode.NotFound)).QuerySelector("main").Words(), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_posted_is_seen_at_once()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        using var database = site.Database.Open();
        BudgetSample.Fill(database);
        using var before = await site.Get(Year + "/budget");
        using var kept = await site.Get(Year + "/budget");
        Assert.True(kept.Headers.Contains("Age"), "The second answer was made anew.");
        var line = new BudgetQueries(database).Lines(SmallPlan.Code, SmallPlan.Year)[0];
        var verdict = new PostDocument(database, TimeProvider.System).Execute(SmallPlan.Code, SmallPlan.Year, BudgetSample.Document(DocumentKind.Posting, "P-0009", new(2024, 6, 1)) with { Entries = BudgetSample.Chain(line, 6, 100) }, "ana");
        Assert.Equal(LedgerStatus.Posted, verdict.Status);
        using var after = await site.Get(Year + "/budget", ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("201.50", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_called_en_keeps_its_address()
    {
        var page = await Site.Refusal("/en/2024/budget", HttpStatusCode.NotFound);
        Assert.Equal("es-MX", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", (await Site.Page("/en" + Year + "/budget")).DocumentElement.GetAttribute("lang"));
    }
}
