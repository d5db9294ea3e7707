using Avance.App.Storage;
using Avance.Progress;

namespace Avance.App.Progress;

/// <summary>
/// SHA-256 of what a report says, whatever file said it: the same figures from text, workbook or PDF have the same
/// fingerprint. Places in the source file are left out; absent and zero differ.
/// </summary>
internal static class ReportFingerprint
{
    /// <summary>Written first, so that a later encoding can never be taken for this one.</summary>
    private const string Encoding = "avance/progress-report/1";

    public static byte[] Of(ProgressReport report)
    {
        using var hash = new CanonicalHash();
        hash.Add(Encoding);
        hash.Add(report.Entity.Code);
        hash.Add(report.Entity.Name);
        hash.Add((long)report.Period.Year);
        hash.Add((long)report.Period.Quarter);
        Add(hash, report.PrintedTotals);
        hash.Add((long)report.Functions.Count);
        foreach (var function in report.Functions)
        {
            hash.Add(function.Name);
            Add(hash, function.PrintedTotals);
            hash.Add((long)function.Subfunctions.Count);
            foreach (var subfunction in function.Subfunctions)
            {
                Add(hash, subfunction);
            }
        }

        hash.Add((long)report.Explanations.Count);
        foreach (var explanation in report.Explanations)
        {
            hash.Add(explanation.Key);
            hash.Add(explanation.ProjectName);
            hash.Add(explanation.Text);
        }

        return hash.Finish();
    }

    private static void Add(CanonicalHash hash, ReportSubfunction subfunction)
    {
        hash.Add(subfunction.Name);
        Add(hash, subfunction.PrintedTotals);
        hash.Add((long)subfunction.ProjectTypes.Count);
        foreach (var type in subfunction.ProjectTypes)
        {
            hash.Add(type.Name);
            hash.Add((long)type.Projects.Count);
            foreach (var project in type.Projects)
            {
                Add(hash, project);
            }
        }
    }

    private static void Add(CanonicalHash hash, ReportProject project)
    {
        hash.Add((long)project.Number);
        hash.Add(project.Key);
        hash.Add((long)project.SdgTargets.Count);
        foreach (var code in project.SdgTargets)
        {
            hash.Add(code);
        }

        hash.Add(project.Name);
        Add(hash, (BudgetFigures?)project.Budget);
        hash.Add(project.Municipality);
        hash.Add(project.Locality);
        hash.Add(project.Beneficiaries.Women);
        hash.Add(project.Beneficiaries.Men);
        hash.Add(project.Beneficiaries.People);
        hash.Add((long)project.Targets.Count);
        foreach (var target in project.Targets)
        {
            hash.Add(target.Description);
            hash.Add(target.UnitOfMeasure);
            hash.AddQuantity(target.Original);
            hash.AddQuantity(target.Revised);
            hash.AddQuantity(target.Achieved);
            hash.AddQuantity(target.PrintedRate);
        }
    }

    private static void Add(CanonicalHash hash, BudgetFigures? figures)
    {
        hash.Add(figures is not null);
        if (figures is { } amounts)
        {
            hash.Add(amounts.Approved?.Centavos);
            hash.Add(amounts.Revised?.Centavos);
            hash.Add(amounts.Accrued?.Centavos);
        }
    }
}
