using Avance.Planning;
using Avance.Progress;

namespace Avance.App.Importing;

/// <summary>Reads a published report from bytes in any format that the product knows.</summary>
public static class ReportReader
{
    /// <summary>The largest file read: a report of sixteen thousand projects has a tenth of it.</summary>
    public const int MaxFileBytes = 64 << 20;

    /// <summary>
    /// The report, or null and every problem of the file. Never throws for what stands in the file.
    /// </summary>
    public static ProgressReport? Read(byte[] content, PublicEntity entity, FiscalPeriod period, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(problems);
        if (content.Length > MaxFileBytes)
        {
            problems.Add(ImportProblems.FileTooLarge(content.Length, MaxFileBytes));
            return null;
        }

        return new ReportAssembler(entity, period, problems).Assemble(Rows(content, problems));
    }

    /// <summary>The rows of a file, before anyone decides what they mean.</summary>
    public static IEnumerable<SourceRow> Rows(byte[] content, ICollection<Problem> problems)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(problems);
        return SourceFormats.Detect(content) switch
        {
            SourceFormat.Xlsx => XlsxReportReader.Read(content, problems),
            SourceFormat.Pdf => PdfReportReader.Read(content, problems),
            SourceFormat.Ledger => [],
            _ => TextReportReader.Read(TextReportReader.AsUtf8(content), problems),
        };
    }
}
