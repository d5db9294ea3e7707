using Avance.App.Planning;
using Avance.Web.Findings;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Work;

/// <summary>The door of the workspace, and the page of one year.</summary>
internal static class WorkEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWorkspace("", visit => Html.Page<WorkIndexPage>(new WorkIndex(visit, Years(visit))));
        routes.MapWork("", request => Html.Page<YearPage>(request));
    }

    /// <summary>The years of each office that something is on record of, newest first.</summary>
    private static List<WorkYear> Years(WorkVisit visit)
    {
        var reports = visit.Get<CheckedReports>().Versions().Latest.GroupBy(v => (v.Entity.Code, v.Period.Year))
            .Select(g => new WorkYear(g.Key.Code, g.First().Entity.Name, g.Key.Year, g.Count()));
        var plans = visit.Get<PlanQueries>().Years().Select(y => new WorkYear(y.Entity.Code, y.Entity.Name, y.Year.Year, 0));
        return [.. reports.Concat(plans).DistinctBy(y => (y.Code, y.Year)).OrderByDescending(y => y.Year).ThenBy(y => y.Code, StringComparer.Ordinal)];
    }
}
