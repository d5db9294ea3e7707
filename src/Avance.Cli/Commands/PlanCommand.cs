using System.CommandLine;
using Avance.App.Storage;
using Avance.Planning;

namespace Avance.Cli.Commands;

/// <summary><c>avance plan</c>: the annual plan. Here its reading: the tree, one project, and what does not hold together.</summary>
internal static class PlanCommand
{
    public static Command Make(Terminal terminal)
    {
        var command = new Command("plan", terminal.Say("El programa operativo anual: unidades, proyectos, indicadores y calendarios.", "The annual plan: units, projects, indicators and calendars."))
        {
            Show(terminal),
            Project(terminal),
            Check(terminal),
            PlanEditCommands.MakeSet(terminal),
            PlanEditCommands.MakeRemove(terminal),
        };
        foreach (var step in PlanYearCommands.Make(terminal))
        {
            command.Subcommands.Add(step);
        }

        foreach (var sheet in PlanSheetCommands.Make(terminal))
        {
            command.Subcommands.Add(sheet);
        }

        return command;
    }

    private static Command Show(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var command = options.AddTo(new Command("show", terminal.Say("Muestra el plan: unidades, proyectos e indicadores.", "Shows the plan: units, projects and indicators.")));
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            PlanText.WriteTree(terminal, options.Find(database, parsed));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Project(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var address = options.Named("PROYECTO", "PROJECT", "Unidad y clave, como 06/A008.", "Unit and key, as 06/A008.");
        var command = options.AddTo(new Command("project", terminal.Say("Muestra un proyecto con todo lo que dice el plan de él.", "Shows a project with all that the plan says of it.")) { address });
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var plan = options.Find(database, parsed);
            PlanText.WriteProject(terminal, plan, PlanOptions.Project(plan, parsed.GetRequiredValue(address)));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Check(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var command = options.AddTo(new Command("check", terminal.Say(
            "Revisa el plan; sale con 1 si algo impide aprobarlo.",
            "Checks the plan; exits with 1 when something stands in the way of approving it.")));
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var problems = PlanChecker.Check(options.Find(database, parsed));
            PlanText.WriteProblems(terminal, problems);
            return problems.Any(p => p.BlocksApproval) ? ExitCode.Refused : ExitCode.Done;
        });
        return command;
    }
}
