using Avance.Access;
using Avance.App.Access;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Web.Access;

/// <summary>The page for who is signed in and may not: which role it takes, and whom to ask for it.</summary>
internal static class Forbidden
{
    /// <summary>Says that a step which the page's own act does not decide takes another role.</summary>
    public static IResult Forbid(this WorkVisit visit, Act act) => Page(visit.Site, visit.Context, act, visit.Office);

    public static IResult Page(Site site, HttpContext context, Act act, string? office)
    {
        var visitor = Gate.VisitorOf(context);
        var rule = AccessTable.Of(act);
        return ErrorPages.Forbidden(
            site,
            new($"Para «{rule.Name.Spanish}» hace falta el permiso de {Roles(rule, Language.Spanish)}{(office is null ? "" : $" en {office}")}{Unit(context, rule).Spanish}. Usted entró como {visitor.Email}. {Ask(context, visitor, office).Spanish}",
                $"To “{rule.Name.English}” takes the role of {Roles(rule, Language.English)}{(office is null ? "" : $" in {office}")}{Unit(context, rule).English}. You are signed in as {visitor.Email}. {Ask(context, visitor, office).English}"),
            (site.Text("Ir al área de trabajo", "Go to the workspace"), site.Link(WorkRoutes.Prefix)),
            (site.Text("Ver mi cuenta", "See my account"), site.Link("/account")));
    }

    private static string Roles(AccessRule rule, Language language) =>
        rule.Roles.Count == Avance.Access.Roles.All.Count ? (language == Language.English ? "any kind" : "cualquier tipo")
        : string.Join(language == Language.English ? " or " : " o de ", rule.Roles.Select(r => r.DisplayName().In(language)));

    private static LocalizedText Unit(HttpContext context, AccessRule rule) => rule.IsByUnit && context.Request.RouteValues["unit"] is string unit
        ? new($", para la unidad {unit} o para toda la oficina", $", for unit {unit} or for the whole office")
        : new("", "");

    /// <summary>Who administers an office is told to its own people only.</summary>
    private static LocalizedText Ask(HttpContext context, Visitor visitor, string? office)
    {
        var whom = office is not null && visitor.Offices.Contains(office)
            ? string.Join(", ", context.RequestServices.GetRequiredService<People>().Administrators(office).Select(p => $"{p.Account.Name} ({p.Account.Email})"))
            : "";
        return whom.Length > 0
            ? new($"Pídalo a {whom}.", $"Ask {whom}.")
            : new("Pídalo a quien administra los permisos de esa oficina.", "Ask whoever administers that office's roles.");
    }
}
