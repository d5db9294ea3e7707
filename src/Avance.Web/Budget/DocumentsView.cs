using System.Globalization;
using Avance.App.Ledger;
using Avance.Ledger;
using Avance.Web.Ui;

namespace Avance.Web.Budget;

/// <summary>The documents of a year, newest first.</summary>
/// <param name="Request">Of which office and year, and who reads.</param>
/// <param name="Documents">Those of this page.</param>
/// <param name="Page">Which page, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record DocumentsView(YearRequest Request, IReadOnlyList<PostedDocument> Documents, int Page, int Pages)
{
    /// <summary>A page of this many documents stays within 40 KB compressed.</summary>
    internal const int PerPage = 150;

    /// <summary>The documents.</summary>
    public Table Table => new(
        new("Documentos del ejercicio", "Documents of the year"),
        [
            new("number", new("Núm.", "No."), ColumnKind.Figure),
            new("date", new("Fecha", "Date"), ColumnKind.Code),
            new("kind", new("Tipo", "Kind")),
            new("folio", new("Folio", "Folio"), ColumnKind.RowHeader),
            new("description", new("De qué trata", "What it is about"), ColumnKind.Prose),
            new("recordedAt", new("Registrado", "Recorded"), ColumnKind.Code),
            new("actor", new("Por", "By")),
            new("reversedBy", new("Reversado por", "Reversed by"), ColumnKind.Figure),
        ],
        [.. Documents.Select(d => new TableRow(
        [
            TableCell.Of(d.Sequence),
            TableCell.Of(Words.Day(d.Document.EffectiveOn)),
            TableCell.Of(Words.Capital(Request.Site.Text(d.Document.Kind.Name())), d.Document.Kind.Code(), null),
            TableCell.Of(d.Document.Folio, AddressOf(Request, d.Sequence)),
            TableCell.Of(d.Document.Description),
            TableCell.Of(Words.Instant(d.RecordedAt)),
            TableCell.Of(d.Actor),
            TableCell.Of(d.ReversedBy, d.ReversedBy is { } by ? AddressOf(Request, by) : null),
        ]))]);

    /// <summary>Address of a page of the list.</summary>
    public string PageAddress(int page) => Request.To("/documents", string.Create(CultureInfo.InvariantCulture, $"page={page}"));

    /// <summary>Address of this page's table in another format.</summary>
    public string Twin(string extension) => Request.To("/documents" + extension);

    /// <summary>Address of a document.</summary>
    public static string AddressOf(YearRequest request, long sequence)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.To(string.Create(CultureInfo.InvariantCulture, $"/documents/{sequence}"));
    }
}
