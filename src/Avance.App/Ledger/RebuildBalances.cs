using System.Globalization;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.App.Ledger;

/// <summary>Adds the stored sums up anew from the entries, when something from outside has touched them.</summary>
/// <param name="database">Where.</param>
/// <param name="clock">Tells when.</param>
public sealed class RebuildBalances(Database database, TimeProvider clock)
{
    /// <summary>Rebuilds the sums of an office's year, and tells how many were wrong.</summary>
    /// <exception cref="RuleViolationException"><c>report.entity</c>: there is no such office.</exception>
    public int Execute(string entityCode, int year, string actor) => database.Write(session =>
    {
        session.LockEntity(entityCode);
        var entity = Entities.Required(session, entityCode);
        var before = Stored(session, entity, year);
        session.Execute("DELETE FROM line_balance WHERE entity_id = $1 AND fiscal_year = $2", entity, year);
        session.Execute(
            """
            INSERT INTO line_balance (entity_id, fiscal_year, line_id, stage, month, amount)
            SELECT e.entity_id, l.fiscal_year, e.line_id, e.stage, e.month, sum(e.amount)
            FROM ledger_entry e JOIN budget_line l ON l.entity_id = e.entity_id AND l.line_id = e.line_id
            WHERE e.entity_id = $1 AND l.fiscal_year = $2
            GROUP BY e.entity_id, l.fiscal_year, e.line_id, e.stage, e.month
            """,
            entity, year);
        var after = Stored(session, entity, year);
        var wrong = before.Except(after).Concat(after.Except(before)).Select(static b => b.Key).Distinct().Count();
        JournalChain.Append(
            session, entity, StoredMoment.Now(clock), actor, "ledger.rebuilt",
            string.Create(CultureInfo.InvariantCulture, $"balances {year}"), "",
            string.Create(CultureInfo.InvariantCulture, $$"""{"wrong":{{wrong}},"sums":{{after.Count}}}"""));
        return wrong;
    });

    private static List<(string Key, long Amount)> Stored(Session session, Guid entity, int year) => session.Query(
        "SELECT line_id, stage, month, amount FROM line_balance WHERE entity_id = $1 AND fiscal_year = $2",
        static row => (string.Create(CultureInfo.InvariantCulture, $"{row.Id(0)} {row.Int(1)} {row.Int(2)}"), row.Long(3)),
        entity, year);
}
