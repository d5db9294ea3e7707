namespace Avance.Findings;

/// <summary>How much a finding weighs (<c>E</c>, <c>J</c>, <c>A</c>, <c>I</c> in the catalogue of rules).</summary>
public enum Severity
{
    /// <summary>The report contradicts itself or the law: it blocks closing.</summary>
    Error,

    /// <summary>Closing needs a written explanation.</summary>
    NeedsExplanation,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Good to know.</summary>
    Information,
}

/// <summary>What a rule found in one report.</summary>
public sealed record Finding
{
    /// <summary>The rule's id: <c>AVP-011</c>.</summary>
    public required string RuleId { get; init; }

    /// <summary>How much it weighs.</summary>
    public required Severity Severity { get; init; }

    /// <summary>What it is about, for people: «A005 (6), meta 3», «IEPC».</summary>
    public required LocalizedText Subject { get; init; }

    /// <summary>Printed keys of the projects concerned, in the order that the message names them; may be empty.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>Positions (<see cref="Progress.ReportProject.Number"/>) of the projects concerned; may be empty.</summary>
    public required IReadOnlyList<int> ProjectNumbers { get; init; }

    /// <summary>1-based position of the target concerned within the (first) project, or null.</summary>
    public int? TargetNumber { get; init; }

    /// <summary>What does not hold together.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>What to do about it.</summary>
    public required LocalizedText Remedy { get; init; }

    /// <summary>The figures compared, by name (English, camelCase), in the order that matters.</summary>
    public IReadOnlyList<FindingFigure> Figures { get; init; } = [];
}

/// <summary>A figure that a finding compares.</summary>
/// <param name="Name">English identifier in camelCase: <c>revised</c>, <c>expectedRate</c>.</param>
/// <param name="Value">The figure, with its printed decimals; null when absent.</param>
public readonly record struct FindingFigure(string Name, decimal? Value);

/// <summary>A movement of money between two projects, inferred from their before and after figures.</summary>
/// <param name="FromNumber">Position of the project that gave.</param>
/// <param name="From">Its printed key.</param>
/// <param name="ToNumber">Position of the project that received.</param>
/// <param name="To">Its printed key.</param>
/// <param name="Amount">How much; above zero.</param>
public sealed record InferredTransfer(int FromNumber, string From, int ToNumber, string To, Money Amount);
