using System.CommandLine;
using Avance.App.Budget.Imports;
using Avance.App.Storage;

namespace Avance.Cli.Commands;

/// <summary><c>avance import mapping</c>: the mappings that there are, one of them as JSON, and keeping one.</summary>
internal static class ImportMappingCommand
{
    public static Command Make(Terminal terminal) => new("mapping", terminal.Say("Correspondencias: de qué columna sale cada dato.", "Mappings: which column each datum comes from."))
    {
        List(terminal), Show(terminal), Save(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var options = Options(terminal);
        var command = new Command("list", terminal.Say("Las del programa y las que guarda el ente.", "The built-in ones and those that the entity keeps.")) { options.Database, options.EntityCode };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var table = new TextTable(terminal.Say("Nombre", "Name"), terminal.Say("Versión", "Version"), terminal.Say("Tabla", "Table"), terminal.Say("Qué es", "What it is")).Right(1);
            foreach (var saved in new ImportMappings(database, TimeProvider.System).Saved(options.EntityCodeOf(parsed)!))
            {
                table.Add(saved.Mapping.Name, Figure.Grouped(saved.Version, 0), ImportForms.Of(saved.Mapping.Kind).Code, saved.Mapping.Description);
            }

            foreach (var mapping in BuiltInMappings.All)
            {
                table.Add(mapping.Name, "", ImportForms.Of(mapping.Kind).Code, mapping.Description);
            }

            table.Write(terminal.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var options = Options(terminal);
        var name = new Argument<string>(terminal.Say("NOMBRE", "NAME")) { Description = terminal.Say("La correspondencia.", "The mapping.") };
        var command = new Command("show", terminal.Say("Escribe una como JSON, para cambiarla y guardarla con otro nombre.", "Writes one as JSON, to be changed and saved under another name.")) { name, options.Database, options.EntityCode };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            terminal.Output.Write(MappingJson.Write(new ImportMappings(database, TimeProvider.System).Find(options.EntityCodeOf(parsed)!, parsed.GetRequiredValue(name))));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Save(Terminal terminal)
    {
        var options = Options(terminal);
        var file = new Argument<FileInfo>(terminal.Say("ARCHIVO", "FILE")) { Description = terminal.Say("El JSON.", "The JSON.") };
        var command = new Command("save", terminal.Say("Guarda una; si ya hay una de ese nombre, como su versión siguiente.", "Keeps one; when there is one of its name, as its next version.")) { file, options.Database, options.EntityCode };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var mapping = ImportTableCommands.ReadMapping(parsed.GetRequiredValue(file));
            var saved = new ImportMappings(database, TimeProvider.System).Save(options.EntityCodeOf(parsed)!, mapping, Environment.UserName);
            terminal.Line(terminal.Say($"{saved.Mapping.Name}: versión {saved.Version} guardada.", $"{saved.Mapping.Name}: version {saved.Version} saved."));
            return ExitCode.Done;
        });
        return command;
    }

    private static ReportOptions Options(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        options.EntityCode.Required = true;
        return options;
    }
}
