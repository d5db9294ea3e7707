using Avance.App.Journal;
using Avance.App.Storage;
using Avance.Planning;

namespace Avance.App.Planning;

/// <summary>
/// A year's plan in the hands of one writer, inside a transaction that holds the entity's lock: read once, changed row by
/// row, and always as it stands. Every change is journalled. Problems that block saving leave the row as it was; a plan that
/// is frozen, or a row that someone else changed meanwhile, is refused with an exception.
/// </summary>
internal sealed partial class PlanDraft
{
    private readonly Session _session;
    private readonly Guid _entity;
    private readonly string _actor;
    private readonly DateTimeOffset _now;
    private readonly List<ResponsibleUnit> _units;
    private readonly List<BudgetProgramme> _programmes;
    private readonly List<PlannedProject> _projects;

    private bool _changed;

    private PlanDraft(Session session, Guid entity, AnnualPlan plan, string actor, DateTimeOffset now)
    {
        _session = session;
        _entity = entity;
        _actor = actor;
        _now = now;
        _units = [.. plan.Units];
        _programmes = [.. plan.Programmes];
        _projects = [.. plan.Projects];
        Plan = plan with { Units = _units, Programmes = _programmes, Projects = _projects };
    }

    /// <summary>The plan as it stands after what was put and taken out.</summary>
    public AnnualPlan Plan { get; private set; }

    /// <summary>The office that owns it.</summary>
    public Guid EntityId => _entity;

    private int Year => Plan.Year.Year;

    /// <summary>Takes the plan of an office's year in hand; other writers of the office wait.</summary>
    /// <exception cref="RuleViolationException"><c>plan.year</c>: the year was not started.</exception>
    public static PlanDraft Take(Session session, string entityCode, int year, string actor, DateTimeOffset now)
    {
        session.LockEntity(entityCode);
        var row = PlanRows.FindYear(session, entityCode, year) ?? throw PlanRefusals.NotStarted(entityCode, year);
        return new(session, row.EntityId, PlanRows.Load(session, row), actor, StoredMoment.Of(now));
    }

    /// <summary>The same for an office whose lock the transaction holds already, and which has the year.</summary>
    public static PlanDraft Take(Session session, Guid entity, int year, string actor, DateTimeOffset now) =>
        new(session, entity, PlanRows.Load(session, entity, year)!, actor, StoredMoment.Of(now));

    /// <summary>Adds a unit (version 0) or changes it (the version that was read).</summary>
    public IReadOnlyList<PlanProblem> Put(ResponsibleUnit unit)
    {
        var index = _units.FindIndex(u => u.Code == unit.Code);
        var stored = index < 0 ? null : _units[index];
        RequireState(stored is null ? PlanState.Open : PlanState.Draft);
        unit = unit with { Position = unit.Position > 0 ? unit.Position : stored?.Position ?? _units.Count + 1 };
        var problems = Keep(
            new("unit", unit.Code, PlanFieldSubject.Unit(unit.Code), unit.Version, PlanFields.Of(unit)),
            stored is null ? null : new(stored.Version, PlanFields.Of(stored)) { Name = stored.Name },
            () => PlanChecker.Check(unit, Plan),
            version =>
            {
                var kept = unit with { Version = version };
                if (stored is null)
                {
                    PlanRows.Insert(_session, _entity, Year, kept);
                    _units.Add(kept);
                }
                else
                {
                    PlanRows.Update(_session, _entity, Year, kept);
                    _units[index] = kept;
                }
            });
        _units.Sort(static (a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : string.CompareOrdinal(a.Code, b.Code));
        return problems;
    }

    /// <summary>Adds a programme (version 0) or changes it (the version that was read).</summary>
    public IReadOnlyList<PlanProblem> Put(BudgetProgramme programme)
    {
        var index = _programmes.FindIndex(p => p.Code == programme.Code);
        var stored = index < 0 ? null : _programmes[index];
        RequireState(stored is null ? PlanState.Open : PlanState.Draft);
        var problems = Keep(
            new("programme", programme.Code, PlanFieldSubject.Programme(programme.Code), programme.Version, PlanFields.Of(programme)),
            stored is null ? null : new(stored.Version, PlanFields.Of(stored)) { Name = stored.Name },
            () => PlanChecker.Check(programme, Plan),
            version =>
            {
                var kept = programme with { Version = version };
                if (stored is null)
                {
                    PlanRows.Insert(_session, _entity, Year, kept);
                    _programmes.Add(kept);
                }
                else
                {
                    PlanRows.Update(_session, _entity, Year, kept);
                    _programmes[index] = kept;
                }
            });
        _programmes.Sort(static (a, b) => string.CompareOrdinal(a.Code, b.Code));
        return problems;
    }

    /// <summary>
    /// Adds a project (version 0) or changes it (the version that was read), its indicators apart. After approval only those
    /// added by amendment.
    /// </summary>
    public IReadOnlyList<PlanProblem> Put(PlannedProject project)
    {
        var index = _projects.FindIndex(p => p.Id == project.Id);
        var stored = index < 0 ? null : _projects[index];
        RequireProjectState(stored?.AddedByAmendment ?? project.AddedByAmendment);
        if (stored is not null && stored.UnitCode != project.UnitCode)
        {
            RequireUncaptured(stored);
        }

        project = project with
        {
            Position = project.Position > 0 ? project.Position : stored?.Position ?? NextPosition(),
            AddedByAmendment = stored?.AddedByAmendment ?? (project.AddedByAmendment && Plan.Year.State != PlanState.Draft),
            Closed = stored?.Closed ?? false,
            Indicators = stored?.Indicators ?? [],
        };
        var known = stored ?? project;
        var problems = Keep(
            new("project", known.Address, PlanFieldSubject.Project(known), project.Version, PlanFields.Of(project)),
            stored is null ? null : new(stored.Version, PlanFields.Of(stored)),
            () => PlanChecker.Check(project, Plan),
            version =>
            {
                var kept = project with { Version = version };
                if (stored is null)
                {
                    PlanRows.Insert(_session, _entity, Year, kept);
                    _projects.Add(kept);
                }
                else
                {
                    PlanRows.Update(_session, _entity, kept);
                    _projects[index] = kept;
                }
            });
        SortProjects();
        return problems;
    }

    private void RequireUncaptured(PlannedProject project)
    {
        if (PlanRows.IsCaptured(_session, _entity, Year, project.Id))
        {
            throw PlanRefusals.Captured(project);
        }
    }

    /// <summary>
    /// Adds an indicator (version 0) or changes it (the version that was read). After approval only in projects added by
    /// amendment, with original targets of zero.
    /// </summary>
    public IReadOnlyList<PlanProblem> Put(Guid projectId, Indicator indicator)
    {
        var at = _projects.FindIndex(p => p.Id == projectId);
        if (at < 0)
        {
            throw PlanRefusals.Gone(new("el proyecto", "the project"));
        }

        var project = _projects[at];
        RequireProjectState(project.AddedByAmendment);
        var indicators = project.Indicators.ToList();
        var index = indicators.FindIndex(i => i.Id == indicator.Id);
        var stored = index < 0 ? null : indicators[index];
        if (stored is not null && (stored.Frequency, stored.Accumulation) != (indicator.Frequency, indicator.Accumulation))
        {
            RequireUncaptured(project);
        }

        indicator = indicator with { Position = indicator.Position > 0 ? indicator.Position : stored?.Position ?? indicators.Select(i => i.Position).DefaultIfEmpty().Max() + 1 };
        return Keep(
            new("indicator", $"{project.Address}/{indicator.Position}", PlanFieldSubject.Indicator(stored ?? indicator), indicator.Version, PlanFields.Of(indicator)),
            stored is null ? null : new(stored.Version, PlanFields.Of(stored)),
            () => PlanChecker.Check(indicator, project, Year),
            version =>
            {
                var kept = indicator with { Version = version };
                if (stored is null)
                {
                    PlanRows.Insert(_session, _entity, projectId, kept);
                    indicators.Add(kept);
                }
                else
                {
                    PlanRows.Update(_session, _entity, projectId, kept);
                    indicators[index] = kept;
                }

                indicators.Sort(static (a, b) => a.Position.CompareTo(b.Position));
                _projects[at] = project with { Indicators = indicators };
            });
    }

    private int NextPosition() => _projects.Count == 0 ? 1 : _projects.Max(p => p.Position) + 1;

    private void SortProjects() => _projects.Sort(static (a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : string.CompareOrdinal(a.Address, b.Address));

    /// <summary>
    /// Keeps a row that was typed. What says the same as the record changes nothing, whoever wrote it there: a form that is
    /// sent twice is kept once.
    /// </summary>
    /// <param name="typed">The row as typed.</param>
    /// <param name="stored">The row as it is on record; null when there is none.</param>
    /// <param name="check">What does not hold in it.</param>
    /// <param name="write">Writes it, with the version that it gets.</param>
    private IReadOnlyList<PlanProblem> Keep(TypedRow typed, StoredRow? stored, Func<IReadOnlyList<PlanProblem>> check, Action<int> write)
    {
        if (stored is { } same && same.Fields.SequenceEqual(typed.Fields))
        {
            return check();
        }

        if (stored is { Name: { } name } && typed.Version == 0)
        {
            return
            [
                new(
                    "plan.exists", PlanGravity.BlocksSaving, PlanField.Key, typed.Subject,
                    new($"Ya existe {typed.Subject.Spanish}: «{name}».", $"There is {typed.Subject.English} already: «{name}»."),
                    new("Use otra clave, o edite la que existe.", "Use another key, or edit the one that exists.")),
            ];
        }

        if (typed.Version != (stored?.Version ?? 0))
        {
            throw stored is { } theirs ? PlanFields.Conflict(typed.Subject, theirs.Fields, typed.Fields) : PlanRefusals.Gone(typed.Subject);
        }

        var problems = check();
        if (!problems.Any(p => p.BlocksSaving))
        {
            write(NextVersion());
            Journal(typed.What, typed.Which, stored?.Fields, typed.Fields);
        }

        return problems;
    }

    /// <summary>
    /// The version of the plan that this writer makes, and of every row that it touches. Versions of the plan are never used
    /// twice, so a row that was taken out and added again under the same key is not taken for the first one.
    /// </summary>
    private int NextVersion()
    {
        if (!_changed)
        {
            _changed = true;
            Plan = Plan with { Year = Plan.Year with { Version = Plan.Year.Version + 1 } };
            PlanRows.UpdateYear(_session, _entity, Plan.Year);
        }

        return Plan.Year.Version;
    }

    private void RequireState(PlanState last)
    {
        if (Plan.Year.State > last)
        {
            throw PlanRefusals.WrongState(Plan.Year, last);
        }
    }

    private void RequireProjectState(bool isByAmendment) => RequireState(isByAmendment ? PlanState.Open : PlanState.Draft);

    private void Journal(string what, string which, List<PlanFieldValue>? before, List<PlanFieldValue>? after) => JournalChain.Append(
        _session, _entity, _now, _actor,
        $"plan.{what}.{(before is null ? "added" : after is null ? "removed" : "changed")}",
        $"plan {Year} {which}",
        before is null ? "" : PlanFields.Json(before),
        after is null ? "" : PlanFields.Json(after));

    /// <summary>A row as someone typed it.</summary>
    /// <param name="What">What it is, as the journal calls it.</param>
    /// <param name="Which">Its key, as the journal names it.</param>
    /// <param name="Subject">The row as sentences name it.</param>
    /// <param name="Version">The version that was read; 0 for a new one.</param>
    /// <param name="Fields">What it says.</param>
    private readonly record struct TypedRow(string What, string Which, LocalizedText Subject, int Version, List<PlanFieldValue> Fields);

    /// <summary>A row as it is on record.</summary>
    /// <param name="Version">Its version.</param>
    /// <param name="Fields">What it says.</param>
    private readonly record struct StoredRow(int Version, List<PlanFieldValue> Fields)
    {
        /// <summary>Its name, of what is known by its key alone and is not added under the same key again.</summary>
        public string? Name { get; init; }
    }
}
