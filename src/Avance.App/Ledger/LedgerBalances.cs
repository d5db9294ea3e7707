using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>
/// What lines hold, always added up from the entries. The stored sums, which only spare a posting the work, are compared on
/// the way: no figure as of now is given out while the two disagree.
/// </summary>
internal static class LedgerBalances
{
    private const string Keys = "line_number, stage, month";
    private const string Of = "WHERE entity_id = $1 AND fiscal_year = $2";

    /// <summary>Documents from which on a second reader is worth its connection.</summary>
    private const long ManyDocuments = 10_000;

    /// <summary>What each line held on a day, as known at a moment.</summary>
    /// <exception cref="RuleViolationException"><c>ledger.summary</c>, when all is asked for and the sums disagree.</exception>
    public static Dictionary<Guid, LineBalance> Load(Session session, Guid entity, int year, AsOf asOf)
    {
        var lines = Lines(session, entity, year);
        var sums = asOf == AsOf.Now ? Verified(session, entity, year, lines) : Sums(
            session,
            "FROM ledger_entry JOIN document USING (entity_id, fiscal_year, sequence) WHERE entity_id = $1 AND fiscal_year = $2 AND effective_on <= $3 AND recorded_at <= $4",
            entity, year, asOf.Day, asOf.Moment);
        var balances = new Dictionary<Guid, LineBalance>(lines.Count);
        foreach (var (number, line) in lines)
        {
            if (sums.TryGetValue(number, out var balance))
            {
                balances.Add(line.Id, balance);
            }
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

    /// <summary>
    /// What all entries add up to. Many are read by two readers, half each, when both see the same documents: entries only come
    /// with documents, and neither ever changes.
    /// </summary>
    private static Dictionary<int, LineBalance> Entries(Session session, Guid entity, int year)
    {
        var last = LedgerQueries.Revision(session, entity, year);
        using var twin = last < ManyDocuments ? null : session.Twin();
        if (twin is null || LedgerQueries.Revision(twin, entity, year) != last)
        {
            return Sums(session, $"FROM ledger_entry {Of}", entity, year);
        }

        var half = last / 2;
        var later = Task.Run(() => Sums(twin, $"FROM ledger_entry {Of} AND sequence > $3", entity, year, half));
        try
        {
            var sums = Sums(session, $"FROM ledger_entry {Of} AND sequence <= $3", entity, year, half);
            foreach (var (line, balance) in later.GetAwaiter().GetResult())
            {
                if (!sums.TryAdd(line, balance))
                {
                    sums[line].Add(balance);
                }
            }

            return sums;
        }
        finally
        {
            Task.WaitAny(later);
        }
    }

    /// <summary>What adds up by line, stage and month.</summary>
    private static Dictionary<int, LineBalance> Sums(Session session, string source, params object?[] values)
    {
        var sums = new Dictionary<int, LineBalance>();
        session.EachPart(
            Keys, "amount", source,
            (line, stage, month, amount) =>
            {
                if (!sums.TryGetValue(line, out var balance))
                {
                    sums.Add(line, balance = new());
                }

                balance.Add((BudgetStage)stage, month, new(amount));
            },
            values);
        return sums;
    }

    private static Dictionary<int, LineBalance> Verified(Session session, Guid entity, int year, Dictionary<int, (Guid Id, string Key)> lines)
    {
        var sums = Entries(session, entity, year);
        var stored = Sums(session, $"FROM line_balance {Of}", entity, year);
        foreach (var (number, line) in lines)
        {
            if (FirstDifference(sums.GetValueOrDefault(number), stored.GetValueOrDefault(number)) is { } difference)
            {
                throw Disagree(line.Key, difference);
            }
        }

        // Entries are only of lines that there are.
        foreach (var number in sums.Keys)
        {
            if (!lines.ContainsKey(number))
            {
                throw Disagree($"#{number}", FirstDifference(sums[number], null) ?? (BudgetStage.Approved, 1, Money.Zero, Money.Zero));
            }
        }

        return sums;
    }

    /// <summary>Where two balances of a line differ; null when they agree. What is not there is nothing.</summary>
    private static (BudgetStage Stage, int Month, Money Entries, Money Stored)? FirstDifference(LineBalance? entries, LineBalance? stored)
    {
        foreach (var stage in LedgerNames.Stages)
        {
            for (var month = 1; month <= 12; month++)
            {
                var (sum, kept) = (entries?[stage, month] ?? Money.Zero, stored?[stage, month] ?? Money.Zero);
                if (sum != kept)
                {
                    return (stage, month, sum, kept);
                }
            }
        }

        return null;
    }

    private static RuleViolationException Disagree(string line, (BudgetStage Stage, int Month, Money Entries, Money Stored) at)
    {
        var (stage, month) = (at.Stage.Name(), MonthName.Name(at.Month));
        return new("ledger.summary", new(
            $"El saldo guardado de la línea {line} no coincide con sus asientos: {stage.Spanish} de {month.Spanish}, guardado {at.Stored}, asientos {at.Entries}. No se imprime ninguna cifra hasta reconstruirlo con «avance budget rebuild».",
            $"The stored balance of line {line} disagrees with its entries: {stage.English} of {month.English}, stored {at.Stored}, entries {at.Entries}. No figure is printed until it is rebuilt with «avance budget rebuild»."));
    }
}
