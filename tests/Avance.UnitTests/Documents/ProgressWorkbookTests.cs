using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Avance.Documents;
using Avance.Progress;
using Avance.UnitTests.Importing;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Avance.UnitTests.Documents;

public sealed class ProgressWorkbookTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly byte[] Sample = Written.Bytes(Samples.Report, ReportFormat.Xlsx);

    [Theory]
    [InlineData(FileFormatVersions.Office2007)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void Is_a_valid_workbook_of_the_standard(FileFormatVersions version)
    {
        using var stream = new MemoryStream(Sample);
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator(version).Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"));
        Assert.Equal("Avance programático-presupuestal · Instituto de Elecciones y Participación Ciudadana · Tercer trimestre de 2023", document.PackageProperties.Title);
        Assert.Equal("es-MX", document.PackageProperties.Language);
    }

    [Fact]
    public void Entries_carry_a_fixed_date()
    {
        using var zip = new ZipArchive(new MemoryStream(Sample));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
    }

    [Fact]
    public void Totals_and_percentages_are_formulas_with_their_value()
    {
        var cells = Cells(Sample);
        Assert.Equal(("SUM(I10:I80)", "300824389.06"), cells["I8"]);
        Assert.Equal(("ROUND(G11*100/F11,2)", "72.22"), cells["H11"]);
        Assert.Equal(46, cells.Keys.Count(k => k[0] == 'H' && cells[k].Formula is not null));
        Assert.Equal((null, "17495489.18"), cells["I10"]);
    }

    [Fact]
    public void A_printed_figure_that_its_parts_do_not_give_is_kept_and_marked()
    {
        var text = Written.Text(Samples.Report, ReportFormat.Text)
            .Replace("300 824 389.06", "300 824 389.07", StringComparison.Ordinal).Replace("\t72.22\t17", "\t72.23\t17", StringComparison.Ordinal);
        var workbook = Written.Bytes(Samples.Read(Encoding.UTF8.GetBytes(text)), ReportFormat.Xlsx);
        var cells = Cells(workbook);
        Assert.Equal((null, "300824389.07"), cells["I8"]);
        Assert.Equal((null, "72.23"), cells["H11"]);
        Assert.StartsWith("En rojo", Sheet(workbook).Descendants(Main + "t").ElementAt(3).Value, StringComparison.Ordinal);
        Assert.DoesNotContain(Sheet(Sample).Descendants(Main + "t"), t => t.Value.StartsWith("En rojo", StringComparison.Ordinal));
    }

    [Fact]
    public void The_entitys_total_adds_the_subfunctions_that_print_one_and_the_projects_of_those_that_do_not()
    {
        var project = Samples.Report.Projects.First();
        ReportSubfunction Of(string name, bool prints) => new(name, prints ? project.Budget : null, [new("PROYECTOS:", [project])]);
        var twice = BudgetFigures.Sum([project.Budget, project.Budget]);
        var report = Samples.Report with { PrintedTotals = twice, Functions = [new("F", null, [Of("S1", true), Of("S2", false)])] };
        var cells = Cells(Written.Bytes(report, ReportFormat.Xlsx));
        Assert.Equal("SUM(I8,I14)", cells["I16"].Formula);
    }

    [Fact]
    public void Freezes_its_header_and_prints_it_on_every_page_of_a_landscape_letter()
    {
        var sheet = Sheet(Sample);
        Assert.Equal("6", (string?)sheet.Descendants(Main + "pane").Single().Attribute("ySplit"));
        var setup = sheet.Descendants(Main + "pageSetup").Single();
        Assert.Equal(("1", "landscape", "0"), ((string?)setup.Attribute("paperSize"), (string?)setup.Attribute("orientation"), (string?)setup.Attribute("fitToHeight")));
        var names = Part(Sample, "xl/workbook.xml").Descendants(Main + "definedName").ToDictionary(n => $"{(string)n.Attribute("name")!}{(string)n.Attribute("localSheetId")!}", n => n.Value);
        Assert.Equal("'Avance'!$5:$6", names["_xlnm.Print_Titles0"]);
        Assert.Equal("'Avance'!$A$1:$P$81", names["_xlnm.Print_Area0"]);
    }

    private static Dictionary<string, (string? Formula, string? Value)> Cells(byte[] workbook) =>
        Sheet(workbook).Descendants(Main + "c").ToDictionary(c => (string)c.Attribute("r")!, c => (c.Element(Main + "f")?.Value, c.Element(Main + "v")?.Value));

    private static XElement Sheet(byte[] workbook) => Part(workbook, "xl/worksheets/sheet1.xml");

    private static XElement Part(byte[] workbook, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part).Root!;
    }
}
