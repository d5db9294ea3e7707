using Avance.Documents.Findings;
using Avance.Findings;

namespace Avance.Web.Findings;

/// <summary>How severities look.</summary>
internal static class SeverityMarks
{
    /// <summary>The severities, gravest first.</summary>
    public static IReadOnlyList<Severity> All { get; } = [Severity.Error, Severity.NeedsExplanation, Severity.Warning, Severity.Information];

    /// <summary>Class of the mark.</summary>
    public static string Mark(this Severity severity) => "sev-" + severity.JsonName();
}
