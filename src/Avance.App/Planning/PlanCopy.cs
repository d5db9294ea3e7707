using Avance.App.Storage;
using Avance.Planning;

namespace Avance.App.Planning;

/// <summary>Writes the plan of one year as the draft of another.</summary>
internal static class PlanCopy
{
    public static void Insert(Session session, Guid entity, AnnualPlan plan, int year, DateTimeOffset now)
    {
        // Down the tree, so that each unit finds the one that it belongs to.
        foreach (var (unit, _) in plan.UnitTree())
        {
            PlanRows.Insert(session, entity, year, unit with { Version = 1 });
        }

        foreach (var programme in plan.Programmes)
        {
            PlanRows.Insert(session, entity, year, programme with { Version = 1 });
        }

        var position = 0;
        foreach (var project in plan.Projects.Where(project => !project.Closed))
        {
            var copy = project with { Id = Guid.CreateVersion7(now), Position = ++position, AddedByAmendment = false, Version = 1 };
            PlanRows.Insert(session, entity, year, copy);
            foreach (var indicator in project.Indicators)
            {
                PlanRows.Insert(session, entity, copy.Id, indicator with { Id = Guid.CreateVersion7(now), Version = 1 });
            }
        }
    }
}
