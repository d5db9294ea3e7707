using Avance.Access;
using Avance.App.Capture;
using Avance.Capture;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Capture;

/// <summary>The quarters of a year: how their sheets stand, and what planning does with them.</summary>
internal static class PeriodEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWork("/capture", Act.EnterWork, r => Html.Page<PeriodsPage>(new PeriodsView(r, [.. Periods(r)])));
        foreach (var task in Enum.GetValues<PeriodTask>())
        {
            routes.MapWork("/periods/{quarter:int}/" + PeriodTasks.Path(task), Act.RunPeriods, r => Show(r, task), (r, form) => Take(r, task, form));
        }
    }

    private static IEnumerable<PeriodFile> Periods(WorkRequest request)
    {
        var queries = request.Get<CaptureQueries>();
        return queries.Periods(request.Entity, request.Year).Select(p => queries.Find(request.Entity, p.Period)).OfType<PeriodFile>();
    }

    private static IResult Show(WorkRequest request, PeriodTask task) =>
        With(request, (period, file) => Html.Page<PeriodStepPage>(new PeriodStepView(request, task, period, file, PeriodStepView.Blank(request, task, period, file))));

    private static IResult Take(WorkRequest request, PeriodTask task, Form form) => With(request, (period, file) =>
    {
        var take = Read(request, task, period, file, form);
        return form.Submit(
            () =>
            {
                try
                {
                    take();
                }
                catch (RuleViolationException changed) when (changed.RuleId == "capture.conflict")
                {
                    // The reason stays in its box, and the list says how each sheet stands by now.
                    form.Refuse(changed.Text);
                    return Html.Page<PeriodStepPage>(new PeriodStepView(request, task, period, request.Get<CaptureQueries>().Find(request.Entity, period), form), StatusCodes.Status409Conflict);
                }

                return request.Next(request.CaptureAddress(), Notices.Moved);
            },
            (refused, status) => Html.Page<PeriodStepPage>(new PeriodStepView(request, task, period, file, refused), status));
    });

    /// <summary>Reads the form of a task, and gives what does it.</summary>
    private static Action Read(WorkRequest request, PeriodTask task, FiscalPeriod period, PeriodFile? file, Form form)
    {
        var (periods, entity, actor) = (request.Get<CapturePeriods>(), request.Entity, request.Actor);
        var units = (file?.Sheets ?? []).Select(static s => s.Unit.Code).ToList();
        switch (task)
        {
            case PeriodTask.Open:
                var (opens, due) = (form.Day(PeriodStepView.OpensOn), form.Day(PeriodStepView.DueOn));
                return () => periods.Open(entity, period, opens!.Value, due!.Value, actor);
            case PeriodTask.Extend:
                var (which, until, why) = (form.Choice(PeriodStepView.Unit, units.Append(PeriodStepView.AllUnits)), form.Day(PeriodStepView.DueOn), Why(form));
                return () => periods.Extend(entity, period, which == PeriodStepView.AllUnits ? null : which, until!.Value, why, actor);
            case PeriodTask.Missing:
                var (seen, missing) = (form.Choice(PeriodStepView.Unit, from state in Enum.GetValues<SheetState>() from code in units select $"{state.Code()}:{code}"), Why(form));
                return () =>
                {
                    var at = seen!.IndexOf(':', StringComparison.Ordinal);
                    request.Get<SheetReview>().DeclareMissing(entity, period, seen[(at + 1)..], SheetSteps.StateOf(seen[..at]), missing, actor);
                };
            case PeriodTask.Readmit or PeriodTask.LetStand:
                var (one, because) = (form.Choice(PeriodStepView.Unit, units), Why(form));
                return task == PeriodTask.Readmit
                    ? () => request.Get<SheetReview>().Readmit(entity, period, one!, because, actor)
                    : () => request.Get<SheetReview>().LetStand(entity, period, one!, because, actor);
            case PeriodTask.Reopen:
                var chosen = units.FindAll(u => form.IsTicked(PeriodStepView.Chosen(u)));
                var (day, reason) = (form.Day(PeriodStepView.DueOn), Why(form));
                if (chosen.Count == 0)
                {
                    form.Refuse(new LocalizedText("Elija las unidades que podrán corregir.", "Choose the units that may correct."));
                }

                return () => periods.Reopen(entity, period, chosen, day!.Value, reason, actor);
            default:
                return () => periods.Close(entity, period, actor);
        }
    }

    private static string Why(Form form) => form.Text(PeriodStepView.Reason, CaptureField.MaxText);

    private static IResult With(WorkRequest request, Func<FiscalPeriod, PeriodFile?, IResult> answer)
    {
        if (request.Quarter() == 0)
        {
            return request.NotFound(new("Los trimestres son cuatro: 1, 2, 3 y 4.", "There are four quarters: 1, 2, 3 and 4."));
        }

        var period = new FiscalPeriod(request.Year, request.Quarter());
        return answer(period, request.Get<CaptureQueries>().Find(request.Entity, period));
    }
}
