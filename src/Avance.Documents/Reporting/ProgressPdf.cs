using Avance.Documents.Pdf;
using Avance.Progress;
using Avance.Reporting;

namespace Avance.Documents.Reporting;

/// <summary>
/// The official print: letter paper, landscape, tagged for screen readers and for reading back. Pages go to the output as
/// they are painted; the same report gives the same bytes.
/// </summary>
internal static class ProgressPdf
{
    private const int PageWidth = 792 * PdfDocument.UnitsPerPoint;
    private const int PageHeight = 612 * PdfDocument.UnitsPerPoint;

    /// <summary>Prints a report.</summary>
    public static void Write(ProgressReport report, Language language, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        var title = OfficialLayout.Title.In(language);
        var period = report.Period.Describe().In(language);
        var entity = LineBreaker.Printable(report.Entity.Name);
        var description = new PdfDescription($"{title}. {entity}. {report.Period.Name.In(language)}", entity, period, language == Language.English ? "en" : "es-MX");
        using var document = new PdfDocument(output, description, PageWidth, PageHeight);
        var (theme, edges) = ProgressPdfColumns.Fit(report, document, language, PageWidth - (2 * ProgressPdfTheme.Margin));
        var pages = new ProgressPdfPages(document, theme, language, entity, $"{title} · {period}");
        document.Tags.Open("Document");
        pages.Begin();
        pages.Paragraph("P", entity, theme.Entity, 0);
        pages.Paragraph("H1", title, theme.Title, 60);
        pages.Paragraph("P", period, theme.Period, 60);
        pages.Skip(150);
        PrintTable(report, language, pages, theme, edges);
        if (report.Explanations.Count > 0)
        {
            ProgressPdfExplanations.Print(report.Explanations, language, pages, theme);
        }

        document.Tags.Close();
        pages.Finish();
    }

    private static void PrintTable(ProgressReport report, Language language, ProgressPdfPages pages, ProgressPdfTheme theme, int[] edges)
    {
        var table = new ProgressPdfTable(pages, theme, edges, ProgressPdfColumns.Heads(language));
        table.Begin();
        var block = new List<TableRow>();
        foreach (var row in OfficialLayout.Rows(report))
        {
            if (row.Kind != LayoutRowKind.Target)
            {
                PrintBlock(table, block);
            }

            block.Add(ProgressPdfRows.Lay(row, language, theme, table));
            if (row.Kind is LayoutRowKind.Function or LayoutRowKind.Subfunction or LayoutRowKind.ProjectType)
            {
                table.Add(block[0], keepWithNext: true);
                block.Clear();
            }
        }

        PrintBlock(table, block);
        table.End();
    }

    /// <summary>
    /// A project and its targets: whole on one page when that is not much of it; or else its first two rows together, and
    /// its last two.
    /// </summary>
    private static void PrintBlock(ProgressPdfTable table, List<TableRow> block)
    {
        var keepsWhole = TableRow.HeightOf(block) <= table.FullHeight / 4;
        for (var i = 0; i < block.Count; i++)
        {
            var isLast = i == block.Count - 1;
            table.Add(block[i], keepWithNext: !isLast && (keepsWhole || i == 0 || i == block.Count - 2));
        }

        block.Clear();
    }
}
