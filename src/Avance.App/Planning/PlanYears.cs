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
public sealed record PlanApproval(DateOnly On, string Authority);

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
        if (administrativeCode.Length > 0 && !administrativeCode.StartsWith("1.", StringComparison.Ordinal) && Classifications.Administrative.Find(administrativeCode) is null)
        {
            throw PlanRefusals.BadAdministrativeCode(administrativeCode);
        }

        Write(entity.Code, session => Start(session, entity, new FiscalYear(Checked(year), PlanState.Draft, 0, 1) { AdministrativeCode = administrativeCode }, actor, ""));
    }

    /// <summary>
    /// Starts a year with the plan of another: units, programmes, projects that were not closed, and indicators with their
    /// calendars. Everything gets a new identity, and nothing of what was achieved or amended comes along.
    /// </summary>
    /// <exception cref="RuleViolationException"><c>plan.exists</c>, <c>plan.year</c>.</exception>
    public void Copy(string entityCode, int from, int to, string actor) => Write(entityCode, session =>
    {
        var source = PlanRows.FindYear(session, entityCode, from) ?? throw PlanRefusals.NotStarted(entityCode, from);
        Start(session, source.Entity, new FiscalYear(Checked(to), PlanState.Draft, 0, 1) { AdministrativeCode = source.Year.AdministrativeCode }, actor, string.Create(CultureInfo.InvariantCulture, $"plan {from}"));
        PlanCopy.Insert(session, source.EntityId, PlanRows.Load(session, source), to, Now());
    });

    /// <summary>
    /// Approves a draft: what it says is frozen, and its targets become the original targets in the ledger. Nothing happens
    /// while a problem blocks it.
    /// </summary>
    /// <returns>What does not hold together; when anything of it blocks approval, the plan is still a draft.</returns>
    /// <exception cref="RuleViolationException"><c>plan.year</c>, <c>plan.state</c>.</exception>
    public IReadOnlyList<PlanProblem> Approve(string entityCode, int year, PlanApproval approval, string actor)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return database.Write(session =>
        {
            var draft = PlanDraft.Take(session, entityCode, year, actor, Now());
            var plan = draft.Plan;
            if (plan.Year.State != PlanState.Draft)
            {
                throw PlanRefusals.WrongState(plan.Year);
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

    /// <summary>Opens an approved year to movements and amendments.</summary>
    /// <exception cref="RuleViolationException"><c>plan.year</c>, <c>plan.state</c>.</exception>
    public void Open(string entityCode, int year, string actor) =>
        Advance(entityCode, year, PlanState.Approved, actor, "plan.opened", static y => y with { State = PlanState.Open });

    /// <summary>Closes the months of an open year through one of them: no movement is dated in them any more.</summary>
    /// <exception cref="RuleViolationException"><c>plan.year</c>, <c>plan.state</c>, <c>plan.month</c>.</exception>
    public void CloseThrough(string entityCode, int year, int month, string actor) =>
        Advance(entityCode, year, PlanState.Open, actor, "plan.months-closed", y => month is < 1 or > 12 || month <= y.ClosedThrough ? throw PlanRefusals.BadMonth(y, month) : y with { ClosedThrough = month });

    /// <summary>Closes a year whose twelve months are closed: nothing changes in it any more.</summary>
    /// <exception cref="RuleViolationException"><c>plan.year</c>, <c>plan.state</c>, <c>plan.month</c>.</exception>
    public void Close(string entityCode, int year, string actor) =>
        Advance(entityCode, year, PlanState.Open, actor, "plan.closed", static y => y.ClosedThrough < 12 ? throw PlanRefusals.MonthsOpen(y) : y with { State = PlanState.Closed });

    private static int Checked(int year) => year is >= FiscalYear.First and <= FiscalYear.Last ? year : throw PlanRefusals.BadYear(year);

    private static void Post(Session session, Guid entity, AnnualPlan plan, PlanApproval approval, string actor, DateTimeOffset now)
    {
        using var writer = new LedgerWriter(session, entity, plan.Year.Year, actor, now);
        var folio = string.Create(CultureInfo.InvariantCulture, $"PLAN-{plan.Year.Year}");
        writer.Accept([new LedgerDocument
        {
            Id = writer.Identities.Next(),
            Kind = DocumentKind.Plan,
            Folio = folio,
            SourceDocumentId = folio,
            EffectiveOn = approval.On,
            Description = string.Create(CultureInfo.InvariantCulture, $"Aprobación del plan {plan.Year.Year}"),
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

    private void Advance(string entityCode, int year, PlanState from, string actor, string action, Func<FiscalYear, FiscalYear> step) => Write(entityCode, session =>
    {
        var row = PlanRows.FindYear(session, entityCode, year) ?? throw PlanRefusals.NotStarted(entityCode, year);
        if (row.Year.State != from)
        {
            throw PlanRefusals.WrongState(row.Year);
        }

        Advance(session, row.EntityId, row.Year, step(row.Year), actor, action);
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
