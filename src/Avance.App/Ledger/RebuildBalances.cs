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
            INSERT INTO line_balance (entity_id, fiscal_year, line_number, stage, month, amount)
            SELECT entity_id, fiscal_year, line_number, stage, month, sum(amount)
            FROM ledger_entry
            WHERE entity_id = $1 AND fiscal_year = $2
            GROUP BY entity_id, fiscal_year, line_number, stage, month
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
        "SELECT line_number, stage, month, amount FROM line_balance WHERE entity_id = $1 AND fiscal_year = $2",
        static row => (string.Create(CultureInfo.InvariantCulture, $"{row.Int(0)} {row.Int(1)} {row.Int(2)}"), row.Long(3)),
        entity, year);
}
