namespace Avance.Ledger;

/// <summary>
/// What a budget line holds: an amount for each stage and month. Knows what must hold at all times (LGCG arts. 4, 38):
/// no month of any stage below zero, and month by month no stage beyond the one before it, counted from January.
/// </summary>
public sealed class LineBalance
{
    private const int Months = 12;
    private const int Stages = 7;

    private readonly long[] _amounts = new long[Stages * Months];
    private int _told;

    /// <summary>The amount of a stage in a month; zero where nothing was posted.</summary>
    public Money this[BudgetStage stage, int month] => new(_amounts[Index(stage, month)]);

    /// <summary>Whether anything was ever posted in a stage: a stage that was not is absent, which is not zero.</summary>
    public bool Has(BudgetStage stage) => (_told & (1 << (int)stage)) != 0;

    /// <summary>Adds an amount.</summary>
    /// <exception cref="OverflowException">The sum does not fit.</exception>
    public void Add(BudgetStage stage, int month, Money amount)
    {
        _amounts[Index(stage, month)] += amount.Centavos;
        _told |= 1 << (int)stage;
    }

    /// <summary>Adds another line's amounts, for totals.</summary>
    public void Add(LineBalance other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < _amounts.Length; i++)
        {
            _amounts[i] += other._amounts[i];
        }

        _told |= other._told;
    }

    /// <summary>The amount of a stage through a month, counted from January; of the whole year by default.</summary>
    public Money Through(BudgetStage stage, int month = Months)
    {
        var sum = 0L;
        var start = Index(stage, 1);
        for (var i = 0; i < month; i++)
        {
            sum += _amounts[start + i];
        }

        return new(sum);
    }

    /// <summary>The amount of a stage through a month; null when nothing was ever posted in it.</summary>
    public Money? Known(BudgetStage stage, int month = Months) => Has(stage) ? Through(stage, month) : null;

    /// <summary>Approved plus increases minus decreases in a month (<em>modificado</em>).</summary>
    public Money Revised(int month) =>
        new(_amounts[Index(BudgetStage.Approved, month)] + _amounts[Index(BudgetStage.Increase, month)] - _amounts[Index(BudgetStage.Decrease, month)]);

    /// <summary>The revised budget through a month; of the whole year by default.</summary>
    public Money RevisedThrough(int month = Months) =>
        Through(BudgetStage.Approved, month) + Through(BudgetStage.Increase, month) - Through(BudgetStage.Decrease, month);

    /// <summary>The revised budget through a month; null when the line has neither budget nor amendments.</summary>
    public Money? KnownRevised(int month = Months) =>
        Has(BudgetStage.Approved) || Has(BudgetStage.Increase) || Has(BudgetStage.Decrease) ? RevisedThrough(month) : null;

    /// <summary>
    /// What may still be committed in a month, or taken from it (<em>disponible</em>): what neither this month nor a later
    /// one, counted from January, has promised already.
    /// </summary>
    public Money Available(int month)
    {
        var (least, sum) = (long.MaxValue, 0L);
        for (var m = 1; m <= Months; m++)
        {
            sum += Revised(m).Centavos - _amounts[Index(BudgetStage.Committed, m)];
            if (m >= month)
            {
                least = Math.Min(least, sum);
            }
        }

        return new(least);
    }

    /// <summary>The first thing that does not hold; null when all does.</summary>
    /// <param name="toldOnly">
    /// Whether a stage in which nothing was posted is passed over, as in figures of third parties, where it is absent and not
    /// zero. In one's own books nothing can be owed that was not committed first.
    /// </param>
    public BalanceBreach? FirstBreach(bool toldOnly = false)
    {
        for (var i = 0; i < _amounts.Length; i++)
        {
            if (_amounts[i] < 0)
            {
                var stage = (BudgetStage)(i / Months + 1);
                return new(BreachKind.NegativeStage, i % Months + 1, stage, stage, new(_amounts[i]), Money.Zero);
            }
        }

        return NegativeMonth() ?? OutOfOrder(toldOnly);
    }

    private BalanceBreach? NegativeMonth()
    {
        for (var i = 0; i < Months; i++)
        {
            if (RevisedAt(i) is < 0 and var revised)
            {
                return new(BreachKind.NegativeMonth, i + 1, BudgetStage.Approved, BudgetStage.Decrease, new(revised), Money.Zero);
            }
        }

        return null;
    }

    private BalanceBreach? OutOfOrder(bool toldOnly)
    {
        Span<long> sums = stackalloc long[Stages + 1];
        var hasBudget = !toldOnly || KnownRevised() is not null;
        for (var i = 0; i < Months; i++)
        {
            var limit = BudgetStage.Approved;
            sums[(int)limit] += RevisedAt(i);
            for (var stage = BudgetStage.Committed; stage <= BudgetStage.Paid; stage++)
            {
                sums[(int)stage] += _amounts[((int)stage - 1) * Months + i];
                if (toldOnly && !Has(stage))
                {
                    continue;
                }

                if (sums[(int)stage] > sums[(int)limit] && (hasBudget || limit != BudgetStage.Approved))
                {
                    return new(BreachKind.StageBeyondLimit, i + 1, stage, limit, new(sums[(int)stage]), new(sums[(int)limit]));
                }

                limit = stage;
            }
        }

        return null;
    }

    /// <summary>The revised budget of a month counted from 0: this is asked for every line that a posting moves.</summary>
    private long RevisedAt(int month) => _amounts[month] + _amounts[((int)BudgetStage.Increase - 1) * Months + month] - _amounts[((int)BudgetStage.Decrease - 1) * Months + month];

    private static int Index(BudgetStage stage, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, Months);
        return ((int)stage - 1) * Months + month - 1;
    }
}

/// <summary>What kind of thing does not hold in a line.</summary>
public enum BreachKind
{
    /// <summary>A stage of a month is below zero: more was undone than had been done.</summary>
    NegativeStage,

    /// <summary>The revised budget of a month is below zero.</summary>
    NegativeMonth,

    /// <summary>Counted from January, a stage is beyond the one that bounds it.</summary>
    StageBeyondLimit,
}

/// <summary>Something that does not hold in a budget line.</summary>
/// <param name="Kind">What.</param>
/// <param name="Month">In which month.</param>
/// <param name="Stage">Which stage is wrong.</param>
/// <param name="Limit">Which stage bounds it; approved stands for the revised budget.</param>
/// <param name="Amount">How much the stage holds.</param>
/// <param name="Bound">How much it may hold.</param>
public sealed record BalanceBreach(BreachKind Kind, int Month, BudgetStage Stage, BudgetStage Limit, Money Amount, Money Bound);
