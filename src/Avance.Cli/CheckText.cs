using Avance.App.Progress;
using Avance.Documents.Findings;
using Avance.Findings;

namespace Avance.Cli;

/// <summary>
/// Findings as a table for people: the gravest first, then how many of each, and the inferred transfers. Written with
/// plain loops: queries over values are compiled when they first run, and would double what a small check takes.
/// </summary>
internal static class CheckText
{
    /// <summary>Good to know, but not forty times over: of each rule that only informs, this many are shown.</summary>
    private const int InformationShown = 2;

    private static readonly Severity[] Severities = [Severity.Error, Severity.NeedsExplanation, Severity.Warning, Severity.Information];

    public static void Write(Terminal terminal, StoredReport stored, CheckResult result)
    {
        terminal.Line($"{stored.Report.Entity.Name} · {terminal.Say(stored.Report.Period.Name)}");
        terminal.Line("");
        var table = new TextTable(terminal.Say("Regla", "Rule"), terminal.Say("Gravedad", "Severity"), terminal.Say("Asunto", "Subject"), terminal.Say("Hallazgo", "Finding"));
        var counts = "";
        foreach (var severity in Severities)
        {
            var count = AddRows(terminal, table, result.Findings, severity);
            if (count > 0)
            {
                counts += $"{(counts.Length > 0 ? ", " : "")}{terminal.Say(severity.DisplayName())}: {Figure.Grouped(count, 0)}";
            }
        }

        if (counts.Length == 0)
        {
            terminal.Line(terminal.Say("Sin hallazgos: las reglas no encuentran nada que aclarar.", "No findings: the rules find nothing to clear up."));
        }
        else
        {
            table.Write(terminal.Output, 140);
            var total = Figure.Grouped(result.Findings.Count, 0);
            terminal.Line("");
            terminal.Line(result.Findings.Count == 1
                ? terminal.Say($"1 hallazgo ({counts}).", $"1 finding ({counts}).")
                : terminal.Say($"{total} hallazgos ({counts}).", $"{total} findings ({counts})."));
        }

        foreach (var transfer in result.Transfers)
        {
            var amount = transfer.Amount.ToString();
            terminal.Line(terminal.Say(
                $"Traspaso inferido: {transfer.From} → {transfer.To} por {amount} pesos.",
                $"Inferred transfer: {transfer.From} → {transfer.To} for {amount} pesos."));
        }
    }

    /// <summary>Adds the findings of one severity, which come rule by rule, and counts them.</summary>
    private static int AddRows(Terminal terminal, TextTable table, IReadOnlyList<Finding> findings, Severity severity)
    {
        var most = severity == Severity.Information ? InformationShown : int.MaxValue;
        var (count, rule, ofRule) = (0, "", 0);
        foreach (var finding in findings)
        {
            if (finding.Severity != severity)
            {
                continue;
            }

            if (finding.RuleId != rule)
            {
                AddRest(terminal, table, rule, ofRule - most);
                (rule, ofRule) = (finding.RuleId, 0);
            }

            count++;
            ofRule++;
            if (ofRule <= most)
            {
                table.Add(rule, terminal.Say(severity.DisplayName()), terminal.Say(finding.Subject), terminal.Say(finding.Message));
            }
        }

        AddRest(terminal, table, rule, ofRule - most);
        return count;
    }

    private static void AddRest(Terminal terminal, TextTable table, string rule, int hidden)
    {
        if (hidden > 0)
        {
            var rest = Figure.Grouped(hidden, 0);
            table.Add(rule, "", "", terminal.Say($"… y {rest} más; véalos con --format csv o --format json.", $"… and {rest} more; see them with --format csv or --format json."));
        }
    }
}
