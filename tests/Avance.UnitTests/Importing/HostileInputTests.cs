using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Avance.App.Importing;
using Avance.Documents;
using Avance.UnitTests.Documents;
using CsCheck;
using Xunit;

namespace Avance.UnitTests.Importing;

/// <summary>
/// Damaged, cut, spliced and random files: a reader gives a report or problems, soon, and never throws. <c>AVANCE_SOAK</c>
/// says how many files each reader gets in a long run.
/// </summary>
public sealed class HostileInputTests
{
    private static readonly int Files = int.TryParse(Environment.GetEnvironmentVariable("AVANCE_SOAK"), NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : 1_500;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Fact]
    public void Mutated_texts_never_break_the_reader() => Soak(Samples.ReportBytes, bytes => bytes);

    [Fact]
    public void Mutated_workbooks_never_break_the_reader() => Soak(Written.Bytes(Samples.Report, ReportFormat.Xlsx), bytes => bytes);

    [Fact]
    public void Mutated_prints_never_break_the_reader() => Soak(Written.Bytes(Samples.Report, ReportFormat.Pdf), bytes => bytes);

    [Fact]
    public void A_workbook_that_names_millions_of_sheets_is_refused_in_time()
    {
        var workbook = WorkbookBytes.Replace(Written.Bytes(Samples.Report, ReportFormat.Xlsx), "xl/workbook.xml", s =>
        {
            using var xml = new StreamWriter(s);
            xml.Write("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>");
            for (var i = 0; i < 1_000_000; i++)
            {
                xml.Write("<sheet r:id=\"x\"/>");
            }

            xml.Write("</sheets></workbook>");
        });
        Read(workbook);
    }

    [Fact]
    public void A_workbook_whose_rows_are_numbered_to_the_last_is_refused() => Read(WorkbookBytes.Replace(
        Written.Bytes(Samples.Report, ReportFormat.Xlsx), "xl/worksheets/sheet1.xml", s =>
        {
            using var xml = new StreamWriter(s);
            xml.Write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"2147483647\"><c><v>1</v></c></row><row><c><v>1</v></c></row></sheetData></worksheet>");
        }));

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/_rels/workbook.xml.rels")]
    public void Mutated_parts_inside_a_sound_workbook_never_break_the_reader(string name)
    {
        var workbook = Written.Bytes(Samples.Report, ReportFormat.Xlsx);
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var part = zip.GetEntry(name)!.Open();
        using var xml = new MemoryStream();
        part.CopyTo(xml);
        Soak(xml.ToArray(), bytes => WorkbookBytes.Replace(workbook, name, s => s.Write(bytes)), Files / 5);
    }

    [Fact]
    public void Random_bytes_never_break_the_reader() =>
        Gen.Byte.Array[0, 2_000].Sample(bytes => Read(bytes), iter: Files, threads: 1);

    [Theory]
    [InlineData("A1\t\tX\n")]
    [InlineData("x\n")]
    [InlineData("\t\tx\n")]
    [InlineData("\t\tx\tu\n")]
    [InlineData("\t\t\t\t\t\t\t\t1\n")]
    [InlineData("A1\t\t<b>X</b><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br><br>\tu\n")]
    [InlineData("## JUSTIFICACIONES\nA1\tx\ty\nz\nz\nz\nz\nz\nz\n")]
    [InlineData("&amp;<b>")]
    public void Ten_mebibytes_of_tiny_rows_stay_within_the_memory(string row)
    {
        var report = System.Text.Encoding.UTF8.GetString(Samples.ReportBytes);
        var header = report[..report.IndexOf("A002", StringComparison.Ordinal)];
        var content = System.Text.Encoding.UTF8.GetBytes(header + string.Concat(Enumerable.Repeat(row, (10 << 20) / row.Length)));
        var problems = new ProblemList();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = ReportReader.Read(content, Samples.Entity, Samples.Period, problems);
        Assert.NotEqual(read is null, problems.Count == 0);

        // All that is made while reading, most of it at once forgotten, is bounded too.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1L << 30);
    }

    private static void Soak(byte[] sound, Func<byte[], byte[]> wrap, int? files = null) =>
        Mutation(sound).Sample(bytes => Read(wrap(bytes)), iter: files ?? Files, threads: 1);

    /// <summary>A file is slow when it is slow three times: a busy machine is not the reader's fault.</summary>
    private static void Read(byte[] content)
    {
        for (var attempt = 1; ; attempt++)
        {
            var problems = new ProblemList();
            var start = Stopwatch.GetTimestamp();
            var report = ReportReader.Read(content, Samples.Entity, Samples.Period, problems);
            Assert.NotEqual(report is null, problems.Count == 0);
            if (report is not null)
            {
                Written.Bytes(report, ReportFormat.Json);
            }

            if (Stopwatch.GetElapsedTime(start) <= Patience)
            {
                return;
            }

            Assert.True(attempt < 3, "The file takes more than two seconds.");
        }
    }

    /// <summary>One to twenty edits: bits flipped, bytes changed, pieces cut out, copied over others, repeated, or the end cut off.</summary>
    private static Gen<byte[]> Mutation(byte[] sound) =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, sound.Length - 1], Gen.Int[0, sound.Length - 1], Gen.Int[1, 300], Gen.Byte).Array[1, 20].Select(edits =>
        {
            var bytes = sound.ToList();
            foreach (var (kind, at, from, length, value) in edits)
            {
                if (bytes.Count == 0)
                {
                    break;
                }

                var (start, source) = (at % bytes.Count, from % bytes.Count);
                var count = Math.Min(length, bytes.Count - Math.Max(start, source));
                switch (kind)
                {
                    case 0:
                        bytes[start] ^= (byte)(1 << (value & 7));
                        break;
                    case 1:
                        bytes[start] = value;
                        break;
                    case 2:
                        bytes.RemoveRange(start, count);
                        break;
                    case 3:
                        bytes.InsertRange(start, bytes.GetRange(source, count));
                        break;
                    case 4:
                        bytes.InsertRange(start, Enumerable.Repeat(value, length));
                        break;
                    default:
                        bytes.RemoveRange(Math.Max(start, bytes.Count / 2), bytes.Count - Math.Max(start, bytes.Count / 2));
                        break;
                }
            }

            return bytes.ToArray();
        });
}
