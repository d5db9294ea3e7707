namespace Avance.Findings;

/// <summary>All that the rules found in one report, in the order of rules and of the report.</summary>
/// <param name="Findings">What does not hold together.</param>
/// <param name="Transfers">Movements of money between projects, inferred from their figures.</param>
public sealed record CheckResult(IReadOnlyList<Finding> Findings, IReadOnlyList<InferredTransfer> Transfers)
{
    /// <summary>What the explanations cite, tied to the projects and figures meant, in reading order.</summary>
    public IReadOnlyList<ProseLink> Links { get; init; } = [];

    /// <summary>
    /// For each explanation of the report, in its order, the positions of the projects that it serves: one, or several of
    /// the same key when its name resembles none; none when no project bears its key.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<int>> ExplainedProjects { get; init; } = [];
}
