using Avance.App.Importing;
using Avance.App.Progress;
using Avance.Findings;
using Avance.Progress;

namespace Avance.Web.Findings;

/// <summary>A stored report and what the rules found in it: what every page of a report shows.</summary>
/// <param name="Version">Which version of which report.</param>
/// <param name="Report">What it says.</param>
/// <param name="Check">What the rules found.</param>
/// <param name="Versions">Every version of the same period, newest first.</param>
/// <param name="Source">Rows of the imported file, read when first asked for; empty when the file is too large to quote.</param>
public sealed record CheckedReport(
    ReportVersion Version,
    ProgressReport Report,
    CheckResult Check,
    IReadOnlyList<ReportVersion> Versions,
    Lazy<Dictionary<SourcePlace, SourceRow>> Source)
{
    private readonly ILookup<int, Finding> _findings = Check.Findings
        .SelectMany(f => f.ProjectNumbers.Distinct().Select(n => (Number: n, Finding: f)))
        .ToLookup(p => p.Number, p => p.Finding);

    private readonly ILookup<int, DeviationExplanation> _explanations = Report.Explanations
        .Zip(Check.ExplainedProjects)
        .SelectMany(e => e.Second.Select(n => (Number: n, Explanation: e.First)))
        .ToLookup(p => p.Number, p => p.Explanation);

    /// <summary>Every project, in printed order: the project with number <c>n</c> stands at <c>n - 1</c>.</summary>
    public IReadOnlyList<ReportProject> Projects { get; } = [.. Report.Projects];

    /// <summary>Whether a later version has replaced this one.</summary>
    public bool IsReplaced => Version.Version < Versions[0].Version;

    /// <summary>What the rules found in one project.</summary>
    public IEnumerable<Finding> FindingsOf(int projectNumber) => _findings[projectNumber];

    /// <summary>The published explanations that serve one project, as the rules match them.</summary>
    public IEnumerable<DeviationExplanation> ExplanationsOf(ReportProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return _explanations[project.Number];
    }

    /// <summary>What stands written in a 1-based column at a place of the imported file; null when the file cannot be quoted.</summary>
    public string? Quote(SourcePlace place, int column) => Source.Value.TryGetValue(place, out var row) ? row[column].Text : null;

    /// <summary>The traffic light of a project.</summary>
    public RagStatus StatusOf(ReportProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return RagThresholds.Default.Of(project.PhysicalProgress, Report.Period);
    }
}
