using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net.Sockets;
using Avance.Cli.Commands;

namespace Avance.Cli;

/// <summary>
/// The command line as a whole: arguments in, one use case, text and an exit code out. Every refusal and every failure
/// of the world is told in one place, so that no command has to.
/// </summary>
internal static class Application
{
    private static readonly (string Name, Func<Terminal, Command> Make)[] Commands =
    [
        ("import", ImportCommand.Make),
        ("check", CheckCommand.Make),
        ("report", ReportCommand.Make),
        ("history", HistoryCommand.Make),
        ("plan", PlanCommand.Make),
        ("budget", BudgetCommand.Make),
        ("explain", ExplainCommand.Make),
        ("amend", AmendCommand.Make),
        ("capture", CaptureCommand.Make),
        ("serve", ServeCommand.Make),
        ("user", UserCommand.Make),
        ("demo", DemoCommand.Make),
        ("rules", RulesCommand.Make),
        ("journal", JournalCommand.Make),
        ("remind", RemindCommand.Make),
        ("reference", ReferenceCommand.Make),
    ];

    /// <summary>Runs one command. Returns one of <see cref="ExitCode"/>.</summary>
    public static int Run(string[] args, Terminal terminal)
    {
        terminal.Language = RequestedLanguage(args);
        if (terminal.Language == Language.Spanish)
        {
            // Only the parser's own texts are looked up by culture; no figure or date is.
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("es");
        }

        try
        {
            var parsed = Root(terminal, Asked(args)).Parse(args);
            if (parsed.Action is ParseErrorAction wrongUsage)
            {
                // What is wrong must not scroll away above a page of help.
                wrongUsage.ShowHelp = false;
            }

            var code = parsed.Invoke(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                Output = terminal.Output,
                Error = terminal.Error,
            });
            if (parsed.Errors.Count == 0)
            {
                return code;
            }

            terminal.Error.WriteLine(terminal.Say($"«{Words(parsed.CommandResult)} --help» dice cómo se escribe.", $"«{Words(parsed.CommandResult)} --help» tells how to write it."));
            return ExitCode.WrongUsage;
        }
        catch (RuleViolationException refusal)
        {
            terminal.Fail(refusal.Text, refusal.RuleId);
            return ExitCode.Refused;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SocketException)
        {
            terminal.Fail(new($"No se pudo leer o escribir: {failure.Message}", $"Could not read or write: {failure.Message}"), "file");
            return ExitCode.Refused;
        }
        catch (Exception bug)
        {
            terminal.Fail(
                new("Avance falló por un error propio; no es culpa de sus datos y nada quedó a medias. Envíe este detalle a quien lo mantiene:",
                    "Avance failed through an error of its own; your data are not to blame and nothing was left half done. Send this detail to its maintainers:"),
                "bug");
            terminal.Error.WriteLine(bug);
            return ExitCode.Bug;
        }
    }

    /// <summary>The command line with all commands, or with the only one that is asked for: to make them all takes as long as a check does.</summary>
    private static Command Root(Terminal terminal, string? asked = null)
    {
        // Not a RootCommand, which takes the name of the assembly: people type avance.
        var root = new Command("avance", terminal.Say(
            "Avance: lee, revisa, muestra e imprime el avance programático-presupuestal de una institución pública.",
            "Avance: reads, checks, shows and prints a public institution's programme and budget progress report."))
        {
            new HelpOption(),
            new VersionOption(),
        };
        foreach (var (name, make) in Commands)
        {
            if (asked is null || asked == name)
            {
                root.Subcommands.Add(make(terminal));
            }
        }

        root.Options.Add(new Option<string>("--lang")
        {
            Description = terminal.Say("Idioma de la ayuda, los mensajes y los informes: es o en.", "Language of help, messages and reports: es or en."),
            HelpName = "es|en",
            Recursive = true,
        }.AcceptOnlyFromAmong("es", "en"));
        return root;
    }

    /// <summary>The command that comes first; null when something else does. Whoever asks for the version asks for none.</summary>
    private static string? Asked(string[] args) => args is ["--version"] ? "" : args.Length > 0 && Array.Exists(Commands, c => c.Name == args[0]) ? args[0] : null;

    private static string Words(CommandResult? command) =>
        command is null ? "" : $"{Words(command.Parent as CommandResult)} {command.Command.Name}".Trim();

    /// <summary>Every command that the help shows, as the words that call it; the program itself first, as no words.</summary>
    public static IEnumerable<string> VisibleCommands()
    {
        return Below(Root(new Terminal(TextWriter.Null, TextWriter.Null)), "");

        static IEnumerable<string> Below(Command command, string words) => command.Subcommands
            .Where(c => !c.Hidden)
            .SelectMany(c => Below(c, $"{words} {c.Name}".Trim()))
            .Prepend(words);
    }

    /// <summary>Help and errors must speak the language before the arguments are parsed, so it is looked for first.</summary>
    private static Language RequestedLanguage(string[] args)
    {
        var index = Array.IndexOf(args, "--lang");
        return (index >= 0 && index + 1 < args.Length && args[index + 1] == "en") || args.Contains("--lang=en") || args.Contains("--lang:en")
            ? Language.English
            : Language.Spanish;
    }
}

/// <summary>What the program answers to whoever called it.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A rule or the input says no.</summary>
    public const int Refused = 1;

    /// <summary>The command was written wrongly.</summary>
    public const int WrongUsage = 2;

    /// <summary>An error of the program itself.</summary>
    public const int Bug = 70;
}
