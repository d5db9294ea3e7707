using Avance.Catalogs;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.Budget;

/// <summary>A row of a budget added up.</summary>
/// <param name="Code">Code of the group; empty for lines that the grouping does not reach.</param>
/// <param name="Name">Name of the group; empty when its code says it all.</param>
/// <param name="Balance">What its lines hold together.</param>
/// <param name="Lines">Its lines, by key.</param>
public sealed record BudgetRow(string Code, LocalizedText Name, LineBalance Balance, IReadOnlyList<BudgetLine> Lines);

/// <summary>A budget added up by one of its classifications (LGCG art. 46 II b: the <em>estado analítico</em>).</summary>
/// <param name="Grouping">By what.</param>
/// <param name="Rows">The groups, by code.</param>
/// <param name="Total">All lines together.</param>
public sealed record BudgetTable(BudgetGrouping Grouping, IReadOnlyList<BudgetRow> Rows, LineBalance Total)
{
    /// <summary>Adds up what lines hold.</summary>
    /// <param name="plan">The plan, for names; projects keep its printed order.</param>
    /// <param name="grouping">By what.</param>
    /// <param name="lines">The lines, by key. Those that hold nothing are left out.</param>
    /// <param name="balances">What each holds.</param>
    public static BudgetTable Of(AnnualPlan plan, BudgetGrouping grouping, IEnumerable<BudgetLine> lines, IReadOnlyDictionary<Guid, LineBalance> balances)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(grouping);
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(balances);
        var total = new LineBalance();
        var groups = new Dictionary<string, (LocalizedText Name, LineBalance Balance, List<BudgetLine> Lines)>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (!balances.TryGetValue(line.Id, out var balance))
            {
                continue;
            }

            var (code, name) = grouping.Of(line);
            if (!groups.TryGetValue(code, out var group))
            {
                groups.Add(code, group = (name, new(), []));
            }

            group.Balance.Add(balance);
            group.Lines.Add(line);
            total.Add(balance);
        }

        var positions = plan.Projects.ToDictionary(static p => p.Address, static p => p.Position);
        return new(
            grouping,
            [
                .. groups.OrderBy(g => grouping.Code == "project" ? positions.GetValueOrDefault(g.Key, int.MaxValue) : 0).ThenBy(static g => g.Key, CodeOrder.Natural)
                    .Select(static g => new BudgetRow(g.Key, g.Value.Name, g.Value.Balance, g.Value.Lines)),
            ],
            total);
    }
}
