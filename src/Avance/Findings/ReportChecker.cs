namespace Avance.Findings;

/// <summary>Runs every rule of the catalogue on one report.</summary>
public static class ReportChecker
{
    /// <summary>
    /// Checks a report. Deterministic and linear in the size of the report and its history; absent figures never make a
    /// rule speak.
    /// </summary>
    public static CheckResult Check(CheckContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var findings = new List<Finding>();
        foreach (var rule in RuleCatalogue.All)
        {
            findings.AddRange(rule.Check(context));
        }

        return new CheckResult(findings, context.Facts.Transfers) { Links = context.Facts.Links, ExplainedProjects = Explained(context) };
    }

    private static List<IReadOnlyList<int>> Explained(CheckContext context)
    {
        var explained = new List<IReadOnlyList<int>>();
        for (var i = 0; i < context.Report.Explanations.Count; i++)
        {
            var numbers = new List<int>();
            foreach (var project in context.Facts.ExplainedProjects(i))
            {
                numbers.Add(project.Number);
            }

            explained.Add(numbers);
        }

        return explained;
    }
}
