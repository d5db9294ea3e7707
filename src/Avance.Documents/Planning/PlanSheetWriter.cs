using Avance.Planning;

namespace Avance.Documents.Planning;

/// <summary>
/// Writes the sheets of a plan as PDF, workbook or page. The same plan in the same language gives the same bytes, on any
/// machine.
/// </summary>
public static class PlanSheetWriter
{
    /// <summary>The formats in which sheets can be had.</summary>
    public static IReadOnlyList<ReportFormat> Formats { get; } = [ReportFormat.Pdf, ReportFormat.Xlsx, ReportFormat.Html];

    /// <summary>Writes the cover sheet of a project (<em>carátula de proyecto</em>).</summary>
    /// <param name="plan">The plan that the project belongs to.</param>
    /// <param name="project">The project.</param>
    /// <param name="budget">Its budget by chapter; empty when there is none yet.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="language">Language of labels; what the office wrote is never translated.</param>
    /// <param name="output">Where to; stays open.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is none of those.</exception>
    public static void WriteCover(AnnualPlan plan, PlannedProject project, IReadOnlyList<ChapterBudget> budget, ReportFormat format, Language language, Stream output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(budget);
        Write(ProjectCover.Of(plan, project, budget, language), format, output);
    }

    /// <summary>Writes the technical sheet of an indicator (<em>ficha técnica</em>).</summary>
    /// <param name="plan">The plan that the project belongs to.</param>
    /// <param name="project">The indicator's project.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="language">Language of labels; what the office wrote is never translated.</param>
    /// <param name="output">Where to; stays open.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is none of those.</exception>
    public static void WriteIndicator(AnnualPlan plan, PlannedProject project, Indicator indicator, ReportFormat format, Language language, Stream output)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(project);
        ArgumentNullException.ThrowIfNull(indicator);
        Write(IndicatorSheet.Of(plan, project, indicator, language), format, output);
    }

    private static void Write(PlanSheet sheet, ReportFormat format, Stream output)
    {
        ArgumentNullException.ThrowIfNull(output);
        switch (format)
        {
            case ReportFormat.Pdf:
                PlanSheetPdf.Write(sheet, output);
                break;
            case ReportFormat.Xlsx:
                PlanSheetWorkbook.Write(sheet, output);
                break;
            case ReportFormat.Html:
                PlanSheetHtml.Write(sheet, output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format), format, "Sheets of a plan come as PDF, workbook or page.");
        }
    }
}
