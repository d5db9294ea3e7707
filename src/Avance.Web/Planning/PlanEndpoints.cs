using System.Globalization;
using Avance.App.Planning;
using Avance.Documents;
using Avance.Documents.Planning;
using Avance.Planning;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Planning;

/// <summary>The plan of a year, its projects and indicators, to be read by anyone once it is approved; a draft only on the machine where it is written.</summary>
internal static class PlanEndpoints
{
    /// <summary>Address of a project, below its year.</summary>
    public const string Project = "/plan/{unit}/{key}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapYearTable("/plan", Read, static view => Html.Page<PlanPage>(view), static view => view.Table);
        routes.MapYearTable(Project, ReadProject, static view => Html.Page<PlannedProjectPage>(view), static view => view.Table);
        routes.MapYearTable(Project + "/{number}", ReadIndicator, static view => Html.Page<IndicatorPage>(view), static view => view.Table);
        foreach (var format in PlanSheetWriter.Formats)
        {
            routes.MapYear($"{Project}/{{number}}/sheet.{format.Extension()}", request =>
            {
                var (view, refusal) = ReadIndicator(request);
                return view is null ? refusal! : Sheet(view, format);
            });
        }
    }

    private static (PlanView? View, IResult? Refusal) Read(YearRequest request) =>
        request.Get<PlanQueries>().Find(request.Entity, request.Year) is not { } plan ? (null, Missing(request, new(
            $"No hay plan de {request.Entity} para {request.Year}.",
            $"There is no plan of {request.Entity} for {request.Year}.")))
        : plan.Year.State == PlanState.Draft ? (null, Missing(request, new(
            $"El plan de {request.Entity} para {request.Year} aún no se aprueba; se publica cuando se aprueba.",
            $"The plan of {request.Entity} for {request.Year} is not approved yet; it is published when it is.")))
        : (new(request, plan), null);

    /// <summary>The project that a request names, or the answer that refuses it.</summary>
    public static (PlannedProjectView? View, IResult? Refusal) ReadProject(YearRequest request)
    {
        var (view, refusal) = Read(request);
        return view is null ? (null, refusal)
            : view.Plan.Project(request.Route("unit"), request.Route("key")) is { } project ? (new(request, view.Plan, project), null)
            : (null, Missing(request, new(
                $"El plan no tiene el proyecto {request.Route("unit")}/{request.Route("key")}.",
                $"The plan has no project {request.Route("unit")}/{request.Route("key")}."), (request.Site.Text("Ver el plan", "See the plan"), request.To("/plan"))));
    }

    private static (IndicatorView? View, IResult? Refusal) ReadIndicator(YearRequest request)
    {
        var (view, refusal) = ReadProject(request);
        if (view is null)
        {
            return (null, refusal);
        }

        var indicator = int.TryParse(request.Route("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? view.Project.Indicators.FirstOrDefault(i => i.Position == number) : null;
        return indicator is not null ? (new(view, indicator), null) : (null, Missing(request, new(
            $"El proyecto {view.Project.Address} no tiene el indicador {request.Route("number")}.",
            $"Project {view.Project.Address} has no indicator {request.Route("number")}."), (request.Site.Text("Ver el proyecto", "See the project"), view.Address(""))));
    }

    private static IResult Missing(YearRequest request, LocalizedText text, params (string Text, string Href)[] links) => ErrorPages.NotFound(request.Site, text, links);

    private static IResult Sheet(IndicatorView view, ReportFormat format) => Download(
        format, string.Create(CultureInfo.InvariantCulture, $"ficha-{view.Project.Request.Entity}-{view.Project.Request.Year}-{view.Project.Project.UnitCode}-{view.Project.Project.Key}-{view.Indicator.Position}"),
        output => PlanSheetWriter.WriteIndicator(view.Project.Plan, view.Project.Project, view.Indicator, format, view.Project.Request.Language, output));

    /// <summary>A sheet as a file.</summary>
    public static IResult Download(ReportFormat format, string name, Action<Stream> write)
    {
        var content = new MemoryStream();
        write(content);
        content.Position = 0;
        return Results.File(content, format.ContentType(), $"{name}.{format.Extension()}");
    }
}
