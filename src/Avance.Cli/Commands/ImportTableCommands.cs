using System.CommandLine;
using Avance.App.Budget.Imports;
using Avance.App.Storage;

namespace Avance.Cli.Commands;

/// <summary>
/// <c>avance import table FILE</c>: a table into the plan or the ledger, or every problem of its rows and a file with those
/// that were refused. <c>avance import runs</c>: every import that was made.
/// </summary>
internal static class ImportTableCommands
{
    public static Command Table(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var file = new Argument<FileInfo>(terminal.Say("ARCHIVO", "FILE")) { Description = terminal.Say("La tabla: CSV, XLSX o XLS.", "The table: CSV, XLSX or XLS.") };
        var kind = new Option<string?>("--kind")
        {
            Description = terminal.Say("Qué son los renglones de un archivo propio.", "What the rows of a file of our own are."),
            HelpName = string.Join('|', ImportForms.All.Where(f => f.Kind != ImportKind.Figures).Select(f => f.Code)),
        };
        var mapping = options.Text("--mapping", "Correspondencia de columnas: una guardada, «pef», «sfu», o un archivo .json.", "Mapping of columns: a saved one, «pef», «sfu», or a .json file.", terminal.Say("nombre", "name"));
        var sheet = options.Text("--sheet", "Hoja del libro; la primera que tenga los encabezados si se omite.", "The workbook's sheet; the first one with the headers when left out.", terminal.Say("hoja", "sheet"));
        var dryRun = new Option<bool>("--dry-run") { Description = terminal.Say("Hace todo y al final no guarda nada.", "Does everything and keeps nothing in the end.") };
        var validOnly = new Option<bool>("--valid-only") { Description = terminal.Say("Registra los documentos sin problemas aunque otros los tengan; sin esto, un problema rechaza el archivo.", "Records the documents without problems although others have some; without this, one problem refuses the file.") };
        var rejects = options.Text("--rejects", "Dónde escribir los renglones rechazados, para corregirlos y enviarlos.", "Where to write the refused rows, to be mended and sent back.", terminal.Say("archivo", "file"));
        var command = options.AddTo(new Command("table", terminal.Say(
            "Lee una tabla de plan, presupuesto, adecuaciones, movimientos o avances. Enviada dos veces, nada se registra dos veces.",
            "Reads a table of plan, budget, amendments, entries or progress. Sent twice, nothing is recorded twice."))
        {
            file, kind, mapping, sheet, dryRun, validOnly, rejects,
        });
        command.SetAction(parsed =>
        {
            var location = parsed.GetRequiredValue(options.Database);
            var found = parsed.GetRequiredValue(file);
            Require(found);
            using var database = (parsed.GetValue(dryRun) ? Database.OpenAsIs(location) : null) ?? Database.OpenExisting(location);
            var plan = options.Find(database, parsed);
            var chosen = Mapping(terminal, database, plan.Entity.Code, parsed.GetValue(kind), parsed.GetValue(mapping));
            var import = new ImportTableCommand
            {
                Path = found.FullName,
                FileName = found.Name,
                EntityCode = plan.Entity.Code,
                Year = options.YearOf(parsed),
                Mapping = parsed.GetValue(sheet) is { } name ? chosen with { Sheet = name } : chosen,
                Actor = Environment.UserName,
                DryRun = parsed.GetValue(dryRun),
                ValidOnly = parsed.GetValue(validOnly),
                RejectsPath = parsed.GetValue(rejects),
            };
            return Run(terminal, database, import);
        });
        return command;
    }

    public static Command Runs(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        options.EntityCode.Required = true;
        var command = new Command("runs", terminal.Say("Las importaciones hechas, de la más reciente a la más antigua.", "The imports made, newest first.")) { options.Database, options.EntityCode };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            ImportText.WriteRuns(terminal, new ImportMappings(database, TimeProvider.System).Runs(options.EntityCodeOf(parsed)!));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The mapping that a name or a file says; by kind, the built-in one.</summary>
    /// <exception cref="RuleViolationException"><c>mapping.choice</c>, <c>mapping.missing</c>, <c>mapping.invalid</c>.</exception>
    public static ImportMapping Mapping(Terminal terminal, Database database, string entityCode, string? kind, string? mapping)
    {
        if ((kind is null) == (mapping is null))
        {
            throw new RuleViolationException("mapping.choice", new(
                "Diga qué es la tabla con --kind (archivos propios) o con --mapping (los de otro sistema), uno de los dos.",
                "Say what the table is with --kind (files of our own) or with --mapping (those of another system), one of the two."));
        }

        var name = kind ?? mapping!;
        return kind is not null && ImportForms.Find(kind) is not { Kind: not ImportKind.Figures }
            ? throw new RuleViolationException("mapping.choice", new(
                $"«{kind}» no es una tabla propia; hay: {string.Join(", ", ImportForms.All.Where(f => f.Kind != ImportKind.Figures).Select(f => f.Code))}.",
                $"«{kind}» is no table of our own; there are: {string.Join(", ", ImportForms.All.Where(f => f.Kind != ImportKind.Figures).Select(f => f.Code))}."))
            : name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? ReadMapping(new FileInfo(name))
            : new ImportMappings(database, TimeProvider.System).Find(entityCode, name);
    }

    /// <summary>Reads a mapping's file.</summary>
    /// <exception cref="RuleViolationException"><c>file.missing</c>, <c>mapping.invalid</c>.</exception>
    public static ImportMapping ReadMapping(FileInfo file)
    {
        Require(file);
        return MappingJson.Read(file.Length > MappingJson.MaxBytes ? default : File.ReadAllBytes(file.FullName));
    }

    private static int Run(Terminal terminal, Database database, ImportTableCommand import)
    {
        using var stop = new CancellationTokenSource();
        using var progress = new ImportProgressLine(terminal);
        ConsoleCancelEventHandler cancel = (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        Console.CancelKeyPress += cancel;
        try
        {
            var outcome = new ImportTable(database, TimeProvider.System).Execute(import with { Progress = progress.Show }, stop.Token);
            progress.Dispose();
            ImportText.Write(terminal, import, outcome);
            return outcome.State is ImportState.Applied or ImportState.Tried && outcome is { Refused: 0, IsUnreadable: false } ? ExitCode.Done : ExitCode.Refused;
        }
        finally
        {
            Console.CancelKeyPress -= cancel;
        }
    }

    private static void Require(FileInfo file)
    {
        if (!file.Exists)
        {
            throw new RuleViolationException("file.missing", Directory.Exists(file.FullName)
                ? new($"«{file}» es una carpeta; escriba la ruta de un archivo.", $"«{file}» is a folder; write the path of a file.")
                : new($"No existe el archivo «{file}»; revise la ruta.", $"There is no file «{file}»; check the path."));
        }
    }
}
