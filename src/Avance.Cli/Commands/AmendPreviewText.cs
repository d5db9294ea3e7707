using Avance.Budget;

namespace Avance.Cli.Commands;

/// <summary>What an amendment would do, in plain text: every line, project, chapter and target before and after.</summary>
internal static class AmendPreviewText
{
    public static void Write(Terminal terminal, Amendment amendment, AmendmentPreview preview)
    {
        terminal.Line(terminal.Say($"{amendment.Reference}: qué pasaría al aplicarla", $"{amendment.Reference}: what applying it would do"));
        Lines(terminal, preview);
        Changes(terminal, new("Proyecto", "Project"), preview.Projects);
        Changes(terminal, new("Capítulo", "Chapter"), preview.Chapters);
        Changes(terminal, new("Ente", "Entity"), [preview.Entity with { Code = terminal.Say("Total", "Total") }]);
        Targets(terminal, preview);
        terminal.Line("");
        AmendText.Problems(terminal, terminal.Output, preview.Problems);
        terminal.Line(preview.IsApplicable
            ? terminal.Say("Se puede aplicar.", "It can be applied.")
            : terminal.Say("No se puede aplicar todavía.", "It cannot be applied yet."));
    }

    private static void Lines(Terminal terminal, AmendmentPreview preview)
    {
        if (preview.Lines.Count == 0)
        {
            return;
        }

        terminal.Line("");
        var table = new TextTable(
            terminal.Say("Clave presupuestaria", "Budget line"), terminal.Say("Mes", "Month"), terminal.Say("Aprobado", "Approved"), terminal.Say("Modificado antes", "Revised before"),
            terminal.Say("Cambio", "Change"), terminal.Say("Modificado después", "Revised after"), terminal.Say("Disponible antes", "Available before"), terminal.Say("Disponible después", "Available after"));
        for (var column = 2; column <= 7; column++)
        {
            table.Right(column);
        }

        foreach (var line in preview.Lines)
        {
            table.Add(
                line.IsNew ? $"{line.Line.LineKey} {terminal.Say("(nueva)", "(new)")}" : line.Line.LineKey, AmendText.Month(terminal, line.Line.Month),
                line.Approved.ToString(), line.RevisedBefore.ToString(), Signed(line.Line.Amount), line.RevisedAfter.ToString(), line.AvailableBefore.ToString(), line.AvailableAfter.ToString());
        }

        table.Write(terminal.Output, 200);
    }

    private static void Changes(Terminal terminal, LocalizedText what, IReadOnlyList<BudgetChange> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        terminal.Line("");
        var table = new TextTable(
            terminal.Say(what), terminal.Say("Aprobado", "Approved"), terminal.Say("Modificado antes", "Revised before"), terminal.Say("Cambio", "Change"), terminal.Say("Modificado después", "Revised after"));
        for (var column = 1; column <= 4; column++)
        {
            table.Right(column);
        }

        foreach (var change in changes)
        {
            table.Add(change.Code, change.Before.Approved.ToString(), change.Before.Revised.ToString(), Signed(change.Change), change.RevisedAfter.ToString());
        }

        table.Write(terminal.Output, 200);
    }

    private static void Targets(Terminal terminal, AmendmentPreview preview)
    {
        if (preview.Targets.Count == 0)
        {
            return;
        }

        terminal.Line("");
        var table = new TextTable(
            terminal.Say("Proyecto", "Project"), terminal.Say("Programada", "Original"), terminal.Say("Modificada antes", "Revised before"), terminal.Say("Cambio", "Change"),
            terminal.Say("Modificada después", "Revised after"), terminal.Say("Alcanzada", "Achieved"), terminal.Say("Meta", "Target"));
        for (var column = 1; column <= 5; column++)
        {
            table.Right(column);
        }

        foreach (var target in preview.Targets)
        {
            table.Add(
                $"{target.Key.UnitCode} {target.Key.ProjectKey}", Figure.Print(target.Original), Figure.Print(target.AnnualBefore), Figure.Print(target.Difference),
                Figure.Print(target.AnnualAfter), Figure.Print(target.Achieved), $"{target.Indicator.Name} ({target.Indicator.UnitOfMeasure})");
        }

        table.Write(terminal.Output, 200);
    }

    /// <summary>An amount with its sign said also when it adds.</summary>
    private static string Signed(Money amount) => amount > Money.Zero ? $"+{amount}" : amount.ToString();
}
