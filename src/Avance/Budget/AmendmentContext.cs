using Avance.Ledger;
using Avance.Planning;

namespace Avance.Budget;

/// <summary>
/// What an amendment is judged against: the year, and the balances of what it touches. Whoever makes it looks up every line
/// and indicator that the amendment names, and says why of those that it cannot use.
/// </summary>
public sealed record AmendmentContext
{
    /// <summary>The fiscal year.</summary>
    public required int Year { get; init; }

    /// <summary>Whether the year takes amendments: its plan is approved and it is neither unopened nor closed.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>The last month that is closed, 0 when none is.</summary>
    public int ClosedThrough { get; init; }

    /// <summary>Whether the plan has the responsible unit that asks.</summary>
    public bool KnowsUnit { get; init; } = true;

    /// <summary>The lines that the amendment names and that it may move, by key.</summary>
    public required IReadOnlyDictionary<string, AmendableLine> Lines { get; init; }

    /// <summary>Why the other lines that it names cannot be used, by key.</summary>
    public IReadOnlyDictionary<string, LocalizedText> RefusedLines { get; init; } = new Dictionary<string, LocalizedText>();

    /// <summary>The projects of those lines, before the amendment.</summary>
    public required IReadOnlyDictionary<Guid, AmendableProject> Projects { get; init; }

    /// <summary>Approved and revised budget of each chapter of the entity that the amendment touches, before it.</summary>
    public IReadOnlyDictionary<string, BudgetTotal> Chapters { get; init; } = new Dictionary<string, BudgetTotal>();

    /// <summary>Approved and revised budget of the entity, before the amendment.</summary>
    public BudgetTotal Total { get; init; }

    /// <summary>The indicators that the amendment names and that exist; those it names and are not here do not.</summary>
    public required IReadOnlyDictionary<AmendableIndicatorKey, AmendableIndicator> Indicators { get; init; }

    /// <summary>Thresholds.</summary>
    public AmendmentSettings Settings { get; init; } = AmendmentSettings.Default;
}

/// <summary>Thresholds of the rules of amendments. Every number that an office may want to change is here.</summary>
/// <param name="BudgetChangeShare">Beyond this percentage of its approved budget, a project's targets must change or it must be said in words why they do not.</param>
/// <param name="ShortestStatement">The fewest characters that say why targets do not change.</param>
public sealed record AmendmentSettings(decimal BudgetChangeShare = 25m, int ShortestStatement = 30)
{
    /// <summary>The settings that an office starts with.</summary>
    public static AmendmentSettings Default { get; } = new();
}

/// <summary>A budget line as an amendment sees it.</summary>
/// <param name="Key">Its key.</param>
/// <param name="ProjectId">The plan's project that it belongs to; null when the plan has none.</param>
/// <param name="Chapter">Chapter of its object of expenditure, <c>2000</c>; empty when its key does not say.</param>
/// <param name="IsEarmarked">Whether its money is earmarked (<em>etiquetado</em>); null when its key does not say.</param>
/// <param name="IsNew">Whether the amendment makes it.</param>
/// <param name="Balance">What it holds before the amendment.</param>
public sealed record AmendableLine(string Key, Guid? ProjectId, string Chapter, bool? IsEarmarked, bool IsNew, LineBalance Balance);

/// <summary>A project as an amendment sees it.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="UnitCode">Its responsible unit.</param>
/// <param name="Key">Its printed key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Budget">What it has before the amendment.</param>
/// <param name="IsClosed">Whether it was closed: it gives money and takes none.</param>
public sealed record AmendableProject(Guid Id, string UnitCode, string Key, string Name, BudgetTotal Budget, bool IsClosed = false)
{
    /// <summary>The project as people and files name it: unit and printed key.</summary>
    public string Label => $"{UnitCode} {Key}";
}

/// <summary>Approved and revised budget of the year.</summary>
/// <param name="Approved">By decree.</param>
/// <param name="Revised">Approved plus increases minus decreases.</param>
public readonly record struct BudgetTotal(Money Approved, Money Revised);

/// <summary>How people and files name an indicator.</summary>
/// <param name="UnitCode">Responsible unit of its project.</param>
/// <param name="ProjectKey">Printed key of its project.</param>
/// <param name="Position">Its position within the project, from 1.</param>
public readonly record struct AmendableIndicatorKey(string UnitCode, string ProjectKey, int Position);

/// <summary>An indicator as an amendment sees it.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="ProjectId">Its project.</param>
/// <param name="Name">Its name.</param>
/// <param name="UnitOfMeasure">What it is counted in.</param>
/// <param name="Accumulation">How its months make the year.</param>
/// <param name="Frequency">How often it is measured.</param>
/// <param name="Balance">Programmed, amended and achieved in each month, before the amendment.</param>
public sealed record AmendableIndicator(
    Guid Id,
    Guid ProjectId,
    string Name,
    string UnitOfMeasure,
    AccumulationRule Accumulation,
    MeasurementFrequency Frequency,
    TargetBalance Balance)
{
    /// <summary>What twelve months make of the year, as the report adds them up; null when they say nothing.</summary>
    public decimal? Annual(IReadOnlyList<decimal?> months) => Accumulated.Through(Accumulation, Frequency, months, 12);
}
