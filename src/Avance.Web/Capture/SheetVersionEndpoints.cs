using System.Globalization;
using Avance.Access;
using Avance.App.Capture;
using Avance.Capture;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Capture;

/// <summary>Frozen versions of a sheet: looked at, approved or returned, and signed.</summary>
internal static class SheetVersionEndpoints
{
    private const string One = SheetEndpoints.One + "/versions/{n:int}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWork(One, Act.SeeCapture, r => Show(r, new Form(r.Site), StatusCodes.Status200OK));
        routes.MapWork(One + "/approve", Act.ReviewCapture, null, (r, form) => Take(r, WithoutRemarks(form), (review, version) =>
            review.Approve(r.Entity, SheetEndpoints.PeriodOf(r), r.Route("unit"), version, form.Text(VersionView.Note, CaptureField.MaxText, required: false), r.Actor)));
        routes.MapWork(One + "/return", Act.ReturnCapture, null, (r, form) => Take(r, form, (review, version) =>
            review.Return(r.Entity, SheetEndpoints.PeriodOf(r), r.Route("unit"), version, VersionView.StateSeen(form), form.Text(VersionView.Note, CaptureField.MaxText, required: false), VersionView.ReadRemarks(form), r.Actor)));
        routes.MapWork(One + "/authorise", Act.AuthoriseCapture, null, (r, form) => Take(r, form, (review, version) =>
            review.Authorise(r.Entity, SheetEndpoints.PeriodOf(r), r.Route("unit"), version, r.Actor)));
    }

    private static IResult Show(WorkRequest request, Form form, int status) => SheetEndpoints.WithSheet(request, file =>
    {
        var versions = request.Get<CaptureQueries>().Versions(request.Entity, file.Period.Period, file.Unit.Code);
        if (versions.FirstOrDefault(v => v.Number == Number(request)) is not { } version)
        {
            return request.NotFound(new(
                $"La hoja de la unidad {file.Unit.Code} no tiene una versión {request.Route("n")}.", $"The sheet of unit {file.Unit.Code} has no version {request.Route("n")}."));
        }

        var signed = file.Steps.Where(s => s.Act == SheetAct.Authorise && s.Version < version.Number).Select(static s => s.Version).DefaultIfEmpty(version.Number - 1).Max();
        return Html.Page<VersionPage>(new VersionView(request, file, version, versions.FirstOrDefault(v => v.Number == signed), form), status);
    });

    /// <summary>What was remarked would be lost with an approval: it is asked which of both is meant.</summary>
    private static Form WithoutRemarks(Form form)
    {
        if (VersionView.ReadRemarks(form) is { Count: > 0 } remarks)
        {
            form.Refuse(new LocalizedText(
                $"Hay {Words.Count(remarks.Count, "observación escrita", "observaciones escritas")} y al aprobar no se conservan: devuelva la versión a la unidad, o bórrelas y apruébela.",
                $"There {(remarks.Count == 1 ? "is" : "are")} {Words.Count(remarks.Count, "remark", "remarks")} written, which an approval does not keep: return the version to the unit, or clear them and approve it."));
        }

        return form;
    }

    /// <summary>Takes a step with the version of the address. When somebody was faster, the page shows how it stands now.</summary>
    private static IResult Take(WorkRequest request, Form form, Action<SheetReview, int> take) => form.Submit(
        () =>
        {
            take(request.Get<SheetReview>(), Number(request));
            return request.Next(request.VersionAddress(request.Quarter(), request.Route("unit"), Number(request)), Notices.Moved);
        },
        (refused, status) => Show(request, refused, status),
        () => new(request.Site));

    private static int Number(WorkRequest request) => int.TryParse(request.Route("n"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
