using Avance.Documents.Charts;
using Avance.Findings;
using Avance.Progress;
using Avance.Web.Findings;
using Avance.Web.Progress;
using Avance.Web.Ui;

namespace Avance.Web.Reporting;

/// <summary>What the board shows of a report.</summary>
/// <param name="request">The report, and who reads.</param>
/// <param name="page">Which page of its table of projects, from 1.</param>
public sealed class Board(ReportRequest request, int page = 1)
{
    /// <summary>A page of this many projects stays within 40 KB compressed.</summary>
    private const int ProjectsPerPage = 200;

    /// <summary>How many projects the board lists as the biggest.</summary>
    private const int BiggestCount = 5;

    /// <summary>How many projects the chart draws; more would be a picture that nobody can read.</summary>
    private const int BarCount = 12;

    /// <summary>The report, and who reads.</summary>
    public ReportRequest Request => request;

    /// <summary>Which page of the table of projects, from 1.</summary>
    public int Page => page;

    /// <summary>How many pages the table of projects has.</summary>
    public int Pages => PageCount(request);

    /// <summary>The report's totals.</summary>
    public BudgetFigures Totals { get; } = request.Report.Report.Totals;

    /// <summary>Percentage of the revised budget that has accrued.</summary>
    public decimal? FinancialProgress => Percentage.Of(Totals.Accrued, Totals.Revised);

    /// <summary>How many projects stand at each light, in the order of <see cref="RagWords.All"/>.</summary>
    public IReadOnlyList<(RagStatus Status, int Count)> Lights { get; } =
        [.. RagWords.All.Select(s => (s, request.Report.Projects.Count(p => request.Report.StatusOf(p) == s))).Where(s => s.Item2 > 0)];

    /// <summary>How many findings there are of each severity, gravest first.</summary>
    public IReadOnlyList<(Severity Severity, int Count)> Findings { get; } =
        [.. SeverityMarks.All.Select(s => (s, request.Report.Check.Findings.Count(f => f.Severity == s)))];

    /// <summary>Physical against financial progress of the projects with most money.</summary>
    public IReadOnlyList<ProgressBar> Bars { get; } =
        [.. request.Report.Projects.OrderByDescending(p => p.Budget.Revised).Take(BarCount).Select(p => new ProgressBar(p.Key, p.Name, p.PhysicalProgress, p.FinancialProgress))];

    /// <summary>What the chart of progress shows, in a sentence.</summary>
    public string BarsTitle => request.Site.Text(
        $"Avance físico y financiero de {Words.Count(Bars.Count, "proyecto", "proyectos")}, de mayor a menor presupuesto",
        $"Physical and financial progress of {Words.Count(Bars.Count, "project", "projects")}, from largest to smallest budget");

    /// <summary>Every project with its progress, its light and its findings.</summary>
    public Table Projects => Table(request.Report.Projects);

    /// <summary>The projects of this page.</summary>
    public Table ProjectsOfPage => Table(request.Report.Projects.Skip((page - 1) * ProjectsPerPage).Take(ProjectsPerPage));

    /// <summary>How many pages the board of a report has.</summary>
    internal static int PageCount(ReportRequest request) => Pager.Count(request.Report.Projects.Count, ProjectsPerPage);

    /// <summary>The projects with most money.</summary>
    public Table Biggest => new(
        new("Los proyectos con más presupuesto", "The projects with the largest budget"),
        [
            new("key", new("Clave", "Key"), ColumnKind.Code),
            new("name", new("Proyecto", "Project"), ColumnKind.RowHeader),
            new("modified", new("Modificado", "Revised"), ColumnKind.Figure),
            new("share", new("% del total", "% of total"), ColumnKind.Figure),
            new("change", new("Cambio contra el aprobado %", "Change from approved %"), ColumnKind.Figure),
        ],
        [.. request.Report.Projects.OrderByDescending(p => p.Budget.Revised).Take(BiggestCount).Select(p => new TableRow(
        [
            TableCell.Of(p.Key),
            TableCell.Of(p.Name, request.Address.Project(p.Number)),
            TableCell.Of(p.Budget.Revised),
            TableCell.Of(Percentage.Of(p.Budget.Revised, Totals.Revised)),
            TableCell.Of(Percentage.Of(p.Budget.NetChange, p.Budget.Approved)),
        ]))]);

    /// <summary>Movements of money between projects, inferred from their figures.</summary>
    public Table Transfers => TransferTable.Of(request, request.Report.Check.Transfers);

    private Table Table(IEnumerable<ReportProject> projects) => new(
        new("Avance físico y financiero por proyecto", "Physical and financial progress by project"),
        [
            new("number", new("Núm.", "No."), ColumnKind.Figure),
            new("key", new("Clave", "Key"), ColumnKind.Code),
            new("name", new("Proyecto", "Project"), ColumnKind.RowHeader),
            new("status", new("Semáforo", "Status")),
            new("physicalProgress", new("Avance físico %", "Physical progress %"), ColumnKind.Figure),
            new("financialProgress", new("Avance financiero %", "Financial progress %"), ColumnKind.Figure),
            new("approved", new("Aprobado", "Approved"), ColumnKind.Figure),
            new("modified", new("Modificado", "Revised"), ColumnKind.Figure),
            new("accrued", new("Devengado", "Accrued"), ColumnKind.Figure),
            new("findings", new("Hallazgos", "Findings"), ColumnKind.Figure),
        ],
        [.. projects.Select(Row)]);

    private TableRow Row(ReportProject project)
    {
        var status = request.Report.StatusOf(project);
        return new(
        [
            TableCell.Of(project.Number),
            TableCell.Of(project.Key),
            TableCell.Of(project.Name, request.Address.Project(project.Number)),
            TableCell.Of(request.Site.Text(status.Name()), status.Code(), status.Mark()),
            TableCell.Of(project.PhysicalProgress),
            TableCell.Of(project.FinancialProgress),
            TableCell.Of(project.Budget.Approved),
            TableCell.Of(project.Budget.Revised),
            TableCell.Of(project.Budget.Accrued),
            TableCell.Of(request.Report.FindingsOf(project.Number).Count(), request.Address.Project(project.Number) + "#findings"),
        ]);
    }
}
