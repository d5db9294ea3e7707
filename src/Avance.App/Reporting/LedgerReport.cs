using Avance.App.Budget;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Ledger;
using Avance.Reporting;

namespace Avance.App.Reporting;

/// <summary>A quarter's report as documents add it up, and the books that it was read from.</summary>
/// <param name="Composed">The report, and what its rows stand for.</param>
/// <param name="Book">The budget at the cut-off.</param>
internal sealed record LedgerReport(ComposedReport Composed, BudgetBook Book)
{
    /// <summary>The report of an office's quarter; null when the year was not started.</summary>
    /// <param name="session">A session.</param>
    /// <param name="entityCode">Whose.</param>
    /// <param name="period">Which quarter.</param>
    /// <param name="knownAt">From the documents on record at this moment; null for all.</param>
    public static LedgerReport? Load(Session session, string entityCode, FiscalPeriod period, DateTimeOffset? knownAt)
    {
        if (PlanRows.FindYear(session, entityCode, period.Year) is not { } row)
        {
            return null;
        }

        var (sources, book) = Sources(session, row, period, knownAt);
        return new(ReportComposition.Compose(sources, period), book);
    }

    /// <summary>What the report of a quarter is composed of, and the books.</summary>
    public static (ReportSources Sources, BudgetBook Book) Sources(Session session, PlanYearRow row, FiscalPeriod period, DateTimeOffset? knownAt)
    {
        var (entity, asOf) = (row.EntityId, new AsOf(period.CutOffDate, knownAt));
        var plan = PlanRows.Load(session, row);

        // Nothing is printed while the stored sums disagree with the entries.
        LedgerBalances.Verify(session, entity, period.Year);
        var book = BudgetQueries.Load(session, entity, plan, asOf);
        var budgets = new Dictionary<Guid, LineBalance>();
        foreach (var line in book.Lines)
        {
            if (line.ProjectId is { } project && book.Balances.TryGetValue(line.Id, out var balance))
            {
                if (!budgets.TryGetValue(project, out var sum))
                {
                    budgets.Add(project, sum = new());
                }

                sum.Add(balance);
            }
        }

        var sources = new ReportSources
        {
            Plan = plan,
            Budgets = budgets,
            Targets = LedgerQueries.TargetBalances(session, entity, period.Year, asOf),
            Beneficiaries = LedgerQueries.Beneficiaries(session, entity, period.Year, period.Quarter, asOf with { On = null }).ToDictionary(static b => b.Key, static b => b.Value.Entry),
            Explanations = LedgerQueries.Explanations(session, entity, period.Year, period.Quarter, asOf with { On = null }).ToDictionary(static x => x.Key, static x => x.Value.Entry),
            ThirdParty = ThirdParty(session, entity, period.Year, asOf),
        };
        return (sources, book);
    }

    /// <summary>Projects of which third parties told figures: what those leave out is unknown and not zero.</summary>
    private static HashSet<Guid> ThirdParty(Session session, Guid entity, int year, AsOf asOf)
    {
        return session.Query("SELECT 1 FROM document WHERE entity_id = $1 AND fiscal_year = $2 AND third_party = $3 LIMIT 1", static r => r.Int(0), entity, year, true).Count == 0 ? [] : session.Query(
            """
            SELECT DISTINCT l.project_id
            FROM document d
            JOIN ledger_entry e ON e.entity_id = d.entity_id AND e.fiscal_year = d.fiscal_year AND e.sequence = d.sequence
            JOIN budget_line l ON l.entity_id = e.entity_id AND l.fiscal_year = e.fiscal_year AND l.line_number = e.line_number
            WHERE d.entity_id = $1 AND d.fiscal_year = $2 AND d.third_party = $3 AND d.effective_on <= $4 AND d.recorded_at <= $5 AND l.project_id IS NOT NULL
            """,
            static r => r.Id(0), entity, year, true, asOf.Day, asOf.Moment).ToHashSet();
    }
}
