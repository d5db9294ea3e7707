using System.CommandLine;
using System.Globalization;
using Avance.App.Ledger;
using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.Cli.Commands;

/// <summary><c>avance budget documents</c> and <c>avance budget document N</c>.</summary>
internal static class BudgetDocumentCommands
{
    public static Command List(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var last = new Option<int>("--last") { Description = terminal.Say("Cuántos, de los más recientes.", "How many, of the newest."), HelpName = "n", DefaultValueFactory = _ => 50 };
        var command = options.AddTo(new Command("documents", terminal.Say("Los documentos del ejercicio, del más reciente al más antiguo.", "The year's documents, newest first.")) { last });
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            BudgetText.Write(terminal, new LedgerQueries(database).Documents(options.Find(database, parsed).Entity.Code, options.YearOf(parsed), 0, Math.Clamp(parsed.GetValue(last), 1, 10_000)));
            return ExitCode.Done;
        });
        return command;
    }

    public static Command Show(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var number = new Argument<long>(terminal.Say("NÚMERO", "NUMBER")) { Description = terminal.Say("El número del documento en el ejercicio.", "The document's number within the year.") };
        var command = options.AddTo(new Command("document", terminal.Say("Un documento completo.", "A whole document.")) { number });
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var book = BudgetCommand.Find(database, options, parsed, AsOf.Now);
            var posted = new LedgerQueries(database).Document(book.Plan.Entity.Code, options.YearOf(parsed), parsed.GetRequiredValue(number)) ?? throw new RuleViolationException("ledger.document", new(
                $"El ejercicio no tiene un documento {parsed.GetRequiredValue(number)}.", $"The year has no document {parsed.GetRequiredValue(number)}."));
            var lines = book.Lines.ToDictionary(static l => l.Id, static l => l.Key);
            var indicators = book.Plan.Projects.SelectMany(static p => p.Indicators.Select(i => (i.Id, Name: $"{p.Address}/{i.Position} {i.Name}"))).ToDictionary(static i => i.Id, static i => i.Name);
            Write(terminal, posted, lines, indicators);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Terminal terminal, PostedDocument posted, Dictionary<Guid, string> lines, Dictionary<Guid, string> indicators)
    {
        var document = posted.Document;
        terminal.Line($"{posted.Sequence}. {document.Folio}, {terminal.Say(document.Kind.Name())}, {BudgetText.Day(document.EffectiveOn)}");
        Tell(terminal, new("Descripción", "Description"), document.Description);
        Tell(terminal, new("Fundamento", "Authority"), document.Authority);
        Tell(terminal, new("Registró", "Posted by"), $"{posted.Actor}, {posted.RecordedAt.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)}");
        Tell(terminal, new("Huella", "Fingerprint"), posted.ContentHash);
        if (posted.ReversedBy is { } by)
        {
            Tell(terminal, new("Revertido por el documento", "Reversed by document"), by.ToString(CultureInfo.InvariantCulture));
        }

        if (document.Entries.Count > 0)
        {
            terminal.Line("");
            BudgetText.Write(terminal, [.. document.Entries.Select((e, i) => new PostedEntry(e, i + 1, document, posted.Sequence))], id => lines.GetValueOrDefault(id, ""));
        }

        if (document.Targets.Count > 0)
        {
            terminal.Line("");
            var table = new TextTable(terminal.Say("Mes", "Month"), terminal.Say("Meta", "Target"), terminal.Say("Cantidad", "Quantity"), terminal.Say("Indicador", "Indicator")).Right(2);
            foreach (var target in document.Targets)
            {
                table.Add(terminal.Say(MonthName.Name(target.Month)), terminal.Say(target.Stage.Name()), Figure.Print(target.Quantity), indicators.GetValueOrDefault(target.IndicatorId, ""));
            }

            table.Write(terminal.Output);
        }
    }

    private static void Tell(Terminal terminal, LocalizedText name, string value)
    {
        if (value.Length > 0)
        {
            terminal.Line($"{terminal.Say(name)}: {value}");
        }
    }
}
