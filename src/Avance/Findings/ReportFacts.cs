using Avance.Progress;

namespace Avance.Findings;

/// <summary>What several rules need to know of a report, worked out once and only when asked.</summary>
internal sealed class ReportFacts(CheckContext context)
{
    /// <summary>Every project, in printed order.</summary>
    public IReadOnlyList<ReportProject> Projects { get; } = [.. context.Report.Projects];

    /// <summary>The folded name of each project of <see cref="Projects"/>.</summary>
    public IReadOnlyList<string> FoldedNames => field ??= [.. Projects.Select(p => FoldedText.Fold(p.Name))];

    /// <summary>Every target, in printed order.</summary>
    public IEnumerable<TargetRow> Targets
    {
        get
        {
            foreach (var project in Projects)
            {
                for (var i = 0; i < project.Targets.Count; i++)
                {
                    yield return new TargetRow(project, project.Targets[i], i + 1);
                }
            }
        }
    }

    /// <summary>The project at a position of the printed order; the first, should a number repeat.</summary>
    public ReportProject WithNumber(int number)
    {
        if (_byNumber.Count == 0)
        {
            foreach (var project in Projects)
            {
                _byNumber.TryAdd(project.Number, project);
            }
        }

        return _byNumber[number];
    }

    private readonly Dictionary<int, ReportProject> _byNumber = [];

    /// <summary>Which explanation belongs to which project.</summary>
    public ExplanationMatches Explanations => field ??= new ExplanationMatches(context.Report.Explanations, Projects, FoldedNames);

    /// <summary>The projects that an explanation serves: one, or all of its key when its name resembles none.</summary>
    public IReadOnlyList<ReportProject> ExplainedProjects(int explanation)
    {
        if (Explanations.ProjectOf(explanation) is { } one)
        {
            return [one];
        }

        var projects = new List<ReportProject>();
        var candidates = Explanations.CandidatesOf(explanation);
        for (var i = 0; i < candidates.Count && i < MostOfOneKey; i++)
        {
            projects.Add(Projects[candidates[i]]);
        }

        return projects;
    }

    /// <summary>How many projects of one key are named when an explanation serves them all.</summary>
    private const int MostOfOneKey = 8;

    /// <summary>Movements of money that the figures tell by themselves.</summary>
    public IReadOnlyList<InferredTransfer> Transfers => field ??= TransferInference.Infer(Projects);

    /// <summary>What the explanations cite.</summary>
    public IReadOnlyList<ProseLink> Links => field ??= ProseLinker.Link(context.Report, this);

    /// <summary>Earlier reports, newest first.</summary>
    public IReadOnlyList<PastReport> Past =>
        field ??= context.History.Count == 0
            ? []
            : [.. context.History.Where(r => r.Period < context.Report.Period).OrderByDescending(r => r.Period).Select(r => new PastReport(r))];

    /// <summary>The report before this one in the same fiscal year, whose cumulative figures this one continues; or null.</summary>
    public PastReport? PreviousOfYear => Past.Count > 0 && Past[0].Report.Period.Year == context.Report.Period.Year ? Past[0] : null;
}
