using System.Globalization;
using Avance.Documents.Findings;
using Avance.Findings;
using Avance.Web.Ui;

namespace Avance.Web.Findings;

/// <summary>A page of findings.</summary>
/// <param name="Request">The report, and who reads.</param>
/// <param name="Filter">Which findings were asked for.</param>
/// <param name="Found">Those findings, gravest first.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record FindingsView(ReportRequest Request, FindingsFilter Filter, IReadOnlyList<Finding> Found, int Page, int Pages)
{
    /// <summary>A page of this many findings stays within 40 KB compressed.</summary>
    internal const int FindingsPerPage = 150;

    /// <summary>The rules that found something in this report, which is what the filter offers.</summary>
    public IEnumerable<string> RulesThatSpoke => Request.Report.Check.Findings.Select(f => f.RuleId).Distinct().Order(StringComparer.Ordinal);

    /// <summary>The findings of this page.</summary>
    public Table Table => new(
        Filter.IsEmpty
            ? new("Hallazgos del informe", "Findings of the report")
            : new("Hallazgos que cumplen el filtro", "Findings that match the filter"),
        [
            new("rule", new("Regla", "Rule"), ColumnKind.Code),
            new("severity", new("Gravedad", "Severity")),
            new("subject", new("Asunto", "Subject"), ColumnKind.RowHeader),
            new("message", new("Hallazgo", "Finding"), ColumnKind.Prose),
            new("remedy", new("Qué hacer", "What to do"), ColumnKind.Prose),
        ],
        [.. Found.Skip((Page - 1) * FindingsPerPage).Take(FindingsPerPage).Select(Row)]);

    /// <summary>Address of a twin, with the same filter.</summary>
    public string Twin(string extension) => Request.Address.To("/findings" + extension, Filter.Query);

    /// <summary>Address of a page, with the same filter.</summary>
    public string PageAddress(int page) =>
        Request.Address.FindingsWhere(string.Join('&', new[] { Filter.Query, string.Create(CultureInfo.InvariantCulture, $"page={page}") }.Where(p => p.Length > 0)));

    private TableRow Row(Finding finding) => new(
    [
        TableCell.Of(finding.RuleId, RuleAddress(Request.Site, finding.RuleId)),
        TableCell.Of(Request.Site.Text(finding.Severity.DisplayName()), finding.Severity.JsonName(), finding.Severity.Mark()),
        TableCell.Of(Request.Site.Text(finding.Subject), finding.ProjectNumbers.Count > 0 ? Request.Address.Project(finding.ProjectNumbers[0]) : null),
        TableCell.Of(Request.Site.Prose(finding.Message)),
        TableCell.Of(Request.Site.Text(finding.Remedy)),
    ]);

    /// <summary>Address of a rule in the catalogue.</summary>
    internal static string RuleAddress(Site site, string ruleId) => site.Link("/rules/" + ruleId);
}
