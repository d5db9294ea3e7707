using Avance.Documents.Xlsx;
using Avance.Progress;
using Avance.Reporting;

namespace Avance.Documents.Reporting;

/// <summary>
/// The report as a workbook of two sheets: the official table, each target in a row of its own below its project, and the
/// explanations. Figures are numbers; totals and percentages are formulas wherever they give what the report prints.
/// </summary>
internal static class ProgressWorkbook
{
    private static readonly LocalizedText TableSheet = new("Avance", "Progress");
    private static readonly LocalizedText ExplanationsSheet = new("Justificaciones", "Explanations");
    private static readonly LocalizedText Page = new("Página &P de &N", "Page &P of &N");

    /// <summary>What fits in the highest row that a spreadsheet can show.</summary>
    private const int PartLength = 2_400;

    private static readonly int[] ExplanationWidths = [9, 45, 110];

    public static void Write(ProgressReport report, Language language, Stream output)
    {
        var rows = OfficialLayout.Rows(report).ToList();
        var explanations = report.Explanations.SelectMany(Parts).ToList();
        var footer = $"&L{report.Entity.Code.Replace("&", "&&", StringComparison.Ordinal)}&C{Page.In(language)}&R{report.Period}";
        SheetLayout[] sheets =
        [
            new(TableSheet.In(language), ProgressTable.HeaderRows, (ProgressTable.HeaderRows - 1, ProgressTable.HeaderRows), ProgressTable.HeaderRows + rows.Count, ProgressTable.Widths, footer, IsFirst: true),
            new(ExplanationsSheet.In(language), 2, (2, 2), 2 + explanations.Count, ExplanationWidths, footer, IsFirst: false),
        ];
        var title = OfficialLayout.Title.In(language);
        var properties = new DocumentProperties(
            $"{title} · {report.Entity.Name} · {report.Period.Name.In(language)}", title, report.Entity.Name, language == Language.English ? "en" : "es-MX");

        using var package = new WorkbookPackage(sheets, properties);
        using (var sheet = new SheetWriter(package.OpenSheet(1), sheets[0]))
        {
            new ProgressTable(sheet, rows, language).Write(report);
        }

        using (var sheet = new SheetWriter(package.OpenSheet(2), sheets[1]))
        {
            WriteExplanations(sheet, explanations, language);
        }

        package.Finish(output);
    }

    private static void WriteExplanations(SheetWriter sheet, List<DeviationExplanation> explanations, Language language)
    {
        sheet.BeginRow();
        sheet.Text(1, CellStyle.Entity, OfficialLayout.ExplanationsTitle.In(language));
        sheet.EndRow();
        sheet.BeginRow();
        for (var i = 0; i < OfficialLayout.ExplanationHeadings.Count; i++)
        {
            sheet.Text(i + 1, CellStyle.Header, OfficialLayout.ExplanationHeadings[i].In(language));
        }

        sheet.EndRow();
        foreach (var explanation in explanations)
        {
            sheet.BeginRow(TextFit.Points(Math.Max(
                TextFit.Lines(explanation.ProjectName, ExplanationWidths[1], isBold: true), TextFit.Lines(explanation.Text, ExplanationWidths[2]))));
            sheet.Text(1, CellStyle.ProjectCode, explanation.Key);
            sheet.Text(2, CellStyle.ProjectName, explanation.ProjectName);
            sheet.Text(3, CellStyle.Text, explanation.Text);
            sheet.EndRow();
        }
    }

    /// <summary>
    /// An explanation longer than a row can show goes on in the rows below it, without key or name; it is cut at a space.
    /// </summary>
    private static IEnumerable<DeviationExplanation> Parts(DeviationExplanation explanation)
    {
        var rest = explanation;
        while (CutAt(rest.Text) is { } end)
        {
            yield return rest with { Text = rest.Text[..end] };
            rest = new DeviationExplanation("", "", rest.Text[end..].TrimStart(' '));
        }

        yield return rest;
    }

    private static int? CutAt(string text)
    {
        if (text.Length <= PartLength)
        {
            return null;
        }

        var end = text.LastIndexOf(' ', PartLength);
        end = end > 0 ? end : text.IndexOf(' ', PartLength);
        return end is > 0 and <= SheetText.MaxLength ? end : text.Length > SheetText.MaxLength ? SheetText.MaxLength : null;
    }
}
