using System.Globalization;
using Avance.Access;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Capture;

/// <summary>The files that support figures: listed, added, removed and downloaded.</summary>
internal static class EvidenceEndpoints
{
    private const string Of = SheetEndpoints.One + "/evidence/{subject:guid}";
    private const string One = SheetEndpoints.One + "/files/{number:int}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWork(Of, Act.SeeCapture, r => Show(r, Guid.Parse(r.Route("subject")), new Form(r.Site), StatusCodes.Status200OK));
        routes.MapWork(Of, Act.WriteCapture, null, Attach, EvidenceWork.MaxFormBytes);
        routes.MapWork(One, Act.SeeCapture, r => EvidenceWork.Download(r, SheetEndpoints.PeriodOf(r), r.Route("unit"), Number(r)));
        routes.MapWork(One + "/remove", Act.WriteCapture, null, Remove);
    }

    /// <summary>The page about one figure or project of a sheet.</summary>
    public static string Address(WorkRequest request, int quarter, string unit, Guid subject) => request.SheetAddress(quarter, unit, $"/evidence/{subject}");

    private static IResult Show(WorkRequest request, Guid subject, Form form, int status) => SheetEndpoints.WithSheet(request, file =>
        file.Content.Projects.Any(p => p.Project.Id == subject || p.Indicators.Any(i => i.Indicator.Id == subject))
            ? Html.Page<EvidencePage>(new EvidenceView(new(request, file), subject, form), status)
            : request.NotFound(new("La hoja de esa unidad no tiene esa meta ni ese proyecto.", "The sheet of that unit has no such target or project.")));

    private static IResult Attach(WorkRequest request, Form form)
    {
        var subject = Guid.Parse(request.Route("subject"));
        return EvidenceWork.Attach(
            request, SheetEndpoints.PeriodOf(request), request.Route("unit"), subject, form,
            Address(request, request.Quarter(), request.Route("unit"), subject), (refused, status) => Show(request, subject, refused, status));
    }

    private static IResult Remove(WorkRequest request, Form form)
    {
        var subject = Guid.TryParse(form.Typed(EvidenceView.Subject), out var about) ? about : Guid.Empty;
        return EvidenceWork.Remove(
            request, SheetEndpoints.PeriodOf(request), request.Route("unit"), Number(request), form,
            Address(request, request.Quarter(), request.Route("unit"), subject), (refused, status) => Show(request, subject, refused, status));
    }

    private static int Number(WorkRequest request) => int.TryParse(request.Route("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
