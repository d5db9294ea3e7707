using System.CommandLine;

namespace Avance.Cli.Commands;

/// <summary>Commands that read amendments.</summary>
internal static class AmendReading
{
    public static Command List(Terminal terminal) => new AmendOptions(terminal).OfYear(
        "list", new("Lista las adecuaciones de un ejercicio.", "Lists the amendments of a fiscal year."),
        (_, visit) =>
        {
            AmendText.List(terminal, visit.Queries.List(visit.Entity, visit.Year));
            return ExitCode.Done;
        });

    public static Command Show(Terminal terminal) => new AmendOptions(terminal).OfAmendment(
        "show", new("Muestra una adecuación completa: renglones, metas, trámite y archivos.", "Shows a whole amendment: lines, targets, steps and files."),
        (_, _, file) =>
        {
            AmendText.Show(terminal, file);
            return ExitCode.Done;
        });

    public static Command Preview(Terminal terminal) => new AmendOptions(terminal).OfAmendment(
        "preview", new("Muestra qué pasaría al aplicarla: antes y después de cada clave, proyecto, capítulo y meta.", "Shows what applying it would do: every line, project, chapter and target before and after."),
        (_, visit, file) =>
        {
            var preview = visit.Queries.Preview(visit.Entity, file.Amendment);
            AmendPreviewText.Write(terminal, file.Amendment, preview);
            return preview.IsApplicable ? ExitCode.Done : ExitCode.Refused;
        });
}
