using System.CommandLine;
using Avance.Budget;

namespace Avance.Cli.Commands;

/// <summary>Commands that take an amendment from one state to another.</summary>
internal static class AmendMoving
{
    public static Command Move(Terminal terminal)
    {
        var state = new Argument<string>(terminal.Say("ESTADO", "STATE")) { Description = string.Join(", ", AmendmentWords.StateWords) };
        var (remark, agreement, office) = (AmendHeading.Remark(terminal), AmendHeading.Agreement(terminal), AmendHeading.OfficeNumber(terminal));
        return new AmendOptions(terminal).OfAmendment(
            "move", new("La pasa a otro estado: solicitada, revision, autorizada, enviada, aprobada, devuelta, rechazada…", "Moves it to another state: solicitada, revision, autorizada, enviada, aprobada, devuelta, rechazada…"),
            (parsed, visit, file) =>
            {
                var word = parsed.GetRequiredValue(state);
                var to = AmendmentWords.TryRead(word, out AmendmentState read) ? read : throw new RuleViolationException("amendment.state", new(
                    $"«{word}» no es un estado; hay: {string.Join(", ", AmendmentWords.StateWords)}.",
                    $"«{word}» is not a state; there are: {string.Join(", ", AmendmentWords.StateWords)}."));
                return Take(terminal, visit, file.Amendment.Reference, new()
                {
                    To = to,
                    Remark = parsed.GetValue(remark) ?? "",
                    Agreement = parsed.GetValue(agreement),
                    OfficeNumber = parsed.GetValue(office),
                });
            },
            state, remark, agreement, office);
    }

    public static Command Apply(Terminal terminal)
    {
        var remark = AmendHeading.Remark(terminal);
        return new AmendOptions(terminal).OfAmendment(
            "apply", new("La aplica: su dinero y sus metas se mueven, todo o nada.", "Applies it: its money and targets move, all or nothing."),
            (parsed, visit, file) => Take(terminal, visit, file.Amendment.Reference, new() { To = AmendmentState.Applied, Remark = parsed.GetValue(remark) ?? "" }),
            remark);
    }

    public static Command Cancel(Terminal terminal)
    {
        var remark = AmendHeading.Remark(terminal);
        remark.Required = true;
        var agreement = AmendHeading.Agreement(terminal);
        var day = ReportOptions.Day(terminal, "--date", new("Día desde el que cuenta la reversión; hoy si se omite.", "Day from which the reversal counts; today when left out."));
        return new AmendOptions(terminal).OfAmendment(
            "cancel", new("Cancela un borrador, o deshace con una reversión lo que ya se aplicó.", "Cancels a draft, or undoes with a reversal what was applied."),
            (parsed, visit, file) => Take(terminal, visit, file.Amendment.Reference, new() { To = AmendmentState.Cancelled, Remark = parsed.GetRequiredValue(remark), Agreement = parsed.GetValue(agreement), EffectiveOn = ReportOptions.DayOf(parsed, day) }),
            remark, agreement, day);
    }

    private static int Take(Terminal terminal, AmendOptions.Visit visit, string reference, App.Budget.AmendmentMove move) => AmendText.Tell(
        terminal, visit.Amendments.Move(visit.Entity, visit.Year, reference, move, AmendOptions.Visit.Actor), a => a.Reference == reference
            ? new($"{a.Reference}: {a.State.DisplayName().Spanish}.", $"{a.Reference}: {a.State.DisplayName().English}.")
            : new($"{reference} recibió el folio {a.Reference}: {a.State.DisplayName().Spanish}.", $"{reference} was given the folio {a.Reference}: {a.State.DisplayName().English}."));
}
