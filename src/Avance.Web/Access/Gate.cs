using Avance.Access;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Access;

/// <summary>Who asks for a page.</summary>
internal static class Gate
{
    /// <summary>Who asks: until people sign in, whoever sits at this machine, who may do everything in the office that the address names.</summary>
    public static Visitor VisitorOf(HttpContext context)
    {
        var actor = Site.Of(context).Workspace?.Actor;
        var office = context.GetRouteValue("entity") as string ?? "";
        return actor is null ? Visitor.Nobody : new(Guid.AllBitsSet, actor, actor, [.. Roles.All.Select(role => new Grant(role, office))]);
    }
}
