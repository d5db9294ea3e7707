using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Capture;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.App.Capture;

/// <summary>A quarter of an office with its sheets.</summary>
/// <param name="Entity">The office.</param>
/// <param name="Period">The quarter.</param>
/// <param name="Sheets">Its sheets with their units, in the plan's order of units.</param>
/// <param name="Steps">What was done with the period, oldest first.</param>
public sealed record PeriodFile(PublicEntity Entity, CapturePeriod Period, IReadOnlyList<(ResponsibleUnit Unit, CaptureSheet Sheet)> Sheets, IReadOnlyList<PeriodStep> Steps)
{
    /// <summary>
    /// By unit, who typed or sent the version that waits for review or signature: another has to do that (AVP-069). Read for work
    /// lists; empty elsewhere.
    /// </summary>
    public ILookup<string, string> Authors { get; init; } = Array.Empty<string>().ToLookup(static unit => unit);
}

/// <summary>A sheet with all that its pages show.</summary>
/// <param name="Entity">The office.</param>
/// <param name="Period">Its quarter.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Sheet">Where it stands.</param>
/// <param name="Cells">What stands in each place that was written.</param>
/// <param name="Content">What that says.</param>
/// <param name="Ground">What it is judged on: plan, budget, and what earlier quarters achieved.</param>
/// <param name="Steps">The steps that it took, oldest first.</param>
/// <param name="Remarks">What reviewers asked to have mended, oldest first.</param>
public sealed record SheetFile(
    PublicEntity Entity,
    CapturePeriod Period,
    ResponsibleUnit Unit,
    CaptureSheet Sheet,
    IReadOnlyDictionary<CellAddress, CaptureCell> Cells,
    SheetContent Content,
    SheetGround Ground,
    IReadOnlyList<TakenStep> Steps,
    IReadOnlyList<Remark> Remarks)
{
    /// <summary>What is wrong with the sheet as it stands, or worth a look. Worked out when asked.</summary>
    public SheetCheck Check => field ??= SheetChecker.Check(Content, Ground);

    /// <summary>The signed version that the sheet says now; null while it says what is being typed.</summary>
    public SheetVersion? AuthorisedVersion { get; init; }

    /// <summary>What was typed in a place; empty when nothing was.</summary>
    public string Value(CellAddress address) => Cells.TryGetValue(address, out var cell) ? cell.Value : "";

    /// <summary>How many times a place was written; 0 for never.</summary>
    public int Revision(CellAddress address) => Cells.TryGetValue(address, out var cell) ? cell.Revision : 0;

    /// <summary>The remarks that are being mended: those of a return after which nothing was submitted nor opened again yet.</summary>
    public IEnumerable<Remark> Pending => Steps.LastOrDefault(static s => s.Act is SheetAct.Return or SheetAct.Submit or SheetAct.Reopen) is { Act: SheetAct.Return } step && Sheet.State.IsWritable() ? Remarks.Where(r => r.Step == step.Number) : [];
}

/// <summary>A sheet with the version that counts: the one that was signed, or the last one while none was.</summary>
/// <param name="Period">Its quarter.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Sheet">Where it stands.</param>
/// <param name="Version">The version; null while none was sent.</param>
/// <param name="Steps">The steps that the sheet took, oldest first.</param>
public sealed record TracedSheet(CapturePeriod Period, ResponsibleUnit Unit, CaptureSheet Sheet, SheetVersion? Version, IReadOnlyList<TakenStep> Steps)
{
    /// <summary>What was done with the period, oldest first.</summary>
    public IReadOnlyList<PeriodStep> Deadlines { get; init; } = [];

    /// <summary>The deadline that held when its version was sent: what moved it later does not make late what was in time, nor the other way round.</summary>
    public DateOnly? DueWhenSent => Version is null ? null : PeriodStep.Deadline(Deadlines, Steps, Sheet.Unit, Version.At) ?? Sheet.DueOn;

    /// <summary>The last step of a kind that its version took; null when it took none.</summary>
    public TakenStep? Step(SheetAct act) => Version is null ? null : Steps.LastOrDefault(s => s.Act == act && s.Version == Version.Number);
}

/// <summary>What is new in a sheet since a moment.</summary>
/// <param name="Cells">What was typed, oldest first.</param>
/// <param name="Steps">Steps that it took.</param>
public sealed record SheetNews(IReadOnlyList<CaptureCell> Cells, IReadOnlyList<TakenStep> Steps)
{
    /// <summary>The moment up to which it was read.</summary>
    public DateTimeOffset Until { get; init; }

    /// <summary>Whether there is anything.</summary>
    public bool IsEmpty => Cells.Count + Steps.Count == 0;
}

/// <summary>Reads periods and sheets.</summary>
public sealed class CaptureQueries(Database database, SheetGrounds grounds)
{
    /// <summary>The periods of an office's year, in order.</summary>
    public IReadOnlyList<CapturePeriod> Periods(string entityCode, int year) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? CaptureRows.Periods(session, entity, year) : []);

    /// <summary>Every open period of every office, with its sheets: what the work lists are made of.</summary>
    public IReadOnlyList<PeriodFile> Open() => database.Read(session => PlanRows.Years(session, "WHERE state = 'open' ORDER BY code, fiscal_year")
        .SelectMany(year => CaptureRows.Periods(session, year.EntityId, year.Year.Year).Where(static p => p.IsOpen).Select(p => WithAuthors(session, year, File(session, year, p)))).ToList());

    /// <summary>A quarter with its sheets; null when its capture was never opened.</summary>
    public PeriodFile? Find(string entityCode, FiscalPeriod period) => database.Read(session =>
        PlanRows.FindYear(session, entityCode, period.Year) is { } year && CaptureRows.Find(session, year.EntityId, period) is { } found ? File(session, year, found) : null);

    /// <summary>Every sheet of an office's year with the version that counts, by quarter and unit.</summary>
    public IReadOnlyList<TracedSheet> Traced(string entityCode, int year) => database.Read(session =>
        PlanRows.FindYear(session, entityCode, year) is not { } found ? [] : CaptureRows.Periods(session, found.EntityId, year)
            .Select(p => File(session, found, p))
            .SelectMany(file => file.Sheets.Select(s => Trace(session, new(found.EntityId, file.Period.Period, s.Unit.Code), file, s.Unit, s.Sheet))).ToList());

    /// <summary>The board of an office's year, at the last quarter of which anything achieved was told and not undone; null while nothing was.</summary>
    public YearBoard? Board(string entityCode, int year) => database.Read(session =>
    {
        if (PlanRows.FindYear(session, entityCode, year) is not { } row)
        {
            return null;
        }

        var month = session.Query(
            $"""
            SELECT COALESCE(max(t.month), 0)
            FROM target_entry t JOIN document d ON d.entity_id = t.entity_id AND d.fiscal_year = t.fiscal_year AND d.sequence = t.sequence
            WHERE t.entity_id = $1 AND t.fiscal_year = $2 AND t.stage = $3 AND d.kind <> $4
                AND {LedgerQueries.NotUndone}
            """,
            static r => r.Int(0), row.EntityId, year, (int)TargetStage.Achieved, DocumentKind.Reversal.Code())[0];
        return month == 0 ? null : YearBoard.Of(grounds.Load(session, row, new(year, (month + 2) / 3)));
    });

    /// <summary>A sheet; null when there is none.</summary>
    public SheetFile? Sheet(string entityCode, FiscalPeriod period, string unit) => database.Read(session =>
    {
        if (PlanRows.FindYear(session, entityCode, period.Year) is not { } year
            || CaptureRows.Find(session, year.EntityId, period) is not { } found
            || CaptureRows.Find(session, new(year.EntityId, period, unit)) is not { } sheet)
        {
            return null;
        }

        var key = new SheetKey(year.EntityId, period, unit);
        var ground = grounds.Load(session, year, period);
        var plan = ground.Sources.Plan;

        // What was typed after a reopening and then left as it had been signed is not what the sheet says.
        var signed = sheet.State == SheetState.Authorised ? FrozenSheets.Find(session, key, sheet.Authorised) : null;
        var cells = signed?.Content.Cells.ToDictionary(static c => c.Address) ?? CellRows.Current(session, key);
        var content = SheetReading.Read(plan.Projects.Where(p => p.UnitCode == unit), period.Quarter, cells);
        return new SheetFile(year.Entity, found, plan.Unit(unit)!, sheet, cells, content, ground, CaptureRows.Steps(session, key), CaptureRows.Remarks(session, key)) { AuthorisedVersion = signed };
    });

    /// <summary>The frozen versions of a sheet, oldest first.</summary>
    public IReadOnlyList<SheetVersion> Versions(string entityCode, FiscalPeriod period, string unit) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? FrozenSheets.List(session, new(entity, period, unit)) : []);

    /// <summary>All that was ever typed in a place, oldest first.</summary>
    public IReadOnlyList<CaptureCell> History(string entityCode, FiscalPeriod period, string unit, CellAddress address) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? CellRows.History(session, new(entity, period, unit), address) : []);

    /// <summary>When a person last said to have seen a sheet; null for never.</summary>
    public DateTimeOffset? SeenAt(string entityCode, FiscalPeriod period, string unit, string actor) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity
            ? session.Query($"SELECT seen_at FROM sheet_visit WHERE {SheetKey.Where} AND actor = $5", static row => (DateTimeOffset?)row.Moment(0), new SheetKey(entity, period, unit).Values(actor)).FirstOrDefault()
            : null);

    /// <summary>What others did in a sheet since a moment.</summary>
    public SheetNews News(string entityCode, FiscalPeriod period, string unit, DateTimeOffset since, string actor) => database.Read(session =>
    {
        if (Entities.Find(session, entityCode) is not { } entity)
        {
            return new SheetNews([], []);
        }

        var key = new SheetKey(entity, period, unit);
        return new(CellRows.Since(session, key, since, actor), CaptureRows.Steps(session, key).FindAll(s => s.At > since && s.Actor != actor));
    });

    /// <summary>Keeps up to where a person has seen a sheet.</summary>
    public void Seen(string entityCode, FiscalPeriod period, string unit, string actor, DateTimeOffset at) => database.Write(session =>
    {
        var key = new SheetKey(Entities.Required(session, entityCode), period, unit);
        _ = CaptureRows.Find(session, key) ?? throw CaptureRefusals.NoSheet(period, unit);
        session.Execute(
            $"INSERT INTO sheet_visit ({SheetKey.Columns}, actor, seen_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ({SheetKey.Columns}, actor) DO UPDATE SET seen_at = excluded.seen_at",
            key.Values(actor, StoredMoment.Of(at)));
        return true;
    });

    private static TracedSheet Trace(Session session, SheetKey key, PeriodFile file, ResponsibleUnit unit, CaptureSheet sheet) =>
        new(file.Period, unit, sheet, FrozenSheets.Find(session, key, sheet.Authorised > 0 ? sheet.Authorised : sheet.Version), CaptureRows.Steps(session, key))
        {
            Deadlines = file.Steps,
        };

    private static PeriodFile WithAuthors(Session session, PlanYearRow year, PeriodFile file) => file with
    {
        Authors = file.Sheets.Select(static s => s.Sheet).Where(static s => s.State is SheetState.Submitted or SheetState.Approved)
            .SelectMany(s => FrozenSheets.Find(session, new(year.EntityId, file.Period.Period, s.Unit), s.Version)!.Authors, static (s, author) => (s.Unit, author))
            .ToLookup(static a => a.Unit, static a => a.author),
    };

    private static PeriodFile File(Session session, PlanYearRow year, CapturePeriod period)
    {
        var units = PlanRows.Units(session, year.EntityId, year.Year.Year).ToDictionary(static u => u.Code);
        return new(
            year.Entity,
            period,
            [.. CaptureRows.Sheets(session, year.EntityId, period.Period).Select(s => (units[s.Unit], s)).OrderBy(static s => s.Item1.Position).ThenBy(static s => s.Item1.Code, StringComparer.Ordinal)],
            CaptureRows.Steps(session, year.EntityId, period.Period));
    }
}
