using Avance.App.Progress;
using Avance.App.Reporting;
using Avance.Reporting;
using Avance.Web.Findings;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Web.Reporting;

/// <summary>From any printed figure to the documents behind it.</summary>
internal static class FigureEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapReport("/figures/{cell}", r => Find(r) is { } view ? Html.Page<FigurePage>(view) : Missing(r));
        routes.MapTwins("/figures/{cell}", r => Find(r)?.Table);
    }

    private static FigureView? Find(ReportRequest request) =>
        FigureAddress.TryParse((string?)request.Context.GetRouteValue("cell"), out var address)
            && request.Context.RequestServices.GetRequiredService<ExplainFigure>().Find(new StoredReport(request.Report.Version, request.Report.Report), address) is { } explanation
            ? new(request, explanation)
            : null;

    private static IResult Missing(ReportRequest request)
    {
        var cell = (string?)request.Context.GetRouteValue("cell");
        return ErrorPages.NotFound(
            request.Site,
            new(
                $"El informe no tiene una cifra «{cell}». Se escriben como 16.modificado, 16.2.alcanzada o total.devengado.",
                $"The report has no figure “{cell}”. They are written like 16.revised, 16.2.achieved or total.accrued."),
            (request.Site.Text("Ver el informe oficial", "See the official report"), request.Address.Report));
    }
}
