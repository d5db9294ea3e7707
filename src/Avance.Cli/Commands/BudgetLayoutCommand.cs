using System.CommandLine;
using System.Globalization;
using Avance.App.Budget;
using Avance.App.Storage;
using Avance.Budget;
using Avance.Catalogs;

namespace Avance.Cli.Commands;

/// <summary><c>avance budget layout</c>: the parts of a budget line key, by office and year.</summary>
internal static class BudgetLayoutCommand
{
    public static Command Make(Terminal terminal)
    {
        var options = new PlanOptions(terminal);
        var set = new Option<string?>("--set")
        {
            Description = terminal.Say(
                "Las partes, en orden y entre comas, cada una como parte:longitud:clasificador; longitud 0 es cualquiera y el clasificador puede omitirse.",
                "The parts, in order and parted by commas, each as part:length:classification; length 0 is any and the classification may be left out."),
            HelpName = terminal.Say("partes", "parts"),
        };
        var command = options.AddTo(new Command("layout", terminal.Say("La estructura de la clave presupuestaria.", "The layout of budget line keys.")) { set });
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var (code, year) = (options.Find(database, parsed).Entity.Code, options.YearOf(parsed));
            var layouts = new KeyLayouts(database, TimeProvider.System);
            if (parsed.GetValue(set) is { } text)
            {
                layouts.Set(code, year, Read(text), Environment.UserName);
            }

            var table = new TextTable(terminal.Say("Parte", "Part"), terminal.Say("Longitud", "Length"), terminal.Say("Clasificador", "Classification"), terminal.Say("Nombre", "Name")).Right(1);
            foreach (var segment in layouts.Find(code, year).Segments)
            {
                table.Add(segment.Code, segment.Length == 0 ? "—" : segment.Length.ToString(CultureInfo.InvariantCulture), segment.Classification ?? "—", terminal.Say(segment.Name));
            }

            table.Write(terminal.Output);
            return ExitCode.Done;
        });
        return command;
    }

    private static BudgetKeyLayout Read(string text)
    {
        var segments = new List<KeySegment>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var fields = part.Split(':');
            var known = BudgetKeyLayout.Default.Segments.FirstOrDefault(s => s.Code == fields[0]);
            var length = known?.Length ?? 0;
            var classification = fields.Length > 2 ? fields[2] : known?.Classification;
            if (fields.Length > 3 || fields[0].Length == 0 || !fields[0].All(static c => char.IsAsciiLetterLower(c) || c == '_')
                || (fields.Length > 1 && !int.TryParse(fields[1], NumberStyles.None, CultureInfo.InvariantCulture, out length))
                || (classification is not null && !Classifications.All.Any(c => c.Id == classification))
                || segments.Exists(s => s.Code == fields[0]))
            {
                throw new RuleViolationException("budget.layout", new(
                    $"«{part}» no describe una parte; escriba parte:longitud:clasificador, cada parte una vez, con un clasificador de {string.Join(", ", Classifications.All.Select(static c => c.Id))}.",
                    $"«{part}» describes no part; write part:length:classification, each part once, with a classification of {string.Join(", ", Classifications.All.Select(static c => c.Id))}."));
            }

            segments.Add(new(fields[0], known?.Name ?? new(fields[0], fields[0]), length, classification));
        }

        return new(segments);
    }
}
