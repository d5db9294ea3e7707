using System.Globalization;
using Avance.App.Ledger;
using Avance.Budget;
using Avance.Ledger;

namespace Avance.Cli.Commands;

/// <summary>Budgets, entries and documents as plain tables.</summary>
internal static class BudgetText
{
    public static void Write(Terminal terminal, BudgetTable budget)
    {
        var table = new TextTable(
            terminal.Say(budget.Grouping.Name), terminal.Say("Aprobado", "Approved"), terminal.Say("Ampliaciones", "Increases"), terminal.Say("Reducciones", "Decreases"),
            terminal.Say("Modificado", "Revised"), terminal.Say("Comprometido", "Committed"), terminal.Say("Devengado", "Accrued"), terminal.Say("Ejercido", "Ordered"), terminal.Say("Pagado", "Paid"),
            terminal.Say("Nombre", "Name"));
        for (var column = 1; column < 9; column++)
        {
            table.Right(column);
        }

        foreach (var row in budget.Rows)
        {
            table.Add([row.Code, .. Figures(row.Balance), terminal.Say(row.Name)]);
        }

        table.Add(["Total", .. Figures(budget.Total), ""]);
        table.Write(terminal.Output, width: 200);
    }

    public static void Write(Terminal terminal, IReadOnlyList<PostedEntry> entries, Func<Guid, string> line)
    {
        var table = new TextTable(
            terminal.Say("Doc.", "Doc."), terminal.Say("Folio", "Folio"), terminal.Say("Fecha", "Date"), terminal.Say("Mes", "Month"), terminal.Say("Momento", "Stage"),
            terminal.Say("Importe", "Amount"), terminal.Say("Clave presupuestaria", "Budget line")).Right(0).Right(5);
        foreach (var entry in entries)
        {
            table.Add(
                entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.Document.Folio, Day(entry.Document.EffectiveOn), terminal.Say(MonthName.Name(entry.Entry.Month)),
                terminal.Say(entry.Entry.Stage.Name()), entry.Entry.Amount.ToString(), line(entry.Entry.LineId));
        }

        table.Write(terminal.Output);
    }

    public static void Write(Terminal terminal, IReadOnlyList<PostedDocument> documents)
    {
        var table = new TextTable(
            terminal.Say("Doc.", "Doc."), terminal.Say("Folio", "Folio"), terminal.Say("Fecha", "Date"), terminal.Say("Tipo", "Kind"), terminal.Say("Registró", "Posted by"),
            terminal.Say("Descripción", "Description")).Right(0);
        foreach (var posted in documents)
        {
            var undone = posted.ReversedBy is { } by ? terminal.Say($" (revertido por {by})", $" (reversed by {by})") : "";
            table.Add(
                posted.Sequence.ToString(CultureInfo.InvariantCulture), posted.Document.Folio, Day(posted.Document.EffectiveOn), terminal.Say(posted.Document.Kind.Name()), posted.Actor,
                posted.Document.Description + undone);
        }

        table.Write(terminal.Output);
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string[] Figures(LineBalance balance) =>
    [
        Shown(balance.Known(BudgetStage.Approved)), Shown(balance.Known(BudgetStage.Increase)), Shown(balance.Known(BudgetStage.Decrease)), Shown(balance.KnownRevised()),
        Shown(balance.Known(BudgetStage.Committed)), Shown(balance.Known(BudgetStage.Accrued)), Shown(balance.Known(BudgetStage.PaymentOrdered)), Shown(balance.Known(BudgetStage.Paid)),
    ];

    /// <summary>What nobody told is a dash, not a zero.</summary>
    private static string Shown(Money? amount) => amount?.ToString() ?? "—";
}
