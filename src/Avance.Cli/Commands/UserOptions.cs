using System.CommandLine;
using Avance.Access;
using Avance.App.Access;
using Avance.App.Storage;

namespace Avance.Cli.Commands;

/// <summary>What the commands about roles share: which database, whose account, which role in which office.</summary>
internal sealed class UserOptions
{
    private readonly ReportOptions _report;
    private readonly Option<string> _role;
    private readonly Option<string> _unit;

    public UserOptions(Terminal terminal)
    {
        _report = new(terminal);
        _report.EntityCode.Required = true;
        _report.EntityCode.Description = terminal.Say("Clave corta del ente público en que vale el permiso.", "Short code of the public entity in which the role holds.");
        Account = Email(terminal);
        _role = new Option<string>("--role")
        {
            Description = terminal.Say("Permiso: ", "Role: ") + string.Join("; ", Roles.All.Select(r => $"{r.Code()}, {terminal.Say(r.DisplayName()).ToLowerInvariant()}")) + ".",
            HelpName = terminal.Say("permiso", "role"),
            Required = true,
        }.AcceptOnlyFromAmong([.. Roles.All.Select(r => r.Code())]);
        _unit = new Option<string>("--unit")
        {
            Description = terminal.Say("Solo para esta unidad; toda la oficina si se omite.", "For this unit alone; the whole office when left out."),
            HelpName = terminal.Say("clave", "code"),
        };
    }

    /// <summary>The database.</summary>
    public Option<string> Database => _report.Database;

    /// <summary>Whose account.</summary>
    public Argument<string> Account { get; }

    public static Argument<string> Email(Terminal terminal) => new("email") { Description = terminal.Say("Correo de la cuenta.", "E-mail of the account.") };

    public static Option<string> Name(Terminal terminal) => new("--name")
    {
        Description = terminal.Say("Nombre de la persona.", "The person's name."),
        HelpName = terminal.Say("nombre", "name"),
        Required = true,
    };

    /// <summary>Adds them to a command.</summary>
    public Command AddTo(Command command)
    {
        command.Arguments.Add(Account);
        command.Options.Add(Database);
        command.Options.Add(_report.EntityCode);
        command.Options.Add(_role);
        command.Options.Add(_unit);
        return command;
    }

    /// <summary>The role that they name.</summary>
    public Grant GrantOf(ParseResult parsed) => new(
        Roles.TryRead(parsed.GetRequiredValue(_role), out var role) ? role : throw new InvalidOperationException("The parser takes only roles."),
        _report.EntityCodeOf(parsed)!,
        parsed.GetValue(_unit) is { Length: > 0 } unit ? unit : null);

    /// <summary>The account of an address.</summary>
    /// <exception cref="RuleViolationException"><c>access.missing</c>: there is none.</exception>
    public static Account Find(Database database, string email) => new Accounts(database, TimeProvider.System).Find(email) ?? throw new RuleViolationException("access.missing", new(
        $"No hay ninguna cuenta «{email}». Las que hay se ven con «avance user list».",
        $"There is no account “{email}”. «avance user list» shows those that there are."));
}
