using Avance.Web.Findings;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Reporting;

/// <summary>The board of a report, and its table of projects as data.</summary>
internal static class BoardEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapReport("", Show);
        routes.MapTwins("", r => new Board(r).Projects);
    }

    private static IResult Show(ReportRequest request)
    {
        var pages = Board.PageCount(request);
        return Pager.TryRead(request.Context, pages, out var page)
            ? Html.Page<BoardPage>(new Board(request, page))
            : ErrorPages.BadRequest(request.Site, Pager.Refusal(pages), request.Address.Board);
    }
}
