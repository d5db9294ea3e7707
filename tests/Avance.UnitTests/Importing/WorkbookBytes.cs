using System.IO.Compression;
using System.Text;

namespace Avance.UnitTests.Importing;

/// <summary>Workbooks made part by part, as other programs and hostile people make them.</summary>
internal static class WorkbookBytes
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>A workbook whose sheets have these names and rows, with shared strings when given.</summary>
    public static byte[] Of(string sharedStrings, params (string Name, string Rows)[] sheets) => Zip([.. Parts(sharedStrings, sheets)]);

    /// <summary>The parts of <see cref="Of"/>.</summary>
    public static IEnumerable<(string Name, string Xml)> Parts(string sharedStrings, params (string Name, string Rows)[] sheets)
    {
        yield return ("_rels/.rels", $"<Relationships><Relationship Id=\"a\" Type=\"{Relationships}/officeDocument\" Target=\"/xl/workbook.xml\"/></Relationships>");
        var list = string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name.TrimEnd('!')}\" sheetId=\"{i + 1}\" r:id=\"s{i}\"{(s.Name.EndsWith('!') ? " state=\"hidden\"" : "")}/>"));
        yield return ("xl/workbook.xml", $"<workbook xmlns:r=\"{Relationships}\"><sheets>{list}</sheets></workbook>");
        var parts = string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"s{i}\" Type=\"{Relationships}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"));
        yield return ("xl/_rels/workbook.xml.rels", $"<Relationships>{parts}<Relationship Id=\"t\" Type=\"{Relationships}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
        if (sharedStrings.Length > 0)
        {
            yield return ("xl/sharedStrings.xml", $"<sst>{sharedStrings}</sst>");
        }

        for (var i = 0; i < sheets.Length; i++)
        {
            yield return ($"xl/worksheets/sheet{i}.xml", $"<worksheet><sheetData>{sheets[i].Rows}</sheetData></worksheet>");
        }
    }

    public static byte[] Zip(params IEnumerable<(string Name, string Xml)> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return stream.ToArray();
    }

    /// <summary>The same workbook with one part replaced by what <paramref name="write"/> writes.</summary>
    public static byte[] Replace(byte[] workbook, string part, Action<Stream> write)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)!.Delete();
            using var entry = zip.CreateEntry(part).Open();
            write(entry);
        }

        return stream.ToArray();
    }

    /// <summary>The same workbook with one part's XML edited.</summary>
    public static byte[] Edit(byte[] workbook, string part, Func<string, string> edit)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        using var reader = new StreamReader(zip.GetEntry(part)!.Open());
        var xml = edit(reader.ReadToEnd());
        return Replace(workbook, part, s => s.Write(Encoding.UTF8.GetBytes(xml)));
    }
}
