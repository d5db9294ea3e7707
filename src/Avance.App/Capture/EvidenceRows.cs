using Avance.App.Storage;

namespace Avance.App.Capture;

/// <summary>The rows of evidence: what was added to each sheet, and what was removed.</summary>
internal static class EvidenceRows
{
    private const string Select =
        """
        SELECT e.number, e.subject_id, e.name, e.media_type, e.sha256, e.bytes, e.recorded_at, e.actor, r.recorded_at, r.actor, e.fiscal_year, e.quarter, e.unit_code
        FROM evidence e LEFT JOIN evidence_removal r ON r.entity_id = e.entity_id AND r.fiscal_year = e.fiscal_year AND r.quarter = e.quarter AND r.unit_code = e.unit_code AND r.number = e.number
        """;

    private const string OfSheet = "WHERE e.entity_id = $1 AND e.fiscal_year = $2 AND e.quarter = $3 AND e.unit_code = $4";

    /// <summary>Every file of a sheet, also those that were removed, in order.</summary>
    public static List<EvidenceFile> All(Session session, SheetKey key) => session.Query($"{Select} {OfSheet} ORDER BY e.number", File, key.Values());

    /// <summary>The files of a sheet that count, in order.</summary>
    public static List<EvidenceFile> Live(Session session, SheetKey key) => All(session, key).FindAll(static f => f.Removal is null);

    /// <summary>Every file of an office, with its sheet as the journal names it.</summary>
    public static List<(string Subject, EvidenceFile File)> All(Session session, Guid entity) => session.Query(
        $"{Select} WHERE e.entity_id = $1 ORDER BY e.recorded_at, e.number",
        row => (SheetKey.SubjectOf(row.Int(10), row.Int(11), row.Text(12)), File(row)),
        entity);

    public static void Insert(Session session, SheetKey key, EvidenceFile file) => session.Execute(
        $"INSERT INTO evidence ({SheetKey.Columns}, number, subject_id, name, media_type, sha256, bytes, recorded_at, actor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        key.Values(file.Number, file.SubjectId, file.Name, file.MediaType, file.Sha256, file.Bytes, file.RecordedAt, file.Actor));

    public static void Remove(Session session, SheetKey key, int number, EvidenceRemoval removal) => session.Execute(
        $"INSERT INTO evidence_removal ({SheetKey.Columns}, number, recorded_at, actor) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        key.Values(number, removal.RecordedAt, removal.Actor));

    private static EvidenceFile File(Row row) => new(
        row.Int(0), row.Id(1), row.Text(2), row.Text(3), row.Text(4), row.Long(5), row.MomentOrFirst(6), row.Text(7),
        row.IsNull(8) ? null : new(row.MomentOrFirst(8), row.Text(9)));
}
