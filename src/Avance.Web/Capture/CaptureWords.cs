using System.Globalization;
using Avance.Capture;
using Avance.Planning;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Capture;

/// <summary>Words and addresses that the pages of capture share.</summary>
internal static class CaptureWords
{
    /// <summary>A person as a cell has room for: their address without where it is.</summary>
    public static string Who(string actor)
    {
        var at = actor.IndexOf('@', StringComparison.Ordinal);
        return at > 0 ? actor[..at] : actor;
    }

    /// <summary>Class of the mark of a state.</summary>
    public static string Mark(this SheetState state) => state switch
    {
        SheetState.Authorised => "rag-onTrack",
        SheetState.Returned => "rag-watch",
        SheetState.Missing => "rag-behind",
        SheetState.Capturing => "rag-noData",
        _ => "sev-information",
    };

    /// <summary>Class of the mark of a deadline.</summary>
    public static string Mark(this Punctuality punctuality) => punctuality switch
    {
        Punctuality.Late => "rag-behind",
        Punctuality.DueSoon => "rag-watch",
        Punctuality.InTime => "sev-information",
        _ => "rag-onTrack",
    };

    /// <summary>How many days are left until a deadline, or have passed since.</summary>
    public static LocalizedText DaysLeft(DateOnly dueOn, DateOnly today) => (dueOn.DayNumber - today.DayNumber) switch
    {
        0 => new("vence hoy", "due today"),
        1 => new("queda 1 día", "1 day left"),
        > 1 and var left => new($"quedan {left} días", $"{left} days left"),
        -1 => new("venció hace 1 día", "1 day late"),
        var left => new($"venció hace {-left} días", $"{-left} days late"),
    };

    /// <summary>How the people served in each quarter make those of the year, in a sentence.</summary>
    public static LocalizedText Sentence(AccumulationRule rule) => rule switch
    {
        AccumulationRule.Sum => new("Se suman los trimestres: cada uno cuenta personas distintas.", "Quarters add up: each counts other people."),
        AccumulationRule.Maximum => new("Cuenta el trimestre mayor: son las mismas personas.", "The largest quarter counts: they are the same people."),
        _ => new("Vale el último conteo: cada trimestre cuenta a todas desde enero.", "The last count holds: each quarter counts everybody since January."),
    };

    /// <summary>Today, where the office is.</summary>
    public static DateOnly Today(this WorkVisit visit) => visit.DayOf(visit.Get<TimeProvider>().GetUtcNow());

    /// <summary>An instant as the clock on the office's wall shows it: deadlines are days of that clock too.</summary>
    public static string Moment(this WorkVisit visit, DateTimeOffset at) => Wall(visit, at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant, where the office is.</summary>
    public static DateOnly DayOf(this WorkVisit visit, DateTimeOffset at) => DateOnly.FromDateTime(Wall(visit, at).DateTime);

    private static DateTimeOffset Wall(WorkVisit visit, DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, visit.Get<TimeProvider>().LocalTimeZone);

    /// <summary>The year's list of quarters.</summary>
    public static string CaptureAddress(this WorkRequest request) => request.To("/capture");

    /// <summary>A page about a unit's sheet.</summary>
    public static string SheetAddress(this WorkRequest request, int quarter, string unit, string page = "") =>
        request.To(string.Create(CultureInfo.InvariantCulture, $"/capture/{quarter}/{Uri.EscapeDataString(unit)}{page}"));

    /// <summary>The page of a frozen version.</summary>
    public static string VersionAddress(this WorkRequest request, int quarter, string unit, int version, string page = "") =>
        request.SheetAddress(quarter, unit, string.Create(CultureInfo.InvariantCulture, $"/versions/{version}{page}"));

    /// <summary>A document of the ledger, which anyone may read.</summary>
    public static string DocumentAddress(this WorkRequest request, long sequence) =>
        YearRequest.At(request.Site, request.Entity, request.Year, string.Create(CultureInfo.InvariantCulture, $"/documents/{sequence}"));

    /// <summary>The quarter that the address names; 0 for none.</summary>
    public static int Quarter(this WorkRequest request) =>
        int.TryParse(request.Route("quarter"), NumberStyles.None, CultureInfo.InvariantCulture, out var quarter) && quarter is >= 1 and <= 4 ? quarter : 0;

    /// <summary>Steps of a sheet as a table.</summary>
    public static Table Steps(WorkRequest request, int quarter, string unit, IReadOnlyList<TakenStep> steps) => new(
        new("Pasos de la hoja", "Steps of the sheet"),
        [
            new("at", new("Cuándo", "When"), ColumnKind.Code), new("act", new("Qué", "What"), ColumnKind.RowHeader), new("version", new("Versión", "Version"), ColumnKind.Figure),
            new("actor", new("Quién", "Who")), new("reason", new("Motivo u observación", "Reason or remark"), ColumnKind.Prose), new("document", new("Documento", "Document"), ColumnKind.Figure),
        ],
        [.. steps.Select(s => new TableRow(
        [
            TableCell.Of(request.Moment(s.At)),
            TableCell.Of(Words.Capital(request.Site.Text(s.Act.Name())), s.Act.Code(), null),
            TableCell.Of(s.Version == 0 ? null : (long?)s.Version, s.Version == 0 ? null : request.VersionAddress(quarter, unit, s.Version)),
            TableCell.Of(s.Actor),
            TableCell.Of(s.Reason),
            TableCell.Of(s.Document, s.Document is { } document ? request.DocumentAddress(document) : null),
        ]))]);
}
