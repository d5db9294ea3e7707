namespace Avance.Documents;

/// <summary>The formats in which a report can be had.</summary>
public enum ReportFormat
{
    /// <summary>The official print: landscape letter, tagged.</summary>
    Pdf,

    /// <summary>Office Open XML workbook with real numbers and formulas.</summary>
    Xlsx,

    /// <summary>One self-contained page.</summary>
    Html,

    /// <summary>One row for each target, for spreadsheets and open data.</summary>
    Csv,

    /// <summary>The documented structure of <c>progress-report.schema.json</c>, for programs.</summary>
    Json,

    /// <summary>The published layout as tab-separated text.</summary>
    Text,
}

/// <summary>Names of the formats in commands, files and HTTP.</summary>
public static class ReportFormats
{
    /// <summary>Every format, in the order in which they are offered.</summary>
    public static IReadOnlyList<ReportFormat> All { get; } =
        [ReportFormat.Pdf, ReportFormat.Xlsx, ReportFormat.Html, ReportFormat.Csv, ReportFormat.Json, ReportFormat.Text];

    /// <summary>Reads a name as written in commands: <c>pdf</c>, <c>xlsx</c>, <c>html</c>, <c>csv</c>, <c>json</c> or <c>txt</c>, in any case.</summary>
    public static bool TryParse(string? name, out ReportFormat format)
    {
        foreach (var candidate in All)
        {
            if (string.Equals(candidate.Extension(), name, StringComparison.OrdinalIgnoreCase))
            {
                format = candidate;
                return true;
            }
        }

        format = default;
        return false;
    }

    /// <summary>The name in commands, and the file name's extension, without its dot.</summary>
    public static string Extension(this ReportFormat format) => format switch
    {
        ReportFormat.Pdf => "pdf",
        ReportFormat.Xlsx => "xlsx",
        ReportFormat.Html => "html",
        ReportFormat.Csv => "csv",
        ReportFormat.Json => "json",
        ReportFormat.Text => "txt",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown report format."),
    };

    /// <summary>The media type, with its charset where it has one.</summary>
    public static string ContentType(this ReportFormat format) => format switch
    {
        ReportFormat.Pdf => "application/pdf",
        ReportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ReportFormat.Html => "text/html; charset=utf-8",
        ReportFormat.Csv => "text/csv; charset=utf-8",
        ReportFormat.Json => "application/json; charset=utf-8",
        ReportFormat.Text => "text/plain; charset=utf-8",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown report format."),
    };
}
