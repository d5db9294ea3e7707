using System.Text;
using Avance.Planning;
using Avance.Reporting;
using Avance.UnitTests.Importing;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace Avance.UnitTests.Pdf;

public class ProgressPdfTests
{
    [Fact]
    public void Prints_the_same_bytes_for_the_same_report() => Assert.Equal(Printed.Sample, Printed.Pdf(Samples.Report));

    [Fact]
    public void Prints_other_identifiers_for_another_report()
    {
        var other = Printed.Pdf(Samples.Report with { Entity = new PublicEntity("X", "Otro instituto") });

        Assert.NotEqual(Identifier(Printed.Sample), Identifier(other));
    }

    [Fact]
    public void Says_its_title_language_and_standards()
    {
        using var document = PdfDocument.Open(Printed.Sample);
        var catalog = document.Structure.Catalog.CatalogDictionary;

        Assert.Equal("Avance programático-presupuestal. Instituto de Elecciones y Participación Ciudadana. Tercer trimestre de 2023", document.Information.Title);
        Assert.Equal("es-MX", ((StringToken)catalog.Data["Lang"]).Data);
        Assert.Equal(BooleanToken.True, ((DictionaryToken)catalog.Data["MarkInfo"]).Data["Marked"]);
        Assert.Equal(BooleanToken.True, ((DictionaryToken)catalog.Data["ViewerPreferences"]).Data["DisplayDocTitle"]);
        Assert.True(document.TryGetXmpMetadata(out var metadata));
        var packet = Encoding.UTF8.GetString(metadata.GetXmlBytes().ToArray());
        Assert.Contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>", packet, StringComparison.Ordinal);
        Assert.Contains(document.Information.Title!, packet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Spanish, "Página 1 de 4", "Página 4 de 4")]
    [InlineData(Language.English, "Page 1 of 4", "Page 4 of 4")]
    public void Numbers_each_page_of_how_many(Language language, string first, string last)
    {
        using var document = PdfDocument.Open(Printed.Pdf(Samples.Report, language));

        Assert.Equal(4, document.NumberOfPages);
        Assert.Contains(first.Replace(" ", "", StringComparison.Ordinal), Text(document, 1), StringComparison.Ordinal);
        Assert.Contains(last.Replace(" ", "", StringComparison.Ordinal), Text(document, 4), StringComparison.Ordinal);
    }

    [Fact]
    public void Repeats_the_headings_on_each_page_and_tags_them_once()
    {
        using var document = PdfDocument.Open(Printed.Sample);
        var heads = PdfTags.Read(document).All().Where(t => t.Type == "TH").ToList();

        Assert.All(Enumerable.Range(1, 4), page => Assert.Contains("CUMPLIM.", Text(document, page), StringComparison.Ordinal));
        Assert.Equal(18 + 3, heads.Count);
        Assert.All(heads, head => Assert.Equal("Column", head.Scope));
        Assert.Equal(["METAS", "BENEFICIARIOS"], heads.Where(h => h.Columns > 1).Select(h => h.Text));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Tags_regular_tables(int times)
    {
        using var document = PdfDocument.Open(Printed.Pdf(Printed.Repeated(times)));
        var tables = PdfTags.Read(document).All().Where(t => t.Type == "Table").ToList();

        Assert.Equal(2, tables.Count);
        Assert.Equal(OfficialLayout.Headings.Count, WidthOfEveryRow(tables[0]));
        Assert.Equal(OfficialLayout.ExplanationHeadings.Count, WidthOfEveryRow(tables[1]));
        Assert.All(tables, table => Assert.Equal(["THead", "TBody"], table.Kids.Select(k => k.Type)));
        Assert.Equal(3 + (times * (26 + 46)), tables[0].Kids[1].Kids.Count);
    }

    [Fact]
    public void Tags_titles_and_paragraphs_in_reading_order()
    {
        using var document = PdfDocument.Open(Printed.Sample);
        var root = PdfTags.Read(document);

        Assert.Equal("Document", root.Type);
        Assert.Equal(["P", "H1", "P", "Table", "H2", "Table"], root.Kids.Select(k => k.Type));
        Assert.Equal("Avance programático-presupuestal", root.Kids[1].Text);
        Assert.Equal("JUSTIFICACIONES", root.Kids[4].Text);
    }

    [Fact]
    public void Marks_the_text_of_each_cell_exactly()
    {
        using var document = PdfDocument.Open(Printed.Sample);
        var body = PdfTags.Read(document).All().First(t => t.Type == "TBody");
        var row = body.Kids[3];
        var project = Samples.Report.Projects.First();

        Assert.Equal(
            [project.Key, "16.7", project.Name, "", "17 495 489.18", "19 168 943.95", "11 607 156.79", "Cobertura Estatal", "Cobertura Estatal", "65", "114", "179"],
            row.Kids.Select(k => k.Text));
        Assert.Equal(["", project.Targets[0].Description, "Acción", "18.00", "18.00", "13.00", "72.22", ""], body.Kids[4].Kids.Select(k => k.Text));
    }

    [Fact]
    public void Prints_an_absent_figure_as_a_blank_cell_and_zero_as_zero()
    {
        var project = Samples.Report.Projects.First() with { Budget = new(null, Money.Zero, null), Beneficiaries = new(null, 0, null) };
        var report = Printed.Repeated(1);
        var function = report.Functions[0];
        var type = function.Subfunctions[0].ProjectTypes[0] with { Projects = [project] };
        report = report with { Functions = [function with { Subfunctions = [function.Subfunctions[0] with { ProjectTypes = [type] }] }] };
        using var document = PdfDocument.Open(Printed.Pdf(report));
        var row = PdfTags.Read(document).All().First(t => t.Type == "TBody").Kids[3];

        Assert.Equal(["", "0.00", ""], row.Kids.Skip(4).Take(3).Select(k => k.Text));
        Assert.Equal(["", "0", ""], row.Kids.TakeLast(3).Select(k => k.Text));
    }

    [Fact]
    public void Keeps_figures_of_fifteen_digits_in_one_line()
    {
        var budget = new Progress.BudgetFigures(new Money(999_999_999_999_999), new Money(-999_999_999_999_999), new Money(100_000_000_000_000));
        var report = Samples.Report with { PrintedTotals = budget };
        using var document = PdfDocument.Open(Printed.Pdf(report));
        var page = document.GetPages().First(p => p.Text.Contains("9999999999999.99", StringComparison.Ordinal) || p.Text.Contains("9 999 999 999 999.99", StringComparison.Ordinal));
        var digits = page.Letters.Where(l => l.Value == "9").GroupBy(l => Math.Round(l.StartBaseLine.Y)).Select(g => g.Count());

        Assert.Contains(30, digits);
    }

    private static int WidthOfEveryRow(PdfTag table)
    {
        var widths = new HashSet<int>();
        var left = new int[64];
        foreach (var row in table.All().Where(t => t.Type == "TR"))
        {
            var column = 0;
            foreach (var cell in row.Kids)
            {
                while (left[column] > 0)
                {
                    left[column++]--;
                }

                for (var i = 0; i < cell.Columns; i++)
                {
                    left[column++] = cell.Rows - 1;
                }
            }

            for (; left[column] > 0; column++)
            {
                left[column]--;
            }

            widths.Add(column);
        }

        return Assert.Single(widths);
    }

    private static string Text(PdfDocument document, int page) => document.GetPage(page).Text.Replace(" ", "", StringComparison.Ordinal);

    private static string Identifier(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        return text.Substring(text.IndexOf("/ID[<", StringComparison.Ordinal) + 5, 32);
    }
}
