using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>
/// The balances of the lines that a transaction touches: read when first asked for, moved in memory, and added to the stored
/// sums at the end.
/// </summary>
internal sealed class LineBook(Session session, Guid entity, int year)
{
    private const string Sums = "SELECT stage, month, amount FROM line_balance WHERE entity_id = $1 AND fiscal_year = $2 AND line_id = $3";

    private readonly Dictionary<Guid, Line?> _lines = [];

    /// <summary>Reads every line of the year at once: better than one by one when most will be asked for.</summary>
    public void LoadAll()
    {
        session.Each(
            "SELECT line_id, line_key FROM budget_line WHERE entity_id = $1 AND fiscal_year = $2",
            row => _lines.TryAdd(row.Id(0), new Line(row.Text(1))),
            entity, year);
        session.Each(
            "SELECT line_id, stage, month, amount FROM line_balance WHERE entity_id = $1 AND fiscal_year = $2",
            row =>
            {
                if (_lines.TryGetValue(row.Id(0), out var line) && line is { Deltas.Count: 0 })
                {
                    line.Balance.Add((BudgetStage)row.Int(1), row.Int(2), new(row.Long(3)));
                }
            },
            entity, year);
    }

    /// <summary>A line with what it holds; null when the office's year has no such line.</summary>
    public Line? Find(Guid id)
    {
        if (_lines.TryGetValue(id, out var known))
        {
            return known;
        }

        var keys = session.Query("SELECT line_key FROM budget_line WHERE entity_id = $1 AND line_id = $2 AND fiscal_year = $3", static row => row.Text(0), entity, id, year);
        var line = keys.Count == 0 ? null : new Line(keys[0]);
        if (line is not null)
        {
            session.Each(Sums, row => line.Balance.Add((BudgetStage)row.Int(0), row.Int(1), new(row.Long(2))), entity, year, id);
        }

        _lines.Add(id, line);
        return line;
    }

    /// <summary>Adds what was moved to the stored sums.</summary>
    public void Store()
    {
        session.AddUp("line_balance", "entity_id, fiscal_year, line_id, stage, month", "amount", Moved());
        foreach (var line in _lines.Values)
        {
            line?.Deltas.Clear();
        }
    }

    private IEnumerable<object?[]> Moved()
    {
        foreach (var (id, line) in _lines)
        {
            if (line is not null)
            {
                foreach (var (slot, amount) in line.Deltas)
                {
                    // What was moved and moved back leaves nothing to add.
                    if (amount != 0)
                    {
                        yield return [entity, year, id, slot / 100, slot % 100, amount];
                    }
                }
            }
        }
    }

    /// <summary>One line in the book.</summary>
    /// <param name="key">Its printed key, for messages.</param>
    internal sealed class Line(string key)
    {
        public string Key => key;

        public LineBalance Balance { get; } = new();

        /// <summary>What this transaction moved, by stage and month.</summary>
        public Dictionary<int, long> Deltas { get; } = [];

        public void Move(BudgetEntry entry)
        {
            Balance.Add(entry.Stage, entry.Month, entry.Amount);
            var slot = (int)entry.Stage * 100 + entry.Month;
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(Deltas, slot, out _) += entry.Amount.Centavos;
        }
    }
}
