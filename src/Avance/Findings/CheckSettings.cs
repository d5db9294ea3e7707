using Avance.Budget;
using Avance.Planning;
using Avance.Progress;

namespace Avance.Findings;

/// <summary>Tolerances and thresholds of the rules. Every number that an office may want to change is here.</summary>
public sealed record CheckSettings
{
    /// <summary>The settings that an office starts with.</summary>
    public static CheckSettings Default { get; } = new();

    /// <summary>The smallest difference between a printed total and its sum that counts, pesos (AVP-001, AVP-002).</summary>
    public Money SmallestDifference { get; init; } = new(1);

    /// <summary>How far a printed percentage may be from the computed one, percentage points (AVP-003). 0.01 suits an
    /// issuer that rounds ties to even.</summary>
    public decimal RateTolerance { get; init; }

    /// <summary>How far above 100 a target may go before it needs an explanation, percentage points (AVP-015, AVP-065).</summary>
    public decimal OverFulfilmentTolerance { get; init; }

    /// <summary>How far behind the even pace of the year a target may be, percentage points (AVP-016).</summary>
    public decimal PaceTolerance { get; init; } = RagThresholds.Default.BehindPoints;

    /// <summary>The widest gap between physical and financial progress, percentage points (AVP-019).</summary>
    public decimal ProgressGap { get; init; } = 25m;

    /// <summary>Below this percentage of the approved budget, what is left in a project is a residue (AVP-021).</summary>
    public decimal ResidueShare { get; init; } = 5m;

    /// <summary>Beyond this percentage of the approved budget, a change calls for a change of targets (AVP-023).</summary>
    public decimal BudgetChangeShare { get; init; } = AmendmentSettings.Default.BudgetChangeShare;

    /// <summary>The largest percentage of the revised budget that one project holds without a warning (AVP-066).</summary>
    public decimal ConcentrationShare { get; init; } = 40m;

    /// <summary>
    /// The lowest percentage of the revised budget accrued by the third quarter; other quarters in proportion to the year
    /// gone by: 13.33, 26.67, 40.00, 53.33 (AVP-067).
    /// </summary>
    public decimal ThirdQuarterExecution { get; init; } = 40m;

    /// <summary>In how many reports, this one included, going over 100 % is a habit (AVP-065).</summary>
    public int RecurrentReports { get; init; } = 3;

    /// <summary>The fewest characters that can explain a deviation (AVP-039).</summary>
    public int ShortestExplanation { get; init; } = 50;

    /// <summary>
    /// Units of measure that come whole, folded and in singular (AVP-049). Of a unit that is not here the rule says nothing.
    /// </summary>
    public IReadOnlySet<string> WholeUnits { get; init; } = UnitOfMeasure.CountedWhole;
}
