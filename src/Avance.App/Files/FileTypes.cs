using System.Buffers;
using System.Text;

namespace Avance.App.Files;

/// <summary>
/// Tells what a file is from what it holds: its name and what the sender says of it prove nothing. The file is read through
/// once, in pieces.
/// </summary>
internal static class FileTypes
{
    /// <summary>How much of a file's beginning browsers look at when they guess what it is.</summary>
    private const int Beginning = 1_445;

    /// <summary>What makes a browser that guesses take a file for a page, wherever it stands in the beginning.</summary>
    private static readonly string[] PageMarks = ["<!doctype", "<html", "<head", "<body", "<script", "<iframe", "<svg", "<object", "<embed", "<meta", "<style"];

    private static readonly SearchValues<string> PageMark = SearchValues.Create(PageMarks, StringComparison.OrdinalIgnoreCase);

    /// <summary>What a file is.</summary>
    /// <param name="file">The file, which can be read more than once; left at its beginning.</param>
    public static FileType Of(Stream file)
    {
        file.Position = 0;
        Span<byte> room = stackalloc byte[Beginning];
        var head = room[..file.ReadAtLeast(room, Beginning, throwOnEndOfStream: false)];
        file.Position = 0;
        var type = IsPage(head) ? FileType.Markup : OfHead(head) ?? (head.StartsWith("PK\x3\x4"u8) ? Packed(file, head) : Loose(file));
        file.Position = 0;
        return type;
    }

    /// <summary>What a file that is held whole is.</summary>
    public static FileType Of(byte[] content)
    {
        using var file = new MemoryStream(content, writable: false);
        return Of(file);
    }

    private static FileType? OfHead(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? FileType.Pdf
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? FileType.Png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? FileType.Jpeg
        : head.StartsWith("RIFF"u8) && head.Length > 12 && head[8..].StartsWith("WEBP"u8) ? FileType.Webp
        : head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? FileType.OldOffice
        : null;

    /// <summary>Whether a browser could take it for a page: it begins as markup does, or has a mark of a page near its beginning.</summary>
    private static bool IsPage(ReadOnlySpan<byte> head)
    {
        var text = Encoding.Latin1.GetString(head);
        var first = text.StartsWith("ï»¿", StringComparison.Ordinal) ? text.AsSpan(3).TrimStart() : text.AsSpan().TrimStart();
        return first is ['<', '!' or '?' or '/' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z'), ..] || text.AsSpan().ContainsAny(PageMark);
    }

    private static FileType Packed(Stream file, ReadOnlySpan<byte> head)
    {
        FileType? office = null;
        var isWhole = ZipParts.Each(file, path => office = path.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || office == FileType.Macros ? FileType.Macros : path switch
        {
            "xl/workbook.xml" => FileType.Xlsx,
            "word/document.xml" => FileType.Docx,
            "ppt/presentation.xml" => FileType.Pptx,
            _ => office,
        });
        return isWhole ? office ?? OpenDocument(head) : FileType.Unknown;
    }

    /// <summary>An OpenDocument package tells what it is in its first part, not compressed, at a fixed place.</summary>
    private static FileType OpenDocument(ReadOnlySpan<byte> head)
    {
        const string Name = "mimetype";
        var said = head.Length > 38 && head[30..].StartsWith("mimetype"u8) ? Encoding.Latin1.GetString(head[(30 + Name.Length)..]) : "";
        return said.StartsWith(FileType.Ods.MediaType + "PK", StringComparison.Ordinal) ? FileType.Ods
            : said.StartsWith(FileType.Odt.MediaType + "PK", StringComparison.Ordinal) ? FileType.Odt
            : said.Length > 0 ? FileType.Unknown
            : FileType.Zip;
    }

    /// <summary>Plain text is what has no control character but those of lines and tables, in UTF-8 or in the alphabet of Windows.</summary>
    private static FileType Loose(Stream file)
    {
        Span<byte> start = stackalloc byte[4];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;

        // Text by its characters, a program or a page by what it does.
        if (start[..read].StartsWith("#!"u8) || start[..read].StartsWith("%!"u8) || start[..read].StartsWith("{\\rt"u8) || start[..read].StartsWith("MIME"u8))
        {
            return FileType.Unknown;
        }

        var buffer = new byte[16 * 1024];
        for (var count = file.Read(buffer); count > 0; count = file.Read(buffer))
        {
            foreach (var b in buffer.AsSpan(0, count))
            {
                if (b is < 0x20 and not (0x09 or 0x0A or 0x0C or 0x0D) or 0x7F)
                {
                    return FileType.Unknown;
                }
            }
        }

        return FileType.Text;
    }
}
