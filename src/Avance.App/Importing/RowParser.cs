using Avance.Progress;
using Avance.Reporting;

namespace Avance.App.Importing;

/// <summary>Reads the figures and texts of one row, and tells every problem of the row, not only the first.</summary>
internal sealed class RowParser(ICollection<Problem> problems)
{
    /// <summary>The longest name, description, unit or place: six times the longest printed one.</summary>
    private const int MaxTextLength = 2_000;

    private const int MaxTargetsInRow = 1_000;

    /// <summary>Whether a text is shaped as a printed project key: a capital letter and three digits (or a little more).</summary>
    public static bool IsKey(string text) =>
        text.Length is >= 2 and <= 12 && char.IsAsciiLetterUpper(text[0]) && char.IsAsciiDigit(text[^1])
        && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '-' or '.');

    /// <summary>The three amounts of a project or heading.</summary>
    public BudgetFigures Budget(SourceRow row) => new(
        Money(row, ReportColumn.ApprovedBudget), Money(row, ReportColumn.RevisedBudget), Money(row, ReportColumn.Accrued));

    /// <summary>A project with the targets that stand in its own row; null when anything in it has a problem.</summary>
    public ReportProject? Project(SourceRow row, int number)
    {
        var before = problems.Count;
        var key = row[(int)ReportColumn.Key].Text;
        if (!IsKey(key))
        {
            problems.Add(ImportProblems.BadKey(row.Place, key));
        }

        var (name, rest) = NameAndTargets(row);
        if (name.Length is 0 or > MaxTextLength)
        {
            problems.Add(ImportProblems.BadName(row.Place, name, MaxTextLength));
        }

        var project = new ReportProject
        {
            Number = number,
            Key = key,
            SdgTargets = Text(row, ReportColumn.SdgTargets).Split([' ', ',', ';'], StringSplitOptions.RemoveEmptyEntries),
            Name = name,
            Targets = Targets(row, rest),
            Budget = Budget(row),
            Municipality = Text(row, ReportColumn.Municipality),
            Locality = Text(row, ReportColumn.Locality),
            Beneficiaries = new(Count(row, ReportColumn.Women), Count(row, ReportColumn.Men), Count(row, ReportColumn.People)),
            Place = row.Place,
        };
        return problems.Count == before ? project : null;
    }

    /// <summary>A target that has its row to itself; null when anything in it has a problem.</summary>
    public ReportTarget? Target(SourceRow row)
    {
        var before = problems.Count;
        var target = new ReportTarget(
            Text(row, ReportColumn.Name),
            Text(row, ReportColumn.UnitOfMeasure),
            Quantity(row, ReportColumn.OriginalTarget, row[(int)ReportColumn.OriginalTarget].Text),
            Quantity(row, ReportColumn.RevisedTarget, row[(int)ReportColumn.RevisedTarget].Text),
            Quantity(row, ReportColumn.AchievedValue, row[(int)ReportColumn.AchievedValue].Text),
            Quantity(row, ReportColumn.FulfilmentRate, row[(int)ReportColumn.FulfilmentRate].Text))
        {
            Place = row.Place,
        };
        return problems.Count == before ? target : null;
    }

    /// <summary>
    /// Parts the project's name from its targets: the name is what is bold, or what stands before the first indicator.
    /// </summary>
    private static (string Name, IReadOnlyList<string> Descriptions) NameAndTargets(SourceRow row)
    {
        var cell = row[(int)ReportColumn.Name];
        if (cell.Bold.Length > 0)
        {
            return (cell.Bold, cell.Lines);
        }

        if (row[(int)ReportColumn.UnitOfMeasure].IsBlank)
        {
            return (cell.Text, [""]);
        }

        if (cell.Lines.Count > 1)
        {
            return (cell.Lines[0], [.. cell.Lines.Skip(1)]);
        }

        var start = JoinedCell.FirstIndicator(cell.Text);
        return start < 0 ? (cell.Text, [""]) : (cell.Text[..start].TrimEnd(), [cell.Text[start..]]);
    }

    private List<ReportTarget> Targets(SourceRow row, IReadOnlyList<string> descriptionLines)
    {
        var columns = new IReadOnlyList<string>[4];
        var count = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = JoinedCell.Figures(row[(int)ReportColumn.OriginalTarget + i].Lines);
            count = Math.Max(count, columns[i].Count);
        }

        count = Math.Max(count, row[(int)ReportColumn.UnitOfMeasure].Lines.Count(l => l.Length > 0));
        var units = JoinedCell.Units(row[(int)ReportColumn.UnitOfMeasure].Lines, count);
        var descriptions = JoinedCell.Descriptions(descriptionLines, count);
        if (count > MaxTargetsInRow || descriptions.Count != count || units.Count != count || columns.Any(c => c.Count != count && c.Count != 0))
        {
            problems.Add(ImportProblems.CountsDiffer(row, descriptions.Count, units.Count, [.. columns.Select(c => c.Count)]));
            return [];
        }

        var targets = new List<ReportTarget>(count);
        for (var i = 0; i < count; i++)
        {
            targets.Add(new ReportTarget(
                Text(row, ReportColumn.Name, descriptions[i]),
                Text(row, ReportColumn.UnitOfMeasure, units[i]),
                Quantity(row, ReportColumn.OriginalTarget, At(columns[0], i)),
                Quantity(row, ReportColumn.RevisedTarget, At(columns[1], i)),
                Quantity(row, ReportColumn.AchievedValue, At(columns[2], i)),
                Quantity(row, ReportColumn.FulfilmentRate, At(columns[3], i)))
            {
                Place = row.Place,
            });
        }

        return targets;
    }

    /// <summary>The text of a column, when it is no longer than any text of a report.</summary>
    public string Text(SourceRow row, ReportColumn column) => Text(row, column, row[(int)column].Text);

    private string Text(SourceRow row, ReportColumn column, string text)
    {
        if (text.Length <= MaxTextLength)
        {
            return text;
        }

        problems.Add(ImportProblems.TextTooLong(row.Place, (int)column, text, MaxTextLength));
        return "";
    }

    private static string At(IReadOnlyList<string> column, int index) => index < column.Count ? column[index] : "";

    private Money? Money(SourceRow row, ReportColumn column)
    {
        var text = row[(int)column].Text;
        if (IsAbsent(text))
        {
            return null;
        }

        if (!Figure.TryRead(text, out var pesos) || Math.Abs(pesos) > 90_000_000_000_000_000m)
        {
            problems.Add(ImportProblems.NotAnAmount(row.Place, (int)column, text));
            return null;
        }

        if (decimal.Round(pesos, 2) != pesos)
        {
            problems.Add(ImportProblems.TooManyDecimals(row.Place, (int)column, text));
            return null;
        }

        return Avance.Money.FromPesos(pesos);
    }

    /// <summary>Quantities keep two decimals at least and four at most, which is what targets need and storage holds.</summary>
    private decimal? Quantity(SourceRow row, ReportColumn column, string text)
    {
        if (IsAbsent(text))
        {
            return null;
        }

        if (!Figure.TryRead(text, out var value) || Math.Abs(value) > 900_000_000_000m || decimal.Round(value, 4) != value)
        {
            problems.Add(ImportProblems.NotAQuantity(row.Place, (int)column, text));
            return null;
        }

        return TargetQuantity.Normalize(value);
    }

    private long? Count(SourceRow row, ReportColumn column)
    {
        var text = row[(int)column].Text;
        if (IsAbsent(text))
        {
            return null;
        }

        if (!Figure.TryRead(text, out var value) || decimal.Truncate(value) != value || Math.Abs(value) > 20_000_000_000m)
        {
            problems.Add(ImportProblems.NotACount(row.Place, (int)column, text));
            return null;
        }

        return (long)value;
    }

    /// <summary>Blank, and the ways in which offices write "not reported". None of them is zero.</summary>
    private static bool IsAbsent(string text) => text.Length == 0 || text is "N/R" or "N/D" or "-" or "—";
}
