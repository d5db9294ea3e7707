using System.Globalization;
using Avance.Access;
using Avance.App.Planning;
using Avance.Planning;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Planning;

/// <summary>The work on the projects of a plan and their indicators.</summary>
internal static class ProjectWorkEndpoints
{
    private const string Project = "/plan/projects/{unit}/{key}";

    private static readonly Field Place = new("lugar", new("Lugar", "Place"));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWork("/plan/projects/new", Act.EditPlan, request => PlanWorkEndpoints.Within(request, work => Show(work, ProjectForm.Of(request.Site, New(work)), null)), Save);
        routes.MapWork(Project, Act.EditPlan, request => With(request, (work, project) => Show(work, ProjectForm.Of(request.Site, project), project)), Save);
        routes.MapWork(Project + "/remove", Act.EditPlan, request => With(request, (work, project) => PlanRemovals.Ask(work, Removal(work, project))), (request, form) => With(request, (work, project) =>
            PlanRemovals.Take(work, form, Removal(work, project), (editor, seen) => editor.RemoveProject(request.Entity, request.Year, project.Id, seen, request.Actor))));
        routes.MapWork(Project + "/move", Act.EditPlan, null, Move);
        routes.MapWork(Project + "/close", Act.EditPlan, null, (request, form) =>
        {
            var seen = form.Version();
            return Change(request, form, (editor, project) => editor.CloseProject(request.Entity, request.Year, project.Id, seen, request.Actor));
        });
        routes.MapWork(Project + "/indicators/new", Act.EditPlan, request => With(request, (work, project) => ShowIndicator(work, IndicatorForm.Of(request.Site, project.Id, NewIndicator(work)), project, null)), SaveIndicator);
        routes.MapWork(Project + "/indicators/{number}", Act.EditPlan, request => WithIndicator(request, (work, project, indicator) => ShowIndicator(work, IndicatorForm.Of(request.Site, project.Id, indicator), project, indicator)), SaveIndicator);
        routes.MapWork(Project + "/indicators/{number}/remove", Act.EditPlan, request => WithIndicator(request, (work, project, indicator) => PlanRemovals.Ask(work, Removal(work, project, indicator))), (request, form) => WithIndicator(request, (work, project, indicator) =>
            PlanRemovals.Take(work, form, Removal(work, project, indicator), (editor, seen) => editor.RemoveIndicator(request.Entity, request.Year, project.Id, indicator.Id, seen, request.Actor))));
    }

    private static IResult With(WorkRequest request, Func<PlanWork, PlannedProject, IResult> answer) => PlanWorkEndpoints.Within(request, work =>
        work.Plan.Project(request.Route("unit"), request.Route("key")) is { } project ? answer(work, project) : request.NotFound(new(
            $"El plan no tiene el proyecto {request.Route("unit")}/{request.Route("key")}.",
            $"The plan has no project {request.Route("unit")}/{request.Route("key")}.")));

    private static IResult WithIndicator(WorkRequest request, Func<PlanWork, PlannedProject, Indicator, IResult> answer) => With(request, (work, project) =>
        int.TryParse(request.Route("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && project.Indicators.FirstOrDefault(i => i.Position == number) is { } indicator
            ? answer(work, project, indicator)
            : request.NotFound(new($"El proyecto {project.Address} no tiene el indicador {request.Route("number")}.", $"Project {project.Address} has no indicator {request.Route("number")}.")));

    private static PlannedProject New(PlanWork work) => new()
    {
        Id = Guid.CreateVersion7(work.Request.Get<TimeProvider>().GetUtcNow()),
        Key = "",
        Name = "",
        UnitCode = work.Plan.Units.Count == 1 ? work.Plan.Units[0].Code : "",
        AddedByAmendment = !work.IsDraft,
        Municipality = "Cobertura Estatal",
        Locality = "Cobertura Estatal",
    };

    private static Indicator NewIndicator(PlanWork work) => new() { Id = Guid.CreateVersion7(work.Request.Get<TimeProvider>().GetUtcNow()), Name = "", UnitOfMeasure = "" };

    private static IResult Show(PlanWork work, Form form, PlannedProject? project, int status = StatusCodes.Status200OK) => Html.Page<ProjectEditPage>(new ProjectEdit(work, form, project), status);

    /// <summary>Saves the project that the form is about, whatever unit and key it has by now.</summary>
    private static IResult Save(WorkRequest request, Form form) => PlanWorkEndpoints.Within(request, work =>
    {
        var stored = Find(work.Plan, form.Id());
        var project = ProjectForm.Read(form, work.Plan, stored ?? New(work));
        return form.Submit(
            () => PlanForms.Refuse(form, request.Get<PlanEditor>().Put(request.Entity, request.Year, project, request.Actor), ProjectForm.All)
                ? Show(work, form, stored, StatusCodes.Status422UnprocessableEntity)
                : request.Next(PlanWork.AddressOf(request, project)),
            (refused, status) => Show(work, refused, stored, status),
            () => PlanForms.Theirs(request.Site, Now(request) is { } plan ? Find(plan, project.Id) : null, ProjectForm.Of));
    });

    private static PlannedProject? Find(AnnualPlan plan, Guid id) => plan.Projects.FirstOrDefault(p => p.Id == id);

    private static AnnualPlan? Now(WorkRequest request) => request.Get<PlanQueries>().Find(request.Entity, request.Year);

    private static PlanRemoval Removal(PlanWork work, PlannedProject project) => new(
        work,
        new($"Quitar el proyecto {project.Address}", $"Take out project {project.Address}"),
        project.Name,
        PlanWork.AddressOf(work.Request, project))
    {
        Along = [.. project.Indicators.Select(static i => i.Name)],
    };

    private static PlanRemoval Removal(PlanWork work, PlannedProject project, Indicator indicator) => new(
        work,
        new($"Quitar el indicador {indicator.Position} de {project.Address}", $"Take out indicator {indicator.Position} of {project.Address}"),
        indicator.Name,
        PlanWork.AddressOf(work.Request, project, string.Create(CultureInfo.InvariantCulture, $"/indicators/{indicator.Position}")));

    private static IResult Move(WorkRequest request, Form form)
    {
        var place = (int)(form.Whole(Place, 1, 100_000) ?? 1);
        return Change(request, form, (editor, project) => editor.MoveProject(request.Entity, request.Year, project.Id, place, request.Actor));
    }

    private static IResult Change(WorkRequest request, Form form, Action<PlanEditor, PlannedProject> change) => With(request, (work, project) => form.Submit(
        () =>
        {
            change(request.Get<PlanEditor>(), project);
            return request.Next(PlanWork.AddressOf(request, project));
        },
        (refused, status) => PlanWorkEndpoints.Within(request, plan => Html.Page<PlanWorkPage>(plan with { Refused = refused }, status))));

    private static IResult ShowIndicator(PlanWork work, Form form, PlannedProject project, Indicator? indicator, int status = StatusCodes.Status200OK) =>
        Html.Page<IndicatorEditPage>(new IndicatorEdit(work, form, project, indicator), status);

    /// <summary>
    /// Saves the indicator that the form is about, whatever number it and whatever key its project have by now. When the project
    /// is gone, what was typed is shown under the key that it had.
    /// </summary>
    private static IResult SaveIndicator(WorkRequest request, Form form) => PlanWorkEndpoints.Within(request, work =>
    {
        var projectId = form.Id(IndicatorForm.Project);
        var project = Find(work.Plan, projectId) ?? new PlannedProject { Id = projectId, UnitCode = request.Route("unit"), Key = request.Route("key"), Name = "" };
        var stored = project.Indicators.FirstOrDefault(i => i.Id == form.Id());
        var indicator = IndicatorForm.Read(form, stored ?? NewIndicator(work));
        return form.Submit(
            () => PlanForms.Refuse(form, request.Get<PlanEditor>().Put(request.Entity, request.Year, projectId, indicator, request.Actor), IndicatorForm.All)
                ? ShowIndicator(work, form, project, stored, StatusCodes.Status422UnprocessableEntity)
                : request.Next(PlanWork.AddressOf(request, project)),
            (refused, status) => ShowIndicator(work, refused, project, stored, status),
            () => PlanForms.Theirs(
                request.Site,
                Now(request)?.Projects.SelectMany(p => p.Indicators).FirstOrDefault(i => i.Id == indicator.Id),
                (site, theirs) => IndicatorForm.Of(site, projectId, theirs)));
    });
}
