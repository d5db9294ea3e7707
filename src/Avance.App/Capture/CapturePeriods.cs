using System.Globalization;
using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Capture;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.App.Capture;

/// <summary>Opens the capture of quarters, moves their deadlines, closes them, and opens them again with a reason.</summary>
public sealed class CapturePeriods(Database database, TimeProvider clock)
{
    /// <summary>Opens the capture of a quarter: a sheet for each unit that has projects.</summary>
    /// <param name="entityCode">The office; its year must be open.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="opensOn">The first day of capture, after the quarter's end.</param>
    /// <param name="dueOn">The last day. One after the legal limit (<see cref="CapturePeriod.LegalLimit"/>) is taken, and told.</param>
    /// <param name="actor">Who opens it.</param>
    /// <exception cref="RuleViolationException">
    /// <c>plan.year</c>, <c>plan.state</c>; <c>capture.exists</c>, <c>capture.dates</c>, <c>capture.order</c>: an earlier quarter is still
    /// open; <c>capture.imported</c>: its progress is in the ledger already; <c>capture.units</c>: nobody has anything to capture.
    /// </exception>
    public CapturePeriod Open(string entityCode, FiscalPeriod period, DateOnly opensOn, DateOnly dueOn, string actor) => Write(entityCode, period, (session, year) =>
    {
        var entity = year.EntityId;
        if (year.Year.State != PlanState.Open)
        {
            throw PlanRefusals.WrongState(year.Year, PlanState.Open);
        }

        var periods = CaptureRows.Periods(session, entity, period.Year);
        var opened = new CapturePeriod(period, true, opensOn, dueOn, 0);
        _ = periods.Any(p => p.Period == period) ? throw CaptureRefusals.Opened(period)
            : periods.Find(static p => p.IsOpen) is { } other ? throw CaptureRefusals.Earlier(period, other.Period)
            : dueOn < opensOn || opensOn <= period.CutOffDate ? throw CaptureRefusals.BadDates(opensOn, dueOn, period.CutOffDate)
            : Imported(session, entity, period) is { } document ? throw CaptureRefusals.Imported(period, document)
            : true;
        CaptureRows.Insert(session, entity, opened);
        if (AddSheets(session, year, period) == 0)
        {
            throw CaptureRefusals.NoUnits(period);
        }

        Journal(session, entity, opened, new(0, PeriodAct.Open, null, dueOn, "", actor, StoredMoment.Now(clock)), "");
        return opened;
    });

    /// <summary>Moves the deadline, for all units or for one. That of all is not kept from a unit whose own ended before.</summary>
    /// <exception cref="RuleViolationException"><c>capture.missing</c>, <c>AVP-052</c>, <c>capture.dates</c>, <c>capture.reason</c>.</exception>
    public void Extend(string entityCode, FiscalPeriod period, string? unit, DateOnly dueOn, string reason, string actor) => Change(entityCode, period, true, (session, entity, current) =>
    {
        reason = Reason(reason, new("una prórroga", "an extension"));
        AddNewSheets(session, entityCode, current);
        if (dueOn < current.OpensOn)
        {
            throw CaptureRefusals.BadExtension(dueOn, current.OpensOn);
        }

        var before = current.DueOn;
        var after = current with { DueOn = dueOn };
        if (unit is null)
        {
            CaptureRows.Update(session, entity, after);
            foreach (var own in CaptureRows.Sheets(session, entity, period).FindAll(s => s.HasOwnDeadline && s.DueOn < dueOn && s.State != SheetState.Authorised))
            {
                CaptureRows.Update(session, new(entity, period, own.Unit), own with { DueOn = dueOn });
            }
        }
        else
        {
            var key = new SheetKey(entity, period, unit);
            var sheet = CaptureRows.Find(session, key) ?? throw CaptureRefusals.NoSheet(period, unit);
            (before, after) = (sheet.DueOn, current);
            CaptureRows.Update(session, key, sheet with { DueOn = dueOn, HasOwnDeadline = true });
        }

        Journal(session, entity, after, new(0, PeriodAct.Extend, unit, dueOn, reason, actor, StoredMoment.Now(clock)), Day(before));
    });

    /// <summary>Closes a quarter whose sheets are all authorised or declared missing: nothing changes in it any more.</summary>
    /// <exception cref="RuleViolationException"><c>capture.missing</c>, <c>AVP-052</c>: it is closed already; <c>capture.unsettled</c>.</exception>
    public void Close(string entityCode, FiscalPeriod period, string actor)
    {
        // On its own: a unit that is new is on the list also when the quarter cannot be closed for it.
        Change(entityCode, period, true, (session, entity, current) => AddNewSheets(session, entityCode, current));
        Change(entityCode, period, true, (session, entity, current) => Close(session, entity, current, actor));
    }

    private void Close(Session session, Guid entity, CapturePeriod current, string actor)
    {
        var period = current.Period;
        var unsettled = CaptureRows.Sheets(session, entity, period).FindAll(static s => !s.State.IsSettled());
        if (unsettled.Count > 0)
        {
            throw CaptureRefusals.Unsettled(period, unsettled);
        }

        CaptureRows.Update(session, entity, current with { IsOpen = false });
        Journal(session, entity, current with { IsOpen = false }, new(0, PeriodAct.Close, null, null, "", actor, StoredMoment.Now(clock)), "");
    }

    /// <summary>Opens a closed quarter again for some units: what they had authorised holds until they authorise a new version.</summary>
    /// <param name="entityCode">The office.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="units">The units that may correct.</param>
    /// <param name="dueOn">Until when.</param>
    /// <param name="reason">Why.</param>
    /// <param name="actor">Who opens it.</param>
    /// <returns>The number of the reopening.</returns>
    /// <exception cref="RuleViolationException">
    /// <c>plan.state</c>: the year is closed; <c>capture.missing</c>, <c>capture.state</c>: it is open; <c>capture.order</c>: another quarter is open; <c>capture.reason</c>.
    /// </exception>
    public int Reopen(string entityCode, FiscalPeriod period, IReadOnlyCollection<string> units, DateOnly dueOn, string reason, string actor)
    {
        ArgumentNullException.ThrowIfNull(units);
        var number = 0;
        Change(entityCode, period, false, (session, entity, current) =>
        {
            reason = Reason(reason, new("una reapertura", "a reopening"));
            var year = PlanRows.FindYear(session, entityCode, period.Year)!.Year;
            _ = year.State != PlanState.Open ? throw PlanRefusals.WrongState(year, PlanState.Open)
                : current.IsOpen ? throw CaptureRefusals.StillOpen(period)
                : dueOn < current.OpensOn ? throw CaptureRefusals.BadExtension(dueOn, current.OpensOn)
                : CaptureRows.Periods(session, entity, period.Year).Find(static p => p.IsOpen) is { } other ? throw CaptureRefusals.Earlier(period, other.Period)
                : units.Count == 0 ? throw CaptureRefusals.NoSheet(period, "") : true;
            var opened = current with { IsOpen = true, Reopenings = number = current.Reopenings + 1 };
            CaptureRows.Update(session, entity, opened);
            Journal(session, entity, opened, new(0, PeriodAct.Reopen, null, dueOn, reason, actor, StoredMoment.Now(clock)), "");
            foreach (var unit in units.Order(StringComparer.Ordinal))
            {
                var key = new SheetKey(entity, period, unit);
                var sheet = CaptureRows.Find(session, key) ?? throw CaptureRefusals.NoSheet(period, unit);
                SheetReview.Take(session, key, sheet with { DueOn = dueOn, HasOwnDeadline = true }, SheetAct.Reopen, sheet.Version, reason, actor, StoredMoment.Now(clock));
            }
        });
        return number;
    }

    /// <summary>Adds the sheets of units that got their first project by amendment while the quarter was captured; not to one that was closed once.</summary>
    private static void AddNewSheets(Session session, string entityCode, CapturePeriod current)
    {
        if (current.Reopenings == 0)
        {
            AddSheets(session, PlanRows.FindYear(session, entityCode, current.Period.Year)!, current.Period);
        }
    }

    /// <summary>Adds the sheets that are missing.</summary>
    private static int AddSheets(Session session, PlanYearRow year, FiscalPeriod period)
    {
        var plan = PlanRows.Load(session, year);
        var there = CaptureRows.Sheets(session, year.EntityId, period).ConvertAll(static s => s.Unit);
        var units = plan.Projects.Where(static p => p.Indicators.Count > 0).Select(static p => p.UnitCode).Distinct().Except(there).Order(StringComparer.Ordinal).ToList();
        units.ForEach(unit => CaptureRows.Insert(session, new(year.EntityId, period, unit)));
        return units.Count;
    }

    private T Write<T>(string entityCode, FiscalPeriod period, Func<Session, PlanYearRow, T> change) => database.Write(session =>
    {
        session.LockEntity(entityCode);
        return change(session, PlanRows.FindYear(session, entityCode, period.Year) ?? throw PlanRefusals.NotStarted(entityCode, period.Year));
    });

    private void Change(string entityCode, FiscalPeriod period, bool isOpen, Action<Session, Guid, CapturePeriod> change) => Write(entityCode, period, (session, year) =>
    {
        var current = CaptureRows.Find(session, year.EntityId, period) ?? throw CaptureRefusals.NotOpened(entityCode, period);
        if (isOpen && !current.IsOpen)
        {
            throw CaptureRefusals.Closed(period);
        }

        change(session, year.EntityId, current);
        return true;
    });

    /// <summary>A document that told progress of the quarter before its capture, and was not undone; null when there is none.</summary>
    private static long? Imported(Session session, Guid entity, FiscalPeriod period) => session.Query(
        $"""
        SELECT min(d.sequence)
        FROM target_entry t JOIN document d ON d.entity_id = t.entity_id AND d.fiscal_year = t.fiscal_year AND d.sequence = t.sequence
        WHERE t.entity_id = $1 AND t.fiscal_year = $2 AND t.stage = $3 AND t.month BETWEEN $4 AND $5 AND d.kind = $6
            AND {LedgerQueries.NotUndone}
        """,
        static row => row.OptionalLong(0),
        entity, period.Year, (int)TargetStage.Achieved, period.Quarter * 3 - 2, period.Quarter * 3, DocumentKind.Progress.Code())[0];

    private static string Reason(string reason, LocalizedText what) => SheetReview.Text(reason) is { Length: > 0 } text ? text : throw CaptureRefusals.NoReason(what);

    private static void Journal(Session session, Guid entity, CapturePeriod period, PeriodStep step, string before)
    {
        CaptureRows.AddStep(session, entity, period.Period, step);
        JournalChain.Append(
            session, entity, step.At, step.Actor, $"capture.period-{step.Act.Code()}",
            $"capture {period.Period}{(step.Unit is null ? "" : " " + step.Unit)}",
            before,
            CaptureJson.Of(json =>
            {
                json.WriteBoolean("open", period.IsOpen);
                json.WriteString("opensOn", Day(period.OpensOn));
                json.WriteString("dueOn", Day(step.DueOn ?? period.DueOn));
                json.WriteNumber("reopenings", period.Reopenings);
                json.WriteString("reason", step.Reason);
            }));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
