using Avance.App.Storage;
using Avance.Planning;

namespace Avance.App.Planning;

/// <summary>
/// Changes the rows of a plan, one at a time. A row is added with version 0 and changed with the version that was read: when
/// someone else changed it meanwhile nothing is overwritten. Removing and closing take the version of the plan in which the
/// row was seen. Problems that block saving are returned and nothing is kept; other problems are returned with what was kept.
/// </summary>
/// <remarks>
/// All methods throw <see cref="RuleViolationException"/>: <c>plan.year</c> (not started), <c>plan.state</c> (frozen),
/// <c>plan.conflict</c> (changed or taken out meanwhile), <c>plan.missing</c>, <c>plan.in-use</c>.
/// </remarks>
public sealed class PlanEditor(Database database, TimeProvider clock)
{
    /// <summary>Adds or changes a unit.</summary>
    public IReadOnlyList<PlanProblem> Put(string entityCode, int year, ResponsibleUnit unit, string actor) => Edit(entityCode, year, actor, plan => plan.Put(unit));

    /// <summary>Adds or changes a programme.</summary>
    public IReadOnlyList<PlanProblem> Put(string entityCode, int year, BudgetProgramme programme, string actor) => Edit(entityCode, year, actor, plan => plan.Put(programme));

    /// <summary>Adds or changes a project, its indicators apart. After approval only those added by amendment.</summary>
    public IReadOnlyList<PlanProblem> Put(string entityCode, int year, PlannedProject project, string actor) => Edit(entityCode, year, actor, plan => plan.Put(project));

    /// <summary>Adds or changes an indicator of a project.</summary>
    public IReadOnlyList<PlanProblem> Put(string entityCode, int year, Guid projectId, Indicator indicator, string actor) => Edit(entityCode, year, actor, plan => plan.Put(projectId, indicator));

    /// <summary>Takes a unit out of a draft.</summary>
    public void RemoveUnit(string entityCode, int year, string code, int seen, string actor) => Edit(entityCode, year, actor, plan => plan.RemoveUnit(code, seen));

    /// <summary>Takes a programme out of a draft.</summary>
    public void RemoveProgramme(string entityCode, int year, string code, int seen, string actor) => Edit(entityCode, year, actor, plan => plan.RemoveProgramme(code, seen));

    /// <summary>Takes a project out of a draft, with its indicators.</summary>
    public void RemoveProject(string entityCode, int year, Guid projectId, int seen, string actor) => Edit(entityCode, year, actor, plan => plan.RemoveProject(projectId, seen));

    /// <summary>Takes an indicator out of a draft.</summary>
    public void RemoveIndicator(string entityCode, int year, Guid projectId, Guid indicatorId, int seen, string actor) => Edit(entityCode, year, actor, plan => plan.RemoveIndicator(projectId, indicatorId, seen));

    /// <summary>Moves a project to a place of the printed order, from 1.</summary>
    public void MoveProject(string entityCode, int year, Guid projectId, int place, string actor) => Edit(entityCode, year, actor, plan => plan.MoveProject(projectId, place));

    /// <summary>Closes a project of an approved year.</summary>
    public void CloseProject(string entityCode, int year, Guid projectId, int seen, string actor) => Edit(entityCode, year, actor, plan => plan.CloseProject(projectId, seen));

    private T Edit<T>(string entityCode, int year, string actor, Func<PlanDraft, T> change) =>
        database.Write(session => change(PlanDraft.Take(session, entityCode, year, actor, clock.GetUtcNow())));

    private void Edit(string entityCode, int year, string actor, Action<PlanDraft> change) => Edit(entityCode, year, actor, plan =>
    {
        change(plan);
        return true;
    });
}
