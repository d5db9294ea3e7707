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

    /// <summary>The sum; null when any part is absent.</summary>
    public static decimal? Sum(IEnumerable<decimal?> parts)
    {
        var sum = 0.00m;
        foreach (var part in parts)
        {
            if (part is not { } amount)
            {
                return null;
            }

            sum += amount;
        }

        return sum;
    }

    /// <summary>How far a printed total is from its sum; null when it is near enough or either is absent.</summary>
    public static decimal? Difference(decimal? printed, decimal? sum, CheckSettings settings) =>
        printed is { } total && sum is { } added && Math.Abs(total - added) is var difference && difference > 0
            && difference >= settings.SmallestDifference.Pesos ? difference : null;

    /// <summary>The column of a printed total, pesos.</summary>
    public decimal? Printed(BudgetFigures? totals) => totals is { } printed ? Amount(printed)?.Pesos : null;

    /// <summary>The sum of some projects, pesos.</summary>
    public decimal? SumOf(IEnumerable<ReportProject> projects) => Sum(projects.Select(p => Amount(p.Budget)?.Pesos));

    /// <summary>A subfunction's total: as printed, or else the sum of its projects.</summary>
    public decimal? Of(ReportSubfunction subfunction) => Printed(subfunction.PrintedTotals) ?? SumOf(subfunction.Projects);

    /// <summary>A function's total: as printed, or else the sum of its subfunctions.</summary>
    public decimal? Of(ReportFunction function) => Printed(function.PrintedTotals) ?? Sum(function.Subfunctions.Select(Of));
}
