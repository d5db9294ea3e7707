using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>
/// What lines hold, always added up from the entries. The stored sums, which only spare a posting the work, are compared on
/// the way: no figure as of now is given out while the two disagree.
/// </summary>
internal static class LedgerBalances
{
    private const string Slot = "line_number, stage, month";

    /// <summary>What each line held on a day, as known at a moment.</summary>
    /// <exception cref="RuleViolationException"><c>ledger.summary</c>, when all is asked for and the sums disagree.</exception>
    public static Dictionary<Guid, LineBalance> Load(Session session, Guid entity, int year, AsOf asOf)
    {
        var lines = Lines(session, entity, year);
        var sums = asOf == AsOf.Now ? Verified(session, entity, year, lines) : session.Sums(
            Slot, "amount",
            """
            FROM ledger_entry JOIN document USING (entity_id, fiscal_year, sequence)
            WHERE entity_id = $1 AND fiscal_year = $2 AND effective_on <= $3 AND recorded_at <= $4
            """,
            entity, year, asOf.Day, asOf.Moment);
        var balances = new Dictionary<Guid, LineBalance>();
        foreach (var ((number, stage, month), sum) in sums)
        {
            if (!lines.TryGetValue(number, out var line))
            {
                continue;
            }

            if (!balances.TryGetValue(line.Id, out var balance))
            {
                balances.Add(line.Id, balance = new());
            }

            balance.Add((BudgetStage)stage, month, new(sum));
        }

        return balances;
    }

    /// <summary>Adds up all entries and compares each sum with the stored one.</summary>
    /// <exception cref="RuleViolationException"><c>ledger.summary</c>: names a line and month where they differ.</exception>
    public static void Verify(Session session, Guid entity, int year) => Verified(session, entity, year, Lines(session, entity, year));

    private static Dictionary<int, (Guid Id, string Key)> Lines(Session session, Guid entity, int year)
    {
        var lines = new Dictionary<int, (Guid, string)>();
        session.Each("SELECT line_number, line_id, line_key FROM budget_line WHERE entity_id = $1 AND fiscal_year = $2", row => lines.Add(row.Int(0), (row.Id(1), row.Text(2))), entity, year);
        return lines;
    }

    private static Dictionary<(int Line, int Stage, int Month), long> Verified(Session session, Guid entity, int year, Dictionary<int, (Guid Id, string Key)> lines)
    {
        const string Of = "WHERE entity_id = $1 AND fiscal_year = $2";
        var sums = session.Sums(Slot, "amount", $"FROM ledger_entry {Of}", entity, year);
        var stored = session.Sums(Slot, "amount", $"FROM line_balance {Of}", entity, year);
        foreach (var slot in sums.Keys.Union(stored.Keys))
        {
            // Where nothing is stored the sum must be nothing, and entries are only of lines that there are.
            var hasSum = stored.TryGetValue(slot, out var kept);
            if (sums.GetValueOrDefault(slot) is var sum && (sum != kept || !lines.ContainsKey(slot.Item1)))
            {
                throw Disagree(lines.TryGetValue(slot.Item1, out var line) ? line.Key : $"#{slot.Item1}", slot, sum, hasSum ? kept : null);
            }
        }

        return sums;
    }

    private static RuleViolationException Disagree(string line, (int Line, int Stage, int Month) slot, long entries, long? stored)
    {
        var (stage, month) = (((BudgetStage)slot.Stage).Name(), MonthName.Name(slot.Month));
        var shown = stored is { } sum ? new Money(sum).ToString() : "—";
        return new("ledger.summary", new(
            $"El saldo guardado de la línea {line} no coincide con sus asientos: {stage.Spanish} de {month.Spanish}, guardado {shown}, asientos {new Money(entries)}. No se imprime ninguna cifra hasta reconstruirlo con «avance budget rebuild».",
            $"The stored balance of line {line} disagrees with its entries: {stage.English} of {month.English}, stored {shown}, entries {new Money(entries)}. No figure is printed until it is rebuilt with «avance budget rebuild»."));
    }
}
