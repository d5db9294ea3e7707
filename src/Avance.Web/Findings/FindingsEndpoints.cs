using Avance.Documents.Findings;
using Avance.Findings;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Findings;

/// <summary>What the rules found in a report, filtered by the query, and the same as data.</summary>
internal static class FindingsEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapReport("/findings", r => Filtered(r, f => Show(r, f)));
        routes.MapReport("/findings.csv", r => Filtered(r, f => Data(r, f, CheckCsv.Write, "text/csv; charset=utf-8")));
        routes.MapReport("/findings.json", r => Filtered(r, f => Data(r, f, CheckJson.Write, "application/json; charset=utf-8")));
    }

    private static IResult Filtered(ReportRequest request, Func<FindingsFilter, IResult> answer) =>
        FindingsFilter.Read(request.Context.Request.Query, out var problem) is { } filter
            ? answer(filter)
            : ErrorPages.BadRequest(request.Site, problem!, request.Address.Findings);

    private static IResult Show(ReportRequest request, FindingsFilter filter)
    {
        var found = filter.Apply(request.Report.Check);
        var pages = Pager.Count(found.Findings.Count, FindingsView.FindingsPerPage);
        return Pager.TryRead(request.Context, pages, out var page)
            ? Html.Page<FindingsPage>(new FindingsView(request, filter, found.Findings, page, pages))
            : ErrorPages.BadRequest(request.Site, Pager.Refusal(pages), request.Address.Findings);
    }

    private static IResult Data(ReportRequest request, FindingsFilter filter, Action<CheckResult, Language, Stream> write, string contentType)
    {
        var stream = new MemoryStream();
        write(filter.Apply(request.Report.Check), request.Language, stream);
        stream.Position = 0;
        return Results.Stream(stream, contentType);
    }
}
