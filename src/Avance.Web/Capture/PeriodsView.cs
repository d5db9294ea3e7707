using System.Globalization;
using Avance.Access;
using Avance.App.Capture;
using Avance.Capture;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Capture;

/// <summary>The quarters of a year as units capture them.</summary>
/// <param name="Request">Who works, on which year.</param>
/// <param name="Periods">Those that were opened, in order.</param>
public sealed record PeriodsView(WorkRequest Request, IReadOnlyList<PeriodFile> Periods)
{
    /// <summary>Whether this person opens and closes quarters.</summary>
    public bool Runs => Request.Can(Act.RunPeriods);

    /// <summary>The quarters that may be opened: any that never was, as those before may have been imported. None while one is open.</summary>
    public IEnumerable<int> Unopened => Periods.Any(static p => p.Period.IsOpen) ? [] : Enumerable.Range(1, 4).Where(q => Periods.All(p => p.Period.Period.Quarter != q));

    /// <summary>The sheets of a quarter.</summary>
    public Table Sheets(PeriodFile period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var (today, quarter) = (Request.Today(), period.Period.Period.Quarter);
        return new(
            new($"Hojas del {period.Period.Period.Name.Spanish.ToLowerInvariant()}", $"Sheets of the {period.Period.Period.Name.English}"),
            [
                new("unit", new("Unidad", "Unit"), ColumnKind.RowHeader), new("state", new("Estado", "State")), new("dueOn", new("Plazo", "Due"), ColumnKind.Code),
                new("punctuality", new("Cómo va", "How it stands")), new("version", new("Versión", "Version"), ColumnKind.Figure),
            ],
            [.. period.Sheets.Select(s => new TableRow(
            [
                TableCell.Of($"{s.Unit.Code} {s.Unit.Name}", Request.Can(Act.SeeCapture, s.Unit.Code) ? Request.SheetAddress(quarter, s.Unit.Code) : null),
                TableCell.Of(Words.Capital(Request.Site.Text(s.Sheet.State.Name())), s.Sheet.State.Code(), s.Sheet.State.Mark()),
                TableCell.Of(Words.Day(s.Sheet.DueOn) + (s.Sheet.HasOwnDeadline ? " *" : "")),
                Standing(s.Sheet, period.Period, today),
                TableCell.Of(s.Sheet.Version == 0 ? null : (long?)s.Sheet.Version, s.Sheet.Version > 0 && Request.Can(Act.SeeCapture, s.Unit.Code) ? Request.VersionAddress(quarter, s.Unit.Code, s.Sheet.Version) : null),
            ]))]);
    }

    /// <summary>What was done with a quarter.</summary>
    public Table Steps(PeriodFile period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return new(
            new("Qué se hizo con el periodo", "What was done with the period"),
            [new("at", new("Cuándo", "When"), ColumnKind.Code), new("act", new("Qué", "What"), ColumnKind.RowHeader), new("unit", new("Unidad", "Unit")), new("dueOn", new("Plazo", "Due"), ColumnKind.Code), new("reason", new("Motivo", "Reason"), ColumnKind.Prose), new("actor", new("Quién", "Who"))],
            [.. period.Steps.Select(s => new TableRow(
            [
                TableCell.Of(Request.Moment(s.At)), TableCell.Of(Words.Capital(Request.Site.Text(s.Act.Name())), s.Act.Code(), null),
                TableCell.Of(s.Unit ?? Request.Site.Text("todas", "all")), TableCell.Of(s.DueOn is { } due ? Words.Day(due) : ""), TableCell.Of(s.Reason), TableCell.Of(s.Actor),
            ]))]);
    }

    /// <summary>Address of a page that does something with a quarter.</summary>
    public string To(int quarter, PeriodTask task) => PeriodTasks.Address(Request, quarter, task);

    private TableCell Standing(CaptureSheet sheet, CapturePeriod period, DateOnly today)
    {
        var punctuality = PeriodNames.Of(sheet.State, sheet.DueOn, today);
        return !period.IsOpen || punctuality == Punctuality.Done ? TableCell.Of("—") : TableCell.Of(Request.Site.Text(CaptureWords.DaysLeft(sheet.DueOn, today)), punctuality.ToString(), punctuality.Mark());
    }
}

/// <summary>What planning does with a quarter, each on a page of its own.</summary>
public enum PeriodTask
{
    /// <summary>Begins its capture.</summary>
    Open,

    /// <summary>Moves a deadline.</summary>
    Extend,

    /// <summary>Declares that a sheet did not come.</summary>
    Missing,

    /// <summary>Ends it.</summary>
    Close,

    /// <summary>Begins it again for some units.</summary>
    Reopen,

    /// <summary>Takes back that a sheet did not come.</summary>
    Readmit,

    /// <summary>Lets stand what a unit had signed before the reopening.</summary>
    LetStand,
}

/// <summary>A quarter that something is about to be done with.</summary>
/// <param name="Request">Who works.</param>
/// <param name="Task">What.</param>
/// <param name="Period">The quarter.</param>
/// <param name="File">The quarter as it stands; null when it was never opened.</param>
/// <param name="Form">What is typed.</param>
public sealed record PeriodStepView(WorkRequest Request, PeriodTask Task, FiscalPeriod Period, PeriodFile? File, Form Form)
{
    /// <summary>What stands for every unit where one may be chosen.</summary>
    internal const string AllUnits = "*";

    internal static readonly Field OpensOn = new("opens", new("Primer día de captura", "First day of capture"), new("Después del último día del trimestre.", "After the last day of the quarter."));
    internal static readonly Field DueOn = new("due", new("Último día de captura", "Last day of capture"));
    internal static readonly Field Unit = new("unit", new("Unidad", "Unit"));
    internal static readonly Field Reason = new("reason", new("Motivo", "Reason"), new("Queda en la bitácora y lo leen todos los que trabajan en el periodo.", "It stays in the journal, and all who work on the period read it."));

    /// <summary>The box that chooses a unit.</summary>
    internal static Field Chosen(string unit) => new("unit-" + unit, new(unit, unit));

    /// <summary>The units that it may be done to.</summary>
    public IEnumerable<(string Value, string Text)> Units => Task == PeriodTask.Extend ? Sheets.Prepend((AllUnits, Request.Site.Text("Todas", "All"))) : Sheets;

    private IEnumerable<(string Value, string Text)> Sheets => (File?.Sheets ?? []).Where(s => PeriodTasks.Concerns(Task, s.Sheet))
        .Select(s => (Task == PeriodTask.Missing ? Seen(s.Sheet) : s.Unit.Code, $"{s.Unit.Code} {s.Unit.Name} · {Request.Site.Text(s.Sheet.State.Name())}"));

    /// <summary>A sheet with the state in which it is seen, so that one that comes meanwhile is not declared missing.</summary>
    internal static string Seen(CaptureSheet sheet) => $"{sheet.State.Code()}:{sheet.Unit}";

    /// <summary>The form as it is offered.</summary>
    internal static Form Blank(WorkRequest request, PeriodTask task, FiscalPeriod period, PeriodFile? file)
    {
        var form = new Form(request.Site).With(Reason, "");
        return task switch
        {
            PeriodTask.Open => form.With(OpensOn, period.CutOffDate.AddDays(1)).With(DueOn, period.CutOffDate.AddDays(15)),
            PeriodTask.Extend => form.With(Unit, AllUnits).With(DueOn, file?.Period.DueOn),
            PeriodTask.Missing or PeriodTask.Readmit or PeriodTask.LetStand => form.With(Unit, ""),
            PeriodTask.Reopen => form.With(DueOn, request.Today().AddDays(7)),
            _ => form,
        };
    }
}

/// <summary>What can be done with quarters, in words.</summary>
internal static class PeriodTasks
{
    public static string Path(PeriodTask task) => task.ToString().ToLowerInvariant();

    public static string Address(WorkRequest request, int quarter, PeriodTask task) => request.To(string.Create(CultureInfo.InvariantCulture, $"/periods/{quarter}/{Path(task)}"));

    /// <summary>Whether something may be done to a sheet.</summary>
    public static bool Concerns(PeriodTask task, CaptureSheet sheet) => task switch
    {
        PeriodTask.Missing => !sheet.State.IsSettled() && sheet.Authorised == 0,
        PeriodTask.Readmit => sheet.State == SheetState.Missing,
        PeriodTask.LetStand => sheet is { State: SheetState.Returned, Authorised: > 0 },
        _ => true,
    };

    public static LocalizedText Verb(this PeriodTask task) => task switch
    {
        PeriodTask.Open => new("Abrir la captura", "Open capture"),
        PeriodTask.Extend => new("Mover el plazo", "Move the deadline"),
        PeriodTask.Missing => new("Declarar faltante", "Declare missing"),
        PeriodTask.Close => new("Cerrar el periodo", "Close the period"),
        PeriodTask.Readmit => new("Readmitir una unidad", "Readmit a unit"),
        PeriodTask.LetStand => new("Dejar sin cambios", "Let it stand"),
        _ => new("Reabrir el periodo", "Reopen the period"),
    };

    public static LocalizedText Meaning(this PeriodTask task) => task switch
    {
        PeriodTask.Open => new("Cada unidad con proyectos recibe su hoja del trimestre.", "Each unit with projects gets its sheet of the quarter."),
        PeriodTask.Extend => new("Para todas las unidades o para una, con un motivo.", "For every unit or for one, with a reason."),
        PeriodTask.Missing => new("La hoja no llegó: el trimestre puede cerrar sin ella, y queda dicho.", "The sheet did not come: the quarter may close without it, and that is told."),
        PeriodTask.Readmit => new("Se retira que faltó: la unidad vuelve a capturar en este trimestre.", "That it was missing is taken back: the unit captures in this quarter again."),
        PeriodTask.LetStand => new("Lo que la unidad tenía autorizado antes de la reapertura vale tal cual.", "What the unit had authorised before the reopening stands as it is."),
        PeriodTask.Close => new("Todas las hojas deben estar autorizadas o declaradas faltantes. Después nada cambia en el trimestre.", "Every sheet must be authorised or declared missing. After that nothing changes in the quarter."),
        _ => new("Las unidades que elija podrán corregir. Lo que tenían autorizado vale hasta que autoricen otra versión.", "The units that you choose may correct. What they had authorised holds until they authorise another version."),
    };
}
