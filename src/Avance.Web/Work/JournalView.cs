using System.Globalization;
using Avance.App.Journal;
using Avance.Web.Ui;

namespace Avance.Web.Work;

/// <summary>What came of verifying a journal.</summary>
/// <param name="Break">The first record that does not hold; null when all do.</param>
public sealed record JournalVerdict(JournalBreak? Break);

/// <summary>A page of a journal.</summary>
/// <param name="Visit">The request.</param>
/// <param name="Filter">Which records were asked for.</param>
/// <param name="Found">Those of this page, newest first, and one more when there are older ones.</param>
/// <param name="Before">The record before which the page begins; null for the newest.</param>
/// <param name="Verdict">What came of verifying it, when that was asked for.</param>
public sealed record JournalView(WorkVisit Visit, JournalFilter Filter, IReadOnlyList<JournalRecord> Found, long? Before, JournalVerdict? Verdict)
{
    /// <summary>Records of a page.</summary>
    internal const int PerPage = 100;

    /// <summary>Address of an office's journal, or of something about it.</summary>
    public static string At(Site site, string office, string more = "", string query = "")
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(office);
        ArgumentNullException.ThrowIfNull(query);
        return site.Link($"{WorkRoutes.Prefix}/{Uri.EscapeDataString(office)}/journal{more}{(query.Length > 0 ? "?" + query : "")}");
    }

    /// <summary>The page of the records before these; null when there are none.</summary>
    public string? Older => Found.Count > PerPage ? To("", ("before", Found[PerPage - 1].Sequence.ToString(CultureInfo.InvariantCulture))) : null;

    /// <summary>The newest page; null when this is it.</summary>
    public string? Newest => Before is null ? null : To("");

    /// <summary>The journal with the same filter in another form.</summary>
    public string To(string more, params IEnumerable<(string Name, string? Value)> parts) =>
        At(Visit.Site, Visit.Office!, more, Words.Query([.. Query, .. parts]));

    /// <summary>The records.</summary>
    public Table Table => new(
        new("Registros de la bitácora", "Records of the journal"),
        [
            new("sequence", new("Registro", "Record"), ColumnKind.RowHeader),
            new("recordedAt", new("Cuándo", "When"), ColumnKind.Code),
            new("actor", new("Quién", "Who")),
            new("action", new("Qué hizo", "What was done"), ColumnKind.Code),
            new("subject", new("A qué", "To what"), ColumnKind.Code),
            new("oldValue", new("Antes", "Before"), ColumnKind.Prose),
            new("newValue", new("Después", "After"), ColumnKind.Prose),
        ],
        [.. Found.Take(PerPage).Select(static r => new TableRow(
        [
            TableCell.Of(r.Sequence.ToString(CultureInfo.InvariantCulture)),
            TableCell.Of(Words.Instant(r.RecordedAt)),
            TableCell.Of(r.Actor),
            TableCell.Of(r.Action),
            TableCell.Of(r.Subject),
            TableCell.Of(Short(r.OldValue)),
            TableCell.Of(Short(r.NewValue)),
        ]))]);

    private IEnumerable<(string, string?)> Query =>
    [
        ("actor", Filter.Actor), ("action", Filter.Action), ("subject", Filter.Subject),
        ("from", Filter.From is { } from ? Words.Day(from) : null), ("to", Filter.To is { } to ? Words.Day(to) : null),
    ];

    /// <summary>A value that fits a page; whole, it is in what other programs get.</summary>
    private static string Short(string value) => value.Length <= 300 ? value : value[..300] + "…";
}
