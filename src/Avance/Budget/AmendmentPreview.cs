using System.Globalization;
using Avance.Ledger;

namespace Avance.Budget;

/// <summary>
/// What an amendment would do, before it does: every line and month, project, chapter and target that it touches, before and
/// after, and everything that does not hold.
/// </summary>
/// <param name="Lines">Each line and month, in the amendment's order; without those that cannot be used.</param>
/// <param name="Projects">Each project whose lines it names, by unit and key.</param>
/// <param name="Chapters">Each chapter whose lines it names, by code.</param>
/// <param name="Entity">The entity as a whole.</param>
/// <param name="Targets">Each indicator that it names, in the amendment's order.</param>
/// <param name="Problems">What does not hold, as <see cref="AmendmentRules.Check"/> tells it.</param>
public sealed record AmendmentPreview(
    IReadOnlyList<LineChange> Lines,
    IReadOnlyList<BudgetChange> Projects,
    IReadOnlyList<BudgetChange> Chapters,
    BudgetChange Entity,
    IReadOnlyList<TargetChange> Targets,
    IReadOnlyList<AmendmentProblem> Problems)
{
    /// <summary>Whether nothing stands in the way of applying it.</summary>
    public bool IsApplicable => Problems.All(p => !p.Blocks);

    /// <summary>Works out what an amendment would do to the balances.</summary>
    /// <param name="amendment">The amendment.</param>
    /// <param name="context">The year and the balances before it.</param>
    public static AmendmentPreview Of(Amendment amendment, AmendmentContext context)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        ArgumentNullException.ThrowIfNull(context);
        return new(
            LineChanges(amendment, context),
            ProjectChanges(amendment, context),
            ChapterChanges(amendment, context),
            new("", "", context.Total, amendment.Increases - amendment.Decreases),
            TargetChange.Of(amendment, context),
            AmendmentRules.Check(amendment, context));
    }

    private static List<LineChange> LineChanges(Amendment amendment, AmendmentContext context)
    {
        var after = AmendmentPosting.BalancesAfter(amendment, context);
        var changes = new List<LineChange>();
        for (var i = 0; i < amendment.Lines.Count; i++)
        {
            var line = amendment.Lines[i];
            if (line.Month is >= 1 and <= 12 && after.TryGetValue(line.LineKey, out var balance))
            {
                var known = context.Lines[line.LineKey];
                changes.Add(new(
                    i + 1, line, known.IsNew, known.Balance[BudgetStage.Approved, line.Month],
                    known.Balance.Revised(line.Month), balance.Revised(line.Month),
                    known.Balance.Available(line.Month), balance.Available(line.Month)));
            }
        }

        return changes;
    }

    private static List<BudgetChange> ProjectChanges(Amendment amendment, AmendmentContext context) =>
    [
        .. Sums(amendment, context, static line => line.ProjectId)
            .Select(sum => (Project: context.Projects[sum.Key], Change: sum.Value))
            .Select(p => new BudgetChange(p.Project.Label, p.Project.Name, p.Project.Budget, p.Change))
            .OrderBy(c => c.Code, StringComparer.Ordinal),
    ];

    private static List<BudgetChange> ChapterChanges(Amendment amendment, AmendmentContext context) =>
    [
        .. Sums(amendment, context, static line => int.TryParse(line.Chapter, NumberStyles.None, CultureInfo.InvariantCulture, out var chapter) ? (int?)chapter : null)
            .Select(sum => (Code: sum.Key.ToString("0000", CultureInfo.InvariantCulture), Change: sum.Value))
            .Select(c => new BudgetChange(c.Code, "", context.Chapters.GetValueOrDefault(c.Code), c.Change))
            .OrderBy(c => c.Code, StringComparer.Ordinal),
    ];

    /// <summary>What the amendment adds to each group of lines; lines without a group count in none.</summary>
    private static Dictionary<T, Money> Sums<T>(Amendment amendment, AmendmentContext context, Func<AmendableLine, T?> group)
        where T : struct
    {
        var sums = new Dictionary<T, Money>();
        foreach (var line in amendment.Lines)
        {
            if (context.Lines.TryGetValue(line.LineKey, out var known) && group(known) is { } key)
            {
                sums[key] = sums.GetValueOrDefault(key) + line.Amount;
            }
        }

        return sums;
    }
}

/// <summary>What happens to a month of a budget line.</summary>
/// <param name="Number">Number of the amendment's line, from 1.</param>
/// <param name="Line">The line.</param>
/// <param name="IsNew">Whether the budget line is made by the amendment.</param>
/// <param name="Approved">Approved in the month; no amendment changes it.</param>
/// <param name="RevisedBefore">Revised in the month, before.</param>
/// <param name="RevisedAfter">Revised in the month, after.</param>
/// <param name="AvailableBefore">What could be taken from the month, before.</param>
/// <param name="AvailableAfter">What could be taken from it, after.</param>
public sealed record LineChange(int Number, AmendmentLine Line, bool IsNew, Money Approved, Money RevisedBefore, Money RevisedAfter, Money AvailableBefore, Money AvailableAfter);

/// <summary>What happens to the year's budget of a project, a chapter or the entity.</summary>
/// <param name="Code">Unit and key of the project, or code of the chapter; empty for the entity.</param>
/// <param name="Name">Name of the project.</param>
/// <param name="Before">Approved and revised, before.</param>
/// <param name="Change">What the amendment adds; negative when it takes.</param>
public sealed record BudgetChange(string Code, string Name, BudgetTotal Before, Money Change)
{
    /// <summary>The revised budget after the amendment.</summary>
    public Money RevisedAfter => Before.Revised + Change;
}
