using Avance.Access;
using Avance.App.Access;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Avance.Web.Access;

/// <summary>One's own account: name, password, codes and sessions. What changes how one comes in asks for the password again.</summary>
internal static class AccountEndpoints
{
    public static readonly Field Current = new("current-password", new("Contraseña actual", "Current password"));
    public static readonly Field Key = new("key", new("Clave secreta", "Secret key"));

    private static readonly Field Session = new("session", new("Sesión", "Session"));

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapVisit("/account", Act.OwnAccount, visit => Task.FromResult(Show(visit)));
        routes.MapVisit("/account/name", Act.OwnAccount, null, (visit, form) => Task.FromResult(SaveName(visit, form)));
        routes.MapVisit("/account/password", Act.OwnAccount, null, SavePassword);
        routes.MapVisit("/account/codes", Act.OwnAccount, visit => Task.FromResult(ShowCodes(visit, new Form(visit.Site).With(Key, visit.Get<TimeCodes>().NewKey()))), SaveCodes);
        routes.MapVisit("/account/codes/off", Act.OwnAccount, null, TurnCodesOff);
        routes.MapVisit("/account/recovery-codes", Act.OwnAccount, null, RenewRecoveryCodes);
        routes.MapVisit("/account/sessions/end", Act.OwnAccount, null, (visit, form) => Task.FromResult(EndSession(visit, form)));
    }

    public static Account Own(WorkVisit visit) => visit.Get<Accounts>().Find(visit.Visitor.AccountId) ?? throw new InvalidOperationException("A session has an account.");

    private static IResult Show(WorkVisit visit, Form? sent = null, int status = StatusCodes.Status200OK)
    {
        var account = Own(visit);
        var form = sent ?? new Form(visit.Site).With(InvitationEndpoints.Name, account.Name);
        return Html.Page<AccountPage>(new AccountView(visit, form, account, visit.Get<Sessions>().Of(account.Id), Sessions.IdOf(SessionCookie.Read(visit.Context) ?? "")), status);
    }

    private static IResult Back(WorkVisit visit, string notice) => visit.Next(visit.Site.Link("/account"), notice);

    private static IResult SaveName(WorkVisit visit, Form form)
    {
        var name = form.Text(InvitationEndpoints.Name, Account.MaxNameLength);
        return form.Submit(
            () =>
            {
                var account = Own(visit);
                account.Name = name;
                visit.Get<Accounts>().Save(account, visit.Actor);
                return Back(visit, Notices.Saved);
            },
            (refused, status) => Show(visit, refused, status));
    }

    private static async Task<IResult> SavePassword(WorkVisit visit, Form form)
    {
        var password = NewPassword.Read(form, visit.Actor, visit.Visitor.Name);
        return await Confirmed(visit, form, account =>
        {
            visit.Get<Accounts>().SetPassword(account.Id, PasswordCheck.Hash(password), SessionCookie.Read(visit.Context));
            return Back(visit, Notices.PasswordSet);
        });
    }

    private static IResult ShowCodes(WorkVisit visit, Form form, int status = StatusCodes.Status200OK) =>
        Html.Page<CodesPage>(new CodesView(visit, form, Own(visit)), status);

    /// <summary>Codes are asked for from now on, once the telephone has shown that it makes the right ones.</summary>
    private static async Task<IResult> SaveCodes(WorkVisit visit, Form form)
    {
        var (account, key, code) = (Own(visit), form.Text(Key, 64), form.Text(SignInEndpoints.Code, 12).Replace(" ", "", StringComparison.Ordinal));
        account.AuthenticatorKey = key;
        if (!TimeCodes.IsKey(key))
        {
            form.Refuse(Key, new("Clave secreta: no es la que se mostró. Vuelva a «Mi cuenta» y empiece de nuevo.", "Secret key: it is not the one that was shown. Go back to “My account” and start again."));
        }

        if (form.IsValid && !await visit.Get<TimeCodes>().IsOf(account, code))
        {
            form.Refuse(SignInEndpoints.Code, new("Código: no es el que hace esta clave. Revise la hora de su teléfono y escriba el siguiente.", "Code: it is not the one that this key makes. Check your telephone's clock and write the next one."));
        }

        if (!form.IsValid || !await IsConfirmed(visit, form, account))
        {
            return ShowCodes(visit, form, StatusCodes.Status422UnprocessableEntity);
        }

        var saved = Own(visit);
        (saved.AuthenticatorKey, saved.AsksCodes, saved.LastCodes) = (key, true, null);
        saved.Take(code);
        visit.Get<Accounts>().Save(saved, visit.Actor);
        return ShowRecoveryCodes(visit);
    }

    private static Task<IResult> TurnCodesOff(WorkVisit visit, Form form) => Confirmed(visit, form, account =>
    {
        visit.Get<Accounts>().TurnCodesOff(account.Id, visit.Actor);
        return Back(visit, Notices.Saved);
    });

    private static Task<IResult> RenewRecoveryCodes(WorkVisit visit, Form form) => Confirmed(visit, form, _ => ShowRecoveryCodes(visit));

    /// <summary>Shown once: only their hashes are kept.</summary>
    private static IResult ShowRecoveryCodes(WorkVisit visit) =>
        Html.Page<RecoveryCodesPage>(new RecoveryCodesView(visit, visit.Get<TimeCodes>().NewRecoveryCodes(visit.Visitor.AccountId)));

    private static IResult EndSession(WorkVisit visit, Form form)
    {
        visit.Get<Sessions>().End(visit.Visitor.AccountId, form.Typed(Session), visit.Actor);
        return Back(visit, Notices.Ended);
    }

    /// <summary>Does something once the password was written again.</summary>
    private static async Task<IResult> Confirmed(WorkVisit visit, Form form, Func<Account, IResult> act)
    {
        var account = Own(visit);
        return form.IsValid && await IsConfirmed(visit, form, account) ? act(account) : Show(visit, form.With(InvitationEndpoints.Name, account.Name), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Whether the password was written again. That it is wrong is told above the form, and beside its box where there is one box for it.</summary>
    public static async Task<bool> IsConfirmed(WorkVisit visit, Form form, Account account, bool isBeside = true)
    {
        form.Note(Current);
        if (await visit.Get<PasswordCheck>().Confirms(account, form.Typed(Current), visit.Context.Connection.RemoteIpAddress, visit.Context.RequestAborted))
        {
            return true;
        }

        var wrong = new LocalizedText($"Contraseña actual: no es correcta, {SignInEndpoints.OrWait.Spanish}", $"Current password: it is wrong, {SignInEndpoints.OrWait.English}");
        if (isBeside)
        {
            form.Refuse(Current, wrong);
        }
        else
        {
            form.Refuse(wrong);
        }

        return false;
    }
}

/// <summary>One's own account.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Form">What is typed.</param>
/// <param name="Account">The account.</param>
/// <param name="Sessions">Where it is in.</param>
/// <param name="Current">Names the session of this very request.</param>
public sealed record AccountView(WorkVisit Visit, Form Form, Account Account, IReadOnlyList<SessionRecord> Sessions, string Current) : AccessForm(Visit, Form);

/// <summary>The codes of a telephone, being turned on or off.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Form">What is typed, and the new secret.</param>
/// <param name="Account">The account.</param>
public sealed record CodesView(WorkVisit Visit, Form Form, Account Account) : AccessForm(Visit, Form)
{
    /// <summary>The secret.</summary>
    public string Key => Form.Typed(AccountEndpoints.Key);

    /// <summary>The secret in groups of four, to be typed.</summary>
    public string Grouped => string.Join(' ', Key.Chunk(4).Select(static part => new string(part)));

    /// <summary>What a telephone reads from the square.</summary>
    public string Address => $"otpauth://totp/Avance:{Uri.EscapeDataString(Account.Email)}?secret={Key}&issuer=Avance";
}

/// <summary>New recovery codes.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Codes">The codes.</param>
public sealed record RecoveryCodesView(WorkVisit Visit, IReadOnlyList<string> Codes);
