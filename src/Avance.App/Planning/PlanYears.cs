using System.Globalization;
using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.App.Storage;
using Avance.Catalogs;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.App.Planning;

/// <summary>The act by which a plan is approved.</summary>
/// <param name="On">The day of the act.</param>
/// <param name="Authority">By whom and by what: the agreement of the board, the decree.</param>
public sealed record PlanApproval(DateOnly On, string Authority)
{
    /// <summary>The version of the plan that was seen, and none else is approved; null for whatever stands.</summary>
    public int? Seen { get; init; }
}

/// <summary>Takes the years of an office through their states: started, approved, opened, month by month closed, closed.</summary>
public sealed class PlanYears(Database database, TimeProvider clock)
{
    /// <summary>Starts a year: an empty draft.</summary>
    /// <param name="entity">The office; it is taken in when it is new.</param>
    /// <param name="year">The year.</param>
    /// <param name="administrativeCode">Its key in the administrative classification, or empty.</param>
    /// <param name="actor">Who starts it.</param>
    /// <exception cref="RuleViolationException"><c>plan.exists</c>, <c>plan.year</c>, <c>AVP-060</c>.</exception>
    public void Start(PublicEntity entity, int year, string administrativeCode, string actor)
    {
        ArgumentNullException.ThrowIfNull(entity);
        ArgumentNullException.ThrowIfNull(administrativeCode);
        Write(entity.Code, session => Start(session, entity, new FiscalYear(Checked(year), PlanState.Draft, 0, 1) { AdministrativeCode = Checked(administrativeCode) }, actor, ""));
    }

    /// <summary>
    /// Starts a year with the plan of another: units, programmes, projects that were not closed, and indicators with their
    /// calendars. Everything gets a new identity, and nothing of what was achieved or amended comes along.
    /// </summary>
    /// <param name="entityCode">The office.</param>
    /// <param name="from">The year to copy.</param>
    /// <param name="to">The new year.</param>
    /// <param name="actor">Who copies it.</param>
    /// <param name="name">The office's name in the new year; null for the one that it had.</param>
    /// <param name="administrativeCode">Its key in the administrative classification in the new year; null for the one that it had.</param>
    /// <exception cref="RuleViolationException"><c>plan.exists</c>, <c>plan.year</c>, <c>AVP-060</c>.</exception>
    public void Copy(string entityCode, int from, int to, string actor, string? name = null, string? administrativeCode = null) => Write(entityCode, session =>
    {
        var source = PlanRows.FindYear(session, entityCode, from) ?? throw PlanRefusals.NotStarted(entityCode, from);
        var year = new FiscalYear(Checked(to), PlanState.Draft, 0, 1) { AdministrativeCode = administrativeCode is null ? source.Year.AdministrativeCode : Checked(administrativeCode) };
        Start(session, source.Entity with { Name = name ?? source.Entity.Name }, year, actor, string.Create(CultureInfo.InvariantCulture, $"plan {from}"));
        PlanCopy.Insert(session, source.EntityId, PlanRows.Load(session, source), to, Now());
    });

    /// <summary>
    /// Approves a draft: what it says is frozen, and its targets become the original targets in the ledger. Nothing happens
    /// while a problem blocks it.
    /// </summary>
    /// <returns>What does not hold together; when anything of it blocks approval, the plan is still a draft.</returns>
    /// <exception cref="RuleViolationException">
    /// <c>plan.year</c>, <c>plan.state</c>. <c>plan.date</c>: the day has not come or is past the year's end. <c>plan.conflict</c>: the
    /// plan is not the one that was seen.
    /// </exception>
    public IReadOnlyList<PlanProblem> Approve(string entityCode, int year, PlanApproval approval, string actor)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return database.Write(session =>
        {
            var draft = PlanDraft.Take(session, entityCode, year, actor, Now());
            var plan = draft.Plan;
            if (plan.Year.State != PlanState.Draft)
            {
                throw PlanRefusals.WrongState(plan.Year, PlanState.Draft);
            }

            RequireDay(plan.Year, approval.On);
            if (approval.Seen is { } seen && seen != plan.Year.Version)
            {
                throw PlanRefusals.Changed(PlanFieldSubject.Plan(plan.Year));
            }

            var problems = PlanChecker.Check(plan);
            if (!problems.Any(p => p.BlocksApproval))
            {
                Post(session, draft.EntityId, plan, approval, actor, Now());
                Advance(session, draft.EntityId, plan.Year, plan.Year with { State = PlanState.Approved }, actor, "plan.approved");
            }

            return problems;
        });
    }

    /// <summary>
    /// Opens an approved year to movements and amendments. From then on no approved budget can be loaded, so a year without one
    /// is opened only when that is said.
    /// </summary>
    /// <param name="entityCode">The office.</param>
    /// <param name="year">The year.</param>
    /// <param name="actor">Who opens it.</param>
    /// <param name="withoutBudget">Whether it may be opened with nothing approved.</param>
    /// <exception cref="RuleViolationException"><c>plan.year</c>, <c>plan.state</c>, <c>plan.budget</c>.</exception>
    public void Open(string entityCode, int year, string actor, bool withoutBudget = false) =>
        Advance(entityCode, year, PlanState.Approved, actor, "plan.opened", (session, row) =>
            withoutBudget || PlanRows.HasBudget(session, row.EntityId, year) ? row.Year with { State = PlanState.Open } : throw PlanRefusals.NoBudget(row.Year));

    /// <summary>Closes the months of an open year through one of them: no movement is dated in them any more.</summary>
    /// <exception cref="RuleViolationException"><c>plan.year</c>, <c>plan.state</c>, <c>plan.month</c>.</exception>
    public void CloseThrough(string entityCode, int year, int month, string actor) =>
        Advance(entityCode, year, PlanState.Open, actor, "plan.months-closed", (_, row) =>
            month is < 1 or > 12 || month <= row.Year.ClosedThrough ? throw PlanRefusals.BadMonth(row.Year, month) : row.Year with { ClosedThrough = month });

    /// <summary>Closes a year whose twelve months are closed, and with no quarter in capture: nothing changes in it any more.</summary>
    /// <exception cref="RuleViolationException"><c>plan.year</c>, <c>plan.state</c>, <c>plan.month</c>, <c>plan.capture</c>.</exception>
    public void Close(string entityCode, int year, string actor) =>
        Advance(entityCode, year, PlanState.Open, actor, "plan.closed", static (session, row) =>
            row.Year.ClosedThrough < 12 ? throw PlanRefusals.MonthsOpen(row.Year)
            : PlanRows.QuarterInCapture(session, row.EntityId, row.Year.Year) is { } quarter ? throw PlanRefusals.InCapture(row.Year, quarter)
            : row.Year with { State = PlanState.Closed });

    private static int Checked(int year) => year is >= FiscalYear.First and <= FiscalYear.Last ? year : throw PlanRefusals.BadYear(year);

    private static string Checked(string administrativeCode) =>
        administrativeCode.Length == 0 || administrativeCode.StartsWith("1.", StringComparison.Ordinal) || Classifications.Administrative.Find(administrativeCode) is not null
            ? administrativeCode
            : throw PlanRefusals.BadAdministrativeCode(administrativeCode);

    /// <summary>Refuses a day on which the plan cannot have been approved: one to come, or after the year.</summary>
    private void RequireDay(FiscalYear year, DateOnly day)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var end = new DateOnly(year.Year, 12, 31);
        var last = today < end ? today : end;
        if (day > last)
        {
            throw PlanRefusals.BadApprovalDay(year, day, last);
        }
    }

    private static void Post(Session session, Guid entity, AnnualPlan plan, PlanApproval approval, string actor, DateTimeOffset now)
    {
        using var writer = new LedgerWriter(session, entity, plan.Year.Year, actor, now);
        var folio = string.Create(CultureInfo.InvariantCulture, $"PLAN-{plan.Year.Year}");
        // What was programmed holds for the whole year, also for a quarter that ended before the act.
        var january = new DateOnly(plan.Year.Year, 1, 1);
        writer.Accept([new LedgerDocument
        {
            Id = writer.Identities.Next(),
            Kind = DocumentKind.Plan,
            Folio = folio,
            SourceDocumentId = folio,
            EffectiveOn = approval.On < january ? approval.On : january,
            Description = string.Create(CultureInfo.InvariantCulture, $"Aprobación del plan {plan.Year.Year}, del {approval.On:dd/MM/yyyy}"),
            Authority = approval.Authority,
            Targets = [.. Originals(plan)],
        }])[0].ThrowIfRefused();
        writer.Finish();
    }

    private static IEnumerable<TargetEntry> Originals(AnnualPlan plan)
    {
        foreach (var indicator in plan.Projects.SelectMany(project => project.Indicators))
        {
            for (var month = 1; month <= 12; month++)
            {
                if (indicator.Calendar[month - 1] is { } quantity)
                {
                    yield return new(indicator.Id, month, TargetStage.Original, quantity);
                }
            }
        }
    }

    private void Start(Session session, PublicEntity entity, FiscalYear year, string actor, string origin)
    {
        if (PlanRows.FindYear(session, entity.Code, year.Year) is not null)
        {
            throw PlanRefusals.Exists(entity.Code, year.Year);
        }

        var now = Now();
        var id = Entities.FindOrAdd(session, entity.Code, now);
        PlanRows.InsertYear(session, id, entity, year);
        JournalChain.Append(session, id, now, actor, origin.Length == 0 ? "plan.started" : "plan.copied", Subject(year), origin, PlanFields.Json(PlanFields.Of(year)));
    }

    private void Advance(string entityCode, int year, PlanState from, string actor, string action, Func<Session, PlanYearRow, FiscalYear> step) => Write(entityCode, session =>
    {
        var row = PlanRows.FindYear(session, entityCode, year) ?? throw PlanRefusals.NotStarted(entityCode, year);
        if (row.Year.State != from)
        {
            throw PlanRefusals.WrongState(row.Year, from);
        }

        Advance(session, row.EntityId, row.Year, step(session, row), actor, action);
    });

    private void Advance(Session session, Guid entity, FiscalYear before, FiscalYear after, string actor, string action)
    {
        after = after with { Version = before.Version + 1 };
        PlanRows.UpdateYear(session, entity, after);
        JournalChain.Append(session, entity, Now(), actor, action, Subject(after), PlanFields.Json(PlanFields.Of(before)), PlanFields.Json(PlanFields.Of(after)));
    }

    private void Write(string entityCode, Action<Session> change) => database.Write(session =>
    {
        session.LockEntity(entityCode);
        change(session);
        return true;
    });

    private static string Subject(FiscalYear year) => string.Create(CultureInfo.InvariantCulture, $"plan {year.Year}");

    private DateTimeOffset Now() => StoredMoment.Now(clock);
}
