using Avance.Access;
using Avance.App.Access;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Access;

/// <summary>Signing in and out.</summary>
internal static class SignInEndpoints
{
    public static readonly Field Email = new("email", new("Correo", "E-mail"));
    public static readonly Field Password = new("password", new("Contraseña", "Password"));
    public static readonly Field Code = new("code", new("Código", "Code"), new("El de seis cifras de su teléfono, o uno de sus códigos de recuperación.", "The six figures on your telephone, or one of your recovery codes."));

    /// <summary>A form that was typed for an hour may come along, the largest there is among them.</summary>
    public const long MaxBytes = WorkRoutes.MaxSheetBytes * 2;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapVisit("/sign-in", Act.SignIn, visit => Task.FromResult(Show(visit)), SignIn, MaxBytes);
        routes.MapVisit("/sign-in/code", Act.SignIn, visit => Task.FromResult(ShowCode(visit)), TakeCode, MaxBytes);
        routes.MapVisit("/sign-out", Act.SignIn, null, (visit, _) => Task.FromResult(SignOut(visit)));
    }

    /// <summary>The sign-in page in answer to a form whose sender is no longer signed in, with what they typed.</summary>
    public static async Task AskAgain(HttpContext context)
    {
        var sent = context.Request.ContentLength > WorkRoutes.MaxSheetBytes ? null : await WorkRoutes.Receive(context, WorkRoutes.MaxSheetBytes);
        var visit = WorkRoutes.Visit(context);
        var kept = KeptForm.Of(context, sent);
        // Where it was written can be shown again; where it was sent perhaps only takes forms.
        var from = Uri.TryCreate(context.Request.Headers.Referer, UriKind.Absolute, out var referer) ? Destination.Local(referer.PathAndQuery) : null;
        await Page(visit, new Form(visit.Site), new(from ?? kept?.Address ?? visit.Site.Link(WorkRoutes.Prefix), kept), StatusCodes.Status401Unauthorized).ExecuteAsync(context);
    }

    private static IResult Show(WorkVisit visit)
    {
        var destination = Destination.Of(visit);
        return visit.Visitor.IsSignedIn ? visit.Next(destination.Address, null)
            : visit.Get<Accounts>().AreNone() ? visit.Next(visit.Site.Link("/setup"), null)
            : Page(visit, new Form(visit.Site), destination, StatusCodes.Status200OK);
    }

    /// <summary>The sign-in page. It has a script, for passkeys.</summary>
    public static IResult Page(WorkVisit visit, Form form, Destination destination, int status)
    {
        SecurityHeaders.AllowOwnScripts(visit.Context.Response.Headers);
        return Html.Page<SignInPage>(new SignInView(visit, form, destination), status);
    }

    private static async Task<IResult> SignIn(WorkVisit visit, Form form)
    {
        var destination = Destination.Of(visit);
        var email = form.Text(Email, EmailAddress.MaxLength);
        if (form.Typed(Password).Length == 0)
        {
            form.Refuse(Password, new("Contraseña: falta; escríbala.", "Password: it is missing; write it."));
        }

        var account = form.IsValid ? await visit.Get<PasswordCheck>().Find(email, form.Typed(Password), visit.Context.Connection.RemoteIpAddress, visit.Context.RequestAborted) : null;
        if (account is null)
        {
            if (form.IsValid)
            {
                form.Refuse(Wrong);
            }

            return Page(visit, form, destination, StatusCodes.Status422UnprocessableEntity);
        }

        visit.Open(account, "password", isOpen: !account.AsksCodes);
        return account.AsksCodes ? CodePage(visit, new Form(visit.Site), destination, StatusCodes.Status200OK) : visit.Arrive(destination);
    }

    /// <summary>
    /// How whatever is refused here goes on: what was typed may also be right, and nobody may try for a while. Whether they may is
    /// not told, nor whether it was right.
    /// </summary>
    public static LocalizedText OrWait { get; } = new(
        $"o hay que esperar: después de {Account.MaxFailures} intentos fallidos con una cuenta, o de {WrongAttempts.Most} desde un mismo lugar, no se puede volver a intentar durante {Account.LockLasts.TotalMinutes:0} minutos.",
        $"or one has to wait: after {Account.MaxFailures} wrong attempts with one account, or {WrongAttempts.Most} from one place, nobody may try again for {Account.LockLasts.TotalMinutes:0} minutes.");

    /// <summary>The same for every reason, so that nobody learns who has an account.</summary>
    private static LocalizedText Wrong { get; } = new(
        $"El correo o la contraseña no son correctos, {OrWait.Spanish}", $"The e-mail or the password is wrong, {OrWait.English}");

    private static IResult ShowCode(WorkVisit visit) => Awaiting(visit) is null
        ? visit.Next(visit.Site.Link("/sign-in"), null)
        : CodePage(visit, new Form(visit.Site), Destination.Of(visit), StatusCodes.Status200OK);

    private static IResult CodePage(WorkVisit visit, Form form, Destination destination, int status) => Html.Page<CodePage>(new SignInView(visit, form, destination), status);

    private static async Task<IResult> TakeCode(WorkVisit visit, Form form)
    {
        var destination = Destination.Of(visit);
        if (Awaiting(visit) is not { } account)
        {
            form.Refuse(new("Pasó demasiado tiempo. Vuelva a escribir su correo y su contraseña.", "It took too long. Write your e-mail and password again."));
            return Page(visit, form, destination, StatusCodes.Status422UnprocessableEntity);
        }

        var typed = form.Text(Code, 40).Replace(" ", "", StringComparison.Ordinal);
        if (form.IsValid && await visit.Get<TimeCodes>().Way(account, typed, visit.Context.Connection.RemoteIpAddress) is { } way)
        {
            visit.Open(account, way);
            return visit.Arrive(destination);
        }

        if (form.IsValid)
        {
            form.Refuse(Code, new(
                $"Código: no es correcto, ya se usó, {OrWait.Spanish} Si no es eso, espere el siguiente código y escríbalo.",
                $"Code: it is wrong, was used, {OrWait.English} If it is not that, wait for the next code and write it."));
        }

        return CodePage(visit, form, destination, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Whose second proof is awaited.</summary>
    private static Account? Awaiting(WorkVisit visit) =>
        SessionCookie.Read(visit.Context) is { } key && visit.Get<Sessions>().Find(key) is { IsOpen: false } waiting ? waiting.Account : null;

    private static IResult SignOut(WorkVisit visit)
    {
        if (SessionCookie.Read(visit.Context) is { } key && visit.Visitor.IsSignedIn)
        {
            visit.Get<Sessions>().End(visit.Visitor.AccountId, Sessions.IdOf(key), visit.Actor);
        }

        SessionCookie.Forget(visit.Context);
        return visit.Next(visit.Site.Link("/reports"), null);
    }
}

/// <summary>Somebody signing in.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Destination">Where they were going.</param>
public sealed record SignInView(WorkVisit Visit, Form Form, Destination Destination)
{
    /// <summary>Whether an identity provider vouches for people too.</summary>
    public bool HasProvider => Visit.Get<WebSettings>().Provider is not null;
}
