using Avance.Documents.Findings;
using Avance.Findings;
using Microsoft.AspNetCore.Http;

namespace Avance.Web.Findings;

/// <summary>Which findings a reader asked for, as the query string says it. What is absent keeps all.</summary>
/// <param name="Severity">Only of this severity.</param>
/// <param name="Rule">Only of this rule.</param>
/// <param name="Key">Only about projects with this key.</param>
public sealed record FindingsFilter(Severity? Severity, string? Rule, string? Key)
{
    /// <summary>The longest key looked for; real ones have four characters.</summary>
    private const int MaxKeyLength = 40;

    /// <summary>Reads the filter, or says what in the query cannot be understood.</summary>
    public static FindingsFilter? Read(IQueryCollection query, out LocalizedText? problem)
    {
        ArgumentNullException.ThrowIfNull(query);
        problem = null;
        var (severityText, rule, key) = (Text(query, "severity"), Text(query, "rule"), Text(query, "key"));
        Severity? severity = null;
        if (severityText is not null)
        {
            severity = SeverityMarks.All.Where(s => s.JsonName() == severityText).Select(s => (Severity?)s).FirstOrDefault();
            if (severity is null)
            {
                var names = string.Join(", ", SeverityMarks.All.Select(s => s.JsonName()));
                problem = new($"La gravedad «{severityText}» no existe; las que hay son: {names}.", $"There is no severity “{severityText}”; there are: {names}.");
                return null;
            }
        }

        if (rule is not null && RuleCatalogue.Find(rule) is null)
        {
            problem = new($"La regla «{rule}» no está en el catálogo; se escriben como AVP-011.", $"Rule “{rule}” is not in the catalogue; rules are written like AVP-011.");
            return null;
        }

        if (key?.Length > MaxKeyLength)
        {
            problem = new($"La clave buscada tiene más de {MaxKeyLength} caracteres; se escriben como A008.", $"The key has more than {MaxKeyLength} characters; keys are written like A008.");
            return null;
        }

        return new(severity, rule, key);
    }

    /// <summary>Whether the filter keeps everything.</summary>
    public bool IsEmpty => Severity is null && Rule is null && Key is null;

    /// <summary>The findings that it keeps, gravest first; transfers only when it keeps everything.</summary>
    public CheckResult Apply(CheckResult check)
    {
        ArgumentNullException.ThrowIfNull(check);
        var kept = check.Findings
            .Where(f => (Severity is null || f.Severity == Severity)
                && (Rule is null || f.RuleId == Rule)
                && (Key is null || f.Keys.Any(k => string.Equals(k, Key, StringComparison.OrdinalIgnoreCase))))
            .OrderBy(f => f.Severity);
        return check with { Findings = [.. kept], Transfers = IsEmpty ? check.Transfers : [] };
    }

    /// <summary>The filter as a query string without question mark; empty when it keeps everything.</summary>
    public string Query => string.Join('&', new[]
    {
        ("severity", Severity?.JsonName()),
        ("rule", Rule),
        ("key", Key),
    }.Where(p => p.Item2 is not null).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}"));

    private static string? Text(IQueryCollection query, string name)
    {
        var text = query[name].ToString().Trim();
        return text.Length == 0 ? null : text;
    }
}
