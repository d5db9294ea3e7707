using System.Globalization;
using Avance.App.Reporting;
using Avance.Reporting;
using Avance.Web.Findings;
using Avance.Web.Ui;

namespace Avance.Web.Reporting;

/// <summary>The chain from a printed figure to its documents.</summary>
/// <param name="Request">The report, and who reads.</param>
/// <param name="Explanation">The chain.</param>
public sealed record FigureView(ReportRequest Request, FigureExplanation Explanation)
{
    /// <summary>What the figure is, in words.</summary>
    public LocalizedText Name => Explanation.Address.Column switch
    {
        ReportColumn.ApprovedBudget => new("Presupuesto aprobado", "Approved budget"),
        ReportColumn.RevisedBudget => new("Presupuesto modificado", "Revised budget"),
        ReportColumn.Accrued => new("Presupuesto devengado", "Accrued expenditure"),
        ReportColumn.OriginalTarget => new("Meta programada", "Original target"),
        ReportColumn.RevisedTarget => new("Meta modificada", "Revised target"),
        ReportColumn.AchievedValue => new("Meta alcanzada", "Achieved target"),
        ReportColumn.FulfilmentRate => new("Cumplimiento de la meta, %", "Fulfilment of the target, %"),
        ReportColumn.Women => new("Mujeres beneficiadas", "Women served"),
        ReportColumn.Men => new("Hombres beneficiados", "Men served"),
        _ => new("Personas beneficiadas", "People served"),
    };

    /// <summary>Whose figure it is.</summary>
    public string Subject => Explanation.Target is { } target ? $"{Explanation.Project!.Key} · {target.Description}"
        : Explanation.Project is { } project ? $"{project.Key} · {project.Name}"
        : Request.Site.Text("Total del informe", "Total of the report");

    /// <summary>A figure as this report prints figures of its kind.</summary>
    public string Print(decimal? value) => value is { } number ? Figure.Grouped(number, Explanation.Address.IsPeople ? 0 : 2) : Request.Site.Text("en blanco", "blank");

    /// <summary>The entries that make the figure, and what they add up to where adding is what makes it.</summary>
    public Table Table => TableOf(withTotal: false);

    /// <summary>The same with its total.</summary>
    public Table TableOfPage => TableOf(withTotal: IsSum);

    /// <summary>Address of the entries in another format.</summary>
    public string Twin(string extension) => AddressOf(Request.Address, Explanation.Address, extension);

    /// <summary>Address of the page of a figure.</summary>
    public static string AddressOf(ReportAddress report, FigureAddress figure, string extension = "")
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.To("/figures/" + figure.ToString() + extension);
    }

    private bool IsSum => Explanation is { HasMore: false, HasDocuments: true } && !Explanation.Address.IsPeople && Explanation.Address.Column != ReportColumn.FulfilmentRate;

    private Table TableOf(bool withTotal) => new(
        new("Asientos que hacen la cifra", "Entries that make the figure"),
        [
            new("date", new("Fecha", "Date"), ColumnKind.Code),
            new("document", new("Documento", "Document"), ColumnKind.RowHeader),
            new("kind", new("Tipo", "Kind")),
            new("authority", new("Fundamento", "Authority"), ColumnKind.Prose),
            new("of", new("Clave o meta", "Line or target")),
            new("month", new("Mes", "Month"), ColumnKind.Code),
            new("stage", new("Momento", "Stage")),
            new("amount", new("Aporta", "Adds"), ColumnKind.Figure),
        ],
        [
            .. Explanation.Entries.Select(e => new TableRow(
            [
                TableCell.Of(Words.Day(e.EffectiveOn)),
                TableCell.Of(e.Folio, DocumentAddress(e.Sequence)),
                TableCell.Of(Words.Capital(Request.Site.Text(e.Kind))),
                TableCell.Of(e.Authority.Length > 0 ? e.Authority : e.Description),
                TableCell.Of(e.Of),
                TableCell.Of(e.Month == 0 ? "" : Request.Site.Text(MonthName.Name(e.Month))),
                TableCell.Of(Words.Capital(Request.Site.Text(e.Stage))),
                Amount(e.Amount),
            ])),
            .. withTotal ? [new TableRow([TableCell.Of(""), TableCell.Of(Request.Site.Text("Suma", "Sum")), .. Enumerable.Repeat(TableCell.Of(""), 5), Amount(Explanation.Entries.Sum(e => e.Amount))], IsTotal: true)] : Array.Empty<TableRow>(),
        ]);

    private TableCell Amount(decimal amount) => Explanation.Address.IsPeople ? TableCell.Of((long)amount) : TableCell.Of((decimal?)amount);

    private string DocumentAddress(long sequence) =>
        YearRequest.At(Request.Site, Request.Address.Entity, Request.Address.Period.Year, string.Create(CultureInfo.InvariantCulture, $"/documents/{sequence}"));
}
