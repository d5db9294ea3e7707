using System.Globalization;
using Avance.App.Budget;
using Avance.Budget;

namespace Avance.Cli.Commands;

/// <summary>Amendments in plain text, as an accountant reads them.</summary>
internal static class AmendText
{
    /// <summary>Tells what was done; or everything that stands in its way.</summary>
    public static int Tell(Terminal terminal, AmendmentOutcome outcome, Func<Amendment, LocalizedText> done)
    {
        Problems(terminal, terminal.Error, outcome.Problems);
        if (outcome.IsDone)
        {
            terminal.Line(terminal.Say(done(outcome.Amendment)));
            return ExitCode.Done;
        }

        var count = terminal.Count(outcome.Problems.Count(p => p.Blocks), new("problema", "problem"), new("problemas", "problems"));
        terminal.Error.WriteLine(terminal.Say($"{outcome.Amendment.Reference}: {count}; nada cambió.", $"{outcome.Amendment.Reference}: {count}; nothing changed."));
        return ExitCode.Refused;
    }

    /// <summary>Writes each problem: where, what, which rule, and how to mend it.</summary>
    public static void Problems(Terminal terminal, TextWriter writer, IReadOnlyList<AmendmentProblem> problems)
    {
        foreach (var problem in problems)
        {
            var kind = problem.Blocks ? "" : terminal.Say("aviso, ", "warning, ");
            writer.WriteLine($"{kind}{terminal.Say(problem.Where)}: {terminal.Say(problem.Text)} [{problem.RuleId}]");
            writer.WriteLine($"    {terminal.Say("remedio", "remedy")}: {terminal.Say(problem.Remedy)}");
        }
    }

    public static void List(Terminal terminal, IReadOnlyList<AmendmentSummary> amendments)
    {
        if (amendments.Count == 0)
        {
            terminal.Line(terminal.Say("El ejercicio no tiene adecuaciones.", "The fiscal year has no amendments."));
            return;
        }

        var table = new TextTable(
            terminal.Say("Folio", "Folio"), terminal.Say("Estado", "State"), terminal.Say("Tipo", "Type"), terminal.Say("Fecha", "Date"),
            terminal.Say("Amplía", "Adds"), terminal.Say("Reduce", "Takes"), terminal.Say("Metas", "Targets"), terminal.Say("Justificación", "Justification")).Right(4).Right(5).Right(6);
        foreach (var (amendment, increases, decreases, _, targets, _) in amendments)
        {
            table.Add(
                amendment.Reference, terminal.Say(amendment.State.DisplayName()), terminal.Say(amendment.Type.DisplayName()), Day(amendment.EffectiveOn),
                increases.ToString(), decreases.ToString(), Figure.Grouped(targets, 0), amendment.Justification);
        }

        table.Write(terminal.Output, 160);
    }

    public static void Show(Terminal terminal, AmendmentFile file)
    {
        var amendment = file.Amendment;
        terminal.Line($"{amendment.Reference} · {terminal.Say(amendment.Type.DisplayName())}, {terminal.Say(amendment.Scope.DisplayName())} · {terminal.Say(amendment.State.DisplayName())}");
        Heading(terminal, amendment);
        Lines(terminal, amendment);
        Targets(terminal, amendment);
        Steps(terminal, file);
        terminal.Line("");
        foreach (var attachment in file.Attachments)
        {
            terminal.Line(terminal.Say($"Archivo {attachment.Number}: ", $"File {attachment.Number}: ") + $"{attachment.Name} ({attachment.MediaType}, {Figure.Grouped(attachment.Bytes, 0)} bytes, SHA-256 {attachment.Sha256[..16]})");
        }

        if (file.Document is { } document)
        {
            terminal.Line(terminal.Say($"Documento {document} del libro.", $"Document {document} of the ledger."));
        }

        if (file.Reversal is { } reversal)
        {
            terminal.Line(terminal.Say($"La deshace el documento {reversal} del libro.", $"Document {reversal} of the ledger undoes it."));
        }
    }

    /// <summary>A day, or nothing.</summary>
    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A month in words.</summary>
    public static string Month(Terminal terminal, int month) => terminal.Say(MonthName.Name(month));

    private static void Heading(Terminal terminal, Amendment amendment)
    {
        IEnumerable<(LocalizedText Name, Func<Amendment, string> Value)> rows =
            [(new("Fecha de aplicación", "Effective date"), static a => Day(a.EffectiveOn)), .. AmendmentWords.Authority, .. AmendmentWords.Reasons];
        foreach (var (name, value) in rows.Where(r => r.Value(amendment).Length > 0))
        {
            terminal.Line($"{terminal.Say(name)}: {value(amendment).ReplaceLineEndings(" ")}");
        }
    }

    private static void Lines(Terminal terminal, Amendment amendment)
    {
        if (amendment.Lines.Count == 0)
        {
            return;
        }

        terminal.Line("");
        var table = new TextTable("#", terminal.Say("Clave presupuestaria", "Budget line"), terminal.Say("Mes", "Month"), terminal.Say("Amplía", "Adds"), terminal.Say("Reduce", "Takes")).Right(0).Right(3).Right(4);
        for (var i = 0; i < amendment.Lines.Count; i++)
        {
            var line = amendment.Lines[i];
            table.Add(
                Figure.Grouped(i + 1, 0), line.LineKey, Month(terminal, line.Month),
                line.Amount.IsNegative ? "" : line.Amount.ToString(), line.Amount.IsNegative ? line.Amount.Magnitude.ToString() : "");
        }

        table.Add("", terminal.Say("Total", "Total"), "", amendment.Increases.ToString(), amendment.Decreases.ToString());
        table.Write(terminal.Output);
    }

    private static void Targets(Terminal terminal, Amendment amendment)
    {
        if (amendment.Targets.Count == 0)
        {
            return;
        }

        terminal.Line("");
        var table = new TextTable("#", terminal.Say("Proyecto", "Project"), terminal.Say("Indicador", "Indicator"), terminal.Say("Mes", "Month"), terminal.Say("Cambio de la meta", "Change of the target")).Right(0).Right(2).Right(4);
        for (var i = 0; i < amendment.Targets.Count; i++)
        {
            var target = amendment.Targets[i];
            table.Add(Figure.Grouped(i + 1, 0), $"{target.UnitCode} {target.ProjectKey}", Figure.Grouped(target.Indicator, 0), Month(terminal, target.Month), Figure.Print(target.Quantity));
        }

        table.Write(terminal.Output);
    }

    private static void Steps(Terminal terminal, AmendmentFile file)
    {
        terminal.Line("");
        var table = new TextTable(terminal.Say("Trámite", "Step"), terminal.Say("Cuándo (UTC)", "When (UTC)"), terminal.Say("Quién", "Who"), terminal.Say("Observación", "Remark"));
        foreach (var step in file.Steps)
        {
            table.Add(terminal.Say(step.State.DisplayName()), step.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), step.Actor, step.Remark);
        }

        table.Write(terminal.Output);
    }
}
