using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>
/// The balances of the lines that a transaction touches: read when first asked for, moved in memory, and added to the stored
/// sums at the end.
/// </summary>
internal sealed class LineBook(Session session, Guid entity, int year)
{
    private const string Sums = "SELECT stage, month, amount FROM line_balance WHERE entity_id = $1 AND fiscal_year = $2 AND line_number = $3";

    private readonly Dictionary<Guid, Line?> _lines = [];
    private bool _isWhole;

    /// <summary>Reads every line of the year at once, before any is asked for; from then on there are no others.</summary>
    public void LoadAll()
    {
        _isWhole = true;
        session.Each(
            "SELECT line_id, line_number, line_key FROM budget_line WHERE entity_id = $1 AND fiscal_year = $2",
            row => _lines.Add(row.Id(0), new Line(row.Int(1), row.Text(2))),
            entity, year);
        var byNumber = _lines.Values.ToDictionary(static line => line!.Number);
        session.Each(
            "SELECT line_number, stage, month, amount FROM line_balance WHERE entity_id = $1 AND fiscal_year = $2",
            row => byNumber.GetValueOrDefault(row.Int(0))?.Balance.Add((BudgetStage)row.Int(1), row.Int(2), new(row.Long(3))),
            entity, year);
    }

    /// <summary>A line with what it holds; null when the office's year has no such line.</summary>
    public Line? Find(Guid id)
    {
        if (_lines.TryGetValue(id, out var known) || _isWhole)
        {
            return known;
        }

        var line = session.Query("SELECT line_number, line_key FROM budget_line WHERE entity_id = $1 AND line_id = $2 AND fiscal_year = $3", static row => new Line(row.Int(0), row.Text(1)), entity, id, year).FirstOrDefault();
        if (line is not null)
        {
            session.Each(Sums, row => line.Balance.Add((BudgetStage)row.Int(0), row.Int(1), new(row.Long(2))), entity, year, line.Number);
        }

        _lines.Add(id, line);
        return line;
    }

    /// <summary>Adds what was moved to the stored sums.</summary>
    public void Store()
    {
        session.AddUp("line_balance", "entity_id, fiscal_year, line_number, stage, month", "amount", Moved());
        foreach (var line in _lines.Values)
        {
            line?.Deltas.Clear();
        }
    }

    private IEnumerable<object?[]> Moved()
    {
        foreach (var line in _lines.Values)
        {
            if (line is not null)
            {
                foreach (var (slot, amount) in line.Deltas)
                {
                    // What was moved and moved back leaves nothing to add.
                    if (amount != 0)
                    {
                        yield return [entity, year, line.Number, slot / 100, slot % 100, amount];
                    }
                }
            }
        }
    }

    /// <summary>One line in the book.</summary>
    /// <param name="number">Its number within the year, which its entries bear.</param>
    /// <param name="key">Its printed key, for messages.</param>
    internal sealed class Line(int number, string key)
    {
        public int Number => number;

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
