using Avance.Progress;

namespace Avance.Findings;

/// <summary>What the rules may look at when they check one report.</summary>
public sealed class CheckContext
{
    /// <summary>The report to check.</summary>
    public required ProgressReport Report { get; init; }

    /// <summary>
    /// Reports of earlier quarters of the same entity, newest first; empty when none is known, and then the rules that
    /// compare with the past say nothing.
    /// </summary>
    public IReadOnlyList<ProgressReport> History { get; init; } = [];

    /// <summary>The day that the report was published; null when unknown.</summary>
    public DateOnly? PublishedOn { get; init; }

    /// <summary>Tolerances and thresholds.</summary>
    public CheckSettings Settings { get; init; } = CheckSettings.Default;

    /// <summary>What several rules need to know of the report, worked out once.</summary>
    internal ReportFacts Facts => field ??= new ReportFacts(this);
}
