using Avance.Documents;
using Avance.Web.Findings;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Reporting;

/// <summary>The report in its official layout, and as a file in each format.</summary>
internal static class OfficialReportEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapReport("/report", Show);
        foreach (var format in ReportFormats.All)
        {
            routes.MapReport("/report." + format.Extension(), r => Download(r, format));
        }
    }

    private static IResult Show(ReportRequest request)
    {
        var pages = Pager.Count(request.Report.Projects.Count, OfficialReport.ProjectsPerPage(request));
        return Pager.TryRead(request.Context, pages, out var page)
            ? Html.Page<OfficialReportPage>(new OfficialReport(request, page, pages))
            : ErrorPages.BadRequest(request.Site, Pager.Refusal(pages), request.Address.Report);
    }

    private static IResult Download(ReportRequest request, ReportFormat format)
    {
        var stream = new MemoryStream();
        ReportWriter.Write(request.Report.Report, format, request.Language, stream);
        stream.Position = 0;
        var version = request.Address.Version is { } number ? $"-v{number}" : "";
        var name = $"avance-{request.Report.Report.Entity.Code}-{request.Report.Report.Period}{version}.{format.Extension()}";
        return Results.File(stream, format.ContentType(), name);
    }
}
