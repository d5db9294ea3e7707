using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>
/// What lines hold, always added up from the entries. The stored sums, which only spare a posting the work, are compared on
/// the way: figures are never given out while the two disagree.
/// </summary>
internal static class LedgerBalances
{
    /// <summary>What each line held on a day, as known at a moment.</summary>
    /// <exception cref="RuleViolationException"><c>ledger.summary</c>, when all is asked for and the sums disagree.</exception>
    public static Dictionary<Guid, LineBalance> Load(Session session, Guid entity, int year, AsOf asOf)
    {
        var balances = new Dictionary<Guid, LineBalance>();
        if (asOf == AsOf.Now)
        {
            Verify(session, entity, year, (line, stage, month, amount) => Of(balances, line).Add(stage, month, amount));
            return balances;
        }

        session.Each(
            """
            SELECT e.line_id, e.stage, e.month, CAST(sum(e.amount) AS bigint)
            FROM ledger_entry e JOIN document d ON d.entity_id = e.entity_id AND d.document_id = e.document_id
            WHERE e.entity_id = $1 AND d.fiscal_year = $2 AND d.effective_on <= $3 AND d.recorded_at <= $4
            GROUP BY e.line_id, e.stage, e.month
            """,
            row => Of(balances, row.Id(0)).Add((BudgetStage)row.Int(1), row.Int(2), new(row.Long(3))),
            entity, year, asOf.Day, asOf.Moment);
        return balances;
    }

    /// <summary>Adds up all entries, tells each sum, and compares it with the stored one.</summary>
    /// <exception cref="RuleViolationException"><c>ledger.summary</c>: names the first line and month where they differ.</exception>
    public static void Verify(Session session, Guid entity, int year, Action<Guid, BudgetStage, int, Money> tell)
    {
        var sums = new Dictionary<(Guid Line, int Stage, int Month), long>();
        session.Each(
            """
            SELECT e.line_id, e.stage, e.month, CAST(sum(e.amount) AS bigint)
            FROM ledger_entry e JOIN budget_line l ON l.entity_id = e.entity_id AND l.line_id = e.line_id
            WHERE e.entity_id = $1 AND l.fiscal_year = $2
            GROUP BY e.line_id, e.stage, e.month
            """,
            row =>
            {
                sums.Add((row.Id(0), row.Int(1), row.Int(2)), row.Long(3));
                tell(row.Id(0), (BudgetStage)row.Int(1), row.Int(2), new(row.Long(3)));
            },
            entity, year);
        session.Each(
            "SELECT line_id, stage, month, amount FROM line_balance WHERE entity_id = $1 AND fiscal_year = $2",
            row =>
            {
                var key = (row.Id(0), row.Int(1), row.Int(2));
                _ = sums.Remove(key, out var sum);
                if (sum != row.Long(3))
                {
                    throw Disagree(key, sum, row.Long(3));
                }
            },
            entity, year);
        // Where nothing is stored, the sum must be nothing.
        foreach (var (key, sum) in sums)
        {
            if (sum != 0)
            {
                throw Disagree(key, sum, null);
            }
        }
    }

    private static RuleViolationException Disagree((Guid Line, int Stage, int Month) key, long entries, long? stored)
    {
        var (stage, month) = (((BudgetStage)key.Stage).Name(), MonthName.Name(key.Month));
        var shown = stored is { } sum ? new Money(sum).ToString() : "—";
        return new("ledger.summary", new(
            $"El saldo guardado de la línea {key.Line} no coincide con sus asientos: {stage.Spanish} de {month.Spanish}, guardado {shown}, asientos {new Money(entries)}. No se imprime ninguna cifra hasta reconstruirlo con «avance budget rebuild».",
            $"The stored balance of line {key.Line} disagrees with its entries: {stage.English} of {month.English}, stored {shown}, entries {new Money(entries)}. No figure is printed until it is rebuilt with «avance budget rebuild»."));
    }

    private static LineBalance Of(Dictionary<Guid, LineBalance> balances, Guid line)
    {
        if (!balances.TryGetValue(line, out var balance))
        {
            balances.Add(line, balance = new());
        }

        return balance;
    }
}
