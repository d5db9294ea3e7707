using System.CommandLine;
using Avance.Access;
using Avance.App.Access;
using Avance.App.Storage;
using Avance.Web.Access;

namespace Avance.Cli.Commands;

/// <summary><c>avance user</c>: people and what they may do, for whoever holds the database.</summary>
internal static class UserCommand
{
    public static Command Make(Terminal terminal) => new("user", terminal.Say("Personas que entran por la web y lo que pueden hacer.", "People who sign in on the web, and what they may do."))
    {
        List(terminal),
        Add(terminal),
        Invite(terminal),
        Grant(terminal, "grant", new("Da un permiso a una cuenta.", "Gives a role to an account."), static (people, options, grant, by) => people.Give(options.Account.Id, grant, by)),
        Grant(terminal, "revoke", new("Quita un permiso a una cuenta.", "Takes a role from an account."), static (people, options, grant, by) =>
        {
            var held = options.Grants.Where(g => g.EntityCode == grant.EntityCode).ToList();
            people.SetGrants(grant.EntityCode, options.Account.Id, held, [.. held.Where(g => g != grant)], by);
        }),
        Change(terminal, "disable", new("No deja entrar a una cuenta; sus sesiones terminan.", "Keeps an account out; its sessions end."), static (people, account, by) => people.SetDisabled(account.Id, true, by)),
        Change(terminal, "enable", new("Vuelve a dejar entrar a una cuenta.", "Lets an account in again."), static (people, account, by) => people.SetDisabled(account.Id, false, by)),
        Change(terminal, "unlock", new("Deja que una cuenta lo intente otra vez tras varios intentos fallidos.", "Lets an account try again after wrong attempts."), static (people, account, by) => people.Unlock(account.Id, by)),
        Change(terminal, "codes-off", new("Deja de pedir códigos a una cuenta cuyo teléfono se perdió; sus sesiones terminan.", "Stops asking an account for codes when its telephone is lost; its sessions end."), static (people, account, by) => people.TurnCodesOff(account.Id, by)),
        SessionsOf(terminal),
    };

    private static Administrator Holder => new(Environment.UserName, null);

    private static Command List(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var command = new Command("list", terminal.Say("Las cuentas que hay.", "The accounts that there are.")) { options.Database };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var table = new TextTable(terminal.Say("correo", "e-mail"), terminal.Say("nombre", "name"), terminal.Say("estado", "state"), terminal.Say("permisos", "roles"));
            foreach (var (account, grants) in new Accounts(database, TimeProvider.System).All())
            {
                table.Add(account.Email, account.Name, terminal.Say(State(account)), string.Join("; ", grants.Select(g => $"{g.EntityCode}{(g.UnitCode is { } unit ? "/" + unit : "")} {g.Role.Code()}")));
            }

            table.Write(terminal.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static LocalizedText State(Account account) => account switch
    {
        { IsDisabled: true } => new("inhabilitada", "disabled"),
        { HasWayIn: false } => new("invitada", "invited"),
        _ when account.IsLocked(TimeProvider.System.GetUtcNow()) => new("en espera", "waiting"),
        _ => new("activa", "active"),
    };

    private static Command Add(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var (email, name) = (UserOptions.Email(terminal), UserOptions.Name(terminal));
        var command = new Command("add", terminal.Say(
            "Hace una cuenta. La contraseña se escribe en la terminal o llega por la entrada estándar, nunca como argumento.",
            "Makes an account. The password is typed at the terminal or comes by standard input, never as an argument.")) { email, options.Database, name };
        command.SetAction(parsed =>
        {
            var (address, called) = (parsed.GetRequiredValue(email), parsed.GetRequiredValue(name));
            var password = terminal.ReadSecret(new("Contraseña: ", "Password: "));
            if (PasswordPolicy.Refusal(password, address, called) is { } refusal)
            {
                throw new RuleViolationException("access.password", refusal);
            }

            using var database = Database.Open(parsed.GetRequiredValue(options.Database));
            var account = new Accounts(database, TimeProvider.System).Add(address, called, PasswordCheck.Hash(password), Holder.Name);
            terminal.Line(terminal.Say($"{account.Email}: cuenta hecha. Dele permisos con «avance user grant».", $"{account.Email}: account made. Give it roles with «avance user grant»."));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Invite(Terminal terminal)
    {
        var options = new UserOptions(terminal);
        var (name, address) = (UserOptions.Name(terminal), ServeCommand.PublicAddress(terminal));
        address.DefaultValueFactory = _ => "http://localhost:5080";
        var command = options.AddTo(new Command("invite", terminal.Say(
            "Invita a una persona con un permiso y muestra la dirección en que elige su contraseña.",
            "Invites a person with a role, and shows the address at which they choose a password.")) { name, address });
        command.SetAction(parsed =>
        {
            using var database = Database.Open(parsed.GetRequiredValue(options.Database));
            var (people, email) = (new People(database, TimeProvider.System), parsed.GetRequiredValue(options.Account));
            var word = people.Invite(email, parsed.GetRequiredValue(name), [options.GrantOf(parsed)], Holder);
            // The holder of the database may also invite who has a password, to choose another.
            word ??= people.InviteAgain(UserOptions.Find(database, email).Id, Holder);
            terminal.Line($"{parsed.GetRequiredValue(address).TrimEnd('/')}/invitation/{word}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Grant(Terminal terminal, string verb, LocalizedText purpose, Action<People, (Account Account, IReadOnlyList<Grant> Grants), Grant, Administrator> change)
    {
        var options = new UserOptions(terminal);
        var command = options.AddTo(new Command(verb, terminal.Say(purpose)));
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var account = UserOptions.Find(database, parsed.GetRequiredValue(options.Account));
            var accounts = new Accounts(database, TimeProvider.System);
            change(new People(database, TimeProvider.System), (account, accounts.Grants(account.Id)), options.GrantOf(parsed), Holder);
            var grants = accounts.Grants(account.Id).Select(g => $"{g.EntityCode}{(g.UnitCode is { } unit ? "/" + unit : "")} {g.Role.Code()}").ToList();
            terminal.Line($"{account.Email}: {(grants.Count > 0 ? string.Join("; ", grants) : terminal.Say("sin permisos", "no roles"))}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Change(Terminal terminal, string verb, LocalizedText purpose, Action<People, Account, Administrator> change)
    {
        var options = new ReportOptions(terminal);
        var email = UserOptions.Email(terminal);
        var command = new Command(verb, terminal.Say(purpose)) { email, options.Database };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var account = UserOptions.Find(database, parsed.GetRequiredValue(email));
            change(new People(database, TimeProvider.System), account, Holder);
            terminal.Line($"{account.Email}: {terminal.Say(State(UserOptions.Find(database, account.Email)))}");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command SessionsOf(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var email = UserOptions.Email(terminal);
        var end = new Option<bool>("--end") { Description = terminal.Say("Las termina todas.", "Ends them all.") };
        var command = new Command("sessions", terminal.Say("Las sesiones abiertas de una cuenta.", "An account's open sessions.")) { email, options.Database, end };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var account = UserOptions.Find(database, parsed.GetRequiredValue(email));
            var sessions = new Sessions(database, TimeProvider.System);
            if (parsed.GetValue(end))
            {
                terminal.Line(terminal.Count(sessions.EndAll(account.Id, Holder.Name), new("sesión terminada", "session ended"), new("sesiones terminadas", "sessions ended")));
                return ExitCode.Done;
            }

            var table = new TextTable(terminal.Say("desde", "since"), terminal.Say("última vez", "last seen"), terminal.Say("dirección", "address"), terminal.Say("dispositivo", "device"));
            foreach (var session in sessions.Of(account.Id))
            {
                table.Add($"{session.StartedAt:yyyy-MM-dd HH:mm}", $"{session.SeenAt:yyyy-MM-dd HH:mm}", session.Address, session.Device);
            }

            table.Write(terminal.Output);
            return ExitCode.Done;
        });
        return command;
    }
}
