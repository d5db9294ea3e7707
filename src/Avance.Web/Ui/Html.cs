using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Avance.Web.Ui;

/// <summary>Answers with a page: a component that is a function of one parameter, its model.</summary>
internal static class Html
{
    /// <summary>The page of type <typeparamref name="TPage"/> showing <paramref name="model"/>.</summary>
    public static IResult Page<TPage>(object model)
        where TPage : IComponent => Page<TPage>(model, StatusCodes.Status200OK);

    /// <summary>The same with a status of its own.</summary>
    public static IResult Page<TPage>(object model, int status)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Model"] = model })
        {
            StatusCode = status,
            ContentType = "text/html; charset=utf-8",
            PreventStreamingRendering = true,
        };
}
