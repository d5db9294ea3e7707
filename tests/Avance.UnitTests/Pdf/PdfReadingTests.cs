using System.IO.Compression;
using System.Text;
using Xunit;

namespace Avance.UnitTests.Pdf;

public class PdfReadingTests
{
    private const string Page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>";
    private const string Font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>";

    [Fact]
    public void Never_fails_on_a_damaged_file()
    {
        var state = 20230930u;
        for (var i = 0; i < 2_000; i++)
        {
            var pdf = (byte[])Printed.Sample.Clone();
            for (var flips = 1 + (i % 4); flips > 0; flips--)
            {
                pdf[Next(pdf.Length)] ^= (byte)(1 << Next(8));
            }

            var (report, problems) = Printed.Read(i % 5 == 0 ? pdf[..Next(pdf.Length)] : pdf);
            Assert.True(report is not null ^ problems.Count > 0);
        }

        int Next(int below)
        {
            state = unchecked((state * 1_664_525) + 1_013_904_223);
            return (int)((state >> 8) % (uint)below);
        }
    }

    [Theory]
    [InlineData("pdf.damaged", "%PDF-1.7\nnothing else")]
    [InlineData("pdf.damaged", "%PDF-1.7\nstartxref\n99999999999999999999\n%%EOF")]
    [InlineData("pdf.damaged", "%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF")]
    public void Says_that_a_file_is_damaged(string code, string pdf) =>
        Assert.Equal(code, Assert.Single(Printed.Read(Encoding.Latin1.GetBytes(pdf)).Problems).Code);

    [Fact]
    public void Asks_for_a_file_without_password() =>
        Assert.Equal("pdf.encrypted", Code(File(["<</Type/Catalog/Pages 2 0 R>>"], "/Encrypt<</Filter/Standard>>")));

    [Fact]
    public void Tells_a_scanned_document_from_one_without_tags()
    {
        string[] objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", Page];

        Assert.Equal("pdf.no-text", Code(File([.. objects, Stream("q 99 0 0 99 0 0 cm /I Do Q"), Font])));
        Assert.Equal("pdf.no-structure", Code(File([.. objects, Stream("BT /F 9 Tf 9 9 Td (CLAVE DEL PROYECTO) Tj ET"), Font])));
    }

    [Fact]
    public void Refuses_a_table_that_leaves_cells_out()
    {
        var content = "BT /F 9 Tf /TH<</MCID 0>>BDC (A) Tj EMC /TH<</MCID 1>>BDC (B) Tj EMC /TD<</MCID 2>>BDC (C) Tj EMC ET";
        var pdf = File(
        [
            "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", Page, Stream(content), Font,
            "<</Type/StructTreeRoot/K 7 0 R>>", "<</S/Table/P 6 0 R/Pg 3 0 R/K[8 0 R 9 0 R]>>",
            "<</S/TR/P 7 0 R/K[<</S/TH/P 8 0 R/K 0>><</S/TH/P 8 0 R/K 1>>]>>", "<</S/TR/P 7 0 R/K[<</S/TD/P 9 0 R/K 2>>]>>",
        ]);

        Assert.Contains(Printed.Read(pdf).Problems, p => p.Code == "pdf.irregular-table" && p.Place == new SourcePlace(1, 1));
    }

    [Theory]
    [InlineData("<</Type/Pages/Kids[2 0 R 2 0 R 2 0 R]>>")]
    [InlineData("<</Type/Pages/Kids 2 0 R>>")]
    public void Gives_up_on_pages_that_hold_themselves(string pages) =>
        Assert.Equal("pdf.damaged", Code(File(["<</Type/Catalog/Pages 2 0 R>>", pages])));

    [Fact]
    public void Gives_up_on_tags_that_hold_themselves()
    {
        var pdf = File(
        [
            "<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", Page, Stream("q Q"), Font,
            "<</Type/StructTreeRoot/K 7 0 R>>", "<</S/Sect/P 6 0 R/K[7 0 R 7 0 R]>>",
        ]);

        Assert.Equal("pdf.damaged", Code(pdf));
    }

    [Fact]
    public void Gives_up_on_nesting_without_end()
    {
        var deep = new string('[', 2_000_000);

        Assert.Equal("pdf.damaged", Code(File([$"<</Type/Catalog/Pages 2 0 R/X {deep}>>"])));
    }

    [Fact]
    public void Gives_up_on_a_stream_that_unpacks_into_gigabytes()
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var block = new byte[1 << 20];
            for (var i = 0; i < 300; i++)
            {
                deflate.Write(block);
            }
        }

        var stream = $"<</Filter/FlateDecode/Length {packed.Length}>>stream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream";
        var pdf = File(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>", Page, stream, Font]);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        Assert.Equal("pdf.damaged", Code(pdf));
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 200 << 20);
    }

    private static string Code(byte[] pdf) => Printed.Read(pdf).Problems[0].Code;

    private static string Stream(string content) => $"<</Length {content.Length}>>stream\n{content}\nendstream";

    /// <summary>A file of objects numbered from 1, the first of them the catalogue.</summary>
    private static byte[] File(IReadOnlyList<string> objects, string trailer = "")
    {
        var file = new StringBuilder("%PDF-1.7\n");
        var offsets = new List<int>();
        foreach (var (index, body) in objects.Index())
        {
            offsets.Add(file.Length);
            file.Append(index + 1).Append(" 0 obj\n").Append(body).Append("\nendobj\n");
        }

        var start = file.Length;
        file.Append("xref\n0 ").Append(objects.Count + 1).Append("\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(offset.ToString("0000000000", System.Globalization.CultureInfo.InvariantCulture)).Append(" 00000 n \n");
        }

        file.Append("trailer\n<</Root 1 0 R/Size ").Append(objects.Count + 1).Append(trailer).Append(">>\nstartxref\n").Append(start).Append("\n%%EOF");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
