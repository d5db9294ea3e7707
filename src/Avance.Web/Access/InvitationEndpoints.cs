using Avance.Access;
using Avance.App.Access;
using Avance.Planning;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Access;

/// <summary>How accounts come to be: the first by the code that the program prints, the others by invitation.</summary>
internal static class InvitationEndpoints
{
    public static readonly Field Name = new("name", new("Nombre", "Name"), new("Como quiere que aparezca en la bitácora y en los formatos.", "As it should appear in the journal and on forms."));
    public static readonly Field Office = new("office", new("Clave del ente", "Code of the entity"), new("Corta, como IEPC: estará en las direcciones de sus páginas.", "Short, as IEPC: it will stand in the addresses of its pages."));
    public static readonly Field SetUpCode = new("set-up-code", new("Código de inicio", "Set-up code"), new("El que mostró «avance serve» al arrancar.", "The one that «avance serve» showed when it started."));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapVisit("/setup", Act.SignIn, visit => Task.FromResult(ShowSetUp(visit)), (visit, form) => Task.FromResult(SetUpFirst(visit, form)));
        routes.MapVisit("/invitation/{token}", Act.SignIn, visit => Task.FromResult(Show(visit)), (visit, form) => Task.FromResult(Accept(visit, form)));
    }

    private static IResult ShowSetUp(WorkVisit visit) => visit.Get<Accounts>().AreNone()
        ? SetUpForm(visit, new Form(visit.Site), StatusCodes.Status200OK)
        : visit.Next(visit.Site.Link("/sign-in"), null);

    private static IResult SetUpForm(WorkVisit visit, Form form, int status) => Html.Page<SetUpPage>(new AccessForm(visit, form), status);

    private static IResult SetUpFirst(WorkVisit visit, Form form)
    {
        var code = form.Text(SetUpCode, 40);
        if (code.Length > 0 && !SetUp.IsCode(visit.Get<WebSettings>().SetUpCode, code))
        {
            form.Refuse(SetUpCode, new("Código de inicio: no es el que mostró el programa. Si lo perdió, reinícielo y mostrará otro.", "Set-up code: it is not the one that the program showed. If you lost it, start it again and it will show another."));
        }

        var office = form.Text(Office, PublicEntity.MaxCodeLength);
        if (office.Length > 0 && !PublicEntity.TryReadCode(office, out office))
        {
            form.Refuse(Office, new("Clave del ente: use letras sin acento, dígitos y guiones.", "Code of the entity: use letters without accents, digits and hyphens."));
        }

        var email = form.Text(SignInEndpoints.Email, EmailAddress.MaxLength);
        var name = form.Text(Name, Account.MaxNameLength);
        var password = NewPassword.Read(form, email, name);
        return form.Submit(
            () =>
            {
                visit.Open(visit.Get<Accounts>().SetUp(office, email, name, PasswordCheck.Hash(password)), "set-up");
                return visit.Next(visit.Site.Link($"{WorkRoutes.Prefix}/{Uri.EscapeDataString(office)}/people"));
            },
            (refused, status) => SetUpForm(visit, refused, status));
    }

    private static IResult Show(WorkVisit visit)
    {
        var account = visit.Get<Invitations>().Find(visit.Route("token"));
        return Html.Page<InvitationPage>(new InvitationView(visit, new Form(visit.Site).With(Name, account.Name), account));
    }

    private static IResult Accept(WorkVisit visit, Form form)
    {
        var account = visit.Get<Invitations>().Find(visit.Route("token"));
        var name = form.Text(Name, Account.MaxNameLength);
        var password = NewPassword.Read(form, account.Email, name);
        return form.Submit(
            () =>
            {
                var accepted = visit.Get<Invitations>().Accept(visit.Route("token"), name, PasswordCheck.Hash(password));
                // The invitation proves the address, and no more than a password does: who asks for codes is asked for one.
                visit.Open(accepted, "invitation", isOpen: !accepted.AsksCodes);
                return visit.Next(visit.Site.Link(accepted.AsksCodes ? "/sign-in/code" : WorkRoutes.Prefix), null);
            },
            (refused, status) => Html.Page<InvitationPage>(new InvitationView(visit, refused, account), status));
    }
}

/// <summary>A page of one form.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Form">What is typed.</param>
public record AccessForm(WorkVisit Visit, Form Form)
{
    /// <summary>Who reads.</summary>
    public Site Site => Visit.Site;
}

/// <summary>An invitation being taken.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Account">Who is invited.</param>
public sealed record InvitationView(WorkVisit Visit, Form Form, Account Account) : AccessForm(Visit, Form);
