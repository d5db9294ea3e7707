using Avance.Budget;
using Avance.Ledger;
using Avance.Planning;
using Avance.Web.Ui;

namespace Avance.Web.Budget;

/// <summary>The budget of one office's year as read at one moment: its lines, what they hold, and their names.</summary>
/// <param name="Request">Of which office and year, and who reads.</param>
/// <param name="Point">At which moment.</param>
/// <param name="Layout">How the year's keys are made.</param>
/// <param name="Lines">Every line of the year.</param>
/// <param name="Balances">What each line holds; a line that holds nothing at this moment is not in it.</param>
/// <param name="Plan">The year's plan; null when there is none.</param>
public sealed record BudgetBook(
    YearRequest Request,
    BudgetPoint Point,
    BudgetKeyLayout Layout,
    IReadOnlyList<BudgetLine> Lines,
    IReadOnlyDictionary<Guid, LineBalance> Balances,
    AnnualPlan? Plan)
{
    /// <summary>Every way to group its lines.</summary>
    public IReadOnlyList<BudgetGrouping> Groupings { get; } = BudgetGrouping.Of(Layout, Plan);

    /// <summary>Names of what entries move.</summary>
    public LedgerWords Words => new(Request, Lines, Plan);

    /// <summary>Name of the office, or its code when there is no plan that tells it.</summary>
    public string Owner => Plan?.Entity.Name ?? Request.Entity;

    /// <summary>Its lines by code of a grouping, in the order of the codes; those without a code come last.</summary>
    public IReadOnlyList<BudgetRow> Rows(BudgetGrouping grouping)
    {
        ArgumentNullException.ThrowIfNull(grouping);
        return [.. Lines
            .Where(l => Balances.ContainsKey(l.Id))
            .GroupBy(grouping.CodeOf)
            .OrderBy(g => g.Key.Length == 0).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new BudgetRow(g.Key, grouping.NameOf(g.Key), [.. g], BudgetRow.Sum(g.Select(l => Balances[l.Id]))))];
    }

    /// <summary>A page of this year that is read at the same moment.</summary>
    public string To(string page, params IEnumerable<(string Name, string? Value)> query) => Request.To(page, Ui.Words.Query([.. query, .. Point.Query]));
}
