using Avance.App.Importing;
using Avance.App.Progress;
using Avance.Web.Findings;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Web.Reporting;

/// <summary>Where a report came from: the history of its versions, and the file of each.</summary>
internal static class VersionEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapReport("/versions", r => Html.Page<VersionsPage>(new VersionsView(r)));
        routes.MapTwins("/versions", r => new VersionsView(r).Table);
        routes.MapReport("/source", Source);
    }

    /// <summary>The imported file as it was. Text travels as plain text: whatever it holds, no browser runs it.</summary>
    private static IResult Source(ReportRequest request)
    {
        var version = request.Report.Version;
        var content = request.Context.RequestServices.GetRequiredService<ReportQueries>().Source(version);
        var contentType = version.SourceFormat switch
        {
            SourceFormat.Pdf => "application/pdf",
            SourceFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => "text/plain",
        };
        return Results.File(content, contentType, Path.GetFileName(version.SourceName));
    }
}
