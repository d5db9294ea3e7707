using Avance.Access;
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
        routes.MapWorkspace("", Act.EnterWork, visit => Html.Page<WorkIndexPage>(new WorkIndex(visit, Years(visit))));
        routes.MapWork("", Act.EnterWork, request => Html.Page<YearPage>(request));
    }

    /// <summary>The years of the visitor's offices that something is on record of, planned here or only reported, newest first.</summary>
    private static List<WorkYear> Years(WorkVisit visit)
    {
        var reports = visit.Get<CheckedReports>().Versions().Latest.ToLookup(v => (v.Entity.Code, v.Period.Year));
        var planned = visit.Get<PlanQueries>().Years().Select(p => new WorkYear(p.Entity, p.Year.Year, p.Year.State, reports[(p.Entity.Code, p.Year.Year)].Count())).ToList();
        var known = planned.Select(p => (p.Entity.Code, p.Year)).ToHashSet();
        var reported = reports.Where(g => !known.Contains(g.Key)).Select(g => new WorkYear(g.First().Entity, g.Key.Year, null, g.Count()));
        var offices = visit.Visitor.Offices.ToHashSet(StringComparer.Ordinal);
        return [.. planned.Concat(reported).Where(y => offices.Contains(y.Entity.Code)).OrderByDescending(y => y.Year).ThenBy(y => y.Entity.Code, StringComparer.Ordinal)];
    }
}
