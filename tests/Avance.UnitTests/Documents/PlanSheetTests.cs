using System.Text;
using AngleSharp.Html.Parser;
using Avance.Documents;
using Avance.Documents.Planning;
using Avance.Planning;
using Avance.UnitTests.Pdf;
using Avance.UnitTests.Planning;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using UglyToad.PdfPig;
using Xunit;

namespace Avance.UnitTests.Documents;

/// <summary>Cover sheets and indicator sheets: every format says what the plan says, and the same plan gives the same bytes.</summary>
public sealed class PlanSheetTests
{
    private static readonly IReadOnlyList<ChapterBudget> Budget =
    [
        new("1000", "Servicios Personales", [.. Enumerable.Repeat((Money?)new Money(1_916_894_395), 12)]),
        new("2000", "Materiales y Suministros", [.. Enumerable.Range(1, 12).Select(m => m == 3 ? null : (Money?)new Money(m * 100))]),
    ];

    [Theory]
    [InlineData(ReportFormat.Pdf)]
    [InlineData(ReportFormat.Xlsx)]
    [InlineData(ReportFormat.Html)]
    public void The_same_plan_gives_the_same_bytes(ReportFormat format)
    {
        Assert.Equal(Cover(format), Cover(format));
        Assert.Equal(Sheet(format), Sheet(format));
        Assert.NotEqual(Cover(format), Cover(format, Language.English));
    }

    [Fact]
    public void The_cover_says_what_the_plan_says_in_order_and_with_its_totals()
    {
        using var document = PdfDocument.Open(Cover(ReportFormat.Pdf));
        var tags = PdfTags.Read(document).All().ToList();
        Assert.Equal(["01/A002 Dirigir y velar por la unidad"], tags.Where(t => t.Type == "H1").Select(t => t.Text.Trim()));
        Assert.Equal(
            ["Identificación", "Clasificación y alineación", "Cobertura y beneficiarios", "Indicadores y metas", "Presupuesto aprobado por capítulo y mes"],
            tags.Where(t => t.Type == "H2").Select(t => t.Text.Trim()));
        var fields = tags.Where(t => t.Type == "LI").ToDictionary(t => t.Kids[0].Text.Trim(), t => t.Kids[1].Text.Trim());
        Assert.Equal("01 Presidencia", fields["Unidad responsable"]);
        Assert.Equal("1.3.6 Organización de Procesos Electorales", fields["Subfunción"]);
        Assert.Equal("154 mujeres · 301 hombres · 455 personas", fields["Población"]);
        Assert.Equal("—", fields["Otras metas ODS"]);
        var cells = tags.Where(t => t.Type == "TD").Select(t => t.Text.Trim()).ToList();
        Assert.Contains("230 027 327.40", cells);
        Assert.Contains("19 168 944.95", cells);
        Assert.All(tags.Where(t => t.Type == "TH"), t => Assert.Equal("Column", t.Scope));
        Assert.All(tags.Where(t => t.Type == "TR"), row => Assert.True(row.Kids.Count is 9 or 14));
    }

    [Fact]
    public void A_long_project_flows_over_pages_with_every_indicator()
    {
        var project = AnyPlan.Project with
        {
            Indicators = [.. Enumerable.Range(1, 80).Select(i => AnyPlan.Indicator with { Id = AnyPlan.Id(100 + i), Position = i, Name = $"Indicador {i} {string.Join(' ', Enumerable.Repeat("palabra", 30))}" })],
        };
        using var document = PdfDocument.Open(Cover(ReportFormat.Pdf, project: project));
        Assert.InRange(document.NumberOfPages, 4, 20);
        var rows = PdfTags.Read(document).All().Where(t => t.Type == "TD" && t.Text.StartsWith("Indicador ", StringComparison.Ordinal)).ToList();
        Assert.Equal(80, rows.Count);
        Assert.All(document.GetPages(), page => Assert.All(page.Letters, letter => Assert.InRange(letter.BoundingBox.Bottom, 20, 612)));
    }

    [Theory]
    [InlineData(FileFormatVersions.Office2007)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void Workbooks_are_valid_and_hold_numbers(FileFormatVersions version)
    {
        foreach (var content in new[] { Cover(ReportFormat.Xlsx), Sheet(ReportFormat.Xlsx) })
        {
            using var stream = new MemoryStream(content);
            using var document = SpreadsheetDocument.Open(stream, isEditable: false);
            Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
            Assert.Equal(3, document.WorkbookPart!.WorksheetParts.Count());
            Assert.Contains(document.WorkbookPart.WorksheetParts, part => part.Worksheet!.InnerText.Contains("12", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_page_has_one_heading_captioned_tables_and_escapes_what_people_wrote()
    {
        var project = AnyPlan.Project with { Name = "<b>Proyecto</b> & «otro»", Objective = "" };
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Cover(ReportFormat.Html, project: project)));
        Assert.Equal("01/A002 <b>Proyecto</b> & «otro»", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.All(page.QuerySelectorAll("th"), head => Assert.True(head.HasAttribute("scope")));
        Assert.Equal(2, page.QuerySelectorAll("table").Length);
        Assert.Contains(page.QuerySelectorAll("dd"), value => value.TextContent == "—");
    }

    [Fact]
    public void The_indicator_sheet_says_how_it_is_measured()
    {
        var page = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Sheet(ReportFormat.Html)));
        var fields = page.QuerySelectorAll("dl div").ToDictionary(d => d.QuerySelector("dt")!.TextContent, d => d.QuerySelector("dd")!.TextContent);
        Assert.Equal(("12.00", "Acción", "Ascendente", "Trimestral"), (fields["Meta anual"], fields["Unidad de medida"], fields["Sentido"], fields["Frecuencia"]));
        var tables = page.QuerySelectorAll("table");
        Assert.Equal(["", "", "3.00", "", "", "3.00", "", "", "3.00", "", "", "3.00", "12.00"], tables[0].QuerySelectorAll("td").Select(cell => cell.TextContent));
        Assert.Equal(5, tables[1].QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public void A_format_that_sheets_do_not_have_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Cover(ReportFormat.Csv));

    private static byte[] Cover(ReportFormat format, Language language = Language.Spanish, PlannedProject? project = null)
    {
        using var output = new MemoryStream();
        PlanSheetWriter.WriteCover(AnyPlan.Plan, project ?? AnyPlan.Project, Budget, format, language, output);
        return output.ToArray();
    }

    private static byte[] Sheet(ReportFormat format)
    {
        using var output = new MemoryStream();
        PlanSheetWriter.WriteIndicator(AnyPlan.Plan, AnyPlan.Project, AnyPlan.Indicator, format, Language.Spanish, output);
        return output.ToArray();
    }
}
