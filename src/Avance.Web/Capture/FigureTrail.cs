using Avance.App.Capture;
using Avance.App.Ledger;
using Avance.Capture;
using Avance.Ledger;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Capture;

/// <summary>The trail of one figure, or of what is told of one project: every revision, version, step and entry.</summary>
/// <param name="Request">Who looks.</param>
/// <param name="File">The sheet that it is in.</param>
/// <param name="Subject">The indicator, or the project.</param>
/// <param name="Revisions">All that was ever typed of it, place by place, oldest first.</param>
/// <param name="Versions">The frozen versions of the sheet.</param>
/// <param name="Entries">Its entries in the ledger; none for a project.</param>
public sealed record FigureTrail(
    WorkRequest Request, SheetFile File, Guid Subject, IReadOnlyList<CaptureCell> Revisions, IReadOnlyList<SheetVersion> Versions, IReadOnlyList<PostedTarget> Entries)
{
    /// <summary>The sheet, for its words about places.</summary>
    public SheetView Sheet => field ??= new(Request, File);

    /// <summary>The target; null for a project.</summary>
    public TargetRow? Target => Sheet.Targets.FirstOrDefault(t => t.Indicator.Id == Subject);

    /// <summary>Its name.</summary>
    public string Title => Target?.Indicator.Name ?? Sheet.Served.First(s => s.Project.Id == Subject).Project.Name;

    /// <summary>Its project.</summary>
    public Guid Project => Target?.Project.Id ?? Subject;

    /// <summary>What the rules say of it as it stands.</summary>
    public IEnumerable<SheetFinding> Findings => File.Check.Findings.Where(f => f.Indicator == Subject || (f.Project == Subject && Target is null));

    /// <summary>Each revision with what stood there before.</summary>
    public Table Typed => new(
        new("Lo que se escribió", "What was typed"),
        [
            new("place", new("Dato", "Place"), ColumnKind.RowHeader), new("revision", new("Revisión", "Revision"), ColumnKind.Figure), new("before", new("Antes", "Before"), ColumnKind.Prose),
            new("after", new("Después", "After"), ColumnKind.Prose), new("actor", new("Quién", "Who")), new("at", new("Cuándo", "When"), ColumnKind.Code),
        ],
        [.. Revisions.Select(c => new TableRow(
        [
            TableCell.Of(Words.Capital(Request.Site.Text(CaptureField.Name(c.Address.Field)))), TableCell.Of((long)c.Revision),
            TableCell.Of(Revisions.FirstOrDefault(b => b.Address == c.Address && b.Revision == c.Revision - 1)?.Value ?? "—"),
            TableCell.Of(c.Value.Length == 0 ? "—" : c.Value), TableCell.Of(c.Actor), TableCell.Of(Request.Moment(c.At)),
        ]))]);

    /// <summary>What each frozen version says of it.</summary>
    public Table Frozen => new(
        new("Versiones de la hoja", "Versions of the sheet"),
        [
            new("version", new("Versión", "Version"), ColumnKind.RowHeader), new("value", new("Dice", "Says"), ColumnKind.Prose), new("sentBy", new("Envió", "Sent by")),
            new("at", new("Cuándo", "When"), ColumnKind.Code), new("sha256", new("SHA-256", "SHA-256"), ColumnKind.Prose),
        ],
        [.. Versions.Select(v => new TableRow(
        [
            TableCell.Of(Figure.Print((long)v.Number), Request.VersionAddress(Sheet.Quarter, Sheet.Unit, v.Number)),
            TableCell.Of(string.Join("; ", v.Content.Cells.Where(c => c.Address.Subject == Subject && c.Value.Length > 0).Select(c => $"{Request.Site.Text(CaptureField.Name(c.Address.Field))}: {c.Value}"))),
            TableCell.Of(v.Actor), TableCell.Of(Request.Moment(v.At)), TableCell.Of(v.Sha256),
        ]))]);

    /// <summary>Its entries in the ledger, reversals among them.</summary>
    public Table Posted => new(
        new("Asientos en el libro", "Entries in the ledger"),
        [
            new("document", new("Documento", "Document"), ColumnKind.RowHeader), new("date", new("Fecha", "Date"), ColumnKind.Code), new("month", new("Mes", "Month")),
            new("stage", new("Qué es", "What it is")), new("quantity", new("Cantidad", "Quantity"), ColumnKind.Figure), new("authority", new("Autoridad", "Authority"), ColumnKind.Prose),
        ],
        [.. Entries.Where(e => e.Entry.Stage is TargetStage.Achieved or TargetStage.Denominator && (e.Entry.Month + 2) / 3 == Sheet.Quarter).Select(e => new TableRow(
        [
            TableCell.Of(e.Document.Folio, Request.DocumentAddress(e.Sequence)), TableCell.Of(Words.Day(e.Document.EffectiveOn)), TableCell.Of(Request.Site.Text(MonthName.Name(e.Entry.Month))),
            TableCell.Of(Words.Capital(Request.Site.Text(CaptureField.Name(e.Entry.Stage == TargetStage.Achieved ? CaptureField.Achieved : CaptureField.Denominator)))),
            TableCell.Of((decimal?)e.Entry.Quantity), TableCell.Of(e.Document.Authority),
        ]))]);

    /// <summary>The files that supported it in each version.</summary>
    public IEnumerable<(SheetVersion Version, FrozenEvidence File)> Evidence => Versions.SelectMany(v => v.Content.Evidence.Where(e => e.Subject == Subject || e.Subject == Project).Select(e => (v, e)));
}
