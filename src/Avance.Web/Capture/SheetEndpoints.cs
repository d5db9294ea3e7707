using System.Buffers;
using System.Text.Json;
using Avance.Access;
using Avance.App.Capture;
using Avance.Capture;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Capture;

/// <summary>A unit's sheet: shown, kept as it is typed or all at once, and sent to review.</summary>
internal static class SheetEndpoints
{
    /// <summary>Where the pages of a sheet are.</summary>
    public const string One = "/capture/{quarter:int}/{unit}";

    /// <summary>What is asked for after saving: to send it, or another row.</summary>
    private static readonly Field After = new("next", new("Después", "Next"));

    private static readonly Field Row = new("row", new("Fila", "Row"));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWork(One, Act.SeeCapture, r => WithSheet(r, file => Show(new(r, file)
        {
            News = SheetSeen.News(r, file.Period.Period, file.Unit.Code),
            ExtraRow = Guid.TryParse(r.Query(Row.Name), out var project) ? project : Guid.Empty,
        })));
        routes.MapWork(One, Act.WriteCapture, null, Save, WorkRoutes.MaxSheetBytes);
        routes.MapWork(One + "/cells", Act.WriteCapture, null, Keep, WorkRoutes.MaxSheetBytes);
        routes.MapWork(One + "/findings", Act.SeeCapture, r => WithSheet(r, file => Html.Page<SheetFragment>(new SheetView(r, file))));
        routes.MapWork(One + "/seen", Act.SeeCapture, null, (r, form) => SheetSeen.Keep(r, PeriodOf(r), r.Route("unit"), form));
        routes.MapWork(One + "/submit", Act.SubmitCapture, r => WithSheet(r, file => Html.Page<SubmitPage>(new SubmitView(new(r, file), SubmitView.FormOf(r, file)))), Submit);
    }

    /// <summary>The quarter of the address; one that cannot be finds no sheet.</summary>
    internal static FiscalPeriod PeriodOf(WorkRequest request) => new(request.Year, Math.Max(1, request.Quarter()));

    /// <summary>The sheet of the address, or the page that says that there is none.</summary>
    internal static IResult WithSheet(WorkRequest request, Func<SheetFile, IResult> answer) =>
        request.Quarter() > 0 && request.Get<CaptureQueries>().Sheet(request.Entity, PeriodOf(request), request.Route("unit")) is { } file
            ? answer(file)
            : request.NotFound(new(
                $"La unidad «{request.Route("unit")}» no tiene hoja en el trimestre {request.Route("quarter")} de {request.Year}, o su captura no se ha abierto.",
                $"Unit “{request.Route("unit")}” has no sheet in quarter {request.Route("quarter")} of {request.Year}, or its capture was not opened."));

    private static IResult Show(SheetView view, int status = StatusCodes.Status200OK)
    {
        if (view.IsWritable)
        {
            SecurityHeaders.AllowOwnScripts(view.Request.Context.Response.Headers);
        }

        return Html.Page<SheetPage>(view, status);
    }

    /// <summary>Keeps all that a form has, also what is wrong in it; the page then says what is.</summary>
    private static IResult Save(WorkRequest request, Form form) => form.Submit(
        () =>
        {
            if (form.IsOfAnother(request.Actor))
            {
                form.Refuse(OfAnother(request, form));
                return WithSheet(request, file => Show(new(request, file) { Sent = form }, StatusCodes.Status409Conflict));
            }

            var outcome = request.Get<CaptureSheets>().Save(request.Entity, PeriodOf(request), request.Route("unit"), CellNames.Edits(form), request.Actor);
            if (!outcome.HasConflict)
            {
                return request.Next(NextOf(request, form.Typed(After)), Notices.Kept);
            }

            form.Refuse(new LocalizedText(
                "Lo demás se guardó. Estos datos siguen como los dejó la otra persona hasta que usted decida:", "All the rest was saved. These stay as the other person left them until you decide:"));
            var conflicts = outcome.Cells.Where(static c => c.IsConflict).ToDictionary(static c => c.Address, static c => c.Current);
            return WithSheet(request, file => Show(new(request, file) { Sent = form, Conflicts = conflicts }, StatusCodes.Status409Conflict));
        },
        (refused, status) => WithSheet(request, file => Show(new(request, file) { Sent = refused }, status)));

    private static string NextOf(WorkRequest request, string asked)
    {
        var (quarter, unit) = (request.Quarter(), request.Route("unit"));
        return asked switch
        {
            "submit" => request.SheetAddress(quarter, unit, "/submit"),
            ['r', 'o', 'w', ' ', .. var project] when Guid.TryParseExact(project, "D", out var id) => request.SheetAddress(quarter, unit, $"?{Row.Name}={id}"),
            ['e', 'v', 'i', 'd', 'e', 'n', 'c', 'e', ' ', .. var subject] when Guid.TryParseExact(subject, "D", out var about) => EvidenceEndpoints.Address(request, quarter, unit, about),
            _ => request.SheetAddress(quarter, unit),
        };
    }

    /// <summary>Keeps places as they are left, for the script: only the use case, nothing is read besides.</summary>
    private static IResult Keep(WorkRequest request, Form form)
    {
        try
        {
            return form.IsOfAnother(request.Actor)
                ? throw new RuleViolationException("actor.conflict", OfAnother(request, form))
                : Json(StatusCodes.Status200OK, Tell(request, request.Get<CaptureSheets>().Save(request.Entity, PeriodOf(request), request.Route("unit"), CellNames.Edits(form), request.Actor, strict: true)));
        }
        catch (RuleViolationException refusal) when (!refusal.RuleId.StartsWith("storage.", StringComparison.Ordinal))
        {
            return Json(ErrorPages.StatusOf(refusal.RuleId), json =>
            {
                json.WriteString("rule", refusal.RuleId);
                json.WriteString("text", request.Site.Text(refusal.Text));
            });
        }
    }

    /// <summary>What one person typed is not kept under the name of another who signed in meanwhile.</summary>
    private static LocalizedText OfAnother(WorkRequest request, Form form) => new(
        $"Esto lo escribió {form.Typed(Form.ActorField)} y ahora quien entró es {request.Actor}: no se guardó nada. Entre como {form.Typed(Form.ActorField)} y guárdelo, o vuelva a abrir la hoja para capturar como {request.Actor}.",
        $"{form.Typed(Form.ActorField)} typed this and who is signed in now is {request.Actor}: nothing was saved. Sign in as {form.Typed(Form.ActorField)} and save it, or open the sheet again to type as {request.Actor}.");

    private static Action<Utf8JsonWriter> Tell(WorkRequest request, SaveOutcome outcome) => json =>
    {
        json.WriteNumber("edits", outcome.Edits);
        json.WriteStartArray("cells");
        foreach (var (address, isConflict, current) in outcome.Cells)
        {
            json.WriteStartObject();
            json.WriteString("name", address.Name());
            json.WriteBoolean("conflict", isConflict);
            json.WriteNumber("revision", current?.Revision ?? 0);
            json.WriteString("value", current?.Value ?? "");
            json.WriteString("who", CaptureWords.Who(current?.Actor ?? ""));
            json.WriteString("day", current is null ? "" : Words.Day(request.DayOf(current.At)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    };

    private static IResult Json(int status, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Results.Text(buffer.WrittenSpan, "application/json", status);
    }

    private static IResult Submit(WorkRequest request, Form form)
    {
        var note = form.Text(SubmitView.Note, CaptureField.MaxText, required: false);
        var edits = form.Version();
        var done = false;
        return form.Submit(
            () =>
            {
                done = request.Get<SheetReview>().Submit(request.Entity, PeriodOf(request), request.Route("unit"), edits, note, request.Actor).IsDone;
                return done ? request.Next(request.SheetAddress(request.Quarter(), request.Route("unit")), Notices.Submitted) : Again(StatusCodes.Status422UnprocessableEntity);
            },
            (_, status) => Again(status),
            () => WithFile(request));

        IResult Again(int status) => WithSheet(request, file => Html.Page<SubmitPage>(new SubmitView(new(request, file), form), status));
    }

    private static Form WithFile(WorkRequest request) =>
        request.Get<CaptureQueries>().Sheet(request.Entity, PeriodOf(request), request.Route("unit")) is { } file ? SubmitView.FormOf(request, file) : new(request.Site);
}
