using Avance.App.Progress;
using Avance.Documents.Findings;
using Avance.Findings;

namespace Avance.Cli;

/// <summary>Findings as a table for people: the gravest first, then how many of each, and the inferred transfers.</summary>
internal static class CheckText
{
    public static void Write(Terminal terminal, StoredReport stored, CheckResult result)
    {
        terminal.Line($"{stored.Report.Entity.Name} · {terminal.Say(stored.Report.Period.Name)}");
        terminal.Line("");
        var table = new TextTable(terminal.Say("Regla", "Rule"), terminal.Say("Gravedad", "Severity"), terminal.Say("Asunto", "Subject"), terminal.Say("Hallazgo", "Finding"));
        foreach (var finding in result.Findings.OrderBy(f => f.Severity))
        {
            table.Add(finding.RuleId, terminal.Say(finding.Severity.DisplayName()), terminal.Say(finding.Subject), terminal.Say(finding.Message));
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
