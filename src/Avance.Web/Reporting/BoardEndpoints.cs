using Avance.Web.Findings;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Reporting;

/// <summary>The board of a report, and its table of projects as data.</summary>
internal static class BoardEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapReport("", r => Html.Page<BoardPage>(new Board(r)));
        routes.MapTwins("", r => new Board(r).Projects);
    }
}
