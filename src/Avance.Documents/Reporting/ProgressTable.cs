using Avance.Documents.Xlsx;
using Avance.Progress;
using Avance.Reporting;

namespace Avance.Documents.Reporting;

/// <summary>Paints the official table on a sheet.</summary>
internal sealed class ProgressTable(SheetWriter sheet, List<LayoutRow> rows, Language language)
{
    /// <summary>Rows above the first heading: entity, title, period, note, and the table's two header rows.</summary>
    public const int HeaderRows = 6;

    /// <summary>Widths of the sixteen columns, in characters.</summary>
    public static IReadOnlyList<int> Widths { get; } = [12, 13, 52, 14, 11, 11, 11, 12, 17, 17, 17, 15, 15, 10, 10, 10];

    private const int LastColumn = (int)ReportColumn.People;

    /// <summary>A formula names at most so many cells; beyond that the printed total stands alone.</summary>
    private const int MostTerms = 200;

    private static readonly LocalizedText Note = new(
        "En rojo: la cifra que el informe imprime no es la que resulta de sus partes; se conserva la impresa.",
        "In red: the figure that the report prints is not what its parts give; the printed one is kept.");

    public void Write(ProgressReport report)
    {
        WriteTitle(report);
        WriteHeader();
        for (var i = 0; i < rows.Count; i++)
        {
            sheet.BeginRow(TextFit.Points(LinesOf(rows[i])));
            switch (rows[i].Kind)
            {
                case LayoutRowKind.Project:
                    WriteProject(rows[i].Project!);
                    break;
                case LayoutRowKind.Target:
                    WriteTarget(rows[i].Target!);
                    break;
                case LayoutRowKind.ProjectType:
                    WriteType(rows[i]);
                    break;
                default:
                    WriteHeading(i);
                    break;
            }

            sheet.EndRow();
        }
    }

    private static int LinesOf(LayoutRow row) => row.Kind switch
    {
        LayoutRowKind.Project => Most(
            Lines(ReportColumn.Name, row.Text, isBold: true),
            Lines(ReportColumn.SdgTargets, string.Join(' ', row.Project!.SdgTargets)),
            Lines(ReportColumn.Municipality, row.Project.Municipality),
            Lines(ReportColumn.Locality, row.Project.Locality)),
        LayoutRowKind.Target => Most(Lines(ReportColumn.Name, row.Text), Lines(ReportColumn.UnitOfMeasure, row.Target!.UnitOfMeasure)),
        LayoutRowKind.ProjectType => Lines(ReportColumn.Name, row.Text, isBold: true),
        _ => TextFit.Lines(row.Text, Widths.Take((int)ReportColumn.FulfilmentRate).Sum(), isBold: true),
    };

    /// <summary>Lines of a text in its column, less the indent of texts.</summary>
    private static int Lines(ReportColumn column, string text, bool isBold = false) => TextFit.Lines(text, Widths[(int)column - 1] - 1, isBold);

    private static int Most(params ReadOnlySpan<int> lines)
    {
        var most = 0;
        foreach (var count in lines)
        {
            most = Math.Max(most, count);
        }

        return most;
    }

    private void WriteTitle(ProgressReport report)
    {
        WriteLine(CellStyle.Entity, report.Entity.Name);
        WriteLine(CellStyle.Title, OfficialLayout.Title.In(language));
        WriteLine(CellStyle.Default, report.Period.Describe().In(language));
        WriteLine(CellStyle.Note, HasFiguresAsPrinted() ? Note.In(language) : "");
    }

    private void WriteLine(CellStyle style, string text)
    {
        sheet.BeginRow();
        sheet.Text(1, style, text);
        sheet.EndRow();
    }

    private void WriteHeader()
    {
        sheet.BeginRow(26);
        var previous = default(LocalizedText);
        foreach (var heading in OfficialLayout.Headings)
        {
            var column = (int)heading.Column;
            var opensGroup = heading.Group is not null && heading.Group != previous;
            sheet.Text(column, CellStyle.Header, heading.Group is null ? heading.Text.In(language) : opensGroup ? heading.Group.In(language) : "");
            if (opensGroup)
            {
                sheet.Merge(column, column + OfficialLayout.Headings.Count(h => h.Group == heading.Group) - 1);
            }
            else if (heading.Group is null)
            {
                sheet.Merge(column, column, rows: 2);
            }

            previous = heading.Group;
        }

        sheet.EndRow();
        sheet.BeginRow(40);
        foreach (var heading in OfficialLayout.Headings)
        {
            sheet.Text((int)heading.Column, CellStyle.Header, heading.Group is null ? "" : heading.Text.In(language));
        }

        sheet.EndRow();
    }

    private void WriteHeading(int index)
    {
        var row = rows[index];
        var parts = row.Budget is null ? [] : PartsOf(index);
        sheet.Text(1, CellStyle.Heading, row.Text);
        WriteBlanks(2, 8, CellStyle.Heading);
        sheet.Merge(1, 8);
        WriteTotal(ReportColumn.ApprovedBudget, row, parts, b => b.Approved);
        WriteTotal(ReportColumn.RevisedBudget, row, parts, b => b.Revised);
        WriteTotal(ReportColumn.Accrued, row, parts, b => b.Accrued);
        WriteBlanks(12, LastColumn, CellStyle.Heading);
    }

    private void WriteTotal(ReportColumn column, LayoutRow row, List<int> parts, Func<BudgetFigures, Money?> figure)
    {
        var printed = row.Budget is { } budget ? figure(budget) : null;
        var agrees = Agrees(row, parts, figure);
        var formula = agrees ? Sum((int)column, row.Kind, parts) : null;
        sheet.Number((int)column, agrees || printed is null ? CellStyle.HeadingAmount : CellStyle.HeadingAmountAsPrinted, printed?.Pesos, formula);
    }

    /// <summary>A subfunction's projects stand together, so a range sums them; headings are named one by one.</summary>
    private static string? Sum(int column, LayoutRowKind kind, List<int> parts) =>
        parts.Count == 0 ? null
        : kind == LayoutRowKind.Subfunction ? $"SUM({Cell(column, parts[0])}:{Cell(column, parts[^1])})"
        : parts.Count > MostTerms ? null
        : $"SUM({string.Join(',', parts.Select(p => Cell(column, p)))})";

    private static string Cell(int column, int index) => SheetWriter.Reference(column, HeaderRows + 1 + index);

    private bool Agrees(LayoutRow row, List<int> parts, Func<BudgetFigures, Money?> figure) =>
        row.Budget is { } budget && figure(budget) == figure(BudgetFigures.Sum(parts.Select(p => rows[p].Budget ?? default)));

    /// <summary>
    /// The rows that a heading adds up: a subfunction its projects, a function or the entity its subfunctions, or the projects
    /// of a subfunction that prints no total.
    /// </summary>
    private List<int> PartsOf(int index)
    {
        var kind = rows[index].Kind;
        var (start, end) = kind == LayoutRowKind.Total ? (0, index) : (index + 1, rows.Count);
        var parts = new List<int>();
        var isCounted = false;
        for (var i = start; i < end && (kind == LayoutRowKind.Total || !Closes(kind, rows[i].Kind)); i++)
        {
            if (rows[i].Kind == LayoutRowKind.Subfunction)
            {
                isCounted = rows[i].Budget is not null;
            }

            if (isCounted ? rows[i].Kind == LayoutRowKind.Subfunction : rows[i].Kind == LayoutRowKind.Project)
            {
                parts.Add(i);
            }
        }

        return parts;
    }

    private static bool Closes(LayoutRowKind open, LayoutRowKind next) =>
        next is LayoutRowKind.Function or LayoutRowKind.Total || (open == LayoutRowKind.Subfunction && next == LayoutRowKind.Subfunction);

    private void WriteType(LayoutRow row)
    {
        WriteBlanks(1, 2, CellStyle.Text);
        sheet.Text((int)ReportColumn.Name, CellStyle.ProjectType, row.Text);
        WriteBlanks(4, LastColumn, CellStyle.Text);
    }

    private void WriteProject(ReportProject project)
    {
        sheet.Text((int)ReportColumn.Key, CellStyle.ProjectCode, project.Key);
        sheet.Text((int)ReportColumn.SdgTargets, CellStyle.ProjectCode, string.Join(' ', project.SdgTargets));
        sheet.Text((int)ReportColumn.Name, CellStyle.ProjectName, project.Name);
        WriteBlanks(4, 8, CellStyle.Text);
        sheet.Number((int)ReportColumn.ApprovedBudget, CellStyle.Amount, project.Budget.Approved?.Pesos);
        sheet.Number((int)ReportColumn.RevisedBudget, CellStyle.Amount, project.Budget.Revised?.Pesos);
        sheet.Number((int)ReportColumn.Accrued, CellStyle.Amount, project.Budget.Accrued?.Pesos);
        sheet.Text((int)ReportColumn.Municipality, CellStyle.Text, project.Municipality);
        sheet.Text((int)ReportColumn.Locality, CellStyle.Text, project.Locality);
        sheet.Number((int)ReportColumn.Women, CellStyle.Count, project.Beneficiaries.Women);
        sheet.Number((int)ReportColumn.Men, CellStyle.Count, project.Beneficiaries.Men);
        sheet.Number((int)ReportColumn.People, CellStyle.Count, project.Beneficiaries.People);
    }

    private void WriteTarget(ReportTarget target)
    {
        WriteBlanks(1, 2, CellStyle.Text);
        sheet.Text((int)ReportColumn.Name, CellStyle.Target, target.Description);
        sheet.Text((int)ReportColumn.UnitOfMeasure, CellStyle.Text, target.UnitOfMeasure);
        sheet.Number((int)ReportColumn.OriginalTarget, CellStyle.Quantity, target.Original);
        sheet.Number((int)ReportColumn.RevisedTarget, CellStyle.Quantity, target.Revised);
        sheet.Number((int)ReportColumn.AchievedValue, CellStyle.Quantity, target.Achieved);
        var agrees = IsRateAsComputed(target);
        var formula = agrees && target.Revised is not (null or 0)
            ? $"ROUND({SheetWriter.Reference((int)ReportColumn.AchievedValue, sheet.Row)}*100/{SheetWriter.Reference((int)ReportColumn.RevisedTarget, sheet.Row)},2)"
            : null;
        sheet.Number((int)ReportColumn.FulfilmentRate, agrees ? CellStyle.Rate : CellStyle.RateAsPrinted, target.PrintedRate, formula);
        WriteBlanks(9, LastColumn, CellStyle.Text);
    }

    private static bool IsRateAsComputed(ReportTarget target) => target.PrintedRate is null || target.PrintedRate == target.FulfilmentRate;

    private bool HasFiguresAsPrinted()
    {
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Target is { } target && !IsRateAsComputed(target))
            {
                return true;
            }

            if (rows[i].Kind is LayoutRowKind.Function or LayoutRowKind.Subfunction or LayoutRowKind.Total && rows[i].Budget is { } budget
                && PartsOf(i) is var parts
                && !(Fits(budget.Approved, b => b.Approved) && Fits(budget.Revised, b => b.Revised) && Fits(budget.Accrued, b => b.Accrued)))
            {
                return true;
            }

            bool Fits(Money? printed, Func<BudgetFigures, Money?> figure) => printed is null || Agrees(rows[i], parts, figure);
        }

        return false;
    }

    private void WriteBlanks(int from, int to, CellStyle style)
    {
        for (var column = from; column <= to; column++)
        {
            sheet.Text(column, style);
        }
    }
}
