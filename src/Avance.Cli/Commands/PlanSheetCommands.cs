using System.CommandLine;
using Avance.App.Budget;
using Avance.App.Storage;
using Avance.Documents;
using Avance.Documents.Planning;
using Avance.Planning;
using Avance.Web.Budget;

namespace Avance.Cli.Commands;

/// <summary><c>avance plan cover</c> and <c>avance plan sheet</c>: the cover sheet of a project and the technical sheet of an indicator.</summary>
internal static class PlanSheetCommands
{
    public static IEnumerable<Command> Make(Terminal terminal)
    {
        yield return Sheet(
            terminal, "cover", new("La carátula de un proyecto, como PDF, XLSX o HTML.", "The cover sheet of a project, as PDF, XLSX or HTML."),
            new("PROYECTO", "PROJECT"), new("Unidad y clave, como 06/A008.", "Unit and key, as 06/A008."),
            (database, plan, address) =>
            {
                var project = PlanOptions.Project(plan, address);
                var budget = ProjectBudget.Of(new BudgetQueries(database).Find(plan.Entity.Code, plan.Year.Year), project.Id, terminal.Language);
                return (format, output) => PlanSheetWriter.WriteCover(plan, project, budget, format, terminal.Language, output);
            });
        yield return Sheet(
            terminal, "sheet", new("La ficha técnica de un indicador, como PDF, XLSX o HTML.", "The technical sheet of an indicator, as PDF, XLSX or HTML."),
            new("INDICADOR", "INDICATOR"), new("Unidad, clave y número, como 06/A008/1.", "Unit, key and number, as 06/A008/1."),
            (_, plan, address) =>
            {
                var (project, indicator) = PlanOptions.Indicator(plan, address);
                return (format, output) => PlanSheetWriter.WriteIndicator(plan, project, indicator, format, terminal.Language, output);
            });
    }

    private static Command Sheet(
        Terminal terminal, string name, LocalizedText description, LocalizedText argument, LocalizedText named,
        Func<Database, AnnualPlan, string, Action<ReportFormat, Stream>> find)
    {
        var options = new PlanOptions(terminal);
        var address = options.Named(argument.Spanish, argument.English, named.Spanish, named.English);
        var output = new Option<FileInfo>("--output", "-o")
        {
            Description = terminal.Say("Archivo que se escribe; su extensión dice el formato.", "File to write; its extension tells the format."),
            HelpName = terminal.Say("archivo.pdf|xlsx|html", "file.pdf|xlsx|html"),
            Required = true,
        };
        var command = options.AddTo(new Command(name, terminal.Say(description)) { address, output });
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(output);
            if (!ReportFormats.TryParse(file.Extension.TrimStart('.'), out var format) || !PlanSheetWriter.Formats.Contains(format))
            {
                terminal.Fail(new("El archivo de --output debe terminar en .pdf, .xlsx o .html.", "The file of --output must end in .pdf, .xlsx or .html."), "usage");
                return ExitCode.WrongUsage;
            }

            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var write = find(database, options.Find(database, parsed), parsed.GetRequiredValue(address));
            ReportCommand.WriteFile(stream => write(format, stream), file.FullName);
            terminal.Line(file.ToString());
            return ExitCode.Done;
        });
        return command;
    }
}
