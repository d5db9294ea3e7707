using Avance.Reporting;

namespace Avance.Cli;

/// <summary>Problems of a file as a person mends them: where, what stands there, what is wrong, what to do.</summary>
internal static class ProblemText
{
    public static void Write(Terminal terminal, string fileName, IReadOnlyList<Problem> problems, int unlisted)
    {
        foreach (var problem in problems)
        {
            terminal.Error.WriteLine($"{fileName}{Where(terminal, problem)}: {terminal.Say(problem.Explanation)} [{problem.Code}]");
            if (problem.Excerpt.Length > 0)
            {
                terminal.Error.WriteLine($"    {terminal.Say("dice", "reads")}: {problem.Excerpt}");
            }

            terminal.Error.WriteLine($"    {terminal.Say("remedio", "remedy")}: {terminal.Say(problem.Remedy)}");
        }

        var count = problems.Count + unlisted;
        if (unlisted > 0)
        {
            terminal.Error.WriteLine(terminal.Say($"… y {unlisted} problemas más.", $"… and {unlisted} more problems."));
        }

        terminal.Error.WriteLine(terminal.Say(
            $"{fileName}: {count} {(count == 1 ? "problema" : "problemas")}; no se escribió nada.",
            $"{fileName}: {count} {(count == 1 ? "problem" : "problems")}; nothing was written."));
    }

    private static string Where(Terminal terminal, Problem problem)
    {
        var page = problem.Place.Page > 0 ? terminal.Say($", página {problem.Place.Page}", $", page {problem.Place.Page}") : "";
        var line = problem.Place.Line > 0 ? terminal.Say($", línea {problem.Place.Line}", $", line {problem.Place.Line}") : "";
        var column = problem.Column > 0 ? terminal.Say($", columna {problem.Column}", $", column {problem.Column}") : "";
        var heading = problem.Column > 0 && problem.Column <= OfficialLayout.Headings.Count
            ? $" ({terminal.Say(OfficialLayout.Headings[problem.Column - 1].Text)})"
            : "";
        return page + line + column + heading;
    }
}
