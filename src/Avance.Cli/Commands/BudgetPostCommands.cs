using System.CommandLine;
using System.Globalization;
using Avance.App.Ledger;
using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.Cli.Commands;

/// <summary><c>avance budget post</c> and <c>avance budget reverse</c>: documents one by one, for what does not come in a file.</summary>
internal static class BudgetPostCommands
{
    public static Command Post(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var folio = Required<string>("--folio", terminal.Say("Folio del documento; con el mismo folio se registra una sola vez.", "The document's folio; the same folio is posted once."), terminal.Say("folio", "folio"));
        var day = Required(ReportOptions.Day(terminal, "--date", new("Fecha del documento.", "The document's date.")));
        var line = Required<string>("--line", terminal.Say("Clave presupuestaria.", "Budget line key."), terminal.Say("clave", "key"));
        var month = Required<int>("--month", terminal.Say("Mes del calendario, 1 a 12.", "Month of the calendar, 1 to 12."), "1-12");
        var stage = Required<string>("--stage", terminal.Say("Momento; varios unidos con +: comprometido+devengado.", "Stage; several joined with +: committed+accrued."), terminal.Say("momento", "stage"));
        var amount = Required<string>("--amount", terminal.Say("Importe en pesos: 1,234.50.", "Amount in pesos: 1,234.50."), terminal.Say("importe", "amount"));
        var description = new Option<string>("--description") { Description = terminal.Say("De qué se trata.", "What it is about."), HelpName = terminal.Say("texto", "text"), DefaultValueFactory = _ => "" };
        var command = options.AddTo(new Command("post", terminal.Say("Registra un documento: compromiso, devengo, orden de pago o pago.", "Posts a document: commitment, accrual, payment order or payment.")) { folio, day, line, month, stage, amount, description });
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var book = BudgetCommand.Find(database, options, parsed, AsOf.Now);
            var key = parsed.GetRequiredValue(line);
            var found = book.Lines.FirstOrDefault(l => l.Key == key) ?? throw new RuleViolationException("ledger.line", new(
                $"El ejercicio no tiene la clave presupuestaria {key}.", $"The year has no budget line {key}."));
            var pesos = parsed.GetRequiredValue(amount);
            if (!Figure.TryRead(pesos, out var value) || decimal.Round(value, 2) != value)
            {
                throw new RuleViolationException("AVP-009", new($"«{pesos}» no es un importe en pesos y centavos.", $"«{pesos}» is not an amount in pesos and centavos."));
            }

            var document = new LedgerDocument
            {
                Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
                Kind = DocumentKind.Posting,
                Source = "captura",
                Folio = parsed.GetRequiredValue(folio),
                SourceDocumentId = parsed.GetRequiredValue(folio),
                EffectiveOn = ReportOptions.DayOf(parsed, day)!.Value,
                Description = parsed.GetRequiredValue(description),
                Entries = [.. parsed.GetRequiredValue(stage).Split('+', StringSplitOptions.TrimEntries).Select(word => new BudgetEntry(found.Id, parsed.GetRequiredValue(month), BudgetEntriesCommand.Stage(word), Money.FromPesos(value)))],
            };
            return Tell(terminal, new PostDocument(database, TimeProvider.System).Execute(book.Plan.Entity.Code, options.YearOf(parsed), document, Environment.UserName));
        });
        return command;
    }

    public static Command Reverse(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var number = new Argument<long>(terminal.Say("NÚMERO", "NUMBER")) { Description = terminal.Say("El número del documento que se revierte.", "The number of the document to reverse.") };
        var day = Required(ReportOptions.Day(terminal, "--date", new("Fecha de la reversión.", "Date of the reversal.")));
        var reason = Required<string>("--reason", terminal.Say("Por qué.", "Why."), terminal.Say("texto", "text"));
        var command = options.AddTo(new Command("reverse", terminal.Say("Revierte un documento con su contrario exacto.", "Reverses a document by its exact opposite.")) { number, day, reason });
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var verdict = new PostDocument(database, TimeProvider.System).Reverse(
                options.Find(database, parsed).Entity.Code, options.YearOf(parsed), parsed.GetRequiredValue(number), ReportOptions.DayOf(parsed, day)!.Value, parsed.GetRequiredValue(reason), "", Environment.UserName);
            return Tell(terminal, verdict);
        });
        return command;
    }

    private static int Tell(Terminal terminal, LedgerVerdict verdict)
    {
        var number = verdict.Sequence.ToString(CultureInfo.InvariantCulture);
        switch (verdict.Status)
        {
            case LedgerStatus.Refused:
                terminal.Fail(verdict.Text!, verdict.RuleId!);
                return ExitCode.Refused;
            case LedgerStatus.AlreadyPosted:
                terminal.Line(terminal.Say($"Ya estaba registrado con el número {number}; no se registró otra vez.", $"It was on record already as number {number}; it was not posted again."));
                return ExitCode.Done;
            default:
                terminal.Line(terminal.Say($"Registrado con el número {number}.", $"Posted as number {number}."));
                return ExitCode.Done;
        }
    }

    private static Option<T> Required<T>(string name, string description, string help) => new(name) { Description = description, HelpName = help, Required = true };

    private static Option<string> Required(Option<string> option)
    {
        option.Required = true;
        return option;
    }
}
