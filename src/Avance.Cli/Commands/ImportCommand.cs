using System.CommandLine;
using Avance.App.Importing;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.Planning;

namespace Avance.Cli.Commands;

/// <summary><c>avance import report FILE</c>: a published report into the database, or every problem of the file.</summary>
internal static class ImportCommand
{
    public static Command Make(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        options.EntityCode.Required = true;
        var file = new Argument<FileInfo>(terminal.Say("ARCHIVO", "FILE"))
        {
            Description = terminal.Say("El informe: texto separado por tabuladores, PDF con capa de texto o XLSX.", "The report: tab-separated text, PDF with a text layer, or XLSX."),
        };
        var entity = ReportOptions.EntityName(terminal);
        var publishedOn = ReportOptions.Day(terminal, "--published-on", new("Día en que se publicó el informe.", "Day on which the report was published."));
        var dryRun = new Option<bool>("--dry-run") { Description = terminal.Say("Lee y revisa sin escribir nada.", "Reads and checks without writing anything.") };
        var replace = new Option<bool>("--replace") { Description = terminal.Say("Corrige el periodo: guarda una versión nueva y conserva la anterior.", "Corrects the period: keeps a new version and the earlier one.") };
        var report = new Command("report", terminal.Say("Lee un informe publicado.", "Reads a published report."))
        {
            file, options.Database, options.EntityCode, entity, options.Period, publishedOn, dryRun, replace,
        };
        report.SetAction(parsed => Execute(terminal, parsed.GetRequiredValue(options.Database), parsed.GetRequiredValue(file), (content, name) => new ImportReportCommand
        {
            Content = content,
            SourceName = name,
            Entity = new PublicEntity(options.EntityCodeOf(parsed)!, parsed.GetRequiredValue(entity)),
            Period = options.PeriodOf(parsed),
            PublishedOn = ReportOptions.DayOf(parsed, publishedOn),
            DryRun = parsed.GetValue(dryRun),
            Replace = parsed.GetValue(replace),
            Actor = Environment.UserName,
        }));
        return new Command("import", terminal.Say("Lee archivos de fuera.", "Reads files from outside.")) { report, ImportTableCommands.Table(terminal), ImportMappingCommand.Make(terminal), ImportTableCommands.Runs(terminal) };
    }

    private static int Execute(Terminal terminal, string location, FileInfo file, Func<byte[], string, ImportReportCommand> command)
    {
        var import = command(ReadFile(file), file.Name);
        using var database = import.DryRun ? Database.OpenAsIs(location) : Database.Open(location);
        var outcome = new ImportReport(database, TimeProvider.System).Execute(import);
        if (outcome.Status == ImportStatus.Rejected)
        {
            ProblemText.Write(terminal, file.Name, outcome.Problems, outcome.UnlistedProblems);
            return ExitCode.Refused;
        }

        var projects = outcome.Report!.Projects.Count();
        var targets = outcome.Report.Projects.Sum(p => p.Targets.Count);
        var size = $"{terminal.Count(projects, new("proyecto", "project"), new("proyectos", "projects"))}, {terminal.Count(targets, new("meta", "target"), new("metas", "targets"))}, {Figure.Print(outcome.Report.Totals.Revised)} pesos";
        var period = $"{import.Entity.Code} {import.Period}";
        terminal.Line(outcome.Status switch
        {
            ImportStatus.Valid => terminal.Say($"{file.Name}: se lee bien ({size}). No se escribió nada.", $"{file.Name}: reads well ({size}). Nothing was written."),
            ImportStatus.Unchanged => terminal.Say($"{period}: este informe ya estaba importado (versión {outcome.Version!.Version}); nada cambió.", $"{period}: this report was already imported (version {outcome.Version!.Version}); nothing changed."),
            ImportStatus.Replaced => terminal.Say($"{period}: versión {outcome.Version!.Version} importada ({size}); la anterior queda en el historial.", $"{period}: version {outcome.Version!.Version} imported ({size}); the earlier one stays in history."),
            _ => terminal.Say($"{period}: importado ({size}).", $"{period}: imported ({size})."),
        });
        return ExitCode.Done;
    }

    private static byte[] ReadFile(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new RuleViolationException("file.missing", Directory.Exists(file.FullName)
                ? new($"«{file}» es una carpeta; escriba la ruta de un archivo.", $"«{file}» is a folder; write the path of a file.")
                : new($"No existe el archivo «{file}»; revise la ruta.", $"There is no file «{file}»; check the path."));
        }

        if (file.Length > ReportReader.MaxFileBytes)
        {
            throw new RuleViolationException("file.too-large", new(
                $"«{file.Name}» mide {file.Length >> 20} MiB y ningún informe pasa de {ReportReader.MaxFileBytes >> 20} MiB; revise que sea el archivo correcto.",
                $"«{file.Name}» has {file.Length >> 20} MiB and no report exceeds {ReportReader.MaxFileBytes >> 20} MiB; check that it is the right file."));
        }

        return File.ReadAllBytes(file.FullName);
    }
}
