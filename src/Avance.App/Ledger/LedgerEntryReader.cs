using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>Reads entries together with their documents.</summary>
internal static class LedgerEntryReader
{
    private const string DocumentColumns = "d.document_id, d.sequence, d.kind, d.folio, d.source, d.source_document_id, d.effective_on, d.description, d.authority, d.reverses, d.third_party";

    public static List<PostedEntry> Read(Session session, Guid entity, int year, EntryFilter filter, int offset, int limit)
    {
        var lines = filter.Lines is null ? "" : $" AND e.line_id IN ({Ids(filter.Lines)})";
        var stages = filter.Stages is null ? "" : $" AND e.stage IN ({string.Join(", ", filter.Stages.Select(static s => (int)s))})";
        var month = filter.Month is { } m ? $" AND e.month = {m}" : "";
        return session.Query(
            $"""
            SELECT e.line_id, e.month, e.stage, e.amount, e.number, {DocumentColumns}
            FROM ledger_entry e JOIN document d ON d.entity_id = e.entity_id AND d.document_id = e.document_id
            WHERE e.entity_id = $1 AND d.fiscal_year = $2 AND d.effective_on <= $3 AND d.recorded_at <= $4{lines}{stages}{month}
            ORDER BY d.sequence, e.number LIMIT $5 OFFSET $6
            """,
            static row => new PostedEntry(new(row.Id(0), row.Int(1), (BudgetStage)row.Int(2), new(row.Long(3))), row.Int(4), Document(row, 5), row.Long(6)),
            entity, year, filter.AsOf.Day, filter.AsOf.Moment, limit, offset);

        string Ids(IReadOnlyCollection<Guid> ids) => ids.Count == 0 ? "NULL" : string.Join(", ", ids.Select(session.Literal));
    }

    public static List<PostedTarget> Targets(Session session, Guid entity, int year, Guid indicator, AsOf asOf) => session.Query(
        $"""
        SELECT t.indicator_id, t.month, t.stage, t.quantity, t.number, {DocumentColumns}
        FROM target_entry t JOIN document d ON d.entity_id = t.entity_id AND d.document_id = t.document_id
        WHERE t.entity_id = $1 AND d.fiscal_year = $2 AND d.effective_on <= $3 AND d.recorded_at <= $4 AND t.indicator_id = $5
        ORDER BY d.sequence, t.number
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
