using Avance.Access;
using Avance.App.Access;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Access;

/// <summary>Passkeys: made on one's own account, and proved to sign in.</summary>
internal static class PasskeyEndpoints
{
    public static readonly Field Name = new("name", new("Cómo llamarla", "What to call it"), new("Por ejemplo, «mi teléfono».", "For instance “my telephone”."));

    private static readonly Field Credential = new("credential", new("Llave", "Passkey"));
    private static readonly Field State = new("state", new("Pregunta", "Question"));
    private static readonly Field Id = new("passkey", new("Llave", "Passkey"));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapVisit("/account/passkeys", Act.OwnAccount, visit => Task.FromResult(Show(visit, new Form(visit.Site), StatusCodes.Status200OK)), Add);
        routes.MapVisit("/account/passkeys/options", Act.OwnAccount, null, (visit, _) => visit.Get<PasskeyProof>().AskToMake(AccountEndpoints.Own(visit), visit.Context));
        routes.MapVisit("/account/passkeys/remove", Act.OwnAccount, null, Remove);
        routes.MapVisit("/sign-in/passkey", Act.SignIn, null, SignIn, SignInEndpoints.MaxBytes);
        routes.MapVisit("/sign-in/passkey/options", Act.SignIn, null, (visit, _) => visit.Get<PasskeyProof>().AskToProve(visit.Context));
    }

    private static IResult Show(WorkVisit visit, Form form, int status)
    {
        SecurityHeaders.AllowOwnScripts(visit.Context.Response.Headers);
        return Html.Page<PasskeysPage>(new PasskeysView(visit, form, visit.Get<Passkeys>().Of(visit.Visitor.AccountId)), status);
    }

    private static async Task<IResult> Add(WorkVisit visit, Form form)
    {
        var (account, name) = (AccountEndpoints.Own(visit), form.Text(Name, 60));
        if (!form.IsValid || !await AccountEndpoints.IsConfirmed(visit, form, account))
        {
            return Show(visit, form, StatusCodes.Status422UnprocessableEntity);
        }

        if (await visit.Get<PasskeyProof>().Keep(AccountEndpoints.Own(visit), form.Typed(Credential), form.Typed(State), name, visit.Context))
        {
            return visit.Next(visit.Site.Link("/account/passkeys"));
        }

        form.Refuse(new("El dispositivo no dio una llave que sirva. Vuelva a intentarlo.", "The device gave no passkey that can be used. Try again."));
        return Show(visit, form, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> Remove(WorkVisit visit, Form form)
    {
        if (!await AccountEndpoints.IsConfirmed(visit, form, AccountEndpoints.Own(visit), isBeside: false))
        {
            return Show(visit, form, StatusCodes.Status422UnprocessableEntity);
        }

        visit.Get<Passkeys>().Remove(visit.Visitor.AccountId, form.Typed(Id));
        return visit.Next(visit.Site.Link("/account/passkeys"), Notices.Deleted);
    }

    private static async Task<IResult> SignIn(WorkVisit visit, Form form)
    {
        var destination = Destination.Of(visit);
        if (await visit.Get<PasskeyProof>().Find(form.Typed(Credential), form.Typed(State), visit.Context) is { } account)
        {
            visit.Open(account, "passkey");
            return visit.Arrive(destination);
        }

        form.Refuse(new("Esa llave no abre ninguna cuenta, o pasó demasiado tiempo. Vuelva a intentarlo, o entre con su contraseña.", "That passkey opens no account, or it took too long. Try again, or sign in with your password."));
        return SignInEndpoints.Page(visit, form, destination, StatusCodes.Status422UnprocessableEntity);
    }
}

/// <summary>The passkeys of one's own account.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Passkeys">Those that there are.</param>
public sealed record PasskeysView(WorkVisit Visit, Form Form, IReadOnlyList<Passkey> Passkeys) : AccessForm(Visit, Form);
