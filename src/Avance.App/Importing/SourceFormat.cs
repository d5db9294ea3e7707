namespace Avance.App.Importing;

/// <summary>The formats in which a published report can be read, told by content and not by file name.</summary>
public enum SourceFormat
{
    /// <summary>Tab-separated text in the published layout.</summary>
    Text,

    /// <summary>Office Open XML workbook (also legacy and encrypted workbooks, which its reader refuses with a reason).</summary>
    Xlsx,

    /// <summary>PDF with a text layer.</summary>
    Pdf,

    /// <summary>Not a file: the report was composed from the documents of the office's own ledger.</summary>
    Ledger,
}

/// <summary>Tells formats apart and names them.</summary>
public static class SourceFormats
{
    /// <summary>How the record begins that stands in place of a file when a report was composed from documents.</summary>
    internal static ReadOnlySpan<byte> LedgerMark => "{\"issued\":\"avance/1\""u8;

    /// <summary>The format of a file, from its first bytes.</summary>
    public static SourceFormat Detect(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith(LedgerMark))
        {
            return SourceFormat.Ledger;
        }

        if (content[..Math.Min(content.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
        {
            return SourceFormat.Pdf;
        }

        var isZip = content.StartsWith("PK\x03\x04"u8) || content.StartsWith("PK\x05\x06"u8);
        var isCompoundFile = content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]);
        return isZip || isCompoundFile ? SourceFormat.Xlsx : SourceFormat.Text;
    }

    /// <summary>Short name, as stored and shown: <c>txt</c>, <c>xlsx</c>, <c>pdf</c>, <c>ledger</c>.</summary>
    public static string Name(this SourceFormat format) => format switch
    {
        SourceFormat.Xlsx => "xlsx",
        SourceFormat.Pdf => "pdf",
        SourceFormat.Ledger => "ledger",
        _ => "txt",
    };

    /// <summary>The format of a short name.</summary>
    public static SourceFormat FromName(string name) => name switch
    {
        "xlsx" => SourceFormat.Xlsx,
        "pdf" => SourceFormat.Pdf,
        "ledger" => SourceFormat.Ledger,
        _ => SourceFormat.Text,
    };
}
