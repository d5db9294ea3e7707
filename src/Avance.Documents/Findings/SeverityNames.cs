using Avance.Findings;

namespace Avance.Documents.Findings;

/// <summary>What a severity is called, for programs and for people.</summary>
public static class SeverityNames
{
    /// <summary>The word in JSON: <c>error</c>, <c>needsExplanation</c>, <c>warning</c> or <c>information</c>.</summary>
    public static string JsonName(this Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.NeedsExplanation => "needsExplanation",
        Severity.Warning => "warning",
        _ => "information",
    };

    /// <summary>The words that people read.</summary>
    public static LocalizedText DisplayName(this Severity severity) => severity switch
    {
        Severity.Error => Error,
        Severity.NeedsExplanation => NeedsExplanation,
        Severity.Warning => Warning,
        _ => Information,
    };

    private static readonly LocalizedText Error = new("Error", "Error");
    private static readonly LocalizedText NeedsExplanation = new("Requiere justificación", "Needs explanation");
    private static readonly LocalizedText Warning = new("Advertencia", "Warning");
    private static readonly LocalizedText Information = new("Información", "Information");
}
