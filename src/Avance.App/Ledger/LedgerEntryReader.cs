using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>Reads entries together with their documents.</summary>
internal static class LedgerEntryReader
{
    private const string DocumentColumns = "d.document_id, d.sequence, d.kind, d.folio, d.source, d.source_document_id, d.effective_on, d.description, d.authority, d.reverses, d.third_party";

    public static List<PostedEntry> Read(Session session, Guid entity, int year, EntryFilter filter, int offset, int limit)
    {
        var lines = session.Query("SELECT line_number, line_id FROM budget_line WHERE entity_id = $1 AND fiscal_year = $2", static row => (Number: row.Long(0), Id: row.Id(1)), entity, year)
            .ToDictionary(static line => line.Number, static line => line.Id);
        var wanted = filter.Lines?.ToHashSet();
        var numbers = lines.Where(line => wanted?.Contains(line.Value) != false).Select(static line => line.Key).ToList();

        // All lines together are read in the order of their entries, and only as far as the page goes.
        var among = numbers.Count == lines.Count ? "" : $" AND e.line_number IN {session.InNumbers("$7")}";
        var stages = filter.Stages is null ? "" : $" AND e.stage IN ({string.Join(", ", filter.Stages.Select(static s => (int)s).DefaultIfEmpty())})";
        var month = filter.Month is { } m ? $" AND e.month = {m}" : "";
        object?[] values = [entity, year, filter.AsOf.Day, filter.AsOf.Moment, limit, offset];
        return session.Query(
            $"""
            SELECT e.line_number, e.month, e.stage, e.amount, e.number, {DocumentColumns}
            FROM ledger_entry e JOIN document d ON d.entity_id = e.entity_id AND d.fiscal_year = e.fiscal_year AND d.sequence = e.sequence
            WHERE e.entity_id = $1 AND e.fiscal_year = $2 AND d.effective_on <= $3 AND d.recorded_at <= $4{among}{stages}{month}
            ORDER BY e.sequence, e.number LIMIT $5 OFFSET $6
            """,
            row => new PostedEntry(new(lines.GetValueOrDefault(row.Long(0)), row.Int(1), (BudgetStage)row.Int(2), new(row.Long(3))), row.Int(4), Document(row, 5), row.Long(6)),
            among.Length == 0 ? values : [.. values, Session.Numbers(numbers)]);
    }

    public static List<PostedTarget> Targets(Session session, Guid entity, int year, Guid indicator, AsOf asOf) => session.Query(
        $"""
        SELECT t.indicator_id, t.month, t.stage, t.quantity, t.number, {DocumentColumns}
        FROM target_entry t JOIN document d ON d.entity_id = t.entity_id AND d.fiscal_year = t.fiscal_year AND d.sequence = t.sequence
        WHERE t.entity_id = $1 AND t.fiscal_year = $2 AND {LedgerQueries.TargetsInForce} AND t.indicator_id = $5
        ORDER BY t.sequence, t.number
        """,
        static row => new PostedTarget(new(row.Id(0), row.Int(1), (TargetStage)row.Int(2), ReportRows.Quantity(row.Long(3))), row.Int(4), Document(row, 5), row.Long(6)),
        entity, year, asOf.Day, asOf.Moment, indicator);

    private static LedgerDocument Document(Row row, int column) => new()
    {
        Id = row.Id(column),
        Kind = LedgerNames.KindOf(row.Text(column + 2)),
        Folio = row.Text(column + 3),
        Source = row.Text(column + 4),
        SourceDocumentId = row.Text(column + 5),
        EffectiveOn = row.Day(column + 6),
        Description = row.Text(column + 7),
        Authority = row.Text(column + 8),
        Reverses = row.IsNull(column + 9) ? null : row.Id(column + 9),
        ThirdParty = row.Bool(column + 10),
    };
}
