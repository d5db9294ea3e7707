using Avance.App.Storage;
using Avance.Capture;

namespace Avance.App.Capture;

/// <summary>Rows of periods and sheets, with their steps and remarks.</summary>
internal static class CaptureRows
{
    private const string SheetColumns = "s.unit_code, s.state, COALESCE(s.due_on, p.due_on), s.due_on, s.version, s.edits, s.authorised";

    private const string SheetSource = "FROM capture_sheet s JOIN capture_period p ON p.entity_id = s.entity_id AND p.fiscal_year = s.fiscal_year AND p.quarter = s.quarter";

    /// <summary>The periods of a year, in order.</summary>
    public static List<CapturePeriod> Periods(Session session, Guid entity, int year) => session.Query(
        "SELECT fiscal_year, quarter, is_open, opens_on, due_on, reopenings FROM capture_period WHERE entity_id = $1 AND fiscal_year = $2 ORDER BY quarter", Period, entity, year);

    /// <summary>A quarter's period; null when capture was never opened.</summary>
    public static CapturePeriod? Find(Session session, Guid entity, FiscalPeriod period) => session.Query(
        "SELECT fiscal_year, quarter, is_open, opens_on, due_on, reopenings FROM capture_period WHERE entity_id = $1 AND fiscal_year = $2 AND quarter = $3", Period, entity, period.Year, period.Quarter).FirstOrDefault();

    public static void Insert(Session session, Guid entity, CapturePeriod period) => session.Execute(
        "INSERT INTO capture_period (entity_id, fiscal_year, quarter, is_open, opens_on, due_on, reopenings) VALUES ($1, $2, $3, $4, $5, $6, $7)",
        entity, period.Period.Year, period.Period.Quarter, period.IsOpen, period.OpensOn, period.DueOn, period.Reopenings);

    public static void Update(Session session, Guid entity, CapturePeriod period) => session.Execute(
        "UPDATE capture_period SET is_open = $4, due_on = $5, reopenings = $6 WHERE entity_id = $1 AND fiscal_year = $2 AND quarter = $3",
        entity, period.Period.Year, period.Period.Quarter, period.IsOpen, period.DueOn, period.Reopenings);

    public static void AddStep(Session session, Guid entity, FiscalPeriod period, PeriodStep step) => session.Execute(
        """
        INSERT INTO capture_period_step (entity_id, fiscal_year, quarter, number, act, unit_code, due_on, reason, actor, recorded_at)
        SELECT $1, $2, $3, COALESCE(max(number), 0) + 1, $4, $5, $6, $7, $8, $9 FROM capture_period_step WHERE entity_id = $1 AND fiscal_year = $2 AND quarter = $3
        """,
        entity, period.Year, period.Quarter, step.Act.Code(), step.Unit, step.DueOn, step.Reason, step.Actor, step.At);

    public static List<PeriodStep> Steps(Session session, Guid entity, FiscalPeriod period) => session.Query(
        "SELECT number, act, unit_code, due_on, reason, actor, recorded_at FROM capture_period_step WHERE entity_id = $1 AND fiscal_year = $2 AND quarter = $3 ORDER BY number",
        static row => new PeriodStep(row.Int(0), PeriodNames.ActOf(row.Text(1)), row.OptionalText(2), row.OptionalDay(3), row.Text(4), row.Text(5), row.Moment(6)),
        entity, period.Year, period.Quarter);

    /// <summary>The sheets of a quarter, by unit.</summary>
    public static List<CaptureSheet> Sheets(Session session, Guid entity, FiscalPeriod period) => session.Query(
        $"SELECT {SheetColumns} {SheetSource} WHERE s.entity_id = $1 AND s.fiscal_year = $2 AND s.quarter = $3 ORDER BY s.unit_code", Sheet, entity, period.Year, period.Quarter);

    /// <summary>One sheet; null when the unit has none.</summary>
    public static CaptureSheet? Find(Session session, SheetKey key) => session.Query(
        $"SELECT {SheetColumns} {SheetSource} WHERE s.entity_id = $1 AND s.fiscal_year = $2 AND s.quarter = $3 AND s.unit_code = $4", Sheet, key.Values()).FirstOrDefault();

    public static void Insert(Session session, SheetKey key) => session.Execute(
        $"INSERT INTO capture_sheet ({SheetKey.Columns}, state, due_on, version, authorised, edits) VALUES ($1, $2, $3, $4, $5, NULL, 0, 0, 0)", key.Values(SheetState.Capturing.Code()));

    /// <summary>Makes other writers of the sheet wait until the transaction ends.</summary>
    public static void Lock(Session session, SheetKey key) => session.Execute($"UPDATE capture_sheet SET edits = edits WHERE {SheetKey.Where}", key.Values());

    /// <summary>Counts an edit, so that what was read at the same count still holds.</summary>
    public static void Edited(Session session, SheetKey key) => session.Execute($"UPDATE capture_sheet SET edits = edits + 1 WHERE {SheetKey.Where}", key.Values());

    public static void Update(Session session, SheetKey key, CaptureSheet sheet) => session.Execute(
        $"UPDATE capture_sheet SET state = $5, due_on = $6, version = $7, authorised = $8 WHERE {SheetKey.Where}",
        key.Values(sheet.State.Code(), sheet.HasOwnDeadline ? sheet.DueOn : null, sheet.Version, sheet.Authorised));

    /// <summary>Adds a step and gives its number.</summary>
    public static int AddStep(Session session, SheetKey key, TakenStep step)
    {
        var number = session.Query($"SELECT COALESCE(max(number), 0) + 1 FROM capture_step WHERE {SheetKey.Where}", static row => row.Int(0), key.Values())[0];
        session.Execute(
            $"INSERT INTO capture_step ({SheetKey.Columns}, number, act, version, actor, recorded_at, reason, document_sequence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            key.Values(number, step.Act.Code(), step.Version, step.Actor, step.At, step.Reason, step.Document));
        return number;
    }

    public static List<TakenStep> Steps(Session session, SheetKey key) => session.Query(
        $"SELECT number, act, version, actor, recorded_at, reason, document_sequence FROM capture_step WHERE {SheetKey.Where} ORDER BY number",
        static row => new TakenStep(row.Int(0), SheetSteps.ActOf(row.Text(1)), row.Int(2), row.Text(3), row.Moment(4), row.Text(5), row.OptionalLong(6)),
        key.Values());

    public static void AddRemarks(Session session, SheetKey key, int step, IReadOnlyList<NewRemark> remarks)
    {
        var next = session.Query($"SELECT COALESCE(max(number), 0) + 1 FROM capture_remark WHERE {SheetKey.Where}", static row => row.Int(0), key.Values())[0];
        session.Insert("capture_remark", $"{SheetKey.Columns}, number, step, subject, field, remark", remarks.Select((r, i) => key.Values(next + i, step, r.About.Subject, r.About.Field, r.Text)));
    }

    public static List<Remark> Remarks(Session session, SheetKey key) => session.Query(
        $"SELECT number, step, subject, field, remark FROM capture_remark WHERE {SheetKey.Where} ORDER BY number",
        static row => new Remark(row.Int(0), row.Int(1), new(row.Id(2), row.Text(3)), row.Text(4)),
        key.Values());

    private static CapturePeriod Period(Row row) => new(new(row.Int(0), row.Int(1)), row.Bool(2), row.Day(3), row.Day(4), row.Int(5));

    private static CaptureSheet Sheet(Row row) => new(row.Text(0), SheetSteps.StateOf(row.Text(1)), row.Day(2), !row.IsNull(3), row.Int(4), row.Long(5), row.Int(6));
}
