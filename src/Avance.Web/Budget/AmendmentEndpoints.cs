using System.Globalization;
using Avance.App.Budget;
using Avance.App.Planning;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Budget;

/// <summary>
/// Amendments for anyone to read, once they were applied: the list of a year, one of them, and its files as downloads. Those on
/// their way are seen only on the machine where they are written.
/// </summary>
internal static class AmendmentEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapYearTable("/amendments", ReadList, v => Html.Page<AmendmentsPage>(v), v => v.Table);
        routes.MapYearTable("/amendments/{reference}", ReadOne, v => Html.Page<AmendmentPage>(v), v => v.Lines);
        routes.MapYear("/amendments/{reference}/files/{number:int}", Download);
    }

    private static (AmendmentsView?, IResult?) ReadList(YearRequest request)
    {
        var isPlanned = request.Get<PlanQueries>().Years().Any(y => y.Entity.Code == request.Entity && y.Year.Year == request.Year);
        return isPlanned
            ? (new(request, [.. request.Get<AmendmentQueries>().List(request.Entity, request.Year).Where(a => a.WasApplied)]), null)
            : (null, BudgetReading.Missing(request));
    }

    private static (AmendmentView?, IResult?) ReadOne(YearRequest request) =>
        Find(request) is { } file ? (new(request, file), null) : (null, Missing(request));

    private static IResult Download(YearRequest request) => Attachment(request.Get<AmendmentQueries>(), request.Entity, Find(request), request.Route("number")) ?? Missing(request);

    /// <summary>A file, always as a download: it came from outside, and nothing in it may run as part of these pages.</summary>
    public static IResult? Attachment(AmendmentQueries queries, string entity, AmendmentFile? file, string typed)
    {
        var number = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        return file?.Attachments.FirstOrDefault(a => a.Number == number) is { } attachment && queries.Attachment(entity, file, number) is { } content
            ? Results.File(content, attachment.MediaType, attachment.Name)
            : null;
    }

    private static AmendmentFile? Find(YearRequest request) => request.Get<AmendmentQueries>().Find(request.Entity, request.Year, request.Route("reference"))?.Published;

    private static IResult Missing(YearRequest request) => ErrorPages.NotFound(
        request.Site,
        new($"El ejercicio {request.Year} no tiene lo que se pide de la adecuación «{request.Route("reference")}».", $"The year {request.Year} does not have what is asked of the amendment “{request.Route("reference")}”."),
        (request.Site.Text("Ver las adecuaciones", "See the amendments"), request.To("/amendments")));
}
