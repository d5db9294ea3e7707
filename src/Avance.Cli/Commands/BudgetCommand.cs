using System.CommandLine;
using System.Globalization;
using Avance.App.Budget;
using Avance.App.Ledger;
using Avance.App.Storage;

namespace Avance.Cli.Commands;

/// <summary><c>avance budget</c>: the budget added up, its entries and documents, and postings one by one.</summary>
internal static class BudgetCommand
{
    public static Command Make(Terminal terminal) => new("budget", terminal.Say(
        "El presupuesto: sumado por cualquier clasificación, sus asientos y sus documentos.",
        "The budget: added up by any classification, its entries and its documents."))
    {
        Show(terminal),
        BudgetEntriesCommand.Make(terminal),
        BudgetDocumentCommands.List(terminal),
        BudgetDocumentCommands.Show(terminal),
        BudgetPostCommands.Post(terminal),
        BudgetPostCommands.Reverse(terminal),
        BudgetLayoutCommand.Make(terminal),
        Verify(terminal),
        Rebuild(terminal),
    };

    /// <summary>The options that say at which moment the ledger is read.</summary>
    public static (Option<string> On, Option<string> Known) Moment(Terminal terminal) => (
        ReportOptions.Day(terminal, "--on", new("Con los documentos vigentes ese día.", "From the documents in force on that day.")),
        ReportOptions.Day(terminal, "--known", new("Con lo que se sabía al terminar ese día.", "From what was known at the end of that day.")));

    /// <summary>The moment that they say: days end at midnight in coordinated time.</summary>
    public static AsOf AsOf(ParseResult parsed, (Option<string> On, Option<string> Known) moment) => new(
        ReportOptions.DayOf(parsed, moment.On),
        ReportOptions.DayOf(parsed, moment.Known) is { } day ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-1) : null);

    /// <summary>The budget that the options name.</summary>
    /// <exception cref="RuleViolationException"><c>plan.year</c>: there is none.</exception>
    public static BudgetBook Find(Database database, PlanOptions options, ParseResult parsed, AsOf asOf) =>
        new BudgetQueries(database).Find(options.Find(database, parsed).Entity.Code, options.YearOf(parsed), asOf)!;

    private static Command Show(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var moment = Moment(terminal);
        var by = new Option<string>("--by")
        {
            Description = terminal.Say("Por qué se suma: project, unit, programme, function, subfunction, chapter, concept, generic, object, nature, funding, earmarked, type, line.", "What to add up by: project, unit, programme, function, subfunction, chapter, concept, generic, object, nature, funding, earmarked, type, line."),
            HelpName = terminal.Say("clasificación", "classification"),
            DefaultValueFactory = _ => "project",
        };
        var command = options.AddTo(new Command("show", terminal.Say("El presupuesto sumado por una clasificación.", "The budget added up by a classification.")) { by, moment.On, moment.Known });
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var book = Find(database, options, parsed, AsOf(parsed, moment));
            var chosen = parsed.GetRequiredValue(by);
            var table = book.By(chosen) ?? throw new RuleViolationException("budget.grouping", new(
                $"El presupuesto no se suma por «{chosen}»; elija entre {string.Join(", ", book.Groupings.Select(g => g.Code))}.",
                $"The budget is not added up by «{chosen}»; choose among {string.Join(", ", book.Groupings.Select(g => g.Code))}."));
            BudgetText.Write(terminal, table);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Verify(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var command = options.AddTo(new Command("verify", terminal.Say(
            "Suma todos los asientos y los compara con los saldos guardados; sale con 1 si no coinciden.",
            "Adds up all entries and compares them with the stored balances; exits with 1 when they disagree.")));
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var book = Find(database, options, parsed, App.Ledger.AsOf.Now);
            terminal.Line(terminal.Say(
                $"{book.Plan.Entity.Code} {book.Plan.Year.Year}: los saldos coinciden con los asientos de {book.Revision} documentos.",
                $"{book.Plan.Entity.Code} {book.Plan.Year.Year}: the balances agree with the entries of {book.Revision} documents."));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Rebuild(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var command = options.AddTo(new Command("rebuild", terminal.Say("Vuelve a sumar los saldos guardados a partir de los asientos.", "Adds the stored balances up anew from the entries.")));
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var wrong = new RebuildBalances(database, TimeProvider.System).Execute(options.Find(database, parsed).Entity.Code, options.YearOf(parsed), Environment.UserName);
            terminal.Line(terminal.Say($"Saldos reconstruidos; {wrong.ToString(CultureInfo.InvariantCulture)} estaban mal.", $"Balances rebuilt; {wrong.ToString(CultureInfo.InvariantCulture)} were wrong."));
            return ExitCode.Done;
        });
        return command;
    }
}
