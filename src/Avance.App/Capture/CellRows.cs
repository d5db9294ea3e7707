using Avance.App.Storage;
using Avance.Capture;

namespace Avance.App.Capture;

/// <summary>What was typed into sheets, revision by revision; the last one of each place holds.</summary>
internal static class CellRows
{
    /// <summary>What stands in each place of a sheet.</summary>
    public static Dictionary<CellAddress, CaptureCell> Current(Session session, SheetKey key) => Read(session, key, "", key.Values());

    /// <summary>What stands in each place of one subject.</summary>
    public static Dictionary<CellAddress, CaptureCell> Current(Session session, SheetKey key, Guid subject) => Read(session, key, " AND subject = $5", key.Values(subject));

    /// <summary>How much of what is new is told: more is a sheet to be read anew.</summary>
    private const int MostNews = 500;

    /// <summary>What others than one person wrote in a sheet after a moment, oldest first; the last of it when it is much.</summary>
    public static List<CaptureCell> Since(Session session, SheetKey key, DateTimeOffset moment, string reader)
    {
        var news = session.Query(
            $"SELECT subject, field, value, revision, actor, recorded_at FROM capture_cell WHERE {SheetKey.Where} AND recorded_at > $5 AND actor <> $6 ORDER BY recorded_at DESC, subject DESC, field DESC, revision DESC LIMIT {MostNews}",
            Cell, key.Values(moment, reader));
        news.Reverse();
        return news;
    }

    /// <summary>What was typed in a place at a revision; null when it has no such revision.</summary>
    public static string? Value(Session session, SheetKey key, CellAddress address, int revision) => session.Query(
        $"SELECT value FROM capture_cell WHERE {SheetKey.Where} AND subject = $5 AND field = $6 AND revision = $7", static row => row.Text(0), key.Values(address.Subject, address.Field, revision)).FirstOrDefault();

    /// <summary>All that was ever typed in a place, oldest first.</summary>
    public static List<CaptureCell> History(Session session, SheetKey key, CellAddress address) => session.Query(
        $"SELECT subject, field, value, revision, actor, recorded_at FROM capture_cell WHERE {SheetKey.Where} AND subject = $5 AND field = $6 ORDER BY revision", Cell, key.Values(address.Subject, address.Field));

    public static void Insert(Session session, SheetKey key, CaptureCell cell) => session.Execute(
        $"INSERT INTO capture_cell ({SheetKey.Columns}, subject, field, revision, value, actor, recorded_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        key.Values(cell.Address.Subject, cell.Address.Field, cell.Revision, cell.Value, cell.Actor, cell.At));

    /// <summary>What a unit's sheet may be about: its projects and their indicators.</summary>
    public static Dictionary<Guid, SubjectKind> Subjects(Session session, SheetKey key)
    {
        var subjects = new Dictionary<Guid, SubjectKind> { [Guid.Empty] = SubjectKind.Sheet };
        session.Each(
            """
            SELECT p.project_id, i.indicator_id
            FROM project p LEFT JOIN indicator i ON i.entity_id = p.entity_id AND i.project_id = p.project_id
            WHERE p.entity_id = $1 AND p.fiscal_year = $2 AND p.unit_code = $3
            """,
            row =>
            {
                subjects[row.Id(0)] = SubjectKind.Project;
                if (!row.IsNull(1))
                {
                    subjects[row.Id(1)] = SubjectKind.Indicator;
                }
            },
            key.Entity, key.Period.Year, key.Unit);
        return subjects;
    }

    private static Dictionary<CellAddress, CaptureCell> Read(Session session, SheetKey key, string condition, object?[] values)
    {
        var cells = new Dictionary<CellAddress, CaptureCell>();
        session.Each(
            $"""
            SELECT subject, field, value, revision, actor, recorded_at FROM capture_cell
            WHERE {SheetKey.Where}{condition} ORDER BY subject, field, revision
            """,
            row =>
            {
                var cell = Cell(row);
                cells[cell.Address] = cell;
            },
            values);
        return cells;
    }

    private static CaptureCell Cell(Row row) => new(new(row.Id(0), row.Text(1)), row.Text(2), row.Int(3), row.Text(4), row.Moment(5));
}
