using Microsoft.AspNetCore.Http;

namespace Avance.Web.Ui;

/// <summary>What an error page says: what happened, why, and where to go from here.</summary>
/// <param name="Site">Who reads.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Explanation">Why, and what it means for the reader.</param>
/// <param name="Links">Where to go from here.</param>
public sealed record ErrorModel(Site Site, int Status, string Title, string Explanation, IReadOnlyList<(string Text, string Href)> Links);

/// <summary>The pages that say no.</summary>
internal static class ErrorPages
{
    /// <summary>The address or its query asks for something that cannot be.</summary>
    public static IResult BadRequest(Site site, LocalizedText explanation, string remedyHref) =>
        Answer(site, StatusCodes.Status400BadRequest, new("La dirección pide algo que no existe", "The address asks for something that does not exist"), explanation,
            (site.Text("Ver la página sin filtros", "See the page without filters"), remedyHref));

    /// <summary>There is no such page, report or project.</summary>
    public static IResult NotFound(Site site, LocalizedText explanation, params (string Text, string Href)[] links) =>
        Answer(site, StatusCodes.Status404NotFound, new("No se encontró la página", "Page not found"), explanation, links);

    /// <summary>Whoever asks is known, and may not.</summary>
    public static IResult Forbidden(Site site, LocalizedText explanation, params (string Text, string Href)[] links) =>
        Answer(site, StatusCodes.Status403Forbidden, new("Le falta un permiso", "You lack a role"), explanation, links);

    /// <summary>A rule says no.</summary>
    public static IResult Refused(Site site, RuleViolationException refusal) =>
        Answer(site, StatusOf(refusal.RuleId), new("No se puede hacer lo que se pide", "What was asked cannot be done"), refusal.Text);

    /// <summary>The page for a status that nobody has explained yet.</summary>
    public static IResult For(Site site, int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound(site, new($"No hay ninguna página en «{site.Path}». Revise que la dirección esté completa.", $"There is no page at “{site.Path}”. Check that the address is complete.")),
        StatusCodes.Status405MethodNotAllowed => Answer(site, status, new("Aquí solo se consulta", "This site is for reading"),
            new("Esta página se puede leer (GET) y no recibe datos. Nada se guardó.", "This page can be read (GET) and takes no data. Nothing was saved.")),
        StatusCodes.Status403Forbidden => Answer(site, status, new("El envío no viene de esta página", "What was sent does not come from this page"),
            new("Solo se aceptan datos enviados desde las páginas de este mismo programa. Nada se guardó. Abra la página aquí y vuelva a intentarlo.", "Only what is sent from this program's own pages is taken. Nothing was saved. Open the page here and try again.")),
        StatusCodes.Status413PayloadTooLarge => Answer(site, status, new("Lo que se envió es demasiado grande", "What was sent is too large"),
            new("Nada se guardó. Envíe un archivo más pequeño, o divídalo en varios.", "Nothing was saved. Send a smaller file, or divide it into several.")),
        StatusCodes.Status421MisdirectedRequest => Answer(site, status, new("Esta dirección no es de este programa", "This address is not this program's"),
            new("Avance solo responde por su propio nombre. Si lo publica con otro, quien administra el servidor debe iniciarlo con --public-address y ese nombre.", "Avance answers only by its own name. If it is published under another, whoever runs the server must start it with --public-address and that name.")),
        StatusCodes.Status503ServiceUnavailable => Answer(site, status, new("La base de datos no responde", "The database does not answer"),
            new("Los informes existen, pero en este momento no se pueden leer; esto no quiere decir que no haya datos. Intente de nuevo en unos minutos.", "The reports exist but cannot be read at this moment; this does not mean that there is no data. Try again in a few minutes."),
            (site.Text("Intentar de nuevo", "Try again"), site.Address)),
        StatusCodes.Status500InternalServerError => Answer(site, status, new("Ocurrió un error en el programa", "The program failed"),
            new("La falla quedó anotada en la bitácora del servidor. Los datos no cambiaron.", "The failure was written to the server's log. No data changed."),
            (site.Text("Intentar de nuevo", "Try again"), site.Address)),
        _ => Answer(site, status, new("No se pudo atender la solicitud", "The request could not be served"), new("Revise la dirección e intente de nuevo.", "Check the address and try again.")),
    };

    /// <summary>The HTTP status of a refusal.</summary>
    public static int StatusOf(string ruleId) => ruleId switch
    {
        "storage.evidence" => StatusCodes.Status503ServiceUnavailable,
        "report.exists" or "report.entity" => StatusCodes.Status409Conflict,
        _ when ruleId.EndsWith(".missing", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ when ruleId.EndsWith(".conflict", StringComparison.Ordinal) => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private static IResult Answer(Site site, int status, LocalizedText title, LocalizedText explanation, params (string Text, string Href)[] links) =>
        Html.Page<ErrorPage>(
            new ErrorModel(site, status, site.Text(title), site.Text(explanation), [.. links, (site.Text("Ver todos los informes", "See every report"), site.Link("/reports"))]),
            status);
}
