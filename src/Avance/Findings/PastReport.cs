using Avance.Progress;

namespace Avance.Findings;

/// <summary>An earlier report, and how its projects and targets are found again in the one being checked.</summary>
internal sealed class PastReport
{
    private readonly Dictionary<(string Key, string Name), ReportProject?> _byName = [];
    private readonly Dictionary<string, ReportProject?> _byKey = new(StringComparer.Ordinal);

    public PastReport(ProgressReport report)
    {
        Report = report;
        foreach (var project in report.Projects)
        {
            // What stands twice identifies nothing: null.
            var name = (project.Key, FoldedText.Fold(project.Name));
            _byName[name] = _byName.ContainsKey(name) ? null : project;
            _byKey[project.Key] = _byKey.ContainsKey(project.Key) ? null : project;
        }
    }

    /// <summary>The earlier report.</summary>
    public ProgressReport Report { get; }

    /// <summary>
    /// Each project of now with the one it was then: the same key and name, or the same key when it stands once in both.
    /// </summary>
    public IEnumerable<PastProject> Projects(ReportFacts now)
    {
        var times = now.Projects.CountBy(p => p.Key).ToDictionary(StringComparer.Ordinal);
        for (var i = 0; i < now.Projects.Count; i++)
        {
            var project = now.Projects[i];
            var then = _byName.TryGetValue((project.Key, now.FoldedNames[i]), out var same) ? same
                : times[project.Key] == 1 ? _byKey.GetValueOrDefault(project.Key) : null;
            if (then is not null)
            {
                yield return new PastProject(project, then);
            }
        }
    }

    /// <summary>Each target of now with the one it was then: the same words, and among equals the same turn.</summary>
    public IEnumerable<PastTarget> Targets(ReportFacts now)
    {
        foreach (var (project, before) in Projects(now))
        {
            var then = new Dictionary<(string, int), ReportTarget>();
            foreach (var (target, turn, _) in Turns(before))
            {
                then[turn] = target;
            }

            foreach (var (target, turn, number) in Turns(project))
            {
                if (then.TryGetValue(turn, out var earlier))
                {
                    yield return new PastTarget(new TargetRow(project, target, number), earlier);
                }
            }
        }
    }

    private static IEnumerable<(ReportTarget Target, (string Description, int Turn) Turn, int Number)> Turns(ReportProject project)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < project.Targets.Count; i++)
        {
            var description = FoldedText.Fold(project.Targets[i].Description);
            seen[description] = seen.GetValueOrDefault(description) + 1;
            yield return (project.Targets[i], (description, seen[description]), i + 1);
        }
    }
}

/// <summary>A project now and in an earlier report.</summary>
internal sealed record PastProject(ReportProject Now, ReportProject Then);

/// <summary>A target now and in an earlier report.</summary>
internal sealed record PastTarget(TargetRow Now, ReportTarget Then);
