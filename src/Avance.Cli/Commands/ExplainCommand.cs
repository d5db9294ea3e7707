using System.CommandLine;
using System.Globalization;
using Avance.App.Progress;
using Avance.App.Reporting;
using Avance.App.Storage;
using Avance.Reporting;

namespace Avance.Cli.Commands;

/// <summary><c>avance explain CELL</c>: the chain from a printed figure to the documents behind it.</summary>
internal static class ExplainCommand
{
    public static Command Make(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var cell = new Argument<string>(terminal.Say("CELDA", "CELL"))
        {
            Description = terminal.Say(
                "La cifra: 16.modificado (proyecto impreso en el lugar 16), 16.2.alcanzada (su segunda meta), total.devengado.",
                "The figure: 16.revised (the project printed in sixteenth place), 16.2.achieved (its second target), total.accrued."),
        };
        var command = new Command("explain", terminal.Say(
            "Abre una cifra impresa: los asientos y documentos que la suman.",
            "Opens a printed figure: the entries and documents that add up to it."))
        {
            cell, options.Database, options.Period, options.EntityCode, options.Version,
        };
        command.SetAction(parsed =>
        {
            var text = parsed.GetRequiredValue(cell);
            if (!FigureAddress.TryParse(text, out var address))
            {
                terminal.Fail(new(
                    $"«{text}» no nombra una cifra; escriba 16.modificado, 16.2.alcanzada o total.devengado.",
                    $"«{text}» names no figure; write 16.revised, 16.2.achieved or total.accrued."), "usage");
                return ExitCode.WrongUsage;
            }

            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var stored = StoredReports.Find(new ReportQueries(database), options, parsed);
            var explanation = new ExplainFigure(database).Find(stored, address) ?? throw new RuleViolationException("explain.cell", new(
                $"El informe no tiene la cifra {text}: sus proyectos van del 1 al {stored.Report.Projects.Count()}.",
                $"The report has no figure {text}: its projects go from 1 to {stored.Report.Projects.Count()}."));
            Write(terminal, explanation);
            return explanation.HasDocuments && !explanation.Agrees ? ExitCode.Refused : ExitCode.Done;
        });
        return command;
    }

    private static void Write(Terminal terminal, FigureExplanation figure)
    {
        var version = figure.Version;
        terminal.Line($"{version.Entity.Code} {version.Period}, {terminal.Say("versión", "version")} {version.Version}");
        if (figure.Project is { } project)
        {
            terminal.Line($"{project.Number}. {project.Key} {project.Name}");
        }

        if (figure.Target is { } target)
        {
            terminal.Line($"{terminal.Say("Meta", "Target")} {figure.Address.Target}: {target.Description} ({target.UnitOfMeasure})");
        }

        terminal.Line($"{terminal.Say(OfficialLayout.Headings[(int)figure.Address.Column - 1].Text)}: {Shown(figure, figure.Printed)}");
        terminal.Line($"{terminal.Say("Se obtiene de", "It follows from")}: {terminal.Say(figure.Formula)}");
        terminal.Line("");
        if (!figure.HasDocuments)
        {
            terminal.Line(terminal.Say("Ningún documento de la base explica esta cifra: viene del informe publicado.", "No document in the database explains this figure: it comes from the published report."));
            return;
        }

        if (figure.Entries.Count > 0)
        {
            WriteEntries(terminal, figure);
        }
        else
        {
            terminal.Line(terminal.Say("Ningún documento la mueve.", "No document moves it."));
        }

        terminal.Line("");
        terminal.Line(figure.Agrees
            ? terminal.Say($"Los documentos dan {Shown(figure, figure.Computed)}: igual a lo impreso.", $"The documents give {Shown(figure, figure.Computed)}: the same as printed.")
            : terminal.Say($"Los documentos dan {Shown(figure, figure.Computed)}, y está impreso {Shown(figure, figure.Printed)}.", $"The documents give {Shown(figure, figure.Computed)}, and {Shown(figure, figure.Printed)} is printed."));
    }

    private static void WriteEntries(Terminal terminal, FigureExplanation figure)
    {
        var table = new TextTable(
            terminal.Say("Doc.", "Doc."), terminal.Say("Folio", "Folio"), terminal.Say("Fecha", "Date"), terminal.Say("Mes", "Month"), terminal.Say("Momento", "Stage"),
            terminal.Say("Importe", "Amount"), terminal.Say("De", "Of")).Right(0).Right(5);
        foreach (var entry in figure.Entries)
        {
            table.Add(
                entry.Sequence.ToString(CultureInfo.InvariantCulture), entry.Folio, entry.EffectiveOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                entry.Month == 0 ? "" : terminal.Say(MonthName.Name(entry.Month)), terminal.Say(entry.Stage), Shown(figure, entry.Amount), entry.Of);
        }

        table.Write(terminal.Output);
        if (figure.HasMore)
        {
            terminal.Line(terminal.Say($"… y más: se muestran los primeros {FigureExplanation.MaxListed}.", $"… and more: the first {FigureExplanation.MaxListed} are shown."));
        }
    }

    private static string Shown(FigureExplanation figure, decimal? value) =>
        value is not { } number ? "—" : Figure.Grouped(number, figure.Address.IsPeople ? 0 : 2);
}
