using System.Globalization;
using System.Text;
using Avance.Progress;

namespace Avance.IntegrationTests.Progress;

/// <summary>
/// Everything that a report holds, in text: places, absent against zero, and each decimal's scale. Two reports are equal
/// when these texts are; the difference of the texts says where they are not.
/// </summary>
internal static class ReportText
{
    public static string Of(ProgressReport report)
    {
        var text = new StringBuilder();
        Line(text, report.Entity.Code, report.Entity.Name, report.Period, Figures(report.PrintedTotals));
        foreach (var function in report.Functions)
        {
            Line(text, "function", function.Name, Figures(function.PrintedTotals), function.Place);
            foreach (var subfunction in function.Subfunctions)
            {
                Line(text, "subfunction", subfunction.Name, Figures(subfunction.PrintedTotals), subfunction.Place);
                foreach (var type in subfunction.ProjectTypes)
                {
                    Line(text, "type", type.Name, type.Place);
                    foreach (var project in type.Projects)
                    {
                        Project(text, project);
                    }
                }
            }
        }

        foreach (var explanation in report.Explanations)
        {
            Line(text, "explanation", explanation.Key, explanation.ProjectName, explanation.Text, explanation.Place);
        }

        return text.ToString();
    }

    private static void Project(StringBuilder text, ReportProject project)
    {
        var people = project.Beneficiaries;
        Line(
            text, "project", project.Number, project.Key, string.Join('/', project.SdgTargets), project.Name, Figures(project.Budget),
            project.Municipality, project.Locality, people.Women, people.Men, people.People, project.Place);
        foreach (var target in project.Targets)
        {
            Line(text, "target", target.Description, target.UnitOfMeasure, target.Original, target.Revised, target.Achieved, target.PrintedRate, target.Place);
        }
    }

    private static string Figures(BudgetFigures? figures) =>
        figures is { } f ? string.Join('/', new[] { f.Approved, f.Revised, f.Accrued }.Select(m => m?.Centavos.ToString(CultureInfo.InvariantCulture) ?? "null")) : "none";

    private static void Line(StringBuilder text, params object?[] values) =>
        text.AppendJoin('|', values.Select(v => v is null ? "null" : Convert.ToString(v, CultureInfo.InvariantCulture))).Append('\n');
}
