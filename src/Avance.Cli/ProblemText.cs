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

        var count = terminal.Count(problems.Count + unlisted, new("problema", "problem"), new("problemas", "problems"));
        if (unlisted > 0)
        {
            terminal.Error.WriteLine(terminal.Say($"… y {Figure.Grouped(unlisted, 0)} más que no se enumeran.", $"… and {Figure.Grouped(unlisted, 0)} more that are not listed."));
        }

        terminal.Error.WriteLine(terminal.Say(
            $"{fileName}: {count}; no se escribió nada.",
            $"{fileName}: {count}; nothing was written."));
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
