using Avance.Capture;
using Avance.Findings;
using Avance.Planning;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Capture;

/// <summary>The board of a year: where targets and money part, and where both would end.</summary>
/// <param name="Request">The office, the year, and who reads.</param>
/// <param name="Board">The board; null while no progress was told.</param>
public sealed record OutlookView(WorkRequest Request, YearBoard? Board)
{
    /// <summary>Projects whose physical and financial progress part by more than the rule AVP-019 lets, the widest gap first.</summary>
    public IReadOnlyList<BoardProject> Parted { get; } = Board is null ? [] :
        [.. Board.Projects.Where(static p => Math.Abs(p.Gap ?? 0) > CheckSettings.Default.ProgressGap).OrderByDescending(static p => Math.Abs(p.Gap!.Value))];

    /// <summary>How many targets stand how against their year.</summary>
    public int Count(ForecastOutlook outlook) => Board!.Projects.SelectMany(static p => p.Targets).Count(t => t.Outlook == outlook);

    /// <summary>Projects whose progress parts.</summary>
    public Table Gaps => new(
        new("Dónde se separan el avance físico y el financiero", "Where physical and financial progress part"),
        [
            new("key", new("Clave", "Key"), ColumnKind.Code),
            new("project", new("Proyecto", "Project"), ColumnKind.RowHeader),
            new("physical", new("Físico %", "Physical %"), ColumnKind.Figure),
            new("financial", new("Financiero %", "Financial %"), ColumnKind.Figure),
            new("gap", new("Brecha, puntos", "Gap, points"), ColumnKind.Figure),
        ],
        [.. Parted.Select(p => new TableRow([TableCell.Of(p.Project.Key), TableCell.Of(p.Project.Name), TableCell.Of(p.Physical), TableCell.Of(p.Financial), TableCell.Of(p.Gap)]))]);

    /// <summary>Where each target would end.</summary>
    public Table Targets => new(
        new("Metas al cierre del año", "Targets at the year's end"),
        [
            new("key", new("Clave", "Key"), ColumnKind.Code),
            new("target", new("Meta", "Target"), ColumnKind.RowHeader),
            new("annual", new("Meta del año", "Target of the year"), ColumnKind.Figure),
            new("achieved", new("Alcanzado", "Achieved"), ColumnKind.Figure),
            new("expected", new("Se espera", "Expected"), ColumnKind.Figure),
            new("low", new("Desde", "From"), ColumnKind.Figure),
            new("high", new("Hasta", "To"), ColumnKind.Figure),
            new("outlook", new("Perspectiva", "Outlook")),
            new("basis", new("En qué se apoya", "What it rests on"), ColumnKind.Prose),
        ],
        [.. Board!.Projects.SelectMany(p => p.Targets.Select(t => new TableRow(
        [
            TableCell.Of(p.Project.Key),
            TableCell.Of(t.Indicator.Name),
            TableCell.Of(t.Annual),
            TableCell.Of(t.Forecast.Achieved),
            TableCell.Of(t.Forecast.Expected),
            TableCell.Of(t.Forecast.Low),
            TableCell.Of(t.Forecast.High),
            Outlook(t.Outlook),
            TableCell.Of(Request.Site.Text(t.Forecast.Basis.Name())),
        ])))]);

    /// <summary>What each project would have accrued.</summary>
    public Table Budgets => new(
        new("Devengado al cierre del año", "Accrued at the year's end"),
        [
            new("key", new("Clave", "Key"), ColumnKind.Code),
            new("project", new("Proyecto", "Project"), ColumnKind.RowHeader),
            new("revised", new("Modificado", "Revised"), ColumnKind.Figure),
            new("accrued", new("Devengado", "Accrued"), ColumnKind.Figure),
            new("expected", new("Se espera", "Expected"), ColumnKind.Figure),
            new("low", new("Desde", "From"), ColumnKind.Figure),
            new("high", new("Hasta", "To"), ColumnKind.Figure),
            new("share", new("Del modificado %", "Of revised %"), ColumnKind.Figure),
        ],
        [.. Board!.Projects.Where(static p => p.Budget is not null).Select(p => new TableRow(
        [
            TableCell.Of(p.Project.Key),
            TableCell.Of(p.Project.Name),
            TableCell.Of(p.Revised),
            TableCell.Of(p.Budget!.Achieved),
            TableCell.Of(p.Budget.Expected),
            TableCell.Of(p.Budget.Low),
            TableCell.Of(p.Budget.High),
            TableCell.Of(p.Revised is { } revised ? Percentage.Of(p.Budget.Expected, revised.Pesos) : null),
        ]))]);

    private TableCell Outlook(ForecastOutlook outlook) => TableCell.Of(Words.Capital(Request.Site.Text(outlook.Name())), outlook.ToString(), outlook switch
    {
        ForecastOutlook.Met => "rag-onTrack",
        ForecastOutlook.Open => "rag-watch",
        ForecastOutlook.Missed => "rag-behind",
        _ => "rag-noData",
    });
}
