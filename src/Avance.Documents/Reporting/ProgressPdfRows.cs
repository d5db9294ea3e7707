using Avance.Documents.Pdf;
using Avance.Progress;
using Avance.Reporting;

namespace Avance.Documents.Reporting;

/// <summary>
/// Lays out the rows of the official layout. Columns that a kind of row never fills are one blank cell; a figure that is
/// absent is a blank cell of its own.
/// </summary>
internal static class ProgressPdfRows
{
    private const int Indent = 120;

    /// <summary>Lays out a row.</summary>
    public static TableRow Lay(LayoutRow row, Language language, ProgressPdfTheme theme, ProgressPdfTable table) => row.Kind switch
    {
        LayoutRowKind.Function => Heading(row.Text, row.Budget, theme, table.Edges, ProgressPdfTheme.StrongGround),
        LayoutRowKind.Subfunction => Heading(row.Text, row.Budget, theme, table.Edges, ProgressPdfTheme.MiddleGround),
        LayoutRowKind.Total => Heading(OfficialLayout.TotalLabel.In(language), row.Budget, theme, table.Edges, ProgressPdfTheme.StrongGround),
        LayoutRowKind.ProjectType => ProjectType(row.Text, theme, table.Edges),
        LayoutRowKind.Project => Project(row.Project!, theme, table.Edges),
        _ => Target(row.Target!, theme, table.Edges),
    };

    private static TableRow Heading(string text, BudgetFigures? budget, ProgressPdfTheme theme, ReadOnlySpan<int> edges, PdfColor ground)
    {
        var row = new TableRow(theme.Heading.Leading, ground, ProgressPdfTheme.Hairline, (50, 50));
        row.Cell(edges, Before(ReportColumn.ApprovedBudget), text, theme.Heading);
        return Amounts(row, budget ?? default, theme.Heading, edges).Cell(edges, From(ReportColumn.Municipality), "", theme.Body);
    }

    private static TableRow ProjectType(string text, ProgressPdfTheme theme, ReadOnlySpan<int> edges) =>
        new TableRow(theme.Heading.Leading, ProgressPdfTheme.LightGround, ProgressPdfTheme.Hairline, (45, 45))
            .Cell(edges, 1, "", theme.Body)
            .Cell(edges, 1, "", theme.Body)
            .Cell(edges, From(ReportColumn.Name), text, theme.Heading);

    private static TableRow Project(ReportProject project, ProgressPdfTheme theme, ReadOnlySpan<int> edges)
    {
        var row = new TableRow(theme.Body.Leading, null, ProgressPdfTheme.Hairline, (56, 18))
            .Cell(edges, 1, project.Key, theme.Strong)
            .Cell(edges, 1, string.Join(", ", project.SdgTargets), theme.Body, CellAlignment.Middle)
            .Cell(edges, 1, project.Name, theme.Strong)
            .Cell(edges, ReportColumn.ApprovedBudget - ReportColumn.UnitOfMeasure, "", theme.Body);
        var people = project.Beneficiaries;
        return Amounts(row, project.Budget, theme.Body, edges)
            .Cell(edges, 1, project.Municipality, theme.Body)
            .Cell(edges, 1, project.Locality, theme.Body)
            .Cell(edges, 1, Figure.Print(people.Women), theme.Body, CellAlignment.Right)
            .Cell(edges, 1, Figure.Print(people.Men), theme.Body, CellAlignment.Right)
            .Cell(edges, 1, Figure.Print(people.People), theme.Body, CellAlignment.Right);
    }

    private static TableRow Target(ReportTarget target, ProgressPdfTheme theme, ReadOnlySpan<int> edges) =>
        new TableRow(theme.Body.Leading, null, null, (18, 34))
            .Cell(edges, Before(ReportColumn.Name), "", theme.Body)
            .Cell(edges, 1, target.Description, theme.Body, indent: Indent)
            .Cell(edges, 1, target.UnitOfMeasure, theme.Body)
            .Cell(edges, 1, Figure.Print(target.Original), theme.Body, CellAlignment.Right)
            .Cell(edges, 1, Figure.Print(target.Revised), theme.Body, CellAlignment.Right)
            .Cell(edges, 1, Figure.Print(target.Achieved), theme.Body, CellAlignment.Right)
            .Cell(edges, 1, Figure.Print(target.PrintedRate), theme.Body, CellAlignment.Right)
            .Cell(edges, From(ReportColumn.ApprovedBudget), "", theme.Body);

    private static TableRow Amounts(TableRow row, BudgetFigures budget, TextStyle style, ReadOnlySpan<int> edges) => row
        .Cell(edges, 1, Figure.Print(budget.Approved), style, CellAlignment.Right)
        .Cell(edges, 1, Figure.Print(budget.Revised), style, CellAlignment.Right)
        .Cell(edges, 1, Figure.Print(budget.Accrued), style, CellAlignment.Right);

    private static int Before(ReportColumn column) => (int)column - 1;

    private static int From(ReportColumn column) => (int)ReportColumn.People - (int)column + 1;
}
