using Avance.Ledger;

namespace Avance.Budget;

/// <summary>What happens to the target of an indicator.</summary>
public sealed record TargetChange
{
    private readonly decimal[] _changes = new decimal[12];
    private readonly bool[] _named = new bool[12];

    private TargetChange(AmendableIndicatorKey key, AmendableIndicator indicator, int firstNumber) => (Key, Indicator, FirstNumber) = (key, indicator, firstNumber);

    /// <summary>How the amendment names the indicator.</summary>
    public AmendableIndicatorKey Key { get; }

    /// <summary>The indicator before the amendment.</summary>
    public AmendableIndicator Indicator { get; }

    /// <summary>Number of the first target line about it, from 1.</summary>
    public int FirstNumber { get; }

    /// <summary>How many target lines are about it.</summary>
    public int Count { get; private set; }

    /// <summary>Programmed for the year when the plan was approved, by the indicator's accumulation; no amendment changes it. Null when nothing was.</summary>
    public decimal? Original => Indicator.Annual(Indicator.Balance.Months12(TargetStage.Original));

    /// <summary>The revised target of the year, before; null when there was none.</summary>
    public decimal? AnnualBefore => Indicator.Annual(Indicator.Balance.Revised12());

    /// <summary>The revised target of the year, after.</summary>
    public decimal? AnnualAfter => Indicator.Annual([.. Enumerable.Range(1, 12).Select(m => IsTold(m) ? After(m) : (decimal?)null)]);

    /// <summary>What the target of the year gains; negative when it loses.</summary>
    public decimal Difference => (AnnualAfter ?? 0) - (AnnualBefore ?? 0);

    /// <summary>Achieved to date, by the indicator's accumulation; null when nothing was told.</summary>
    public decimal? Achieved => Indicator.Annual(Indicator.Balance.Months12(TargetStage.Achieved));

    /// <summary>The revised target of a month, before.</summary>
    public decimal Before(int month) => Indicator.Balance.Revised(month) ?? 0;

    /// <summary>The revised target of a month, after.</summary>
    public decimal After(int month) => Before(month) + _changes[month - 1];

    /// <summary>Every indicator that an amendment names and that exists, in the amendment's order.</summary>
    public static IReadOnlyList<TargetChange> Of(Amendment amendment, AmendmentContext context)
    {
        ArgumentNullException.ThrowIfNull(amendment);
        ArgumentNullException.ThrowIfNull(context);
        var changes = new Dictionary<AmendableIndicatorKey, TargetChange>();
        for (var i = 0; i < amendment.Targets.Count; i++)
        {
            var target = amendment.Targets[i];
            var key = new AmendableIndicatorKey(target.UnitCode, target.ProjectKey, target.Indicator);
            if (target.Month is < 1 or > 12 || !context.Indicators.TryGetValue(key, out var indicator))
            {
                continue;
            }

            if (!changes.TryGetValue(key, out var change))
            {
                changes.Add(key, change = new(key, indicator, i + 1));
            }

            change._changes[target.Month - 1] += target.Quantity;
            change._named[target.Month - 1] = true;
            change.Count++;
        }

        return [.. changes.Values.OrderBy(c => c.FirstNumber)];
    }

    /// <summary>Whether anything is said of a month, which is not the same as zero.</summary>
    private bool IsTold(int month) => _named[month - 1] || Indicator.Balance.Revised(month) is not null;
}
