using Avance.Access;
using Avance.App.Capture;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Capture;

/// <summary>The board of a year, and its tables as data.</summary>
internal static class OutlookEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapWork("/outlook", Act.EnterWork, r => Html.Page<OutlookPage>(Read(r)));
        routes.MapWork("/outlook/targets.csv", Act.EnterWork, r => Data(r, v => Routes.Csv(v.Targets, r.Site.Language)));
        routes.MapWork("/outlook/targets.json", Act.EnterWork, r => Data(r, v => Routes.Json(v.Targets, r.Site.Language)));
        routes.MapWork("/outlook/budgets.csv", Act.EnterWork, r => Data(r, v => Routes.Csv(v.Budgets, r.Site.Language)));
        routes.MapWork("/outlook/budgets.json", Act.EnterWork, r => Data(r, v => Routes.Json(v.Budgets, r.Site.Language)));
    }

    private static OutlookView Read(WorkRequest request) => new(request, request.Get<CaptureQueries>().Board(request.Entity, request.Year));

    private static Microsoft.AspNetCore.Http.IResult Data(WorkRequest request, Func<OutlookView, Microsoft.AspNetCore.Http.IResult> answer) => Read(request) is { Board: not null } view
        ? answer(view)
        : request.NotFound(new("Todavía no hay avance que proyectar en este ejercicio.", "There is no progress to forecast from in this year yet."));
}
