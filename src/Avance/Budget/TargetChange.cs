namespace Avance.Budget;

/// <summary>What happens to the target of an indicator.</summary>
public sealed record TargetChange
{
    private readonly decimal[] _changes = new decimal[12];

    private TargetChange(AmendableIndicatorKey key, AmendableIndicator indicator, int firstNumber) => (Key, Indicator, FirstNumber) = (key, indicator, firstNumber);

    /// <summary>How the amendment names the indicator.</summary>
    public AmendableIndicatorKey Key { get; }

    /// <summary>The indicator before the amendment.</summary>
    public AmendableIndicator Indicator { get; }

    /// <summary>Number of the first target line about it, from 1.</summary>
    public int FirstNumber { get; }

    /// <summary>How many target lines are about it.</summary>
    public int Count { get; private set; }

    /// <summary>What the amendment adds over the year; negative when it takes.</summary>
    public decimal Difference => _changes.Sum();

    /// <summary>Programmed for the year when the plan was approved; no amendment changes it.</summary>
    public decimal Original => Indicator.Original.Sum();

    /// <summary>The revised target of the year, before.</summary>
    public decimal AnnualBefore => Original + Indicator.Amended.Sum();

    /// <summary>The revised target of the year, after.</summary>
    public decimal AnnualAfter => AnnualBefore + Difference;

    /// <summary>The revised target of a month, before.</summary>
    public decimal Before(int month) => Indicator.Original[month - 1] + Indicator.Amended[month - 1];

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
            change.Count++;
        }

        return [.. changes.Values.OrderBy(c => c.FirstNumber)];
    }
}
