using Avance.App.Journal;
using Avance.Planning;

namespace Avance.App.Planning;

/// <content>What becomes of rows that are there: taken out, moved, closed.</content>
internal sealed partial class PlanDraft
{
    /// <summary>Takes a unit out of the draft, unless something hangs on it or it was changed after it was seen.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="seen">Version of the plan in which it was seen.</param>
    public void RemoveUnit(string code, int seen)
    {
        RequireState(PlanState.Draft);
        var subject = PlanFieldSubject.Unit(code);
        var unit = Plan.Unit(code) ?? throw PlanRefusals.Missing(subject);
        RequireSeen(seen, subject, unit.Version);
        if (_units.Any(u => u.Parent == code) || _projects.Any(p => p.UnitCode == code))
        {
            throw PlanRefusals.InUse(subject);
        }

        NextVersion();
        PlanRows.DeleteUnit(_session, _entity, Year, code);
        _units.Remove(unit);
        Journal("unit", code, PlanFields.Of(unit), null);
    }

    /// <summary>Takes a programme out of the draft, unless a project belongs to it or it was changed after it was seen.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="seen">Version of the plan in which it was seen.</param>
    public void RemoveProgramme(string code, int seen)
    {
        RequireState(PlanState.Draft);
        var subject = PlanFieldSubject.Programme(code);
        var programme = Plan.Programme(code) ?? throw PlanRefusals.Missing(subject);
        RequireSeen(seen, subject, programme.Version);
        if (_projects.Any(p => p.ProgrammeCode == code))
        {
            throw PlanRefusals.InUse(subject);
        }

        NextVersion();
        PlanRows.DeleteProgramme(_session, _entity, Year, code);
        _programmes.Remove(programme);
        Journal("programme", code, PlanFields.Of(programme), null);
    }

    /// <summary>
    /// Takes a project out of the draft with its indicators, unless budget lines hang on it or any of it was changed after it
    /// was seen.
    /// </summary>
    /// <param name="projectId">The project.</param>
    /// <param name="seen">Version of the plan in which it was seen.</param>
    public void RemoveProject(Guid projectId, int seen)
    {
        RequireState(PlanState.Draft);
        var (at, project) = FindProject(projectId);
        var subject = PlanFieldSubject.Project(project);
        RequireSeen(seen, subject, [project.Version, .. project.Indicators.Select(i => i.Version)]);
        if (_session.Query("SELECT 1 FROM budget_line WHERE entity_id = $1 AND project_id = $2 LIMIT 1", static row => row.Long(0), _entity, projectId).Count > 0)
        {
            throw PlanRefusals.InUse(subject);
        }

        NextVersion();
        PlanRows.DeleteProject(_session, _entity, projectId);
        _projects.RemoveAt(at);
        foreach (var indicator in project.Indicators)
        {
            Journal("indicator", $"{project.Address}/{indicator.Position}", PlanFields.Of(indicator), null);
        }

        Journal("project", project.Address, PlanFields.Of(project), null);
    }

    /// <summary>Takes an indicator out of the draft, unless it was changed after it was seen.</summary>
    /// <param name="projectId">Its project.</param>
    /// <param name="indicatorId">The indicator.</param>
    /// <param name="seen">Version of the plan in which it was seen.</param>
    public void RemoveIndicator(Guid projectId, Guid indicatorId, int seen)
    {
        RequireState(PlanState.Draft);
        var (at, project) = FindProject(projectId);
        var indicator = project.Indicators.FirstOrDefault(i => i.Id == indicatorId) ?? throw PlanRefusals.Missing(new("el indicador", "the indicator"));
        RequireSeen(seen, PlanFieldSubject.Indicator(indicator), indicator.Version);
        NextVersion();
        PlanRows.DeleteIndicator(_session, _entity, indicatorId);
        _projects[at] = project with { Indicators = [.. project.Indicators.Where(i => i.Id != indicatorId)] };
        Journal("indicator", $"{project.Address}/{indicator.Position}", PlanFields.Of(indicator), null);
    }

    /// <summary>Moves a project to a place of the printed order, from 1, and the others make room.</summary>
    public void MoveProject(Guid projectId, int place)
    {
        RequireState(PlanState.Draft);
        var (at, project) = FindProject(projectId);
        NextVersion();
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

    /// <summary>
    /// Closes a project of an approved year, unless it was changed after it was seen: it stays in the plan and takes no new
    /// commitments.
    /// </summary>
    /// <param name="projectId">The project.</param>
    /// <param name="seen">Version of the plan in which it was seen.</param>
    public void CloseProject(Guid projectId, int seen)
    {
        var (_, project) = FindProject(projectId);
        if (!project.Closed)
        {
            RequireSeen(seen, PlanFieldSubject.Project(project), project.Version);
        }

        Mark(projectId, isClosed: true);
    }

    /// <summary>Closes a project because an amendment that was applied says so.</summary>
    public void CloseProject(Guid projectId) => Mark(projectId, isClosed: true);

    /// <summary>Opens a closed project again: what closed it was undone.</summary>
    public void ReopenProject(Guid projectId) => Mark(projectId, isClosed: false);

    private void Mark(Guid projectId, bool isClosed)
    {
        if (Plan.Year.State is not (PlanState.Approved or PlanState.Open))
        {
            throw PlanRefusals.WrongState(Plan.Year, PlanState.Approved);
        }

        var (at, project) = FindProject(projectId);
        if (project.Closed != isClosed)
        {
            var kept = project with { Closed = isClosed, Version = NextVersion() };
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

    private static void RequireSeen(int seen, LocalizedText subject, params IEnumerable<int> versions)
    {
        if (versions.Any(version => version > seen))
        {
            throw PlanRefusals.Changed(subject);
        }
    }
}
