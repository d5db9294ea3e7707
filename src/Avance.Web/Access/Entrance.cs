using Avance.App.Access;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Avance.Web.Access;

/// <summary>Lets people in and out.</summary>
internal static class Entrance
{
    /// <summary>Opens a session in the place of whatever session the browser had.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="account">Who comes in.</param>
    /// <param name="way">How: see <see cref="Sessions.Ways"/>.</param>
    /// <param name="isOpen">Whether they are in; false while their second proof is awaited.</param>
    public static void Open(this WorkVisit visit, Account account, string way, bool isOpen = true)
    {
        var context = visit.Context;
        var key = visit.Get<Sessions>().Open(
            account, way, isOpen, context.Request.Headers[HeaderNames.UserAgent].ToString(), context.Connection.RemoteIpAddress?.ToString() ?? "", SessionCookie.Read(context));
        SessionCookie.Write(context, key);
    }

    /// <summary>Goes to where somebody was going; what they had typed is shown to them first, to be saved or not.</summary>
    public static IResult Arrive(this WorkVisit visit, Destination destination) => destination.Kept is { } kept
        ? Html.Page<KeptFormPage>(new KeptFormView(visit, destination.Address, kept))
        : visit.Next(destination.Address, null);
}

/// <summary>What somebody had typed when their session ended, shown after they came back.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Address">Where to go instead of saving it.</param>
/// <param name="Kept">What they had typed.</param>
public sealed record KeptFormView(WorkVisit Visit, string Address, KeptForm Kept);
