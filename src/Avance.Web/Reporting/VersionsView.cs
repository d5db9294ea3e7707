using Avance.Web.Findings;
using Avance.Web.Ui;

namespace Avance.Web.Reporting;

/// <summary>The history of a report.</summary>
/// <param name="Request">The report, and who reads.</param>
public sealed record VersionsView(ReportRequest Request)
{
    /// <summary>Every version.</summary>
    public Table Table => new(
        new("Versiones del informe", "Versions of the report"),
        [
            new("version", new("Versión", "Version"), ColumnKind.RowHeader),
            new("importedAt", new("Incorporada", "Imported"), ColumnKind.Code),
            new("publishedOn", new("Publicada", "Published"), ColumnKind.Code),
            new("sourceName", new("Archivo", "File"), ColumnKind.Code),
            new("sourceBytes", new("Bytes", "Bytes"), ColumnKind.Figure),
            new("sourceSha256", new("Huella SHA-256 del archivo", "SHA-256 of the file"), ColumnKind.Prose),
        ],
        [.. Request.Report.Versions.Select((v, i) =>
        {
            var address = Request.Address.In(i == 0 ? null : v.Version);
            return new TableRow(
            [
                TableCell.Of(Figure.Print((long)v.Version), address.Board),
                TableCell.Of(Words.Instant(v.ImportedAt)),
                TableCell.Of(v.PublishedOn is { } day ? Words.Day(day) : ""),
                TableCell.Of(v.SourceName, address.Source),
                TableCell.Of(v.SourceBytes),
                TableCell.Of(v.SourceSha256),
            ]);
        })]);
}
