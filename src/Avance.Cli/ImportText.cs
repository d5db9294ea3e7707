using System.Globalization;
using Avance.App.Budget.Imports;
using Avance.Ledger;

namespace Avance.Cli;

/// <summary>What came of an import, as a person reads it: counts, what the rows add up to, problems and what to do.</summary>
internal static class ImportText
{
    private const int MostProblems = 20;
    private const int MostProjects = 60;

    public static void Write(Terminal terminal, ImportTableCommand import, ImportTableOutcome outcome)
    {
        Tell(terminal, import.FileName, outcome.Problems, outcome.UnlistedProblems, new("problema", "problem"), new("problemas", "problems"));
        if (outcome.State != ImportState.Cancelled && !outcome.IsUnreadable)
        {
            WriteTotals(terminal, outcome);
            WriteCounts(terminal, outcome);
        }

        if (outcome.WarningCount > 0)
        {
            var rules = outcome.Warnings.CountBy(w => w.Code).OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}: {Figure.Grouped(r.Value, 0)}");
            terminal.Line(terminal.Say($"Avisos por regla, no impiden registrar: {string.Join(", ", rules)}.", $"Warnings by rule, which do not stop: {string.Join(", ", rules)}."));
        }

        if (outcome.RefusedRows > 0 && import.RejectsPath is { } path)
        {
            terminal.Line(terminal.Say(
                $"Renglones rechazados en {path}: corrija los que dicen un problema e importe ese archivo.",
                $"Refused rows in {path}: mend those that tell a problem and import that file."));
        }

        terminal.Line(Summary(terminal, import, outcome));
    }

    public static void WriteRuns(Terminal terminal, IReadOnlyList<ImportRun> runs)
    {
        var table = new TextTable("#", terminal.Say("Cuándo", "When"), terminal.Say("Quién", "Who"), terminal.Say("Año", "Year"), terminal.Say("Correspondencia", "Mapping"), terminal.Say("Resultado", "Result"),
            terminal.Say("Documentos", "Documents"), terminal.Say("Nuevos", "New"), terminal.Say("Rechazados", "Refused"), terminal.Say("Archivo", "File")).Right(0).Right(6).Right(7).Right(8);
        foreach (var run in runs)
        {
            table.Add(
                Count(run.Number), run.StartedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), run.Actor, run.Year.ToString(CultureInfo.InvariantCulture), run.Mapping, terminal.Say(State(run.State)),
                Count(run.Counts.Documents), Count(run.State == ImportState.Applied ? run.Counts.Posted : 0), Count(run.Counts.Refused), run.FileName);
        }

        table.Write(terminal.Output);
    }

    private static void WriteTotals(Terminal terminal, ImportTableOutcome outcome)
    {
        var stages = LedgerNames.Stages.Where(stage => outcome.Totals.Any(t => t.Stages.ContainsKey(stage))).ToList();
        if (stages.Count == 0)
        {
            return;
        }

        var table = new TextTable([terminal.Say("Proyecto", "Project"), .. stages.Select(stage => terminal.Say(stage.Name()))]);
        for (var i = 1; i <= stages.Count; i++)
        {
            table.Right(i);
        }

        foreach (var project in outcome.Totals.Take(MostProjects))
        {
            table.Add([project.Project, .. stages.Select(stage => Figure.Print(project.Stages.TryGetValue(stage, out var sum) ? sum : null))]);
        }

        if (outcome.Totals.Count > MostProjects)
        {
            table.Add([terminal.Say($"… y {Count(outcome.Totals.Count - MostProjects)} más", $"… and {Count(outcome.Totals.Count - MostProjects)} more"), .. stages.Select(_ => "")]);
        }

        table.Add([terminal.Say("Total", "Total"), .. stages.Select(stage => Figure.Print(new Money(outcome.Totals.Sum(t => t.Stages.GetValueOrDefault(stage).Centavos))))]);
        table.Write(terminal.Output);
        terminal.Line("");
    }

    private static void WriteCounts(Terminal terminal, ImportTableOutcome outcome)
    {
        var table = new TextTable(terminal.Say("Renglones", "Rows"), terminal.Say("Documentos", "Documents"), terminal.Say("Nuevos", "New"), terminal.Say("Ya registrados", "On record"), terminal.Say("Rechazados", "Refused"), terminal.Say("Con avisos", "With warnings")).Right(0).Right(1).Right(2).Right(3).Right(4);
        table.Add(Count(outcome.Rows), Count(outcome.Documents), Count(outcome.Posted), Count(outcome.AlreadyPosted), Count(outcome.Refused), Count(outcome.WarningCount));
        table.Write(terminal.Output);
    }

    private static void Tell(Terminal terminal, string fileName, IReadOnlyList<Problem> problems, int unlisted, LocalizedText one, LocalizedText many)
    {
        foreach (var problem in problems.Take(MostProblems))
        {
            var line = problem.Place.Line > 0 ? terminal.Say($", línea {problem.Place.Line}", $", line {problem.Place.Line}") : "";
            var column = problem.Column > 0 ? terminal.Say($", columna {problem.Column}", $", column {problem.Column}") : "";
            terminal.Error.WriteLine($"{fileName}{line}{column}: {terminal.Say(problem.Explanation)} [{problem.Code}]");
            if (problem.Excerpt.Length > 0)
            {
                terminal.Error.WriteLine($"    {terminal.Say("dice", "reads")}: {problem.Excerpt}");
            }

            terminal.Error.WriteLine($"    {terminal.Say("remedio", "remedy")}: {terminal.Say(problem.Remedy)}");
        }

        if (problems.Count + unlisted > MostProblems)
        {
            terminal.Error.WriteLine(terminal.Say($"… {terminal.Count(problems.Count + unlisted, one, many)} en total.", $"… {terminal.Count(problems.Count + unlisted, one, many)} in all."));
        }
    }

    private static string Summary(Terminal terminal, ImportTableCommand import, ImportTableOutcome outcome) => outcome switch
    {
        { State: ImportState.Cancelled } => terminal.Say($"{import.FileName}: cancelado; no se registró nada.", $"{import.FileName}: cancelled; nothing was recorded."),
        { State: ImportState.Refused, Refused: > 0 } => terminal.Say(
            $"{import.FileName}: no se registró nada. Corrija el archivo, o importe lo que está bien con --valid-only.",
            $"{import.FileName}: nothing was recorded. Mend the file, or import what is sound with --valid-only."),
        { State: ImportState.Refused } or { IsUnreadable: true } => terminal.Say($"{import.FileName}: no se registró nada.", $"{import.FileName}: nothing was recorded."),
        { State: ImportState.Tried } => terminal.Say($"{import.FileName}: ensayo terminado; no se guardó nada.", $"{import.FileName}: dry run done; nothing was kept."),
        { Posted: 0 } => terminal.Say($"{import.FileName}: todo estaba registrado ya; nada cambió.", $"{import.FileName}: all was on record already; nothing changed."),
        _ => terminal.Say($"{import.FileName}: registrado en {import.EntityCode} {import.Year}.", $"{import.FileName}: recorded in {import.EntityCode} {import.Year}."),
    };

    /// <summary>How an import ended, in a word.</summary>
    public static LocalizedText State(ImportState state) => state switch
    {
        ImportState.Applied => new("registrada", "recorded"),
        ImportState.Refused => new("rechazada", "refused"),
        ImportState.Cancelled => new("cancelada", "cancelled"),
        _ => new("ensayo", "dry run"),
    };

    private static string Count(long count) => Figure.Print((long?)count);
}
