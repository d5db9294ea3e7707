using System.Globalization;
using System.Text;
using Avance.Progress;

namespace Avance.UnitTests.Building;

/// <summary>Everything that a report says as one text, places left out: two reports are the same when their dumps are.</summary>
public static class ReportDump
{
    public static string Of(ProgressReport report)
    {
        var text = new StringBuilder();
        text.Append(report.Entity).Append('|').Append(report.Period).Append('|').AppendLine(Budget(report.PrintedTotals));
        foreach (var function in report.Functions)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"F|{function.Name}|{Budget(function.PrintedTotals)}");
            foreach (var subfunction in function.Subfunctions)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"S|{subfunction.Name}|{Budget(subfunction.PrintedTotals)}");
                foreach (var type in subfunction.ProjectTypes)
                {
                    text.AppendLine(CultureInfo.InvariantCulture, $"T|{type.Name}");
                    foreach (var project in type.Projects)
                    {
                        Append(text, project);
                    }
                }
            }
        }

        foreach (var explanation in report.Explanations)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"J|{explanation.Key}|{explanation.ProjectName}|{explanation.Text}");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, ReportProject project)
    {
        var people = project.Beneficiaries;
        text.AppendLine(
                CultureInfo.InvariantCulture,
            $"P|{project.Number}|{project.Key}|{string.Join(' ', project.SdgTargets)}|{project.Name}|{Budget(project.Budget)}" +
            $"|{project.Municipality}|{project.Locality}|{Figure.Print(people.Women)}|{Figure.Print(people.Men)}|{Figure.Print(people.People)}");
        foreach (var target in project.Targets)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"M|{target.Description}|{target.UnitOfMeasure}|{Figure.Print(target.Original)}|{Figure.Print(target.Revised)}" +
                $"|{Figure.Print(target.Achieved)}|{Figure.Print(target.PrintedRate)}");
        }
    }

    private static string Budget(BudgetFigures? figures) => figures is not { } budget
        ? "none"
        : $"{Figure.Print(budget.Approved)}/{Figure.Print(budget.Revised)}/{Figure.Print(budget.Accrued)}";
}
