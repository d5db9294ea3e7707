using Avance.Documents.Reporting;
using Avance.Progress;

namespace Avance.Documents;

/// <summary>Writes a report in any format. The same report in the same language gives the same bytes, on any machine.</summary>
public static class ReportWriter
{
    /// <summary>Writes <paramref name="report"/> to <paramref name="output"/>, which stays open.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="format">In which format.</param>
    /// <param name="language">Language of headings and notes; what the entity reported is never translated.</param>
    /// <param name="output">Where to; need not be able to seek.</param>
    public static void Write(ProgressReport report, ReportFormat format, Language language, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        switch (format)
        {
            case ReportFormat.Pdf:
                ProgressPdf.Write(report, language, output);
                break;
            case ReportFormat.Xlsx:
                ProgressWorkbook.Write(report, language, output);
                break;
            case ReportFormat.Html:
                ProgressHtml.Write(report, language, output);
                break;
            case ReportFormat.Csv:
                ProgressCsv.Write(report, language, output);
                break;
            case ReportFormat.Json:
                ProgressJson.Write(report, output);
                break;
            case ReportFormat.Text:
                ProgressText.Write(report, language, output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "Unknown report format.");
        }
    }
}
