using System.CommandLine;
using System.Globalization;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Planning;

namespace Avance.Cli.Commands;

/// <summary>The steps of a year: <c>avance plan start</c>, <c>copy</c>, <c>approve</c>, <c>open</c>, <c>close-month</c>, <c>close</c>.</summary>
internal static class PlanYearCommands
{
    public static IEnumerable<Command> Make(Terminal terminal) => [Start(terminal), Copy(terminal), Approve(terminal), Open(terminal), CloseMonth(terminal), Close(terminal)];

    private static Command Start(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        options.EntityCode.Required = true;
        var entity = ReportOptions.EntityName(terminal);
        var administrative = options.Text("--administrative", "Clave en la clasificación administrativa, como 2.1.1.1.4.", "Key in the administrative classification, as 2.1.1.1.4.", terminal.Say("clave", "code"));
        var command = options.AddTo(new Command("start", terminal.Say("Inicia un ejercicio: un plan vacío, en borrador.", "Starts a fiscal year: an empty plan, as a draft.")) { entity, administrative });
        command.SetAction(parsed =>
        {
            using var database = Database.Open(parsed.GetRequiredValue(options.Database));
            var office = new PublicEntity(options.EntityCodeOf(parsed)!, parsed.GetRequiredValue(entity));
            new PlanYears(database, TimeProvider.System).Start(office, options.YearOf(parsed), parsed.GetValue(administrative) ?? "", Environment.UserName);
            terminal.Line(terminal.Say($"{office.Code} {options.YearOf(parsed)}: plan iniciado, en borrador.", $"{office.Code} {options.YearOf(parsed)}: plan started, a draft."));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Copy(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var from = Year("--from", new("Ejercicio que se copia.", "Fiscal year to copy."));
        var to = Year("--to", new("Ejercicio nuevo.", "New fiscal year."));
        var command = new Command("copy", terminal.Say("Inicia un ejercicio con el plan de otro.", "Starts a fiscal year with the plan of another.")) { options.Database, options.EntityCode, from, to };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var (source, target) = (parsed.GetRequiredValue(from), parsed.GetRequiredValue(to));
            var code = options.EntityCodeOf(parsed) ?? new PlanQueries(database).Find(null, source)?.Entity.Code ?? "";
            new PlanYears(database, TimeProvider.System).Copy(code, source, target, Environment.UserName);
            terminal.Line(terminal.Say($"{code} {target}: borrador con el plan de {source}.", $"{code} {target}: a draft with the plan of {source}."));
            return ExitCode.Done;
        });
        return command;

        Option<int> Year(string name, LocalizedText description) => new(name) { Description = terminal.Say(description), HelpName = terminal.Say("año", "year"), Required = true };
    }

    private static Command Approve(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var on = ReportOptions.Day(terminal, "--on", new("Día en que se aprobó.", "Day on which it was approved."));
        on.Required = true;
        var authority = options.Text("--authority", "Acuerdo o decreto que lo aprueba.", "Agreement or decree that approves it.");
        authority.Required = true;
        var command = options.AddTo(new Command("approve", terminal.Say("Aprueba el plan: lo que dice queda fijo y sus metas son las programadas.", "Approves the plan: what it says is frozen and its targets are the original ones.")) { on, authority });
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var plan = options.Find(database, parsed);
            var problems = new PlanYears(database, TimeProvider.System).Approve(plan.Entity.Code, plan.Year.Year, new(ReportOptions.DayOf(parsed, on)!.Value, parsed.GetRequiredValue(authority)!) { Seen = plan.Year.Version }, Environment.UserName);
            var code = PlanOptions.Tell(terminal, problems, static p => p.BlocksApproval);
            terminal.Line(code == ExitCode.Done
                ? terminal.Say($"{plan.Entity.Code} {plan.Year.Year}: plan aprobado.", $"{plan.Entity.Code} {plan.Year.Year}: plan approved.")
                : terminal.Say($"{plan.Entity.Code} {plan.Year.Year}: sigue en borrador.", $"{plan.Entity.Code} {plan.Year.Year}: still a draft."));
            return code;
        });
        return command;
    }

    private static Command Open(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var withoutBudget = new Option<bool>("--without-budget")
        {
            Description = terminal.Say("Lo abre aunque no haya presupuesto aprobado; después ya no podrá cargarse.", "Opens it though nothing is approved; the budget cannot be loaded afterwards."),
        };
        var command = options.AddTo(new Command("open", terminal.Say("Abre el ejercicio: desde ahora admite movimientos y adecuaciones.", "Opens the fiscal year: from now on it takes movements and amendments.")) { withoutBudget });
        command.SetAction(parsed => Take(terminal, options, parsed, (years, code, year) => years.Open(code, year, Environment.UserName, parsed.GetValue(withoutBudget))));
        return command;
    }

    private static Command Close(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var command = options.AddTo(new Command("close", terminal.Say("Cierra el ejercicio: ya nada cambia en él.", "Closes the fiscal year: nothing changes in it any more.")));
        command.SetAction(parsed => Take(terminal, options, parsed, static (years, code, year) => years.Close(code, year, Environment.UserName)));
        return command;
    }

    private static Command CloseMonth(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var month = new Argument<int>(terminal.Say("MES", "MONTH")) { Description = terminal.Say("Último mes que se cierra, de 1 a 12.", "Last month to close, 1 to 12.") };
        var command = options.AddTo(new Command("close-month", terminal.Say("Cierra los meses hasta uno: ya no admiten movimientos.", "Closes the months through one: they take no movements any more.")) { month });
        command.SetAction(parsed => Take(terminal, options, parsed, (years, code, year) => years.CloseThrough(code, year, parsed.GetRequiredValue(month), Environment.UserName)));
        return command;
    }

    private static int Take(Terminal terminal, PlanOptions options, ParseResult parsed, Action<PlanYears, string, int> step)
    {
        using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
        var code = options.Find(database, parsed).Entity.Code;
        step(new PlanYears(database, TimeProvider.System), code, options.YearOf(parsed));
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{code} {PlanText.Title(terminal, options.Find(database, parsed).Year)}"));
        return ExitCode.Done;
    }
}
