namespace Avance;

/// <summary>
/// A rule says no to what was asked. Each host maps it once: web 409 or 422, command line exit code 1.
/// </summary>
/// <param name="ruleId">The rule's id, such as <c>AVP-011</c> or <c>report.exists</c>.</param>
/// <param name="text">Why, in both languages, and what to do.</param>
public sealed class RuleViolationException(string ruleId, LocalizedText text) : Exception(text?.Spanish)
{
    /// <summary>The rule's id.</summary>
    public string RuleId { get; } = ruleId;

    /// <summary>Why, in both languages, and what to do.</summary>
    public LocalizedText Text { get; } = text!;
}
