using System.Globalization;
using Avance.Web.Findings;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Reporting;

/// <summary>A page for each project, and its figures with their origin as data.</summary>
internal static class ProjectEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapReport("/projects/{number}", r => Find(r) is { } project ? Html.Page<ProjectPage>(project) : Missing(r));
        routes.MapTwins("/projects/{number}", r => Find(r)?.Figures);
    }

    private static ProjectView? Find(ReportRequest request)
    {
        var text = (string)request.Context.GetRouteValue("number")!;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= request.Report.Projects.Count
            ? new(request, request.Report.Projects[number - 1])
            : null;
    }

    private static IResult Missing(ReportRequest request) => ErrorPages.NotFound(
        request.Site,
        new(
            $"Este informe tiene {Words.Count(request.Report.Projects.Count, "proyecto", "proyectos")}, numerados en el orden en que se imprimen; «{request.Context.GetRouteValue("number")}» no es ninguno de ellos.",
            $"This report has {Words.Count(request.Report.Projects.Count, "project", "projects")}, numbered in printed order; “{request.Context.GetRouteValue("number")}” is none of them."),
        (request.Site.Text("Ver todos los proyectos", "See every project"), request.Address.Board + "#progress"));
}
