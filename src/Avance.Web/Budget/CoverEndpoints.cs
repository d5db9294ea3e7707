using Avance.App.Budget;
using Avance.Documents;
using Avance.Documents.Planning;
using Avance.Web.Planning;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Budget;

/// <summary>The cover sheet of a project, which shows its budget beside its plan.</summary>
internal static class CoverEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var format in PlanSheetWriter.Formats)
        {
            routes.MapYear($"{PlanEndpoints.Project}/cover.{format.Extension()}", request =>
            {
                var (view, refusal) = PlanEndpoints.ReadProject(request);
                return view is null ? refusal! : PlanEndpoints.Download(
                    format,
                    $"caratula-{request.Entity}-{request.Year}-{view.Project.UnitCode}-{view.Project.Key}",
                    output => PlanSheetWriter.WriteCover(
                        view.Plan, view.Project, ProjectBudget.Of(request.Get<BudgetQueries>().Find(request.Entity, request.Year), view.Project.Id, request.Language), format, request.Language, output));
            });
        }
    }
}
