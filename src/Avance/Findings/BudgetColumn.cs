using Avance.Progress;

namespace Avance.Findings;

/// <summary>
/// A column of money, and its sums. They are taken in pesos as decimals, which hold any sum of amounts, and are absent
/// when a part is: a sum with a hole proves nothing.
/// </summary>
/// <param name="Id">English name in camelCase.</param>
/// <param name="Name">Name in a sentence.</param>
/// <param name="Amount">The column of a row.</param>
internal sealed record BudgetColumn(string Id, LocalizedText Name, Func<BudgetFigures, Money?> Amount)
{
    public static BudgetColumn Approved { get; } = new("approved", new("presupuesto aprobado", "approved budget"), b => b.Approved);

    public static BudgetColumn Revised { get; } = new("revised", new("presupuesto modificado", "revised budget"), b => b.Revised);

    public static BudgetColumn Accrued { get; } = new("accrued", new("devengado", "accrued expenditure"), b => b.Accrued);

    public static IReadOnlyList<BudgetColumn> All { get; } = [Approved, Revised, Accrued];

    /// <summary>How far a printed total is from its sum; null when it is near enough or either is absent.</summary>
    public static decimal? Difference(decimal? printed, decimal? sum, CheckSettings settings) =>
        printed is { } total && sum is { } added && Math.Abs(total - added) is var difference && difference > 0
            && difference >= settings.SmallestDifference.Pesos ? difference : null;

    /// <summary>The column of a printed total, pesos.</summary>
    public decimal? Printed(BudgetFigures? totals) => totals is { } printed ? Amount(printed)?.Pesos : null;

    /// <summary>The sum of some projects, pesos.</summary>
    public decimal? SumOf(IEnumerable<ReportProject> projects) => Sum(projects, p => Amount(p.Budget)?.Pesos);

    /// <summary>The sum of some subfunctions' totals: as printed, or else the sum of their projects.</summary>
    public decimal? SumOf(IEnumerable<ReportSubfunction> subfunctions) =>
        Sum(subfunctions, s => Printed(s.PrintedTotals) ?? SumOf(s.Projects));

    /// <summary>The sum of some functions' totals: as printed, or else the sum of their subfunctions.</summary>
    public decimal? SumOf(IEnumerable<ReportFunction> functions) =>
        Sum(functions, f => Printed(f.PrintedTotals) ?? SumOf(f.Subfunctions));

    private static decimal? Sum<T>(IEnumerable<T> parts, Func<T, decimal?> amount)
        where T : class
    {
        var sum = 0.00m;
        foreach (var part in parts)
        {
            if (amount(part) is not { } pesos)
            {
                return null;
            }

            sum += pesos;
        }

        return sum;
    }
}
