using Avance.App.Storage;

namespace Avance.App.Capture;

/// <summary>The rows of evidence: what was added to each sheet, and what was removed.</summary>
internal static class EvidenceRows
{
    private const string Key = "entity_id, fiscal_year, quarter, unit_code, number";

    private const string Select =
        """
        SELECT e.number, e.subject_id, e.name, e.media_type, e.sha256, e.bytes, e.recorded_at, e.actor, r.recorded_at, r.actor, e.fiscal_year, e.quarter, e.unit_code
        FROM evidence e LEFT JOIN evidence_removal r ON r.entity_id = e.entity_id AND r.fiscal_year = e.fiscal_year AND r.quarter = e.quarter AND r.unit_code = e.unit_code AND r.number = e.number
        WHERE e.entity_id = $1
        """;

    private const string OfSheet = "AND e.fiscal_year = $2 AND e.quarter = $3 AND e.unit_code = $4";

    /// <summary>Every file of a sheet, also those that were removed, in order.</summary>
    public static List<EvidenceFile> OfSheetOf(Session session, Guid entity, SheetAddress sheet) =>
        session.Query($"{Select} {OfSheet} ORDER BY e.number", Read, entity, sheet.Year, sheet.Quarter, sheet.Unit);

    /// <summary>One file of a sheet; null when there is none of that number.</summary>
    public static EvidenceFile? Find(Session session, Guid entity, SheetAddress sheet, int number) =>
        session.Query($"{Select} {OfSheet} AND e.number = $5", Read, entity, sheet.Year, sheet.Quarter, sheet.Unit, number).FirstOrDefault();

    /// <summary>Every file of an office, with its sheet.</summary>
    public static List<(SheetAddress Sheet, EvidenceFile File)> All(Session session, Guid entity, string code) =>
        session.Query($"{Select} ORDER BY e.recorded_at, e.number", row => (new SheetAddress(code, row.Int(10), row.Int(11), row.Text(12)), Read(row)), entity);

    public static void Insert(Session session, Guid entity, SheetAddress sheet, EvidenceFile file) => session.Execute(
        $"INSERT INTO evidence ({Key}, subject_id, name, media_type, sha256, bytes, recorded_at, actor) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        entity, sheet.Year, sheet.Quarter, sheet.Unit, file.Number, file.SubjectId, file.Name, file.MediaType, file.Sha256, file.Bytes, file.RecordedAt, file.Actor);

    public static void Remove(Session session, Guid entity, SheetAddress sheet, int number, EvidenceRemoval removal) => session.Execute(
        $"INSERT INTO evidence_removal ({Key}, recorded_at, actor) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        entity, sheet.Year, sheet.Quarter, sheet.Unit, number, removal.RecordedAt, removal.Actor);

    /// <summary>Whether an indicator or a project is of that unit, in that year.</summary>
    public static bool IsOfSheet(Session session, Guid entity, SheetAddress sheet, Guid subject) => session.Query(
        """
        SELECT 1 FROM project p WHERE p.entity_id = $1 AND p.fiscal_year = $2 AND p.unit_code = $3
            AND (p.project_id = $4 OR EXISTS (SELECT 1 FROM indicator i WHERE i.entity_id = p.entity_id AND i.project_id = p.project_id AND i.indicator_id = $4))
        """,
        static row => row.Long(0), entity, sheet.Year, sheet.Unit, subject).Count > 0;

    private static EvidenceFile Read(Row row) => new(
        row.Int(0), row.Id(1), row.Text(2), row.Text(3), row.Text(4), row.Long(5), row.MomentOrFirst(6), row.Text(7),
        row.IsNull(8) ? null : new(row.MomentOrFirst(8), row.Text(9)));
}
