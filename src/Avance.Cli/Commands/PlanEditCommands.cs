using System.CommandLine;
using System.Globalization;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Planning;

namespace Avance.Cli.Commands;

/// <summary><c>avance plan set</c> adds or changes a row of the plan; <c>remove</c>, <c>move</c> and <c>close-project</c> do what they say.</summary>
internal static class PlanEditCommands
{
    public static Command MakeSet(Terminal terminal) => new("set", terminal.Say("Captura o cambia un renglón del plan; lo que no se indica queda como está.", "Adds or changes a row of the plan; what is left out stays as it is."))
    {
        Unit(terminal),
        Programme(terminal),
        PlanSetCommands.Project(terminal),
        PlanSetCommands.Indicator(terminal),
        Position(terminal),
        Closed(terminal),
    };

    public static Command MakeRemove(Terminal terminal) => new("remove", terminal.Say("Quita un renglón de un plan en borrador.", "Takes a row out of a plan that is a draft."))
    {
        Remove(terminal, "unit", new("una unidad", "a unit"), new("UNIDAD", "UNIT"), new("Clave de la unidad.", "Code of the unit."), static (editor, plan, named) => editor.RemoveUnit(plan.Entity.Code, plan.Year.Year, named, plan.Year.Version, Environment.UserName)),
        Remove(terminal, "programme", new("un programa", "a programme"), new("PROGRAMA", "PROGRAMME"), new("Clave del programa.", "Code of the programme."), static (editor, plan, named) => editor.RemoveProgramme(plan.Entity.Code, plan.Year.Year, named, plan.Year.Version, Environment.UserName)),
        Remove(terminal, "project", new("un proyecto con sus indicadores", "a project with its indicators"), new("PROYECTO", "PROJECT"), new("Unidad y clave, como 06/A008.", "Unit and key, as 06/A008."), static (editor, plan, named) => editor.RemoveProject(plan.Entity.Code, plan.Year.Year, PlanOptions.Project(plan, named).Id, plan.Year.Version, Environment.UserName)),
        Remove(terminal, "indicator", new("un indicador", "an indicator"), new("INDICADOR", "INDICATOR"), new("Unidad, clave y número, como 06/A008/1.", "Unit, key and number, as 06/A008/1."), static (editor, plan, named) =>
        {
            var (project, indicator) = PlanOptions.Indicator(plan, named);
            editor.RemoveIndicator(plan.Entity.Code, plan.Year.Year, project.Id, indicator.Id, plan.Year.Version, Environment.UserName);
        }),
    };

    /// <summary>Runs an edit on the plan that the options name, tells its problems, and says that it was kept.</summary>
    public static int Edit(Terminal terminal, PlanOptions options, ParseResult parsed, string kept, Func<PlanEditor, AnnualPlan, IReadOnlyList<PlanProblem>> edit)
    {
        using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
        var problems = edit(new PlanEditor(database, TimeProvider.System), options.Find(database, parsed));
        var code = PlanOptions.Tell(terminal, problems, static p => p.BlocksSaving);
        terminal.Line(code == ExitCode.Done
            ? terminal.Say($"{kept}: guardado.", $"{kept}: kept.")
            : terminal.Say($"{kept}: no se guardó.", $"{kept}: not kept."));
        return code;
    }

    private static Command Unit(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var code = options.Named("UNIDAD", "UNIT", "Clave de la unidad, como 06.", "Code of the unit, as 06.");
        var name = options.Text("--name", "Nombre.", "Name.");
        var parent = options.Text("--parent", "Unidad de la que depende; vacío para ninguna.", "Unit that it belongs to; empty for none.", terminal.Say("clave", "code"));
        var position = Number(terminal, "--position", new("Lugar en el orden del ente, desde 1.", "Place in the office's order, from 1."));
        var command = options.AddTo(new Command("unit", terminal.Say("Una unidad responsable.", "A responsible unit.")) { code, name, parent, position });
        command.SetAction(parsed => Edit(terminal, options, parsed, parsed.GetRequiredValue(code), (editor, plan) =>
        {
            var stored = plan.Unit(parsed.GetRequiredValue(code));
            var unit = stored ?? new(parsed.GetRequiredValue(code), "", null, 0);
            return editor.Put(plan.Entity.Code, plan.Year.Year, unit with
            {
                Name = parsed.GetValue(name) ?? unit.Name,
                Parent = parsed.GetValue(parent) is { } typed ? typed.Length == 0 ? null : typed : unit.Parent,
                Position = parsed.GetValue(position) ?? unit.Position,
            }, Environment.UserName);
        }));
        return command;
    }

    private static Command Programme(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var code = options.Named("PROGRAMA", "PROGRAMME", "Letra de la modalidad y tres dígitos, como R101.", "Letter of the category and three digits, as R101.");
        var name = options.Text("--name", "Nombre.", "Name.");
        var command = options.AddTo(new Command("programme", terminal.Say("Un programa presupuestario.", "A budget programme.")) { code, name });
        command.SetAction(parsed => Edit(terminal, options, parsed, parsed.GetRequiredValue(code), (editor, plan) =>
        {
            var programme = plan.Programme(parsed.GetRequiredValue(code)) ?? new(parsed.GetRequiredValue(code), "");
            return editor.Put(plan.Entity.Code, plan.Year.Year, programme with { Name = parsed.GetValue(name) ?? programme.Name }, Environment.UserName);
        }));
        return command;
    }

    private static Command Position(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var address = options.Named("PROYECTO", "PROJECT", "Unidad y clave, como 06/A008.", "Unit and key, as 06/A008.");
        var place = new Argument<int>(terminal.Say("LUGAR", "PLACE")) { Description = terminal.Say("Lugar en el orden impreso, desde 1.", "Place in the printed order, from 1.") };
        var command = options.AddTo(new Command("place", terminal.Say("El lugar de un proyecto en el orden impreso.", "A project's place in the printed order.")) { address, place });
        command.SetAction(parsed => Edit(terminal, options, parsed, parsed.GetRequiredValue(address), (editor, plan) =>
        {
            editor.MoveProject(plan.Entity.Code, plan.Year.Year, PlanOptions.Project(plan, parsed.GetRequiredValue(address)).Id, parsed.GetRequiredValue(place), Environment.UserName);
            return [];
        }));
        return command;
    }

    private static Command Closed(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var address = options.Named("PROYECTO", "PROJECT", "Unidad y clave, como 06/A008.", "Unit and key, as 06/A008.");
        var command = options.AddTo(new Command("closed", terminal.Say("Cierra un proyecto de un año aprobado: no admite más compromisos.", "Closes a project of an approved year: it takes no more commitments.")) { address });
        command.SetAction(parsed => Edit(terminal, options, parsed, parsed.GetRequiredValue(address), (editor, plan) =>
        {
            editor.CloseProject(plan.Entity.Code, plan.Year.Year, PlanOptions.Project(plan, parsed.GetRequiredValue(address)).Id, plan.Year.Version, Environment.UserName);
            return [];
        }));
        return command;
    }

    private static Command Remove(Terminal terminal, string name, LocalizedText what, LocalizedText argument, LocalizedText description, Action<PlanEditor, AnnualPlan, string> remove)
    {
        var options = new PlanOptions(terminal);
        var named = options.Named(argument.Spanish, argument.English, description.Spanish, description.English);
        var command = options.AddTo(new Command(name, terminal.Say($"Quita {what.Spanish}.", $"Takes out {what.English}.")) { named });
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            remove(new PlanEditor(database, TimeProvider.System), options.Find(database, parsed), parsed.GetRequiredValue(named));
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{parsed.GetRequiredValue(named)}: {terminal.Say("fuera del borrador.", "out of the draft.")}"));
            return ExitCode.Done;
        });
        return command;
    }

    public static Option<int?> Number(Terminal terminal, string name, LocalizedText description) => new(name) { Description = terminal.Say(description), HelpName = "n" };
}
