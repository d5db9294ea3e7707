using System.Runtime.InteropServices;
using Avance.Progress;

namespace Avance.Findings;

/// <summary>
/// Which explanation belongs to which project. The printed key decides; where it repeats, so does the name: an
/// explanation serves the project that bears its name, or the one whose name is closest, or, when it resembles none, all
/// the projects with the key.
/// </summary>
internal sealed class ExplanationMatches
{
    /// <summary>Beyond this many projects under one key, resemblance is not tried: it would cost a comparison for each.</summary>
    private const int MostCompared = 32;

    private readonly HashSet<ReportProject> _explained = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _explainedKeys = new(StringComparer.Ordinal);
    private readonly List<ReportProject?> _projects = [];
    private readonly List<IReadOnlyList<int>> _candidates = [];

    public ExplanationMatches(IReadOnlyList<DeviationExplanation> explanations, IReadOnlyList<ReportProject> projects, IReadOnlyList<string> foldedNames)
    {
        if (explanations.Count == 0)
        {
            return;
        }

        var byKey = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var byName = new Dictionary<string, ReportProject>(StringComparer.Ordinal);
        for (var i = 0; i < projects.Count; i++)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(byKey, projects[i].Key, out _) ??= []).Add(i);
            byName.TryAdd($"{projects[i].Key} {foldedNames[i]}", projects[i]);
        }

        foreach (var explanation in explanations)
        {
            var candidates = byKey.GetValueOrDefault(explanation.Key) ?? [];
            var project = candidates.Count switch
            {
                0 => null,
                1 => projects[candidates[0]],
                _ => byName.GetValueOrDefault($"{explanation.Key} {FoldedText.Fold(explanation.ProjectName)}")
                    ?? Closest(FoldedText.Fold(explanation.ProjectName), candidates, projects, foldedNames),
            };
            _projects.Add(project);
            _candidates.Add(candidates);
            if (string.IsNullOrWhiteSpace(explanation.Text))
            {
                continue;
            }

            if (project is not null)
            {
                _explained.Add(project);
            }
            else
            {
                _explainedKeys.Add(explanation.Key);
            }
        }
    }

    /// <summary>Whether an explanation with something in it serves the project.</summary>
    public bool IsExplained(ReportProject project) => _explained.Contains(project) || _explainedKeys.Contains(project.Key);

    /// <summary>The one project that an explanation serves; null when there is none, or when it serves all of its key.</summary>
    public ReportProject? ProjectOf(int explanation) => _projects[explanation];

    /// <summary>Whether any project bears the explanation's key.</summary>
    public bool HasKey(int explanation) => _candidates[explanation].Count > 0;

    /// <summary>Positions, in the list of projects, of those that bear the explanation's key.</summary>
    public IReadOnlyList<int> CandidatesOf(int explanation) => _candidates[explanation];

    private static ReportProject? Closest(string name, List<int> candidates, IReadOnlyList<ReportProject> projects, IReadOnlyList<string> foldedNames)
    {
        if (name.Length == 0 || candidates.Count > MostCompared)
        {
            return null;
        }

        var words = NameWords.Of(name);
        ReportProject? best = null;
        var bestScore = NameWords.Resemblance;
        foreach (var candidate in candidates)
        {
            var score = NameWords.Score(words, NameWords.Of(foldedNames[candidate]));
            if (score > bestScore || (score == bestScore && best is null))
            {
                (best, bestScore) = (projects[candidate], score);
            }
        }

        return best;
    }
}
