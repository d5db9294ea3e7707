namespace Avance.App.Access;

/// <summary>Why something about people is refused.</summary>
internal static class AccessRefusals
{
    public static RuleViolationException BadEmail(string typed) => new("access.email", new(
        $"«{typed}» no es un correo; escríbalo como ana.lopez@ejemplo.gob.mx.",
        $"“{typed}” is no e-mail address; write it as ana.lopez@example.gob.mx."));

    public static RuleViolationException NoName() => new("access.name", new(
        $"Escriba el nombre de la persona, con {Account.MaxNameLength} caracteres como máximo.",
        $"Write the person's name, with {Account.MaxNameLength} characters at most."));

    public static RuleViolationException NoAccount(string email) => new("access.missing", new(
        $"No hay ninguna cuenta «{email}». Las que hay se ven con «avance user list».",
        $"There is no account “{email}”. «avance user list» shows those that there are."));

    public static RuleViolationException Exists(string email) => new("access.exists", new(
        $"Ya hay una cuenta {email}. Para darle un permiso use «avance user grant», o su página de personas.",
        $"There is an account {email} already. To give it a role use «avance user grant», or its page of people."));

    public static RuleViolationException Changed(string email) => new("access.conflict", new(
        $"La cuenta {email} cambió mientras tanto. Vuelva a intentarlo.",
        $"The account {email} has changed in the meantime. Try again."));

    public static RuleViolationException GrantsChanged(string email) => new("access.conflict", new(
        $"Los permisos de {email} cambiaron mientras tanto. Vuelva a verlos y decida de nuevo.",
        $"The roles of {email} have changed in the meantime. Look at them again and decide anew."));

    public static RuleViolationException LastAdministrator(string office) => new("access.last-administrator", new(
        $"{office} se quedaría sin quien administre sus permisos. Dé antes ese permiso a otra persona que ya pueda entrar.",
        $"{office} would be left with nobody who administers its roles. Give that role first to someone else who can already sign in."));

    public static RuleViolationException Elsewhere(string email) => new("access.elsewhere", new(
        $"{email} también tiene permisos en otra oficina que usted no administra, y su cuenta no es solo de la suya. Quítele aquí sus permisos; lo demás lo hace quien administra el servidor, con «avance user».",
        $"{email} also has roles in another office that you do not administer, and the account is not your office's alone. Take their roles away here; the rest is done by whoever runs the server, with «avance user»."));

    public static RuleViolationException NotKept(string office) => new("access.denied", new(
        $"Usted no administra los permisos de {office}. Pídalo a quien lo hace.",
        $"You do not administer the roles of {office}. Ask whoever does."));

    public static RuleViolationException Disabled(string email) => new("access.disabled", new(
        $"La cuenta {email} está inhabilitada. Habilítela antes.",
        $"The account {email} is disabled. Enable it first."));

    public static RuleViolationException NoInvitation() => new("invitation.missing", new(
        "Esta invitación no existe, ya se usó o venció. Pida otra a quien administra los permisos de su oficina.",
        "This invitation does not exist, was used or has expired. Ask whoever administers your office's roles for another."));

    public static RuleViolationException SetUp() => new("access.set-up", new(
        "Avance ya tiene cuentas: entre con la suya, o pida una a quien administra los permisos.",
        "Avance has accounts already: sign in with yours, or ask whoever administers roles for one."));
}
