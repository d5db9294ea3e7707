using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Budget;

namespace Avance.App.Budget;

/// <summary>What a closing amendment does beyond its figures: the projects that it names are closed with it, and open again when it is undone.</summary>
internal static class AmendmentClosing
{
    /// <summary>Closes the projects that a closing amendment names; what third parties send before the year opens closes none.</summary>
    public static void Close(Session session, Guid entity, Amendment amendment, AmendmentContext context, string actor, DateTimeOffset now)
    {
        if (amendment.Type == AmendmentType.Closing && context.IsOpen)
        {
            var plan = PlanDraft.Take(session, entity, amendment.Year, actor, now);
            Projects(context).ForEach(plan.CloseProject);
        }
    }

    /// <summary>Opens the projects of a closing amendment that was undone, but for those that another one closed too.</summary>
    public static void Reopen(Session session, Guid entity, Amendment amendment, AmendmentContext context, string actor, DateTimeOffset now)
    {
        if (amendment.Type == AmendmentType.Closing)
        {
            var grounds = new AmendmentGrounds(session, entity, amendment.Year);
            var others = AmendmentRows
                .Where(session, "WHERE entity_id = $1 AND fiscal_year = $2 AND type = $3 AND state = $4 AND amendment_id <> $5", entity, amendment.Year, AmendmentType.Closing.Code(), AmendmentState.Applied.Code(), amendment.Id)
                .SelectMany(row => Projects(grounds.Of(AmendmentRows.Find(session, entity, row.Amendment.Id)!.Amendment, withTotals: false).Context));
            var plan = PlanDraft.Take(session, entity, amendment.Year, actor, now);
            Projects(context).Except(others).ToList().ForEach(plan.ReopenProject);
        }
    }

    private static List<Guid> Projects(AmendmentContext context) => [.. context.Projects.Keys.Concat(context.Indicators.Values.Select(static i => i.ProjectId)).Distinct()];
}
