using Avance.Findings;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Web.Findings;

/// <summary>The catalogue of rules, and a page for each.</summary>
internal static class RuleEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPage("/rules", c => Routes.Unchanged(c, "rules", () => Html.Page<RulesPage>(new RulesView(Site.Of(c)))));
        routes.MapPage("/rules.csv", c => Routes.Unchanged(c, "rules", () => Routes.Csv(new RulesView(Site.Of(c)).Table, Site.Of(c).Language)));
        routes.MapPage("/rules.json", c => Routes.Unchanged(c, "rules", () => Routes.Json(new RulesView(Site.Of(c)).Table, Site.Of(c).Language)));
        routes.MapPage("/rules/{id}", Show);
    }

    private static IResult Show(HttpContext context)
    {
        var site = Site.Of(context);
        var id = (string)context.Request.RouteValues["id"]!;
        if (RuleCatalogue.Find(id) is not { } rule)
        {
            return ErrorPages.NotFound(
                site,
                new($"La regla «{id}» no está en el catálogo; se escriben como AVP-011.", $"Rule “{id}” is not in the catalogue; rules are written like AVP-011."),
                (site.Text("Ver el catálogo de reglas", "See the catalogue of rules"), site.Link("/rules")));
        }

        var reports = context.RequestServices.GetRequiredService<CheckedReports>();
        var versions = reports.Versions();
        return Routes.Unchanged(context, $"rule {versions.Revision}", () => Html.Page<RulePage>(new RuleView(site, rule, Hits(reports, versions, rule))));
    }

    /// <summary>What the rule found in the latest reports; checking more would make a cheap page dear.</summary>
    private static List<RuleHits> Hits(CheckedReports reports, VersionList versions, Rule rule) =>
        [.. versions.Latest.Take(RuleView.ReportsShown).Select(v => reports.Load(v, versions))
            .Select(r => new RuleHits(r.Version, r.Check.Findings.Count(f => f.RuleId == rule.Id)))];
}
