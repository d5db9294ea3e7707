using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Avance.App.Importing;
using Avance.Documents;
using Avance.Progress;
using Avance.UnitTests.Building;
using Avance.UnitTests.Documents;
using Xunit;

namespace Avance.UnitTests.Importing;

public sealed partial class XlsxReportReaderTests
{
    private const string SheetPart = "xl/worksheets/sheet1.xml";
    private static readonly byte[] Ours = Written.Bytes(Samples.Report, ReportFormat.Xlsx);
    private static readonly string Expected = ReportDump.Of(Samples.Report);

    [Fact]
    public void Figures_know_their_sheet_and_row()
    {
        var report = Samples.Read(Ours);
        Assert.Equal(new SourcePlace(1, 10), report.Projects.First().Place);
        Assert.Equal(new SourcePlace(1, 11), report.Projects.First().Targets[0].Place);
        Assert.Equal(new SourcePlace(2, 3), report.Explanations[0].Place);
    }

    [Fact]
    public void People_may_rename_the_sheet_and_insert_blank_rows()
    {
        var edited = WorkbookBytes.Edit(Ours, "xl/workbook.xml", xml => xml.Replace("\"Avance\"", "\"Hoja de María\"", StringComparison.Ordinal));
        edited = WorkbookBytes.Edit(edited, SheetPart, xml => xml.Replace("<row r=\"20\"", "<row r=\"998\"/><row r=\"999\"><c r=\"B999\" s=\"3\"/></row><row r=\"1020\"", StringComparison.Ordinal));
        AssertSample(edited);
    }

    [Fact]
    public void Numbers_may_be_text_and_may_have_lost_their_names()
    {
        AssertSample(WorkbookBytes.Edit(Ours, SheetPart, xml => NumberCell().Replace(xml, "$1 t=\"str\"><v>$2</v></c>")));
        AssertSample(WorkbookBytes.Edit(Ours, SheetPart, xml => RowName().Replace(xml, "<row")));
        AssertSample(WorkbookBytes.Edit(Ours, SheetPart, xml => CellName().Replace(xml, "<c")));
    }

    [Fact]
    public void Texts_may_be_shared_and_phonetic_marks_are_no_text()
    {
        var strings = new List<string>();
        var shared = WorkbookBytes.Edit(Ours, SheetPart, xml => InlineText().Replace(xml, match =>
        {
            strings.Add($"<si><t>{match.Groups[1].Value}</t><rPh sb=\"0\" eb=\"1\"><t>ka</t></rPh></si>");
            return $" t=\"s\"><v>{strings.Count - 1}</v></c>";
        }));
        shared = WorkbookBytes.Edit(shared, "xl/_rels/workbook.xml.rels", xml => xml.Replace("</Relationships>", "<Relationship Id=\"z\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>", StringComparison.Ordinal));
        shared = WorkbookBytes.Replace(WithPart(shared, "xl/sharedStrings.xml"), "xl/sharedStrings.xml", s => s.Write(Encoding.UTF8.GetBytes($"<sst>{string.Concat(strings)}</sst>")));
        AssertSample(shared);
    }

    [Fact]
    public void Binary_noise_of_spreadsheets_is_rounded_away()
    {
        AssertSample(WorkbookBytes.Edit(Ours, SheetPart, xml => xml
            .Replace("<v>17495489.18</v>", "<v>17495489.180000001</v>", StringComparison.Ordinal)
            .Replace("<v>19168943.95</v>", "<v>1.9168943949999999E7</v>", StringComparison.Ordinal)
            .Replace("<v>72.22</v>", "<v>72.219999999999999</v>", StringComparison.Ordinal)));
        Assert.Equal("0.3", XlsxText.Number("0.30000000000000004"));
        Assert.Equal("27524608.87", XlsxText.Number("27524608.870000001"));
        Assert.Equal("9999999999999.99", XlsxText.Number("9999999999999.99"));
        Assert.Equal("1234.5678", XlsxText.Number("1234.5678"));
        Assert.Equal("1E+300", XlsxText.Number("1E+300"));
    }

    [Fact]
    public void Sheets_may_come_in_any_order_and_others_are_left_out()
    {
        AssertSample(WorkbookBytes.Edit(Ours, "xl/workbook.xml", xml => SheetList().Replace(xml, "$2$1")));
        var withNotes = WorkbookBytes.Edit(Ours, "xl/worksheets/sheet2.xml", _ => "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>Pendientes: revisar E001</t></is></c></row></sheetData></worksheet>");
        Assert.Empty(Samples.Read(withNotes).Explanations);
        var hidden = WorkbookBytes.Edit(Ours, "xl/workbook.xml", xml => xml.Replace("sheetId=\"2\"", "sheetId=\"2\" state=\"veryHidden\"", StringComparison.Ordinal));
        Assert.Empty(Samples.Read(hidden).Explanations);
    }

    [Fact]
    public void Explanations_are_found_by_their_header_when_their_title_is_gone()
    {
        var edited = WorkbookBytes.Edit(Ours, "xl/worksheets/sheet2.xml", xml => FirstRow().Replace(xml, "<sheetData>"));
        AssertSample(edited);
    }

    [Fact]
    public void The_published_layout_pasted_into_a_sheet_is_read_with_its_bold_names_and_line_breaks()
    {
        static string Cell(string text) => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>";
        var header = "<row><c t=\"inlineStr\"><is><t>CLAVE DEL PROYECTO</t></is></c></row>";
        var rows = $"<row>{Cell("FUNCIÓN")}</row><row>{Cell("SUBFUNCIÓN")}</row><row><c r=\"C9\" t=\"inlineStr\"><is><t>PROYECTOS:</t></is></c></row>";
        var project = $"<row r=\"10\">{Cell("A001")}{Cell("16.7")}<c t=\"s\"><v>0</v></c>{Cell("Acción&#10;Metros Cuadrados")}{Cell("1 234.00&#10;2.00")}{Cell("1 234.00 2.00")}{Cell("617.00 1.00")}{Cell("50.00&#13;&#10;50.00")}<c><v>1.5</v></c><c><v>2</v></c></row>";
        var book = WorkbookBytes.Of("<si><r><rPr><b/></rPr><t xml:space=\"preserve\">NOMBRE </t></r><r><rPr><b val=\"1\"/></rPr><t>LARGO</t></r><r><rPr><b val=\"0\"/></rPr><t xml:space=\"preserve\">&#10;Uno por uno&#10;Dos</t></r></si>", ("Hoja1", header + rows + project));
        var read = Samples.Read(book).Projects.Single();
        Assert.Equal("NOMBRE LARGO", read.Name);
        Assert.Equal([new("Uno por uno", "Acción", 1234.00m, 1234.00m, 617.00m, 50.00m) { Place = read.Place }, new ReportTarget("Dos", "Metros Cuadrados", 2.00m, 2.00m, 1.00m, 50.00m) { Place = read.Place }], read.Targets);
        Assert.Equal((1_50, 2_00, null), (read.Budget.Approved?.Centavos, read.Budget.Revised?.Centavos, read.Budget.Accrued?.Centavos));
    }

    [Theory]
    [InlineData("a_x0041_b", "aAb")]
    [InlineData("a_x005F_x0041_b", "a_x0041_b")]
    [InlineData("_x00", "_x00")]
    [InlineData("_x00zz_", "_x00zz_")]
    public void Escaped_characters_come_back(string written, string text) => Assert.Equal(text, XlsxText.Decode(written));

    [Fact]
    public void Strange_characters_survive_the_round_trip()
    {
        var name = "RARO _x0041_ \u0001 \uFFFE \uD800 \uD83D\uDE00 <&>\"'";
        var report = Samples.Report with
        {
            Functions = [new("F", null, [new("S", null, [new("T:", [Samples.Report.Projects.First() with { Name = name }])])])],
        };
        Assert.Equal(name, Samples.Read(Written.Bytes(report, ReportFormat.Xlsx)).Projects.Single().Name);
    }

    [Fact]
    public void Explanations_of_any_length_come_back()
    {
        var text = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"palabra{i}"));
        var report = Samples.Report with { Explanations = [new("A001", "UNO", text[..150_000].TrimEnd()), new("A002", "DOS", "Corta.")] };
        Assert.Equal(ReportDump.Of(report), ReportDump.Of(Samples.Read(Written.Bytes(report, ReportFormat.Xlsx))));
    }

    [Fact]
    public void Workbooks_that_are_not_read_say_why()
    {
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        Assert.Equal("xlsx.legacy", Code(compound));
        Assert.Equal("xlsx.encrypted", Code([.. compound, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[64]]));
        Assert.Equal("xlsx.not-a-workbook", Code(WorkbookBytes.Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"))));
        Assert.Equal("xlsx.damaged", Code(Ours[..(Ours.Length / 2)]));
        Assert.Equal("xlsx.damaged", Code([.. "PK\x03\x04"u8, .. new byte[100]]));
        Assert.Equal("xlsx.damaged", Code(WorkbookBytes.Edit(Ours, SheetPart, xml => xml[..(xml.Length / 2)])));
        Assert.Equal("report.no-table", Code(WorkbookBytes.Of("", ("Hoja1", "<row><c><v>1</v></c></row>"))));
        Assert.Equal("xlsx.not-a-workbook", Code(WorkbookBytes.Of("", ("Hoja1!", "<row><c><v>1</v></c></row>"))));
    }

    [Fact]
    public void Document_types_and_their_entities_are_refused()
    {
        var expanding = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>";
        Assert.Equal("xlsx.too-large", Code(WorkbookBytes.Edit(Ours, SheetPart, xml => xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) + 2, "<!--[-->" + expanding.Replace("!DOCTYPE", "![CDATA", StringComparison.Ordinal)))));
        Assert.Equal("xlsx.damaged", Code(WorkbookBytes.Edit(Ours, SheetPart, xml => xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) + 2, expanding))));
        Assert.Equal("xlsx.damaged", Code(WorkbookBytes.Edit(Ours, SheetPart, xml => xml.Insert(xml.IndexOf("?>", StringComparison.Ordinal) + 2, "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">"))));
    }

    [Theory]
    [InlineData("<sheetData>", "<row/>")] // Hundreds of millions of rows.
    [InlineData("<sheetData>", "<a>")] // Endless depth.
    [InlineData("<sheetData><row><c t=\"inlineStr\"><is><t>", "A")] // One endless text.
    [InlineData("<sheetData><row><c t=\"inlineStr\"><is>", "<r><t>AAAA</t></r>")] // One text of endless runs.
    [InlineData("<sheetData a=\"", "A")] // One endless attribute.
    [InlineData("<sheetData><row><c t=\"inlineStr\"><is><t><![CDATA[", "<")] // One endless section.
    [InlineData("<sheetData ", "a='1' ")] // Endless attributes.
    [InlineData("<sheetData><!--", "<")] // One endless comment.
    public void A_bomb_is_refused(string opening, string repeated)
    {
        var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(repeated, (1 << 20) / repeated.Length)));
        var bomb = WorkbookBytes.Replace(WorkbookBytes.Of("", ("Hoja1", "")), "xl/worksheets/sheet0.xml", part =>
        {
            part.Write(Encoding.UTF8.GetBytes($"<worksheet>{opening}"));
            for (var i = 0; i < 140; i++)
            {
                part.Write(block);
            }
        });
        Assert.True(bomb.Length < 10 << 20);
        Assert.Equal("xlsx.too-large", Code(bomb));
    }

    [Fact]
    public void Shared_texts_that_would_fill_the_memory_are_refused()
    {
        var bomb = WorkbookBytes.Of("x", ("Hoja1", "<row><c t=\"s\"><v>0</v></c></row>"));
        bomb = WorkbookBytes.Replace(bomb, "xl/sharedStrings.xml", part =>
        {
            part.Write("<sst>"u8);
            var block = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<si><t/></si>", 100_000)));
            for (var i = 0; i < 40; i++)
            {
                part.Write(block);
            }
        });
        Assert.Equal("xlsx.too-large", Code(bomb));
    }

    private static void AssertSample(byte[] workbook) => Assert.Equal(Expected, ReportDump.Of(Samples.Read(workbook)));

    private static string Code(byte[] content)
    {
        var problems = new ProblemList();
        Assert.Null(ReportReader.Read(content, Samples.Entity, Samples.Period, problems));
        return Assert.Single(problems).Code;
    }

    private static byte[] WithPart(byte[] workbook, string name)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.CreateEntry(name);
        }

        return stream.ToArray();
    }

    [GeneratedRegex("(<c r=\"[A-Z]+[0-9]+\" s=\"[0-9]+\")>(?:<f>[^<]*</f>)?<v>([^<]*)</v></c>")]
    private static partial Regex NumberCell();

    [GeneratedRegex("<row r=\"[0-9]+\"")]
    private static partial Regex RowName();

    [GeneratedRegex("<c r=\"[A-Z]+[0-9]+\"")]
    private static partial Regex CellName();

    [GeneratedRegex(" t=\"inlineStr\"><is><t>([^<]*)</t></is></c>")]
    private static partial Regex InlineText();

    [GeneratedRegex("(<sheet [^>]*/>)(<sheet [^>]*/>)")]
    private static partial Regex SheetList();

    [GeneratedRegex("<sheetData><row .*?</row>")]
    private static partial Regex FirstRow();
}
