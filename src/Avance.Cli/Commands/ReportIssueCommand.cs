using System.CommandLine;
using Avance.App.Planning;
using Avance.App.Progress;
using Avance.App.Reporting;
using Avance.App.Storage;

namespace Avance.Cli.Commands;

/// <summary><c>avance report issue</c>: composes a quarter's report from documents and puts it on record.</summary>
internal static class ReportIssueCommand
{
    public static Command Make(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var published = ReportOptions.Day(terminal, "--published", new("Día en que se publica.", "Day on which it is published."));
        var replace = new Option<bool>("--replace") { Description = terminal.Say("Si el trimestre ya tiene otro informe, lo sigue como nueva versión.", "When the quarter has another report, follows it as a new version.") };
        var command = new Command("issue", terminal.Say(
            "Compone el informe del trimestre con los documentos vigentes al corte y lo deja en firme.",
            "Composes the quarter's report from the documents in force at the cut-off and puts it on record."))
        {
            options.Database, options.Period, options.EntityCode, published, replace,
        };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var period = options.PeriodOf(parsed);
            var code = options.EntityCodeOf(parsed) ?? new PlanQueries(database).Find(null, period.Year)?.Entity.Code ?? throw new RuleViolationException("plan.year", new(
                $"Ningún ente ha iniciado el ejercicio {period.Year}.", $"No entity has started the fiscal year {period.Year}."));
            var outcome = new IssueReport(database, TimeProvider.System).Execute(code, period, ReportOptions.DayOf(parsed, published), parsed.GetValue(replace), Environment.UserName);
            var version = outcome.Version!;
            terminal.Line(outcome.Status == ImportStatus.Unchanged
                ? terminal.Say($"{code} {period}: los documentos suman exactamente la versión {version.Version} que ya está en firme.", $"{code} {period}: the documents add up to exactly version {version.Version}, which is on record already.")
                : terminal.Say($"{code} {period}: versión {version.Version} en firme, de {version.SourceName}.", $"{code} {period}: version {version.Version} on record, from {version.SourceName}."));
            return ExitCode.Done;
        });
        return command;
    }
}
