using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Avance.App.Tables;

/// <summary>
/// A table on disk, looked through once: what format it is, how its text is encoded, and its fingerprint. Then it can be
/// read from its beginning as many times as needed.
/// </summary>
internal sealed class TableFile
{
    private const int Chunk = 1 << 20;

    private readonly string _path;
    private readonly bool _isUtf8;
    private List<string>? _sheets;

    /// <summary>Looks through the file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">As people know it.</param>
    /// <param name="cancellation">Stops a long look.</param>
    /// <exception cref="TableException">It is empty, or no table.</exception>
    public TableFile(string path, string name, CancellationToken cancellation = default)
    {
        (_path, Name) = (path, name);
        using var file = OpenFile();
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Chunk];
        var (kept, isText, isUtf8) = (0, true, true);
        for (var first = true; file.Read(buffer, kept, Chunk - kept) is > 0 and var read; first = false)
        {
            cancellation.ThrowIfCancellationRequested();
            sha.AppendData(buffer, kept, read);
            var bytes = buffer.AsSpan(0, kept + read);
            if (first)
            {
                Format = Detect(bytes);
                HasUtf16Mark = bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
            }

            isText &= Format != TableFormat.Csv || HasUtf16Mark || !bytes.Contains((byte)0);
            var whole = WholeCharacters(bytes);
            isUtf8 = isUtf8 && Format == TableFormat.Csv && Utf8.IsValid(bytes[..whole]);
            kept = bytes.Length - whole;
            bytes[whole..].CopyTo(buffer);
            Length += read;
        }

        _isUtf8 = isUtf8 && kept == 0;
        Sha256 = Convert.ToHexStringLower(sha.GetHashAndReset());
        if (Length == 0 || !isText)
        {
            throw new TableException(Length == 0 ? TableProblems.Empty() : TableProblems.NotATable());
        }
    }

    /// <summary>The file's name, as people know it.</summary>
    public string Name { get; }

    /// <summary>What it is.</summary>
    public TableFormat Format { get; }

    /// <summary>Its size in bytes.</summary>
    public long Length { get; }

    /// <summary>SHA-256 of its bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; }

    /// <summary>The names of a workbook's visible sheets; one without name for a text.</summary>
    public IReadOnlyList<string> Sheets => _sheets ??= Format switch
    {
        TableFormat.Xlsx => XlsxTableReader.Sheets(OpenFile),
        TableFormat.Xls => XlsTableReader.Sheets(OpenFile),
        _ => [""],
    };

    private bool HasUtf16Mark { get; }

    /// <summary>Reads a sheet from its beginning.</summary>
    /// <exception cref="TableException">It cannot be read.</exception>
    public TableReader Open(int sheet = 0) => Format switch
    {
        TableFormat.Xlsx => new XlsxTableReader(OpenFile, sheet),
        TableFormat.Xls => new XlsTableReader(OpenFile, sheet),
        _ => new CsvTableReader(() => new StreamReader(OpenFile(), Encoding(), detectEncodingFromByteOrderMarks: true, Chunk / 16)),
    };

    /// <summary>Old spreadsheets save as Windows-1252, and every accented letter would be lost.</summary>
    private Encoding Encoding() => _isUtf8 || HasUtf16Mark ? System.Text.Encoding.UTF8 : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private FileStream OpenFile() => new(_path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);

    private static TableFormat Detect(ReadOnlySpan<byte> start)
    {
        if (start[..Math.Min(start.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            throw new TableException(TableProblems.NotATable());
        }

        var isZip = start.StartsWith("PK\x03\x04"u8) || start.StartsWith("PK\x05\x06"u8);
        return isZip ? TableFormat.Xlsx : start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]) ? TableFormat.Xls : TableFormat.Csv;
    }

    /// <summary>How many of the bytes stand before a character that the next bytes may complete.</summary>
    private static int WholeCharacters(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b >= 0xC0)
            {
                var needed = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
                return needed > back ? bytes.Length - back : bytes.Length;
            }

            if (b < 0x80)
            {
                break;
            }
        }

        return bytes.Length;
    }
}
