using System.Globalization;
using Avance.Findings;

namespace Avance.Documents.Findings;

/// <summary>What the rules found, as a table: one row for each finding.</summary>
public static class CheckCsv
{
    /// <summary>Writes to <paramref name="output"/>, which stays open.</summary>
    /// <param name="result">What the rules found.</param>
    /// <param name="language">Language of headings, subjects and messages.</param>
    /// <param name="output">Where to.</param>
    public static void Write(CheckResult result, Language language, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var csv = new CsvWriter(output);
        csv.Header(Columns.Select(c => c.In(language)));
        foreach (var finding in result.Findings)
        {
            csv.Text(finding.RuleId);
            csv.Text(finding.Severity.DisplayName().In(language));
            csv.Text(finding.Subject.In(language));
            csv.Text(string.Join(' ', finding.Keys));
            csv.Text(string.Join(' ', finding.ProjectNumbers.Select(n => n.ToString(CultureInfo.InvariantCulture))));
            csv.Number(finding.TargetNumber);
            csv.Text(finding.Message.In(language));
            csv.Text(string.Join("; ", finding.Figures.Select(f => $"{f.Name}={f.Value?.ToString(CultureInfo.InvariantCulture)}")));
            csv.Text(finding.Remedy.In(language));
            csv.EndRow();
        }
    }

    private static readonly LocalizedText[] Columns =
    [
        new("Regla", "Rule"),
        new("Gravedad", "Severity"),
        new("Asunto", "Subject"),
        new("Claves", "Keys"),
        new("Números de proyecto", "Project numbers"),
        new("Número de meta", "Target number"),
        new("Hallazgo", "Finding"),
        new("Cifras", "Figures"),
        new("Qué hacer", "What to do"),
    ];
}
