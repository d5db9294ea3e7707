using Avance.App.Planning;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;

namespace Avance.Web.Planning;

/// <summary>Something about to be taken out of the draft.</summary>
/// <param name="Work">The plan.</param>
/// <param name="Title">What is asked.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">Its own page.</param>
public sealed record PlanRemoval(PlanWork Work, LocalizedText Title, string Name, string Address)
{
    /// <summary>What is taken out along with it.</summary>
    public IReadOnlyList<string> Along { get; init; } = [];

    /// <summary>The form that asks; it carries the version of the plan that is seen.</summary>
    public Form Form { get; init; } = new Form(Work.Request.Site).WithVersion(Work.Plan.Year.Version);
}

/// <summary>Asks before something is taken out of the draft, and takes it out as it was seen.</summary>
internal static class PlanRemovals
{
    /// <summary>The page that asks.</summary>
    public static IResult Ask(PlanWork work, PlanRemoval removal, int status = StatusCodes.Status200OK) =>
        work.IsDraft || !removal.Form.IsValid ? Html.Page<PlanRemovalPage>(removal, status) : work.Request.NotFound(new("El plan está aprobado: ya nada se quita de él.", "The plan is approved: nothing is taken out of it any more."));

    /// <summary>Takes it out and goes back to the plan, or asks again and says why.</summary>
    /// <param name="work">The plan.</param>
    /// <param name="form">What was sent.</param>
    /// <param name="removal">What is taken out.</param>
    /// <param name="remove">Takes it out, given the version of the plan in which it was seen.</param>
    public static IResult Take(PlanWork work, Form form, PlanRemoval removal, Action<PlanEditor, int> remove)
    {
        var seen = form.Version();
        return form.Submit(
            () =>
            {
                remove(work.Request.Get<PlanEditor>(), seen);
                return work.Request.Next(work.Request.To("/plan"), Notices.Deleted);
            },
            (refused, status) => Ask(work, removal with { Form = refused }, status),
            () => removal.Form);
    }
}
