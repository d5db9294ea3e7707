using System.CommandLine;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.Documents;

namespace Avance.Cli.Commands;

/// <summary><c>avance report progress</c>: the official report with its justifications, in any format.</summary>
internal static class ReportCommand
{
    public static Command Make(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var format = new Option<string?>("--format")
        {
            Description = terminal.Say("Formato; si se omite, el de la extensión del archivo.", "Format; when left out, that of the file's extension."),
            HelpName = "pdf|xlsx|html|csv|json|txt",
        }.AcceptOnlyFromAmong("pdf", "xlsx", "html", "csv", "json", "txt");
        var output = new Option<FileInfo?>("--output", "-o")
        {
            Description = terminal.Say("Archivo que se escribe; la salida estándar si se omite.", "File to write; standard output when left out."),
            HelpName = terminal.Say("archivo", "file"),
        };
        var progress = new Command("progress", terminal.Say("El avance programático-presupuestal con sus justificaciones.", "The programme and budget progress report with its explanations."))
        {
            options.Database, options.Period, options.EntityCode, options.Version, format, output,
        };
        progress.SetAction(parsed =>
        {
            var file = parsed.GetValue(output);
            var name = parsed.GetValue(format) ?? file?.Extension.TrimStart('.').ToLowerInvariant() ?? "";
            if (!ReportFormats.TryParse(name, out var chosen))
            {
                terminal.Fail(new("Indique el formato con --format, o un archivo con su extensión en --output.", "Give the format with --format, or a file with its extension in --output."), "usage");
                return ExitCode.WrongUsage;
            }

            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var stored = StoredReports.Find(new ReportQueries(database), options, parsed);
            if (file is null)
            {
                using var standard = Console.OpenStandardOutput();
                ReportWriter.Write(stored.Report, chosen, terminal.Language, standard);
            }
            else
            {
                WriteFile(stored, chosen, terminal.Language, file.FullName);
                terminal.Line(file.ToString());
            }

            return ExitCode.Done;
        });
        return new Command("report", terminal.Say("Imprime informes oficiales.", "Prints official reports.")) { progress, ReportIssueCommand.Make(terminal) };
    }

    /// <summary>Writes beside the file and renames, so that a killed process never leaves half a report under its name.</summary>
    public static void WriteFile(StoredReport stored, ReportFormat format, Language language, string path) =>
        WriteFile(stream => ReportWriter.Write(stored.Report, format, language, stream), path);

    /// <summary>The same for whatever writes itself to a stream.</summary>
    public static void WriteFile(Action<Stream> write, string path)
    {
        var unfinished = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = File.Create(unfinished, 1 << 16))
            {
                write(stream);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
