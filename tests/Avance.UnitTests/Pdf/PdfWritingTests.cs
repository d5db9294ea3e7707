using System.Buffers.Binary;
using System.Diagnostics;
using Avance.Documents.Pdf;
using Avance.UnitTests.Building;
using CsCheck;
using Xunit;

namespace Avance.UnitTests.Pdf;

public class PdfWritingTests
{
    [Fact]
    public void Breaks_lines_that_fit_and_put_together_are_the_text() =>
        Gen.Select(ReportGen.Text(1, 400), Gen.Int[200, 6_000]).Sample((text, width) =>
        {
            var style = new TextStyle(new FontSubset(TrueTypeFont.Regular, "R"), 130, 160, default);
            var lines = new Sequence<TextLine>();
            LineBreaker.Break(text, style, width, lines);
            return string.Concat(lines.Items.ToArray().Select(l => text.Substring(l.Start, l.Length))) == text
                && lines.Items.ToArray().All(l => l.Length == 1 || l.Width <= width + 1)
                && lines.Items.ToArray().All(l => l.Width == style.Width(text.AsSpan(l.Start, l.Length)));
        });

    [Fact]
    public void Breaks_after_spaces_where_it_can()
    {
        var style = new TextStyle(new FontSubset(TrueTypeFont.Regular, "R"), 200, 240, default);
        var lines = new Sequence<TextLine>();
        const string Text = "uno dos tres cuatro";
        LineBreaker.Break(Text, style, style.Width("uno dos"), lines);

        Assert.Equal(["uno dos ", "tres ", "cuatro"], lines.Items.ToArray().Select(l => Text.Substring(l.Start, l.Length)));
    }

    [Fact]
    public void Embeds_the_outlines_used_with_the_parts_of_composite_letters()
    {
        var subset = new FontSubset(TrueTypeFont.Regular, "R");
        const string Text = "Año: Ñandú, pingüino «18.00 %»";
        _ = subset.Width(Text);
        using var output = new ByteWriter();
        FontProgram.Write(subset, output);
        var program = output.Written.ToArray();
        var glyphs = BinaryPrimitives.ReadUInt16BigEndian(Table(program, "maxp")[4..]);
        var places = Table(program, "loca");

        Assert.Equal(Text.Distinct().Count() + 1, subset.Characters.Count);
        Assert.True(glyphs > subset.Characters.Count, "ñ, ú and ü are made of parts");
        Assert.Equal((glyphs + 1) * 4, places.Length);
        Assert.Equal(Table(program, "glyf").Length, (int)BinaryPrimitives.ReadUInt32BigEndian(places[^4..]));
        Assert.All(subset.Characters.Index().Where(c => c.Item > ' '), c => Assert.True(Length(program, c.Index) > 0, $"U+{c.Item:X4} has an outline"));
        Assert.Equal(0xB1B0AFBA, Sum(program));
    }

    [Fact]
    public void Gives_each_character_its_own_code_even_where_they_look_the_same()
    {
        var subset = new FontSubset(TrueTypeFont.Regular, "R");
        _ = subset.Width(" \u00A0漢字\U0001F600");

        Assert.Equal([0, ' ', '\u00A0', '漢', '字', 0x1F600], subset.Characters);
        Assert.Equal([0, 0, 0], subset.Glyphs.TakeLast(3));
    }

    [Fact]
    public void Builds_a_colour_profile_whose_parts_are_where_it_says()
    {
        using var output = new ByteWriter();
        SrgbProfile.Write(output);
        var profile = output.Written.ToArray();
        var count = (int)BinaryPrimitives.ReadUInt32BigEndian(profile.AsSpan(128));

        Assert.Equal((uint)profile.Length, BinaryPrimitives.ReadUInt32BigEndian(profile));
        Assert.Equal("acsp"u8.ToArray(), profile[36..40]);
        Assert.Equal(9, count);
        for (var i = 0; i < count; i++)
        {
            var entry = profile.AsSpan(132 + (i * 12), 12);
            var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[4..]);
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            Assert.True(offset % 4 == 0 && offset >= 132 + (count * 12) && offset + size <= profile.Length);
        }
    }

    [Fact]
    public void Writes_a_file_that_qpdf_finds_no_fault_in()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/qpdf"), "qpdf is not installed");
        var path = Path.Combine(Path.GetTempPath(), $"avance-{Environment.ProcessId}.pdf");
        File.WriteAllBytes(path, Printed.Pdf(Printed.Repeated(5)));
        using var qpdf = Process.Start(new ProcessStartInfo("/usr/bin/qpdf", ["--check", path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = qpdf.StandardOutput.ReadToEnd() + qpdf.StandardError.ReadToEnd();
        qpdf.WaitForExit();
        File.Delete(path);

        Assert.True(qpdf.ExitCode == 0, said);
    }

    private static ReadOnlySpan<byte> Table(byte[] program, string tag)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(program.AsSpan(4));
        for (var i = 0; i < count; i++)
        {
            var entry = program.AsSpan(12 + (i * 16), 16);
            if (System.Text.Encoding.ASCII.GetString(entry[..4]) == tag)
            {
                return program.AsSpan((int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]), (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]));
            }
        }

        throw new InvalidOperationException($"No table {tag}.");
    }

    private static long Length(byte[] program, int glyph)
    {
        var places = Table(program, "loca");
        return BinaryPrimitives.ReadUInt32BigEndian(places[((glyph + 1) * 4)..]) - BinaryPrimitives.ReadUInt32BigEndian(places[(glyph * 4)..]);
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes));
        }

        return sum;
    }
}
