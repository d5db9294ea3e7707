using Avance.App.Progress;
using Avance.Web.Ui;

namespace Avance.Web.Reporting;

/// <summary>Every report, in its latest version.</summary>
/// <param name="Site">Who reads.</param>
/// <param name="Latest">The reports, newest period first.</param>
/// <param name="Page">Which page, from 1.</param>
public sealed record IndexView(Site Site, IReadOnlyList<ReportVersion> Latest, int Page = 1)
{
    /// <summary>A page of this many reports stays within 40 KB compressed.</summary>
    private const int ReportsPerPage = 200;

    /// <summary>How many pages there are.</summary>
    public int Pages => Pager.Count(Latest.Count, ReportsPerPage);

    /// <summary>Every report.</summary>
    public Table Table => TableOf(Latest);

    /// <summary>The reports of this page.</summary>
    public Table TableOfPage => TableOf(Latest.Skip((Page - 1) * ReportsPerPage).Take(ReportsPerPage));

    private Table TableOf(IEnumerable<ReportVersion> reports) => new(
        new("Informes publicados", "Published reports"),
        [
            new("entity", new("Ente público", "Public entity"), ColumnKind.RowHeader),
            new("code", new("Clave", "Code"), ColumnKind.Code),
            new("period", new("Periodo", "Period"), ColumnKind.Code),
            new("version", new("Versión", "Version"), ColumnKind.Figure),
            new("importedAt", new("Incorporado", "Imported"), ColumnKind.Code),
        ],
        [.. reports.Select(v => new TableRow(
        [
            TableCell.Of(v.Entity.Name, new ReportAddress(Site, v.Entity.Code, v.Period, null).Board),
            TableCell.Of(v.Entity.Code),
            TableCell.Of(Site.Text(v.Period.Name), v.Period.ToString(), null),
            TableCell.Of((long)v.Version),
            TableCell.Of(Words.Instant(v.ImportedAt)),
        ]))]);
}
