using Avance.Progress;
using Avance.Reporting;

namespace Avance.Documents.Reporting;

/// <summary>Prints the explanations of deviations after the table: a title and a table of key, name and text.</summary>
internal static class ProgressPdfExplanations
{
    private const int Before = 360;
    private const int KeyWidth = 900;
    private const int NameWidth = 4_000;

    /// <summary>Prints them, on a page of their own when little of this one is left.</summary>
    public static void Print(IReadOnlyList<DeviationExplanation> explanations, Language language, ProgressPdfPages pages, ProgressPdfTheme theme)
    {
        int[] edges = [ProgressPdfPages.Left, ProgressPdfPages.Left + KeyWidth, ProgressPdfPages.Left + KeyWidth + NameWidth, pages.Right];
        var heads = OfficialLayout.ExplanationHeadings.Select((h, i) => new HeadCell(i, 1, 0, 1, h.In(language))).ToList();
        var table = new ProgressPdfTable(pages, theme, edges, heads);
        var before = Before;
        if (pages.Room < before + theme.Section.Leading + table.LeastRoom)
        {
            pages.Next();
            before = 0;
        }

        pages.Paragraph("H2", OfficialLayout.ExplanationsTitle.In(language).ToUpperInvariant(), theme.Section, before);
        pages.Skip(60);
        table.Begin();
        foreach (var explanation in explanations)
        {
            table.Add(
                new TableRow(theme.Prose.Leading, null, ProgressPdfTheme.Hairline, (60, 60))
                    .Cell(edges, 1, explanation.Key, theme.ProseStrong)
                    .Cell(edges, 1, explanation.ProjectName, theme.Prose)
                    .Cell(edges, 1, explanation.Text, theme.Prose),
                keepWithNext: false);
        }

        table.End();
    }
}
