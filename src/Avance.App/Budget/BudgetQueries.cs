using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Budget;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.App.Budget;

/// <summary>An office's budget of a year at one moment: its lines and what they hold.</summary>
/// <param name="Plan">The plan that it pays for.</param>
/// <param name="Layout">How its keys are written.</param>
/// <param name="Lines">Its lines, by key.</param>
/// <param name="Balances">What each line holds; lines that hold nothing are not there.</param>
/// <param name="AsOf">Read at which moment.</param>
/// <param name="Revision">Number of the last document on record when it was read.</param>
public sealed record BudgetBook(
    AnnualPlan Plan,
    BudgetKeyLayout Layout,
    IReadOnlyList<BudgetLine> Lines,
    IReadOnlyDictionary<Guid, LineBalance> Balances,
    AsOf AsOf,
    long Revision)
{
    /// <summary>The ways in which it can be added up.</summary>
    public IReadOnlyList<BudgetGrouping> Groupings { get; } = BudgetGrouping.All(Plan, Layout);

    /// <summary>The budget added up; null when there is no such grouping.</summary>
    public BudgetTable? By(string grouping) => Groupings.FirstOrDefault(g => g.Code == grouping) is { } found ? BudgetTable.Of(Plan, found, Lines, Balances) : null;
}

/// <summary>Reads budgets.</summary>
public sealed class BudgetQueries(Database database)
{
    /// <summary>The budget of an office's year; null when the year was not started.</summary>
    /// <param name="entityCode">Whose; null for the only office that has that year.</param>
    /// <param name="year">Which year.</param>
    /// <param name="asOf">At which moment.</param>
    /// <exception cref="RuleViolationException">
    /// <c>plan.entity</c>: no office was named and there are several. <c>ledger.summary</c>: the stored sums disagree with the entries.
    /// </exception>
    public BudgetBook? Find(string? entityCode, int year, AsOf asOf = default)
    {
        var code = entityCode ?? new PlanQueries(database).Find(null, year)?.Entity.Code;
        return code is null ? null : database.Read(session =>
            PlanRows.FindYear(session, code, year) is { } row ? Load(session, row.EntityId, PlanRows.Load(session, row), asOf) : null);
    }

    /// <summary>The lines of an office's year by key, without adding anything up; none when there is no such office or year.</summary>
    public IReadOnlyList<BudgetLine> Lines(string entityCode, int year) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? [.. BudgetLines.Load(session, entity, year).Values] : (IReadOnlyList<BudgetLine>)[]);

    internal static BudgetBook Load(Session session, Guid entity, AnnualPlan plan, AsOf asOf)
    {
        var year = plan.Year.Year;
        var revision = LedgerQueries.Revision(session, entity, year);
        return new(
            plan,
            BudgetLines.Layout(session, entity, year),
            [.. BudgetLines.Load(session, entity, year).Values],
            LedgerBalances.Load(session, entity, year, asOf),
            asOf,
            revision);
    }
}
