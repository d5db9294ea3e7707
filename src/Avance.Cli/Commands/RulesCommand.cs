using System.CommandLine;
using Avance.Documents.Findings;
using Avance.Findings;

namespace Avance.Cli.Commands;

/// <summary><c>avance rules</c>: the catalogue of rules, or one of them.</summary>
internal static class RulesCommand
{
    public static Command Make(Terminal terminal)
    {
        var id = new Argument<string?>(terminal.Say("REGLA", "RULE"))
        {
            Description = terminal.Say("Una sola regla, como AVP-011.", "One rule alone, as AVP-011."),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("rules", terminal.Say("Muestra el catálogo de reglas.", "Shows the catalogue of rules.")) { id };
        command.SetAction(parsed => parsed.GetValue(id) is { } text ? One(terminal, text) : All(terminal));
        return command;
    }

    private static int All(Terminal terminal)
    {
        var table = new TextTable(terminal.Say("Regla", "Rule"), terminal.Say("Gravedad", "Severity"), terminal.Say("Qué busca", "What it looks for"));
        foreach (var rule in RuleCatalogue.All)
        {
            table.Add(rule.Id, terminal.Say(rule.Severity.DisplayName()), terminal.Say(rule.Title));
        }

        table.Write(terminal.Output, 140);
        return ExitCode.Done;
    }

    private static int One(Terminal terminal, string id)
    {
        var rule = RuleCatalogue.Find(id.ToUpperInvariant()) ?? throw new RuleViolationException("rule.unknown", new(
            $"No hay una regla «{id}»; «avance rules» las lista.", $"There is no rule «{id}»; «avance rules» lists them."));
        terminal.Line($"{rule.Id} · {terminal.Say(rule.Severity.DisplayName())}");
        foreach (var text in new[] { rule.Title, rule.Condition, rule.Remedy, rule.Requires, rule.Kept }.OfType<LocalizedText>())
        {
            terminal.Line("");
            foreach (var line in TextTable.Wrap(terminal.Say(text), 100))
            {
                terminal.Line(line);
            }
        }

        return ExitCode.Done;
    }
}
