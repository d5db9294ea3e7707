using System.Globalization;
using Avance.App.Capture;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Capture;

/// <summary>The files that support a figure, or what is told of a project.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="About">The indicator, or the project.</param>
/// <param name="Form">The form that adds one.</param>
public sealed record EvidenceView(SheetView Sheet, Guid About, Form Form)
{
    internal static readonly Field Subject = new("subject", new("De qué es", "What it is about"));

    /// <summary>The files, in order.</summary>
    public IReadOnlyList<EvidenceFile> Files => [.. Sheet.Evidence[About]];

    /// <summary>What they support.</summary>
    public string Title => Target?.Indicator.Name ?? Sheet.Served.First(s => s.Project.Id == About).Project.Name;

    /// <summary>Where the plan says that the figure can be verified.</summary>
    public string MeansOfVerification => Target?.Indicator.MeansOfVerification ?? "";

    /// <summary>The files as a table.</summary>
    public Table Table => new(
        new("Archivos", "Files"),
        [
            new("name", new("Archivo", "File"), ColumnKind.RowHeader), new("size", new("Tamaño", "Size"), ColumnKind.Figure), new("addedBy", new("Agregó", "Added by")),
            new("at", new("Cuándo", "When"), ColumnKind.Code), new("sha256", new("SHA-256", "SHA-256"), ColumnKind.Prose),
        ],
        [.. Files.Select(f => new TableRow(
        [
            TableCell.Of(f.Name, FileAddress(Sheet.Request, Sheet.Quarter, Sheet.Unit, f.Number)), TableCell.Of(Words.Size(f.Bytes)), TableCell.Of(f.Actor), TableCell.Of(Sheet.Request.Moment(f.RecordedAt)), TableCell.Of(f.Sha256),
        ]))]);

    private TargetRow? Target => Sheet.Targets.FirstOrDefault(t => t.Indicator.Id == About);

    /// <summary>Address of a file: always a download.</summary>
    internal static string FileAddress(WorkRequest request, int quarter, string unit, int number) =>
        request.SheetAddress(quarter, unit, string.Create(CultureInfo.InvariantCulture, $"/files/{number}"));
}
