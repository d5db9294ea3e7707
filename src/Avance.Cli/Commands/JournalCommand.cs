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
            return Verify(terminal, database);
        });
        return new Command("journal", terminal.Say("La bitácora de todo lo que cambió.", "The journal of all that changed.")) { verify };
    }

    private static int Verify(Terminal terminal, Database database)
    {
        var journal = new JournalQueries(database);
        var code = ExitCode.Done;
        if (journal.EntityCodes().Count == 0)
        {
            terminal.Line(terminal.Say("La base no tiene bitácora todavía.", "The database has no journal yet."));
        }

        foreach (var entity in journal.EntityCodes())
        {
            if (journal.Verify(entity) is { } found)
            {
                terminal.Fail(new($"{entity}: {found.Explanation.Spanish}", $"{entity}: {found.Explanation.English}"), "journal.broken");
                code = ExitCode.Refused;
            }
            else
            {
                var records = terminal.Count(journal.Records(entity).Count, new("registro", "record"), new("registros", "records"));
                terminal.Line(terminal.Say($"{entity}: bitácora íntegra, {records}.", $"{entity}: journal whole, {records}."));
            }
        }

        return code;
    }
}
