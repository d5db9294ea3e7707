using System.CommandLine;
using System.Globalization;
using Avance.App.Importing;
using Avance.App.Progress;
using Avance.App.Storage;

namespace Avance.Cli.Commands;

/// <summary><c>avance history</c>: every version of every report that the database keeps, and the file it came from.</summary>
internal static class HistoryCommand
{
    public static Command Make(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var command = new Command("history", terminal.Say("Lista los informes guardados y sus versiones.", "Lists the reports kept and their versions.")) { options.Database };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var versions = new ReportQueries(database).Versions();
            if (versions.Count == 0)
            {
                terminal.Line(terminal.Say("La base no tiene informes.", "The database has no reports."));
                return ExitCode.Done;
            }

            var table = new TextTable(
                terminal.Say("Ente", "Entity"), terminal.Say("Periodo", "Period"), terminal.Say("Versión", "Version"), terminal.Say("Importado (UTC)", "Imported (UTC)"),
                terminal.Say("Formato", "Format"), terminal.Say("Bytes", "Bytes"), "SHA-256", terminal.Say("Archivo", "File")).Right(2).Right(5);
            foreach (var version in versions)
            {
                table.Add(
                    version.Entity.Code,
                    version.Period.ToString(),
                    version.Version.ToString(CultureInfo.InvariantCulture),
                    version.ImportedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
                    version.SourceFormat.Name(),
                    Figure.Grouped(version.SourceBytes, 0),
                    version.SourceSha256[..16],
                    version.SourceName);
            }

            table.Write(terminal.Output);
            return ExitCode.Done;
        });
        return command;
    }
}
