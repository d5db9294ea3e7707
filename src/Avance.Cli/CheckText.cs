using Avance.App.Progress;
using Avance.Documents.Findings;
using Avance.Findings;

namespace Avance.Cli;

/// <summary>Findings as a table for people: the gravest first, then how many of each, and the inferred transfers.</summary>
internal static class CheckText
{
    /// <summary>Good to know, but not forty times over: of each rule that only informs, this many are shown.</summary>
    private const int InformationShown = 2;

    public static void Write(Terminal terminal, StoredReport stored, CheckResult result)
    {
        terminal.Line($"{stored.Report.Entity.Name} · {terminal.Say(stored.Report.Period.Name)}");
        terminal.Line("");
        var table = new TextTable(terminal.Say("Regla", "Rule"), terminal.Say("Gravedad", "Severity"), terminal.Say("Asunto", "Subject"), terminal.Say("Hallazgo", "Finding"));
        foreach (var rule in result.Findings.OrderBy(f => f.Severity).GroupBy(f => f.RuleId))
        {
            var shown = rule.First().Severity == Severity.Information ? rule.Take(InformationShown) : rule;
            foreach (var finding in shown)
            {
                table.Add(finding.RuleId, terminal.Say(finding.Severity.DisplayName()), terminal.Say(finding.Subject), terminal.Say(finding.Message));
            }

            var hidden = rule.Count() - shown.Count();
            if (hidden > 0)
            {
                table.Add(rule.Key, "", "", terminal.Say($"… y {hidden} más; véalos con --format csv o --format json.", $"… and {hidden} more; see them with --format csv or --format json."));
            }
        }

        if (result.Findings.Count > 0)
        {
            table.Write(terminal.Output, 140);
            terminal.Line("");
        }

        terminal.Line(Count(terminal, result));
        foreach (var transfer in result.Transfers)
        {
            terminal.Line(terminal.Say(
                $"Traspaso inferido: {transfer.From} → {transfer.To} por {transfer.Amount} pesos.",
                $"Inferred transfer: {transfer.From} → {transfer.To} for {transfer.Amount} pesos."));
        }
    }

    private static string Count(Terminal terminal, CheckResult result)
    {
        if (result.Findings.Count == 0)
        {
            return terminal.Say("Sin hallazgos: las reglas no encuentran nada que aclarar.", "No findings: the rules find nothing to clear up.");
        }

        var counts = result.Findings.CountBy(f => f.Severity).OrderBy(c => c.Key).Select(c => $"{terminal.Say(c.Key.DisplayName())}: {c.Value}");
        var total = terminal.Say(result.Findings.Count == 1 ? "1 hallazgo" : $"{result.Findings.Count} hallazgos", result.Findings.Count == 1 ? "1 finding" : $"{result.Findings.Count} findings");
        return $"{total} ({string.Join(", ", counts)}).";
    }
}
