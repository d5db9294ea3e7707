using Avance.App.Progress;
using Avance.Documents.Findings;
using Avance.Findings;
using Avance.Web.Ui;

namespace Avance.Web.Findings;

/// <summary>The catalogue of rules.</summary>
/// <param name="Site">Who reads.</param>
public sealed record RulesView(Site Site)
{
    /// <summary>Every rule.</summary>
    public Table Table => new(
        new("Catálogo de reglas", "Catalogue of rules"),
        [
            new("rule", new("Regla", "Rule"), ColumnKind.RowHeader),
            new("severity", new("Gravedad", "Severity")),
            new("title", new("Qué detecta", "What it detects"), ColumnKind.Prose),
            new("condition", new("Cuándo habla", "When it speaks"), ColumnKind.Prose),
        ],
        [.. RuleCatalogue.All.Select(r => new TableRow(
        [
            TableCell.Of(r.Id, FindingsView.RuleAddress(Site, r.Id)),
            TableCell.Of(Site.Text(r.Severity.DisplayName()), r.Severity.JsonName(), r.Severity.Mark()),
            TableCell.Of(Site.Text(r.Title)),
            TableCell.Of(Site.Text(r.Condition)),
        ]))]);

    /// <summary>Address of a twin.</summary>
    public string Twin(string extension) => Site.Link("/rules" + extension);
}

/// <summary>One rule, and what it found.</summary>
/// <param name="Site">Who reads.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Hits">What it found in the latest reports.</param>
public sealed record RuleView(Site Site, Rule Rule, IReadOnlyList<RuleHits> Hits)
{
    /// <summary>In how many of the latest reports the page says what the rule found.</summary>
    internal const int ReportsShown = 8;
}

/// <summary>How many times a rule spoke in a report.</summary>
/// <param name="Version">The report.</param>
/// <param name="Count">How many findings of the rule it has.</param>
public sealed record RuleHits(ReportVersion Version, int Count);
