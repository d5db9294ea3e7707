namespace Avance.Budget;

/// <summary>Which part of an amendment a problem is about.</summary>
public enum AmendmentPart
{
    /// <summary>The document as a whole, or its heading.</summary>
    Header,

    /// <summary>A line of money.</summary>
    Line,

    /// <summary>A line of targets.</summary>
    Target,
}

/// <summary>Something that does not hold in an amendment: which rule, where, why, and how to mend it.</summary>
/// <param name="RuleId">The rule's id: <c>AVP-051</c>, <c>amendment.sign</c>.</param>
/// <param name="Part">Which part it is about.</param>
/// <param name="Number">1-based number of the line within its part; 0 for the heading.</param>
/// <param name="Text">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
/// <param name="Blocks">Whether the amendment cannot go on; a warning does not block.</param>
public sealed record AmendmentProblem(string RuleId, AmendmentPart Part, int Number, LocalizedText Text, LocalizedText Remedy, bool Blocks = true)
{
    /// <summary>Where it is, in words: «renglón 3», «meta 1»; of the whole document, «documento».</summary>
    public LocalizedText Where => Part switch
    {
        AmendmentPart.Line => new($"renglón {Number}", $"line {Number}"),
        AmendmentPart.Target => new($"meta {Number}", $"target {Number}"),
        _ => new("documento", "document"),
    };

    /// <summary>A problem of the document as a whole.</summary>
    public static AmendmentProblem OfHeader(string ruleId, LocalizedText text, LocalizedText remedy) => new(ruleId, AmendmentPart.Header, 0, text, remedy);
}
