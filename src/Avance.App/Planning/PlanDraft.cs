using Avance.App.Journal;
using Avance.App.Storage;
using Avance.Planning;

namespace Avance.App.Planning;

/// <summary>
/// A year's plan in the hands of one writer, inside a transaction that holds the entity's lock: read once, changed row by
/// row, and always as it stands. Every change is journalled. Problems that block saving leave the row as it was; a plan that
/// is frozen, or a row that someone else changed meanwhile, is refused with an exception.
/// </summary>
internal sealed class PlanDraft
{
    private readonly Session _session;
    private readonly Guid _entity;
    private readonly string _actor;
    private readonly DateTimeOffset _now;
    private readonly List<ResponsibleUnit> _units;
    private readonly List<BudgetProgramme> _programmes;
    private readonly List<PlannedProject> _projects;

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
    public AnnualPlan Plan { get; }

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
        if (Exists(unit.Version, stored?.Version, stored?.Name, PlanFieldSubject.Unit(unit.Code)) is { } exists)
        {
            return [exists];
        }

        unit = unit with { Position = unit.Position > 0 ? unit.Position : stored?.Position ?? _units.Count + 1 };
        var problems = PlanChecker.Check(unit, Plan);
        if (problems.Any(p => p.BlocksSaving))
        {
            return problems;
        }

        RequireVersion(unit.Version, stored?.Version, PlanFieldSubject.Unit(unit.Code), () => PlanFields.Of(stored!), () => PlanFields.Of(unit));
        var kept = unit with { Version = unit.Version + 1 };
        if (stored is null)
        {
            PlanRows.Insert(_session, _entity, Year, kept);
            _units.Add(kept);
            Journal("unit", unit.Code, null, PlanFields.Of(kept));
        }
        else if (stored != unit)
        {
            PlanRows.Update(_session, _entity, Year, kept);
            _units[index] = kept;
            Journal("unit", unit.Code, PlanFields.Of(stored), PlanFields.Of(kept));
        }

        _units.Sort(static (a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : string.CompareOrdinal(a.Code, b.Code));
        return problems;
    }

    /// <summary>Adds a programme (version 0) or changes it (the version that was read).</summary>
    public IReadOnlyList<PlanProblem> Put(BudgetProgramme programme)
    {
        var index = _programmes.FindIndex(p => p.Code == programme.Code);
        var stored = index < 0 ? null : _programmes[index];
        RequireState(stored is null ? PlanState.Open : PlanState.Draft);
        if (Exists(programme.Version, stored?.Version, stored?.Name, PlanFieldSubject.Programme(programme.Code)) is { } exists)
        {
            return [exists];
        }

        var problems = PlanChecker.Check(programme, Plan);
        if (problems.Any(p => p.BlocksSaving))
        {
            return problems;
        }

        RequireVersion(programme.Version, stored?.Version, PlanFieldSubject.Programme(programme.Code), () => PlanFields.Of(stored!), () => PlanFields.Of(programme));
        var kept = programme with { Version = programme.Version + 1 };
        if (stored is null)
        {
            PlanRows.Insert(_session, _entity, Year, kept);
            _programmes.Add(kept);
            Journal("programme", programme.Code, null, PlanFields.Of(kept));
        }
        else if (stored != programme)
        {
            PlanRows.Update(_session, _entity, Year, kept);
            _programmes[index] = kept;
            Journal("programme", programme.Code, PlanFields.Of(stored), PlanFields.Of(kept));
        }

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
        project = project with
        {
            Position = project.Position > 0 ? project.Position : stored?.Position ?? NextPosition(),
            AddedByAmendment = stored?.AddedByAmendment ?? (project.AddedByAmendment && Plan.Year.State != PlanState.Draft),
            Closed = stored?.Closed ?? false,
            Indicators = stored?.Indicators ?? [],
        };
        var problems = PlanChecker.Check(project, Plan);
        if (problems.Any(p => p.BlocksSaving))
        {
            return problems;
        }

        RequireVersion(project.Version, stored?.Version, PlanFieldSubject.Project(project), () => PlanFields.Of(stored!), () => PlanFields.Of(project));
        var kept = project with { Version = project.Version + 1 };
        var fields = PlanFields.Of(kept);
        if (stored is null)
        {
            PlanRows.Insert(_session, _entity, Year, kept);
            _projects.Add(kept);
            Journal("project", kept.Address, null, fields);
        }
        else if (stored.Position != kept.Position || !PlanFields.Of(stored).SequenceEqual(fields))
        {
            PlanRows.Update(_session, _entity, kept);
            _projects[index] = kept;
            Journal("project", stored.Address, PlanFields.Of(stored), fields);
        }

        SortProjects();
        return problems;
    }

    /// <summary>
    /// Adds an indicator (version 0) or changes it (the version that was read). After approval only in projects added by
    /// amendment, with original targets of zero.
    /// </summary>
    public IReadOnlyList<PlanProblem> Put(Guid projectId, Indicator indicator)
    {
        var (at, project) = FindProject(projectId);
        RequireProjectState(project.AddedByAmendment);
        var indicators = project.Indicators.ToList();
        var index = indicators.FindIndex(i => i.Id == indicator.Id);
        var stored = index < 0 ? null : indicators[index];
        indicator = indicator with { Position = indicator.Position > 0 ? indicator.Position : stored?.Position ?? indicators.Select(i => i.Position).DefaultIfEmpty().Max() + 1 };
        var problems = PlanChecker.Check(indicator, project, Year);
        if (problems.Any(p => p.BlocksSaving))
        {
            return problems;
        }

        RequireVersion(indicator.Version, stored?.Version, PlanFieldSubject.Indicator(indicator), () => PlanFields.Of(stored!), () => PlanFields.Of(indicator));
        var kept = indicator with { Version = indicator.Version + 1 };
        var fields = PlanFields.Of(kept);
        if (stored is null)
        {
            PlanRows.Insert(_session, _entity, projectId, kept);
            indicators.Add(kept);
            Journal("indicator", $"{project.Address}/{kept.Position}", null, fields);
        }
        else if (stored.Position != kept.Position || !PlanFields.Of(stored).SequenceEqual(fields))
        {
            PlanRows.Update(_session, _entity, projectId, kept);
            indicators[index] = kept;
            Journal("indicator", $"{project.Address}/{kept.Position}", PlanFields.Of(stored), fields);
        }

        indicators.Sort(static (a, b) => a.Position.CompareTo(b.Position));
        _projects[at] = project with { Indicators = indicators };
        return problems;
    }

    /// <summary>Takes a unit out of the draft, unless something hangs on it.</summary>
    public void RemoveUnit(string code)
    {
        RequireState(PlanState.Draft);
        var unit = Plan.Unit(code) ?? throw PlanRefusals.Missing(PlanFieldSubject.Unit(code));
        if (_units.Any(u => u.Parent == code) || _projects.Any(p => p.UnitCode == code))
        {
            throw PlanRefusals.InUse(PlanFieldSubject.Unit(code));
        }

        PlanRows.DeleteUnit(_session, _entity, Year, code);
        _units.Remove(unit);
        Journal("unit", code, PlanFields.Of(unit), null);
    }

    /// <summary>Takes a programme out of the draft, unless a project belongs to it.</summary>
    public void RemoveProgramme(string code)
    {
        RequireState(PlanState.Draft);
        var programme = Plan.Programme(code) ?? throw PlanRefusals.Missing(PlanFieldSubject.Programme(code));
        if (_projects.Any(p => p.ProgrammeCode == code))
        {
            throw PlanRefusals.InUse(PlanFieldSubject.Programme(code));
        }

        PlanRows.DeleteProgramme(_session, _entity, Year, code);
        _programmes.Remove(programme);
        Journal("programme", code, PlanFields.Of(programme), null);
    }

    /// <summary>Takes a project out of the draft with its indicators, unless budget lines hang on it.</summary>
    public void RemoveProject(Guid projectId)
    {
        RequireState(PlanState.Draft);
        var (at, project) = FindProject(projectId);
        if (_session.Query("SELECT 1 FROM budget_line WHERE entity_id = $1 AND project_id = $2 LIMIT 1", static row => row.Long(0), _entity, projectId).Count > 0)
        {
            throw PlanRefusals.InUse(PlanFieldSubject.Project(project));
        }

        PlanRows.DeleteProject(_session, _entity, projectId);
        _projects.RemoveAt(at);
        Journal("project", project.Address, PlanFields.Of(project), null);
    }

    /// <summary>Takes an indicator out of the draft.</summary>
    public void RemoveIndicator(Guid projectId, Guid indicatorId)
    {
        RequireState(PlanState.Draft);
        var (at, project) = FindProject(projectId);
        var indicator = project.Indicators.FirstOrDefault(i => i.Id == indicatorId) ?? throw PlanRefusals.Missing(new("el indicador", "the indicator"));
        PlanRows.DeleteIndicator(_session, _entity, indicatorId);
        _projects[at] = project with { Indicators = [.. project.Indicators.Where(i => i.Id != indicatorId)] };
        Journal("indicator", $"{project.Address}/{indicator.Position}", PlanFields.Of(indicator), null);
    }

    /// <summary>Moves a project to a place of the printed order, from 1, and the others make room.</summary>
    public void MoveProject(Guid projectId, int place)
    {
        RequireState(PlanState.Draft);
        var (at, project) = FindProject(projectId);
        _projects.RemoveAt(at);
        _projects.Insert(Math.Clamp(place, 1, _projects.Count + 1) - 1, project);
        for (var i = 0; i < _projects.Count; i++)
        {
            if (_projects[i].Position != i + 1)
            {
                // The order is not what anyone edits in a form, so the version stays.
                _projects[i] = _projects[i] with { Position = i + 1 };
                PlanRows.Update(_session, _entity, _projects[i]);
            }
        }

        JournalChain.Append(_session, _entity, _now, _actor, "plan.project.moved", $"plan {Year} {project.Address}", Figure.Grouped(at + 1, 0), Figure.Grouped(_projects.FindIndex(p => p.Id == projectId) + 1, 0));
    }

    /// <summary>Closes a project of an approved year: it stays in the plan and takes no new commitments.</summary>
    public void CloseProject(Guid projectId) => Mark(projectId, isClosed: true);

    /// <summary>Opens a closed project again: what closed it was undone.</summary>
    public void ReopenProject(Guid projectId) => Mark(projectId, isClosed: false);

    private void Mark(Guid projectId, bool isClosed)
    {
        if (Plan.Year.State is not (PlanState.Approved or PlanState.Open))
        {
            throw PlanRefusals.WrongState(Plan.Year);
        }

        var (at, project) = FindProject(projectId);
        if (project.Closed != isClosed)
        {
            var kept = project with { Closed = isClosed, Version = project.Version + 1 };
            PlanRows.Update(_session, _entity, kept);
            _projects[at] = kept;
            Journal("project", project.Address, PlanFields.Of(project), PlanFields.Of(kept));
        }
    }

    private (int At, PlannedProject Project) FindProject(Guid id)
    {
        var at = _projects.FindIndex(p => p.Id == id);
        return at < 0 ? throw PlanRefusals.Missing(new("el proyecto", "the project")) : (at, _projects[at]);
    }

    private int NextPosition() => _projects.Count == 0 ? 1 : _projects.Max(p => p.Position) + 1;

    private void SortProjects() => _projects.Sort(static (a, b) => a.Position != b.Position ? a.Position.CompareTo(b.Position) : string.CompareOrdinal(a.Address, b.Address));

    private static PlanProblem? Exists(int version, int? stored, string? name, LocalizedText subject) => version > 0 || stored is null ? null : new(
        "plan.exists", PlanGravity.BlocksSaving, PlanField.Key, subject,
        new($"Ya existe {subject.Spanish}: «{name}».", $"There is {subject.English} already: «{name}»."),
        new("Use otra clave, o edite la que existe.", "Use another key, or edit the one that exists."));

    private static void RequireVersion(int read, int? stored, LocalizedText subject, Func<List<PlanFieldValue>> storedFields, Func<List<PlanFieldValue>> typedFields)
    {
        if (stored is null ? read != 0 : read != stored)
        {
            throw stored is null ? PlanRefusals.Missing(subject) : PlanFields.Conflict(subject, storedFields(), typedFields());
        }
    }

    private void RequireState(PlanState last)
    {
        if (Plan.Year.State > last)
        {
            throw PlanRefusals.WrongState(Plan.Year);
        }
    }

    private void RequireProjectState(bool isByAmendment) => RequireState(isByAmendment ? PlanState.Open : PlanState.Draft);

    private void Journal(string what, string which, List<PlanFieldValue>? before, List<PlanFieldValue>? after) => JournalChain.Append(
        _session, _entity, _now, _actor,
        $"plan.{what}.{(before is null ? "added" : after is null ? "removed" : "changed")}",
        $"plan {Year} {which}",
        before is null ? "" : PlanFields.Json(before),
        after is null ? "" : PlanFields.Json(after));
}
