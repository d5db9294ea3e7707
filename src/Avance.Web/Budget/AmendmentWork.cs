using System.Globalization;
using Avance.Access;
using Avance.App.Budget;
using Avance.App.Planning;
using Avance.Budget;
using Avance.Planning;
using Avance.Web.Access;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Budget;

/// <summary>Amendments in the workspace: written, looked at before they are applied, moved, applied and cancelled.</summary>
internal static class AmendmentWork
{
    private const string One = "/amendments/{reference}";

    private static readonly Field File = new("file", new("Archivo", "File"), new("El acuerdo, el oficio o lo que la sustente; 10 MB como máximo.", "The agreement, the letter or whatever supports it; 10 MB at most."));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWork("/amendments", Act.EnterWork, List);
        routes.MapWork("/amendments/new", Act.EditAmendments, r => WithPlan(r, plan => Edit(r, plan, null, AmendmentForm.Of(r.Site, Blank(r)), StatusCodes.Status200OK)), Create);
        routes.MapWork(One, Act.EnterWork, r => WithFile(r, file => Html.Page<AmendmentWorkPage>(new AmendmentWorkView(r, file, Preview(r, file), new Form(r.Site)))));
        routes.MapWork(One + "/edit", Act.EditAmendments, r => WithFile(r, file => WithPlan(r, plan => Edit(r, plan, file.Amendment, AmendmentForm.Of(r.Site, file.Amendment), StatusCodes.Status200OK))), Save);
        routes.MapWork(One + "/files", Act.EditAmendments, null, Attach, maxBytes: Amendments.MaxAttachmentBytes + WorkRoutes.MaxFormBytes);
        routes.MapWork(One + "/files/{number:int}", Act.EnterWork, r => WithFile(r, file => AmendmentEndpoints.Attachment(r.Get<AmendmentQueries>(), r.Entity, file, r.Route("number"))
            ?? r.NotFound(new($"La adecuación {file.Amendment.Reference} no tiene ese archivo.", $"The amendment {file.Amendment.Reference} has no such file."))));
        routes.MapWork(One + "/files/{number:int}/remove", Act.EditAmendments, null, Detach);
        routes.MapWork(One + "/steps/{state}", Act.EditAmendments, r => WithStep(r, (file, step) => Html.Page<AmendmentStepPage>(AmendmentStepView.Of(r, file, step))), Move);
    }

    private static IResult List(WorkRequest request) =>
        WithPlan(request, _ => Html.Page<AmendmentListPage>(new AmendmentListView(request, request.Get<AmendmentQueries>().List(request.Entity, request.Year))));

    private static IResult Create(WorkRequest request, Form form) => WithPlan(request, plan => Write(
        request, plan, null, form, Blank(request), draft => request.Get<Amendments>().Create(request.Entity, draft, request.Actor)));

    private static IResult Save(WorkRequest request, Form form) => WithFile(request, file => WithPlan(request, plan =>
    {
        var version = form.Version();
        return Write(request, plan, file.Amendment, form, file.Amendment with { Version = version }, changed => request.Get<Amendments>().Edit(request.Entity, changed, request.Actor));
    }));

    /// <summary>Adds a row, or keeps what was written and shows the amendment.</summary>
    private static IResult Write(WorkRequest request, AnnualPlan plan, Amendment? current, Form form, Amendment basis, Func<Amendment, AmendmentOutcome> keep)
    {
        var rows = form.Typed(AmendmentEdit.Button) switch { "line" => AmendmentForm.LineRows, "target" => AmendmentForm.TargetRows, _ => null };
        if (rows is not null)
        {
            var more = AmendmentForm.WithRow(form, rows);
            return Edit(request, plan, current, more, more.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        }

        var amendment = AmendmentForm.Read(form, basis);
        return form.Submit(
            () =>
            {
                var outcome = keep(amendment);
                outcome.Problems.ToList().ForEach(p => form.Refuse(Sentence(p)));
                return outcome.IsDone ? request.Next(Address(request, outcome.Amendment.Reference)) : Edit(request, plan, current, form, StatusCodes.Status422UnprocessableEntity);
            },
            (f, status) => Edit(request, plan, current, f, status),
            current is null ? null : () => AmendmentForm.Of(request.Site, Find(request)!.Amendment));
    }

    private static IResult Attach(WorkRequest request, Form form) => WithFile(request, file =>
    {
        var sent = form.File(File, Amendments.MaxAttachmentBytes);
        return form.Submit(
            () =>
            {
                using var content = new MemoryStream();
                sent!.CopyTo(content);
                request.Get<Amendments>().Attach(request.Entity, request.Year, file.Amendment.Reference, sent.FileName, content.ToArray(), request.Actor);
                return request.Next(Address(request, file.Amendment.Reference));
            },
            (f, status) => Html.Page<AmendmentWorkPage>(new AmendmentWorkView(request, file, Preview(request, file), f), status));
    });

    private static IResult Detach(WorkRequest request, Form form) => WithFile(request, file => form.Submit(
        () =>
        {
            request.Get<Amendments>().Detach(request.Entity, request.Year, file.Amendment.Reference, int.Parse(request.Route("number"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), request.Actor);
            return request.Next(Address(request, file.Amendment.Reference), Notices.Deleted);
        },
        (f, status) => Html.Page<AmendmentWorkPage>(new AmendmentWorkView(request, file, Preview(request, file), f), status)));

    private static IResult Move(WorkRequest request, Form form) => WithStep(request, (file, step) =>
    {
        var move = AmendmentStepView.Read(form, step);
        return form.Submit(
            () =>
            {
                var outcome = request.Get<Amendments>().Move(request.Entity, request.Year, file.Amendment.Reference, move, request.Actor);
                outcome.Problems.Where(p => p.Blocks).ToList().ForEach(p => form.Refuse(Sentence(p)));
                return outcome.IsDone
                    ? request.Next(Address(request, outcome.Amendment.Reference), Notices.Moved)
                    : Html.Page<AmendmentStepPage>(AmendmentStepView.Of(request, file, step) with { Form = form }, StatusCodes.Status422UnprocessableEntity);
            },
            (f, status) => Html.Page<AmendmentStepPage>(AmendmentStepView.Of(request, file, step) with { Form = f }, status),
            () => AmendmentStepView.Of(request, Find(request)!, step).Form);
    });

    private static IResult Edit(WorkRequest request, AnnualPlan plan, Amendment? current, Form form, int status) => current is { IsEditable: false }
        ? request.NotFound(new($"La adecuación {current.Reference} está «{current.State.DisplayName().Spanish}» y ya no se edita.", $"The amendment {current.Reference} is “{current.State.DisplayName().English}” and can no longer be edited."))
        : Html.Page<AmendmentEditPage>(new AmendmentEdit(request, plan, current, form), status);

    private static IResult WithPlan(WorkRequest request, Func<AnnualPlan, IResult> answer) => request.Get<PlanQueries>().Find(request.Entity, request.Year) is { } plan
        ? answer(plan)
        : request.NotFound(new($"{request.Entity} no ha iniciado el ejercicio {request.Year}.", $"{request.Entity} has not started the fiscal year {request.Year}."));

    private static IResult WithFile(WorkRequest request, Func<AmendmentFile, IResult> answer) => Find(request) is { } file
        ? answer(file)
        : request.NotFound(AmendmentQueries.Missing(request.Entity, request.Year, request.Route("reference")));

    private static IResult WithStep(WorkRequest request, Func<AmendmentFile, AmendmentStep, IResult> answer) => WithFile(request, file =>
        AmendmentWords.TryRead(request.Route("state"), out AmendmentState to) && AmendmentSteps.Find(file.Amendment.State, to, file.Amendment.Scope) is { } step
            ? request.Can(ActOf(step)) ? answer(file, step) : request.Forbid(ActOf(step))
            : request.NotFound(new(
                $"La adecuación {file.Amendment.Reference} está «{file.Amendment.State.DisplayName().Spanish}» y no pasa a ese estado.",
                $"The amendment {file.Amendment.Reference} is “{file.Amendment.State.DisplayName().English}” and does not come to that state.")));

    /// <summary>What a step is: the unit asks, and what follows is the budget office's.</summary>
    public static Act ActOf(AmendmentStep step) => step.Role == AmendmentRole.Unit ? Act.EditAmendments : Act.AuthoriseAmendments;

    private static AmendmentFile? Find(WorkRequest request) => request.Get<AmendmentQueries>().Find(request.Entity, request.Year, request.Route("reference"));

    private static AmendmentPreview? Preview(WorkRequest request, AmendmentFile file) =>
        file.Amendment.State is AmendmentState.Applied or AmendmentState.Cancelled or AmendmentState.Rejected ? null : request.Get<AmendmentQueries>().Preview(request.Entity, file.Amendment);

    private static Amendment Blank(WorkRequest request) => new() { Id = Guid.Empty, Year = request.Year, Type = AmendmentType.Transfer };

    private static string Address(WorkRequest request, string reference) => request.To("/amendments/" + Uri.EscapeDataString(reference));

    private static LocalizedText Sentence(AmendmentProblem problem)
    {
        var where = Words.Capital(problem.Where);
        return new($"{where.Spanish}: {problem.Text.Spanish} {problem.Remedy.Spanish} [{problem.RuleId}]", $"{where.English}: {problem.Text.English} {problem.Remedy.English} [{problem.RuleId}]");
    }

    /// <summary>The field of a file, for the page that shows it.</summary>
    public static Field FileField => File;
}
