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
        var amounts = new Lazy<Dictionary<long, ProseReference>>(() => IndexAmounts(report, facts));
        var links = new List<ProseLink>();
        for (var i = 0; i < report.Explanations.Count; i++)
        {
            var first = links.Count;
            LinkNames(report.Explanations[i].Text, i, names, facts, links);
            LinkNumbers(report.Explanations[i].Text, i, Nearby(i, facts, links, first), amounts, links);
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
                References = References(cited, facts),
            });
        }
    }

    private static List<ProseReference> References(CitedName cited, ReportFacts facts)
    {
        var references = new List<ProseReference>();
        for (var i = 0; i < cited.Projects.Count && i < MostReferences; i++)
        {
            var project = facts.Projects[cited.Projects[i]];
            references.Add(new ProseReference(project.Number, project.Key, null));
        }

        return references;
    }

    /// <summary>The projects that an explanation most likely speaks of: its own, and those it names.</summary>
    private static List<ReportProject> Nearby(int explanation, ReportFacts facts, List<ProseLink> links, int first)
    {
        var nearby = new List<ReportProject>(facts.ExplainedProjects(explanation));
        for (var i = first; i < links.Count; i++)
        {
            foreach (var reference in links[i].References)
            {
                var named = facts.WithNumber(reference.ProjectNumber);
                if (!nearby.Exists(p => ReferenceEquals(p, named)))
                {
                    nearby.Add(named);
                }
            }
        }

        return nearby;
    }

    private static void LinkNumbers(
        string text, int explanation, List<ReportProject> nearby, Lazy<Dictionary<long, ProseReference>> amounts, List<ProseLink> links)
    {
        foreach (var number in ProseScanner.Numbers(text))
        {
            var references = nearby.Select(p => Reference(p, number.Value)).OfType<ProseReference>().Take(MostReferences).ToList();
            if (references.Count == 0 && number.IsMoney && Centavos(number.Value) is { } centavos && amounts.Value.TryGetValue(centavos, out var elsewhere))
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
        foreach (var amount in Amounts(project))
        {
            if (amount.Pesos == value)
            {
                return new ProseReference(project.Number, project.Key, amount.Figure);
            }
        }

        return project.Targets.Any(t => t.Original == value || t.Revised == value || t.Achieved == value || t.PrintedRate == value)
            ? new ProseReference(project.Number, project.Key, CitedFigure.Target)
            : null;
    }

    private static IEnumerable<CitedAmount> Amounts(ReportProject project)
    {
        var (approved, revised, accrued) = (project.Budget.Approved?.Pesos, project.Budget.Revised?.Pesos, project.Budget.Accrued?.Pesos);
        yield return new(CitedFigure.Revised, revised);
        yield return new(CitedFigure.Approved, approved);
        yield return new(CitedFigure.Accrued, accrued);
        yield return new(CitedFigure.NetChange, revised is { } r && approved is { } a ? Math.Abs(r - a) : null);
        yield return new(CitedFigure.Unspent, revised - accrued);
    }

    private static Dictionary<long, ProseReference> IndexAmounts(ProgressReport report, ReportFacts facts)
    {
        var index = new Dictionary<long, ProseReference>();
        foreach (var project in facts.Projects)
        {
            foreach (var amount in Amounts(project))
            {
                if (amount.Pesos is { } pesos and not 0 && Centavos(pesos) is { } centavos)
                {
                    index.TryAdd(centavos, new ProseReference(project.Number, project.Key, amount.Figure));
                }
            }
        }

        foreach (var column in BudgetColumn.All)
        {
            foreach (var totals in Totals(report))
            {
                if (column.Amount(totals) is { } amount)
                {
                    index.TryAdd(amount.Centavos, new ProseReference(0, "", CitedFigure.Total));
                }
            }
        }

        return index;
    }

    /// <summary>A value as money; null when it has more decimals or does not fit.</summary>
    private static long? Centavos(decimal pesos)
    {
        var centavos = pesos * 100m;
        return centavos == decimal.Truncate(centavos) && Math.Abs(centavos) <= long.MaxValue ? (long)centavos : null;
    }

    private static IEnumerable<BudgetFigures> Totals(ProgressReport report) =>
        new[] { report.PrintedTotals }
            .Concat(report.Functions.Select(f => f.PrintedTotals))
            .Concat(report.Subfunctions.Select(s => s.PrintedTotals))
            .OfType<BudgetFigures>();

    private const int MostReferences = 8;

    private sealed record CitedAmount(CitedFigure Figure, decimal? Pesos);
}
