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

/// <summary>The work on a plan: starting a year, its steps, and its units and programmes.</summary>
internal static class PlanWorkEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWorkspace("/new", Act.EditPlan, visit => Html.Page<StartYearPage>(new YearStart(visit, StartForm.Blank(visit.Site))), Start);
        routes.MapWork("/plan", Act.EnterWork, request => Within(request, work => Html.Page<PlanWorkPage>(work)));
        routes.MapWork("/plan/approve", Act.EditPlan, request => Within(request, work => ShowApproval(work, ApprovalForm.Of(work))), Approve);
        routes.MapWork("/plan/open", Act.EditPlan, null, (request, form) =>
        {
            var withoutBudget = form.IsTicked(OpenForm.WithoutBudget);
            return Step(request, form, Notices.Opened, years => years.Open(request.Entity, request.Year, request.Actor, withoutBudget));
        });
        routes.MapWork("/plan/close-month", Act.EditPlan, null, CloseMonth);
        routes.MapWork("/plan/close", Act.EditPlan, null, (request, form) => Step(request, form, Notices.Closed, years => years.Close(request.Entity, request.Year, request.Actor)));
        routes.MapWork("/plan/units/new", Act.EditPlan, request => Within(request, work => ShowUnit(work, UnitForm.Of(request.Site, new("", "", null, 0)), null)), (request, form) => SaveUnit(request, form, null));
        routes.MapWork("/plan/units/{code}", Act.EditPlan, request => WithUnit(request, (work, unit) => ShowUnit(work, UnitForm.Of(request.Site, unit), unit.Code)), (request, form) => SaveUnit(request, form, request.Route("code")));
        routes.MapWork("/plan/units/{code}/remove", Act.EditPlan, request => WithUnit(request, (work, unit) => PlanRemovals.Ask(work, Removal(work, unit))), (request, form) => WithUnit(request, (work, unit) =>
            PlanRemovals.Take(work, form, Removal(work, unit), (editor, seen) => editor.RemoveUnit(request.Entity, request.Year, unit.Code, seen, request.Actor))));
        routes.MapWork("/plan/programmes/new", Act.EditPlan, request => Within(request, work => ShowProgramme(work, ProgrammeForm.Of(request.Site, new("", "")), null)), (request, form) => SaveProgramme(request, form, null));
        routes.MapWork("/plan/programmes/{code}", Act.EditPlan, request => WithProgramme(request, (work, programme) => ShowProgramme(work, ProgrammeForm.Of(request.Site, programme), programme.Code)), (request, form) => SaveProgramme(request, form, request.Route("code")));
        routes.MapWork("/plan/programmes/{code}/remove", Act.EditPlan, request => WithProgramme(request, (work, programme) => PlanRemovals.Ask(work, Removal(work, programme))), (request, form) => WithProgramme(request, (work, programme) =>
            PlanRemovals.Take(work, form, Removal(work, programme), (editor, seen) => editor.RemoveProgramme(request.Entity, request.Year, programme.Code, seen, request.Actor))));
    }

    /// <summary>Answers with the plan in hand, or that there is none.</summary>
    public static IResult Within(WorkRequest request, Func<PlanWork, IResult> answer) =>
        request.Get<PlanQueries>().Find(request.Entity, request.Year) is { } plan ? answer(new(request, plan)) : ErrorPages.NotFound(
            request.Site,
            new($"{request.Entity} no ha iniciado el ejercicio {request.Year}.", $"{request.Entity} has not started the fiscal year {request.Year}."),
            (request.Site.Text("Iniciar un ejercicio", "Start a fiscal year"), request.Site.Link("/work/new")));

    private static IResult Start(WorkVisit visit, Form form)
    {
        var code = form.Text(StartForm.Code, PublicEntity.MaxCodeLength);
        if (code.Length > 0 && !PublicEntity.TryReadCode(code, out code))
        {
            form.Refuse(StartForm.Code, new("Clave del ente: use letras sin acento, dígitos y guiones.", "Code of the entity: use letters without accents, digits and hyphens."));
        }

        else if (code.Length > 0 && !visit.Visitor.Can(Act.EditPlan, code))
        {
            form.Refuse(StartForm.Code, new(
                $"Clave del ente: usted no planea en {code}. Pida ese permiso a quien administra los de esa oficina; el primero de una oficina nueva lo da quien administra el servidor, con «avance user grant».",
                $"Code of the entity: you do not plan in {code}. Ask whoever administers that office's roles; the first of a new office is given by whoever runs the server, with «avance user grant»."));
        }

        var from = (int)(form.Whole(StartForm.From, FiscalYear.First, FiscalYear.Last, required: false) ?? 0);
        var name = form.Text(StartForm.Name, required: from == 0);
        var year = (int)(form.Whole(StartForm.Year, FiscalYear.First, FiscalYear.Last) ?? 0);
        var administrative = form.Text(StartForm.Administrative, 20, required: false);
        return form.Submit(
            () =>
            {
                if (from > 0)
                {
                    visit.Get<PlanYears>().Copy(code, from, year, visit.Actor, Typed(name), Typed(administrative));
                }
                else
                {
                    visit.Get<PlanYears>().Start(new(code, name), year, administrative, visit.Actor);
                }

                return visit.Next(WorkRequest.At(visit.Site, code, year, "/plan"));
            },
            (refused, status) => Html.Page<StartYearPage>(new YearStart(visit, refused), status));

        static string? Typed(string text) => text.Length > 0 ? text : null;
    }

    private static IResult ShowApproval(PlanWork work, Form form, int status = StatusCodes.Status200OK) => Html.Page<ApprovePlanPage>(new PlanEdit(work, form), status);

    private static IResult Approve(WorkRequest request, Form form)
    {
        var day = form.Day(ApprovalForm.On);
        var authority = form.Text(ApprovalForm.Authority);
        var seen = form.Version();
        return Within(request, work => form.Submit(
            () =>
            {
                var problems = request.Get<PlanYears>().Approve(request.Entity, request.Year, new(day!.Value, authority) { Seen = seen }, request.Actor).Where(p => p.BlocksApproval).ToList();
                foreach (var problem in problems)
                {
                    form.Refuse(problem.Message);
                }

                return problems.Count > 0 ? ShowApproval(work, form, StatusCodes.Status422UnprocessableEntity) : request.Next(request.To("/plan"), Notices.Approved);
            },
            (refused, status) => ShowApproval(work, refused, status),
            () => ApprovalForm.Of(work).With(ApprovalForm.On, form.Typed(ApprovalForm.On)).With(ApprovalForm.Authority, form.Typed(ApprovalForm.Authority))));
    }

    private static IResult CloseMonth(WorkRequest request, Form form)
    {
        var months = Enumerable.Range(1, 12).Select(m => m.ToString(CultureInfo.InvariantCulture));
        var month = form.Choice(CloseMonthForm.Month, months);
        return Step(request, form, Notices.Closed, years => years.CloseThrough(request.Entity, request.Year, int.Parse(month!, CultureInfo.InvariantCulture), request.Actor));
    }

    private static IResult Step(WorkRequest request, Form form, string notice, Action<PlanYears> step) => form.Submit(
        () =>
        {
            step(request.Get<PlanYears>());
            return request.Next(request.To("/plan"), notice);
        },
        (refused, status) => Within(request, work => Html.Page<PlanWorkPage>(work with { Refused = refused }, status)));

    private static IResult WithUnit(WorkRequest request, Func<PlanWork, ResponsibleUnit, IResult> answer) => Within(request, work =>
        work.Plan.Unit(request.Route("code")) is { } unit ? answer(work, unit) : request.NotFound(new($"El plan no tiene la unidad {request.Route("code")}.", $"The plan has no unit {request.Route("code")}.")));

    private static PlanRemoval Removal(PlanWork work, ResponsibleUnit unit) => new(
        work, new($"Quitar la unidad {unit.Code}", $"Take out unit {unit.Code}"), unit.Name, work.Request.To($"/plan/units/{Uri.EscapeDataString(unit.Code)}"));

    private static PlanRemoval Removal(PlanWork work, BudgetProgramme programme) => new(
        work, new($"Quitar el programa {programme.Code}", $"Take out programme {programme.Code}"), programme.Name, work.Request.To($"/plan/programmes/{Uri.EscapeDataString(programme.Code)}"));

    private static IResult ShowUnit(PlanWork work, Form form, string? code, int status = StatusCodes.Status200OK) => Html.Page<UnitPage>(new PlanEdit(work, form) { Code = code }, status);

    private static IResult SaveUnit(WorkRequest request, Form form, string? code) => Within(request, work =>
    {
        var unit = UnitForm.Read(form, code);
        return form.Submit(
            () => PlanForms.Refuse(form, request.Get<PlanEditor>().Put(request.Entity, request.Year, unit, request.Actor), UnitForm.Code, UnitForm.Name, UnitForm.Parent, UnitForm.Position)
                ? ShowUnit(work, form, code, StatusCodes.Status422UnprocessableEntity)
                : request.Next(request.To("/plan")),
            (refused, status) => ShowUnit(work, refused, code, status),
            () => PlanForms.Theirs(request.Site, request.Get<PlanQueries>().Find(request.Entity, request.Year)?.Unit(unit.Code), UnitForm.Of));
    });

    private static IResult WithProgramme(WorkRequest request, Func<PlanWork, BudgetProgramme, IResult> answer) => Within(request, work =>
        work.Plan.Programme(request.Route("code")) is { } programme ? answer(work, programme) : request.NotFound(new($"El plan no tiene el programa {request.Route("code")}.", $"The plan has no programme {request.Route("code")}.")));

    private static IResult ShowProgramme(PlanWork work, Form form, string? code, int status = StatusCodes.Status200OK) => Html.Page<ProgrammePage>(new PlanEdit(work, form) { Code = code }, status);

    private static IResult SaveProgramme(WorkRequest request, Form form, string? code) => Within(request, work =>
    {
        var programme = ProgrammeForm.Read(form, code);
        return form.Submit(
            () => PlanForms.Refuse(form, request.Get<PlanEditor>().Put(request.Entity, request.Year, programme, request.Actor), ProgrammeForm.Code, ProgrammeForm.Name)
                ? ShowProgramme(work, form, code, StatusCodes.Status422UnprocessableEntity)
                : request.Next(request.To("/plan")),
            (refused, status) => ShowProgramme(work, refused, code, status),
            () => PlanForms.Theirs(request.Site, request.Get<PlanQueries>().Find(request.Entity, request.Year)?.Programme(programme.Code), ProgrammeForm.Of));
    });
}
