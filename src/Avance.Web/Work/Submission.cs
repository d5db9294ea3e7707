using Avance.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Avance.Web.Work;

/// <summary>What becomes of a form that was sent: saved and shown elsewhere, or shown again with what is wrong.</summary>
internal static class Submission
{
    /// <summary>
    /// Saves a form that was read. What is wrong in it, or what a rule refuses, is a 422 that shows the form again as it was
    /// typed; when somebody else saved first it is a 409 that shows both; otherwise a 303 to the next page.
    /// </summary>
    /// <param name="form">The form, read.</param>
    /// <param name="save">Saves it and says where to go next: see <see cref="Next"/>. Called only when the form is valid.</param>
    /// <param name="show">Makes the page that shows a form, with the status.</param>
    /// <param name="theirs">
    /// The form as it would be made now from what is on record, with its version; needed where data has versions.
    /// </param>
    public static IResult Submit(this Form form, Func<IResult> save, Func<Form, int, IResult> show, Func<Form>? theirs = null)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(save);
        ArgumentNullException.ThrowIfNull(show);
        if (!form.IsValid)
        {
            return show(form, StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            return save();
        }
        catch (RuleViolationException refusal) when (theirs is not null && IsConflict(refusal))
        {
            form.Refuse(refusal.Text);
            form.ConflictWith(theirs());
            return show(form, StatusCodes.Status409Conflict);
        }
        catch (RuleViolationException refusal) when (!IsOfStorage(refusal) && !IsMissing(refusal) && !IsConflict(refusal))
        {
            form.Refuse(refusal.Text);
            return show(form, StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>Goes to the next page, which tells what was done.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="address">Where: see <see cref="WorkRequest.To"/>.</param>
    /// <param name="notice">One of <see cref="Notices"/>; null to tell nothing.</param>
    public static IResult Next(this WorkVisit visit, string address, string? notice = Notices.Saved)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(address);
        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        visit.Context.Response.Headers[HeaderNames.Location] = notice is null ? address : $"{address}{separator}{Notices.Key}={notice}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static bool IsConflict(RuleViolationException refusal) => refusal.RuleId.EndsWith(".conflict", StringComparison.Ordinal);

    private static bool IsMissing(RuleViolationException refusal) => refusal.RuleId.EndsWith(".missing", StringComparison.Ordinal);

    private static bool IsOfStorage(RuleViolationException refusal) => refusal.RuleId.StartsWith("storage.", StringComparison.Ordinal);
}
