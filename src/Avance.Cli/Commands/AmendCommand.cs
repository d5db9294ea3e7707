using System.CommandLine;

namespace Avance.Cli.Commands;

/// <summary><c>avance amend</c>: amendments of the budget and of targets, from the first draft to applied, or undone.</summary>
internal static class AmendCommand
{
    public static Command Make(Terminal terminal) => new("amend", terminal.Say(
        "Adecuaciones presupuestarias y de metas: se escriben, se tramitan, se aplican y se cancelan.",
        "Amendments of budget and targets: written, moved step by step, applied and cancelled."))
    {
        AmendWriting.New(terminal),
        AmendWriting.Edit(terminal),
        AmendWriting.Line(terminal),
        AmendWriting.Target(terminal),
        AmendWriting.Attach(terminal),
        AmendWriting.Detach(terminal),
        AmendReading.List(terminal),
        AmendReading.Show(terminal),
        AmendReading.Preview(terminal),
        AmendMoving.Move(terminal),
        AmendMoving.Apply(terminal),
        AmendMoving.Cancel(terminal),
    };
}
