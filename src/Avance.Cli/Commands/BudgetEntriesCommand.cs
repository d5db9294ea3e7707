using System.CommandLine;
using Avance.App.Ledger;
using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.Cli.Commands;

/// <summary><c>avance budget entries</c>: the entries behind a sum, with their documents.</summary>
internal static class BudgetEntriesCommand
{
    private const int PageSize = 200;

    public static Command Make(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var moment = BudgetCommand.Moment(terminal);
        var by = new Option<string>("--by") { Description = terminal.Say("Clasificación del grupo.", "Classification of the group."), HelpName = terminal.Say("clasificación", "classification"), DefaultValueFactory = _ => "line" };
        var code = new Option<string?>("--code") { Description = terminal.Say("Clave del grupo; todos si se omite.", "Code of the group; all when left out."), HelpName = terminal.Say("clave", "code") };
        var stage = new Option<string?>("--stage") { Description = terminal.Say("Solo un momento: aprobado, ampliación, reducción, comprometido, devengado, ejercido, pagado.", "One stage only: approved, increase, decrease, committed, accrued, payment ordered, paid."), HelpName = terminal.Say("momento", "stage") };
        var month = new Option<int?>("--month") { Description = terminal.Say("Solo un mes, 1 a 12.", "One month only, 1 to 12."), HelpName = "1-12" };
        var page = new Option<int>("--page") { Description = terminal.Say("Página, de 200 asientos.", "Page, of 200 entries."), HelpName = "n", DefaultValueFactory = _ => 1 };
        var command = options.AddTo(new Command("entries", terminal.Say("Los asientos de una suma, con sus documentos.", "The entries of a sum, with their documents.")) { by, code, stage, month, page, moment.On, moment.Known });
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var asOf = BudgetCommand.AsOf(parsed, moment);
            var book = BudgetCommand.Find(database, options, parsed, asOf);
            var lines = book.Lines.ToDictionary(static l => l.Id, static l => l.Key);
            var group = parsed.GetValue(code) is { } wanted
                ? book.By(parsed.GetRequiredValue(by))?.Rows.FirstOrDefault(r => r.Code == wanted)?.Lines ?? throw new RuleViolationException("budget.group", new(
                    $"El presupuesto no tiene «{wanted}» por {parsed.GetRequiredValue(by)}.", $"The budget has no «{wanted}» by {parsed.GetRequiredValue(by)}."))
                : null;
            var filter = new EntryFilter
            {
                Lines = group?.Select(static l => l.Id).ToList(),
                Stages = parsed.GetValue(stage) is { } word ? [Stage(word)] : null,
                Month = parsed.GetValue(month),
                AsOf = asOf,
            };
            var entries = new LedgerQueries(database).Entries(book.Plan.Entity.Code, options.YearOf(parsed), filter, (Math.Max(1, parsed.GetValue(page)) - 1) * PageSize, PageSize);
            BudgetText.Write(terminal, entries, id => lines.GetValueOrDefault(id, ""));
            terminal.Line(terminal.Say($"Suma: {Sum(entries)}", $"Sum: {Sum(entries)}"));
            return ExitCode.Done;
        });
        return command;
    }

    public static BudgetStage Stage(string word) => LedgerNames.StageOf(word) ?? throw new RuleViolationException("budget.stage", new(
        $"«{word}» no es un momento; escriba {string.Join(", ", LedgerNames.Stages.Select(static s => s.Name().Spanish))}.",
        $"«{word}» is not a stage; write {string.Join(", ", LedgerNames.Stages.Select(static s => s.Name().English))}."));

    private static string Sum(IReadOnlyList<PostedEntry> entries) =>
        new Money(entries.Sum(static e => e.Entry.Stage == BudgetStage.Decrease ? -e.Entry.Amount.Centavos : e.Entry.Amount.Centavos)).ToString();
}
