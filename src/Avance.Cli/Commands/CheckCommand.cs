using System.CommandLine;
using Avance.App.Findings;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.Documents.Findings;
using Avance.Findings;

namespace Avance.Cli.Commands;

/// <summary><c>avance check</c>: runs the rules on a report and tells what does not hold together.</summary>
internal static class CheckCommand
{
    public static Command Make(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var format = new Option<string>("--format")
        {
            Description = terminal.Say("Forma del resultado: table, json o csv.", "Form of the result: table, json or csv."),
            HelpName = "table|json|csv",
            DefaultValueFactory = _ => "table",
        }.AcceptOnlyFromAmong("table", "json", "csv");
        var command = new Command("check", terminal.Say(
            "Revisa un informe con las reglas. Sale con 1 si alguna encuentra un error que impide cerrar.",
            "Checks a report with the rules. Exits with 1 when one finds an error that blocks closing."))
        {
            options.Database, options.Period, options.EntityCode, options.Version, format,
        };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var queries = new ReportQueries(database);
            var stored = StoredReports.Find(queries, options, parsed);
            var result = ReportChecker.Check(queries.CheckContext(stored));
            switch (parsed.GetRequiredValue(format))
            {
                case "json":
                    WriteBytes(output => CheckJson.Write(result, terminal.Language, output));
                    break;
                case "csv":
                    WriteBytes(output => CheckCsv.Write(result, terminal.Language, output));
                    break;
                default:
                    CheckText.Write(terminal, stored, result);
                    break;
            }

            return result.Findings.Any(f => f.Severity == Severity.Error) ? ExitCode.Refused : ExitCode.Done;
        });
        return command;

        void WriteBytes(Action<Stream> write)
        {
            using var buffer = new MemoryStream();
            write(buffer);
            terminal.Output.Write(System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length).TrimStart('\uFEFF'));
        }
    }
}
