using System.CommandLine;
using System.Globalization;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.Cli.Commands;

/// <summary>
/// <c>avance journal</c>: shows the records, and <c>verify</c> recomputes the chain of hashes and names the first record that does
/// not fit.
/// </summary>
internal static class JournalCommand
{
    public static Command Make(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var verify = new Command("verify", terminal.Say(
            "Comprueba que nadie haya alterado la bitácora ni lo que respalda, también la evidencia; sale con 1 si un registro no encaja.",
            "Checks that nobody has altered the journal or what it vouches for, evidence too; exits with 1 when a record does not fit."))
        {
            options.Database,
        };
        verify.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            return Verify(terminal, database);
        });
        return new Command("journal", terminal.Say("La bitácora de todo lo que cambió.", "The journal of all that changed.")) { Show(terminal), verify };
    }

    private static Command Show(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var actor = Text(terminal, "--actor", new("Solo lo que hizo esta persona.", "Only what this person did."), new("correo", "e-mail"));
        var action = Text(terminal, "--action", new("Solo lo que empieza así: capture., report.imported.", "Only what begins so: capture., report.imported."), new("nombre", "name"));
        var subject = Text(terminal, "--subject", new("Solo lo que se hizo a algo con este texto en su nombre.", "Only what was done to something with this text in its name."), new("texto", "text"));
        var from = ReportOptions.Day(terminal, "--from", new("Desde ese día, en tiempo coordinado.", "From that day on, in coordinated time."));
        var to = ReportOptions.Day(terminal, "--to", new("Hasta ese día.", "Until that day."));
        var format = Text(terminal, "--format", new("csv, o json: un objeto por línea; una tabla si se omite.", "csv, or json: an object a line; a table when left out."), new("formato", "format"));
        format.AcceptOnlyFromAmong("csv", "json");
        var command = new Command("show", terminal.Say("Los registros de la bitácora, del más antiguo al más nuevo.", "The records of the journal, oldest first."))
        {
            options.Database, options.EntityCode, actor, action, subject, from, to, format,
        };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var journal = new JournalQueries(database);
            var codes = options.EntityCodeOf(parsed) is { } code ? [code] : journal.EntityCodes();
            var filter = new JournalFilter
            {
                Actor = parsed.GetValue(actor) ?? "",
                Action = parsed.GetValue(action) ?? "",
                Subject = parsed.GetValue(subject) ?? "",
                From = ReportOptions.DayOf(parsed, from),
                To = ReportOptions.DayOf(parsed, to),
            };
            Write(terminal, codes.SelectMany(c => journal.Each(c, filter)), parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string> Text(Terminal terminal, string name, LocalizedText description, LocalizedText helpName) =>
        new(name) { Description = terminal.Say(description), HelpName = terminal.Say(helpName) };

    private static void Write(Terminal terminal, IEnumerable<JournalRecord> records, string? format)
    {
        if (format is null)
        {
            var table = new TextTable(terminal.Say("registro", "record"), terminal.Say("cuándo", "when"), terminal.Say("quién", "who"), terminal.Say("qué hizo", "what was done"), terminal.Say("a qué", "to what"));
            foreach (var r in records)
            {
                table.Add(r.Sequence.ToString(CultureInfo.InvariantCulture), r.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), r.Actor, r.Action, r.Subject);
            }

            table.Write(terminal.Output);
            return;
        }

        using var standard = new BufferedStream(Console.OpenStandardOutput());
        if (format == "csv")
        {
            JournalExport.WriteCsv(records, standard);
        }
        else
        {
            JournalExport.WriteJsonLines(records, standard);
        }
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
