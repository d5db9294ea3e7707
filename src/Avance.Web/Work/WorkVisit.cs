using System.Globalization;
using Avance.Access;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Web.Work;

/// <summary>A request for a page of the workspace.</summary>
/// <param name="Context">The HTTP request.</param>
/// <param name="Site">Who reads, and at which address.</param>
/// <param name="Visitor">Who works.</param>
public record WorkVisit(HttpContext Context, Site Site, Visitor Visitor)
{
    /// <summary>The name that the journal records.</summary>
    public string Actor => Visitor.Email;

    /// <summary>The office that the address names; null when it names none.</summary>
    public virtual string? Office => Context.Request.RouteValues["entity"] as string;

    /// <summary>What the page before this one did, to be told here; null for nothing.</summary>
    public LocalizedText? Notice => HttpMethods.IsGet(Context.Request.Method) ? Notices.Find(Context.Request.Query[Notices.Key].ToString()) : null;

    /// <summary>Something that the web was built with: a use case, queries.</summary>
    public T Get<T>()
        where T : notnull => Context.RequestServices.GetRequiredService<T>();

    /// <summary>
    /// Whether who works may do something in the office of this visit; where it is of none, in any office.
    /// </summary>
    /// <param name="act">What.</param>
    /// <param name="unit">To which unit, for what is done to one; null for the whole office.</param>
    public bool Can(Act act, string? unit = null) => Visitor.Can(act, Office, unit);

    /// <summary>A value of the query string, without spaces around it; blank when it is not there.</summary>
    public string Query(string key) => Context.Request.Query[key].ToString().Trim();

    /// <summary>A part of the address that the route names.</summary>
    public string Route(string key) => Convert.ToString(Context.Request.RouteValues[key], CultureInfo.InvariantCulture) ?? "";
}

/// <summary>A request for a page of the workspace about one year of one office.</summary>
/// <param name="Context">The HTTP request.</param>
/// <param name="Site">Who reads, and at which address.</param>
/// <param name="Visitor">Who works.</param>
/// <param name="Entity">The office's code, as the address says it; whether there is such an office is for the page to see.</param>
/// <param name="Year">The fiscal year.</param>
public sealed record WorkRequest(HttpContext Context, Site Site, Visitor Visitor, string Entity, int Year) : WorkVisit(Context, Site, Visitor)
{
    /// <inheritdoc/>
    public override string? Office => Entity;

    /// <summary>Address of a page of the same office and year: <c>/plan</c>, or nothing for the year's own page.</summary>
    public string To(string page) => At(Site, Entity, Year, page);

    /// <summary>Address of a page of any office and year.</summary>
    public static string At(Site site, string entity, int year, string page = "")
    {
        ArgumentNullException.ThrowIfNull(site);
        return site.Link(string.Create(CultureInfo.InvariantCulture, $"{WorkRoutes.Prefix}/{Uri.EscapeDataString(entity)}/{year}{page}"));
    }

    /// <summary>Says that there is no such thing here, and leads back to the year.</summary>
    public IResult NotFound(LocalizedText explanation) =>
        ErrorPages.NotFound(Site, explanation, (Site.Text("Volver al ejercicio", "Back to the year"), To("")));
}
