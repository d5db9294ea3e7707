using System.CommandLine;
using System.Globalization;
using Avance.App.Capture;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Capture;

namespace Avance.Cli.Commands;

/// <summary><c>avance capture</c>: the quarters that units capture, for whoever runs them from the machine that has the database.</summary>
internal static class CaptureCommand
{
    public static Command Make(Terminal terminal) => new("capture", terminal.Say("La captura trimestral: abrirla, sus plazos, en qué va cada unidad, cerrarla y reabrirla.", "The quarterly capture: opening it, its deadlines, how each unit stands, closing and reopening it."))
    {
        Show(terminal),
        Open(terminal),
        Extend(terminal),
        Missing(terminal),
        Readmit(terminal),
        LetStand(terminal),
        Close(terminal),
        Reopen(terminal),
    };

    private static Command Show(Terminal terminal) => OfQuarter(
        terminal, "show", new("Muestra en qué va cada unidad.", "Shows how each unit stands."), static (_, _) => { });

    private static Command Open(Terminal terminal)
    {
        var from = Required(ReportOptions.Day(terminal, "--from", new("Primer día de captura, después del corte.", "First day of capture, after the cut-off.")));
        var due = Due(terminal);
        return OfQuarter(terminal, "open", new("Abre la captura: una hoja por unidad con proyectos.", "Opens the capture: a sheet for each unit with projects."), (parsed, visit) =>
        {
            var period = visit.Periods.Open(visit.Entity, visit.Period, ReportOptions.DayOf(parsed, from)!.Value, ReportOptions.DayOf(parsed, due)!.Value, Environment.UserName);
            if (period.IsPastLegalLimit)
            {
                terminal.Error.WriteLine(terminal.Say(
                    $"aviso: el plazo pasa del límite legal para publicar, {period.LegalLimit:dd/MM/yyyy} (LGCG, art. 51).",
                    $"warning: the deadline is past the legal limit to publish, {period.LegalLimit:dd/MM/yyyy} (LGCG art. 51)."));
            }
        }, from, due);
    }

    private static Command Extend(Terminal terminal)
    {
        var (due, unit, reason) = (Due(terminal), Unit(terminal), Reason(terminal));
        return OfQuarter(terminal, "extend", new("Mueve el plazo, de todas las unidades o de una.", "Moves the deadline, of all units or of one."), (parsed, visit) =>
            visit.Periods.Extend(visit.Entity, visit.Period, parsed.GetValue(unit), ReportOptions.DayOf(parsed, due)!.Value, parsed.GetRequiredValue(reason), Environment.UserName), due, unit, reason);
    }

    private static Command Missing(Terminal terminal)
    {
        var (unit, reason) = (Required(Unit(terminal)), Reason(terminal));
        return OfQuarter(terminal, "missing", new("Declara que una unidad no entregó.", "Declares that a unit did not deliver."), (parsed, visit) =>
        {
            var sheet = Sheet(visit, parsed.GetRequiredValue(unit));
            visit.Review.DeclareMissing(visit.Entity, visit.Period, sheet.Unit, sheet.State, parsed.GetRequiredValue(reason), Environment.UserName);
        }, unit, reason);
    }

    private static Command Readmit(Terminal terminal)
    {
        var (unit, reason) = (Required(Unit(terminal)), Reason(terminal));
        return OfQuarter(terminal, "readmit", new("Retira que una unidad faltó, mientras el trimestre sigue abierto.", "Takes back that a unit was missing, while the quarter is open."), (parsed, visit) =>
            visit.Review.Readmit(visit.Entity, visit.Period, parsed.GetRequiredValue(unit), parsed.GetRequiredValue(reason), Environment.UserName), unit, reason);
    }

    private static Command LetStand(Terminal terminal)
    {
        var (unit, reason) = (Required(Unit(terminal)), Reason(terminal));
        return OfQuarter(terminal, "let-stand", new("Deja sin cambios lo que una unidad tenía autorizado antes de la reapertura.", "Lets stand what a unit had authorised before the reopening."), (parsed, visit) =>
            visit.Review.LetStand(visit.Entity, visit.Period, parsed.GetRequiredValue(unit), parsed.GetRequiredValue(reason), Environment.UserName), unit, reason);
    }

    private static CaptureSheet Sheet(Visit visit, string unit) =>
        new CaptureQueries(visit.Database, new()).Find(visit.Entity, visit.Period)?.Sheets.Select(static s => s.Sheet).FirstOrDefault(s => s.Unit == unit) ?? throw new RuleViolationException("capture.missing", new(
            $"La unidad {unit} no tiene hoja en {visit.Period}; véalas con «avance capture show».",
            $"Unit {unit} has no sheet in {visit.Period}; see them with «avance capture show»."));

    private static Command Close(Terminal terminal) => OfQuarter(
        terminal, "close", new("Cierra el trimestre, con todas las unidades autorizadas o declaradas faltantes.", "Closes the quarter, with every unit authorised or declared missing."),
        static (_, visit) => visit.Periods.Close(visit.Entity, visit.Period, Environment.UserName));

    private static Command Reopen(Terminal terminal)
    {
        var (due, unit, reason) = (Due(terminal), Required(Unit(terminal)), Reason(terminal));
        unit.Description = terminal.Say("Claves de las unidades que corrigen, separadas por comas.", "Codes of the units that correct, parted by commas.");
        return OfQuarter(terminal, "reopen", new("Reabre un trimestre cerrado, para las unidades que se digan.", "Opens a closed quarter again, for the units that are named."), (parsed, visit) =>
            visit.Periods.Reopen(visit.Entity, visit.Period, parsed.GetRequiredValue(unit).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), ReportOptions.DayOf(parsed, due)!.Value, parsed.GetRequiredValue(reason), Environment.UserName), due, unit, reason);
    }

    /// <summary>A command about one quarter of an office, which ends by showing it.</summary>
    private static Command OfQuarter(Terminal terminal, string name, LocalizedText description, Action<ParseResult, Visit> action, params Option[] others)
    {
        var options = new ReportOptions(terminal);
        var command = new Command(name, terminal.Say(description)) { options.Database, options.EntityCode, options.Period };
        foreach (var option in others)
        {
            command.Options.Add(option);
        }

        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var period = options.PeriodOf(parsed);
            var visit = new Visit(database, new PlanQueries(database).Get(options.EntityCodeOf(parsed), period.Year).Entity.Code, period);
            action(parsed, visit);
            Write(terminal, visit);
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Terminal terminal, Visit visit)
    {
        var file = new CaptureQueries(visit.Database, new()).Find(visit.Entity, visit.Period) ?? throw new RuleViolationException("capture.missing", new(
            $"{visit.Entity} no ha abierto la captura de {visit.Period}; ábrala con «avance capture open».",
            $"{visit.Entity} has not opened the capture of {visit.Period}; open it with «avance capture open»."));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
        terminal.Line(terminal.Say(
            $"{visit.Entity} {visit.Period}: {(file.Period.IsOpen ? "abierto" : "cerrado")}; plazo {file.Period.DueOn:dd/MM/yyyy}, límite legal {file.Period.LegalLimit:dd/MM/yyyy}, reaperturas {file.Period.Reopenings}.",
            $"{visit.Entity} {visit.Period}: {(file.Period.IsOpen ? "open" : "closed")}; deadline {file.Period.DueOn:dd/MM/yyyy}, legal limit {file.Period.LegalLimit:dd/MM/yyyy}, reopenings {file.Period.Reopenings}."));
        var table = new TextTable(terminal.Say("Unidad", "Unit"), terminal.Say("Estado", "State"), terminal.Say("Versión", "Version"), terminal.Say("Plazo", "Deadline"), terminal.Say("Nombre", "Name")).Right(2);
        foreach (var (unit, sheet) in file.Sheets)
        {
            var late = PeriodNames.Of(sheet.State, sheet.DueOn, today) == Punctuality.Late ? terminal.Say(" (vencido)", " (late)") : "";
            table.Add(unit.Code, terminal.Say(sheet.State.Name()), sheet.Version.ToString(CultureInfo.InvariantCulture), sheet.DueOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) + late, unit.Name);
        }

        table.Write(terminal.Output);
    }

    private static Option<string> Due(Terminal terminal) => Required(ReportOptions.Day(terminal, "--due", new("Último día de captura.", "Last day of capture.")));

    private static Option<string> Unit(Terminal terminal) => new("--unit") { Description = terminal.Say("Clave de la unidad.", "Code of the unit."), HelpName = terminal.Say("clave", "code") };

    private static Option<string> Reason(Terminal terminal) => Required(new Option<string>("--reason") { Description = terminal.Say("Por qué.", "Why."), HelpName = terminal.Say("texto", "text") });

    private static Option<string> Required(Option<string> option)
    {
        option.Required = true;
        return option;
    }

    /// <summary>A quarter of an office in a database.</summary>
    private sealed record Visit(Database Database, string Entity, FiscalPeriod Period)
    {
        public SheetReview Review => new(Database, new(), TimeProvider.System);

        public CapturePeriods Periods => new(Database, TimeProvider.System);
    }
}
