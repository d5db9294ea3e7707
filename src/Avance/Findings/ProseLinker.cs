using Avance.Progress;

namespace Avance.Findings;

/// <summary>
/// Ties what explanations cite to the report: names of projects, exact or misspelt, and amounts, looked for first in the
/// project explained and those named beside it, then in the whole report.
/// </summary>
internal static class ProseLinker
{
    public static IReadOnlyList<ProseLink> Link(ProgressReport report, ReportFacts facts)
    {
        if (report.Explanations.Count == 0)
        {
            return [];
        }

        var names = new Lazy<ProjectNames>(() => new ProjectNames(facts.FoldedNames));
        var amounts = new Lazy<Dictionary<decimal, ProseReference>>(() => IndexAmounts(report, facts));
        var links = new List<ProseLink>();
        for (var i = 0; i < report.Explanations.Count; i++)
        {
            var first = links.Count;
            LinkNames(report.Explanations[i].Text, i, names, facts, links);
            LinkNumbers(report.Explanations[i].Text, i, Nearby(i, facts, links.Skip(first)), amounts, links);
            links.Sort(first, links.Count - first, ByStart);
        }

        return links;
    }

    private static readonly Comparer<ProseLink> ByStart = Comparer<ProseLink>.Create((a, b) => a.Start.CompareTo(b.Start));

    private static void LinkNames(string text, int explanation, Lazy<ProjectNames> names, ReportFacts facts, List<ProseLink> links)
    {
        var next = 0;
        foreach (var candidate in ProseScanner.Names(text))
        {
            if (candidate.Start < next || names.Value.Find(text, candidate) is not { } cited)
            {
                continue;
            }

            next = cited.Start + cited.Length;
            links.Add(new ProseLink
            {
                Explanation = explanation,
                Start = cited.Start,
                Text = text.Substring(cited.Start, cited.Length),
                Kind = ProseLinkKind.Project,
                IsExact = cited.IsExact,
                References = [.. cited.Projects.Take(MostReferences).Select(p => new ProseReference(facts.Projects[p].Number, facts.Projects[p].Key, null))],
            });
        }
    }

    /// <summary>The projects that an explanation most likely speaks of: its own, and those it names.</summary>
    private static IReadOnlyList<ReportProject> Nearby(int explanation, ReportFacts facts, IEnumerable<ProseLink> named)
    {
        var nearby = facts.ExplainedProjects(explanation);
        var numbers = named.SelectMany(l => l.References).Select(r => r.ProjectNumber).ToHashSet();
        return numbers.Count == 0 ? nearby : [.. nearby, .. facts.WithNumbers(numbers).Except(nearby)];
    }

    private static void LinkNumbers(
        string text, int explanation, IReadOnlyList<ReportProject> nearby, Lazy<Dictionary<decimal, ProseReference>> amounts, List<ProseLink> links)
    {
        foreach (var number in ProseScanner.Numbers(text))
        {
            var references = nearby.Select(p => Reference(p, number.Value)).OfType<ProseReference>().Take(MostReferences).ToList();
            if (references.Count == 0 && number.IsMoney && amounts.Value.TryGetValue(number.Value, out var elsewhere))
            {
                references.Add(elsewhere);
            }

            if (references.Count > 0 || number.IsMoney)
            {
                links.Add(new ProseLink
                {
                    Explanation = explanation,
                    Start = number.Start,
                    Text = text.Substring(number.Start, number.Length),
                    Kind = ProseLinkKind.Figure,
                    IsExact = references.Count > 0,
                    Value = number.Value,
                    References = references,
                });
            }
        }
    }

    /// <summary>Which figure of a project a value is; the printed columns come before what is derived from them.</summary>
    private static ProseReference? Reference(ReportProject project, decimal value)
    {
        foreach (var (figure, amount) in Figures(project))
        {
            if (amount == value)
            {
                return new ProseReference(project.Number, project.Key, figure);
            }
        }

        return project.Targets.Any(t => t.Original == value || t.Revised == value || t.Achieved == value || t.PrintedRate == value)
            ? new ProseReference(project.Number, project.Key, CitedFigure.Target)
            : null;
    }

    private static IEnumerable<(CitedFigure Figure, decimal? Amount)> Figures(ReportProject project)
    {
        var (approved, revised, accrued) = (project.Budget.Approved?.Pesos, project.Budget.Revised?.Pesos, project.Budget.Accrued?.Pesos);
        yield return (CitedFigure.Revised, revised);
        yield return (CitedFigure.Approved, approved);
        yield return (CitedFigure.Accrued, accrued);
        yield return (CitedFigure.NetChange, revised is { } r && approved is { } a ? Math.Abs(r - a) : null);
        yield return (CitedFigure.Unspent, revised - accrued);
    }

    private static Dictionary<decimal, ProseReference> IndexAmounts(ProgressReport report, ReportFacts facts)
    {
        var index = new Dictionary<decimal, ProseReference>();
        foreach (var project in facts.Projects)
        {
            foreach (var (figure, amount) in Figures(project))
            {
                if (amount is { } value and not 0)
                {
                    index.TryAdd(value, new ProseReference(project.Number, project.Key, figure));
                }
            }
        }

        foreach (var totals in Totals(report))
        {
            foreach (var amount in (ReadOnlySpan<Money?>)[totals.Approved, totals.Revised, totals.Accrued])
            {
                if (amount is { } value)
                {
                    index.TryAdd(value.Pesos, new ProseReference(0, "", CitedFigure.Total));
                }
            }
        }

        return index;
    }

    private static IEnumerable<BudgetFigures> Totals(ProgressReport report) =>
        new[] { report.PrintedTotals }
            .Concat(report.Functions.Select(f => f.PrintedTotals))
            .Concat(report.Subfunctions.Select(s => s.PrintedTotals))
            .OfType<BudgetFigures>();

    private const int MostReferences = 8;
}
