using Avance.App.Reporting;
using Avance.Findings;
using Avance.Planning;
using Avance.Progress;
using Avance.Reporting;
using Avance.Web.Findings;
using Avance.Web.Planning;
using Avance.Web.Progress;
using Avance.Web.Ui;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.Web.Reporting;

/// <summary>What a project's page shows.</summary>
/// <param name="request">The report, and who reads.</param>
/// <param name="project">The project.</param>
public sealed class ProjectView(ReportRequest request, ReportProject project)
{
    /// <summary>The report, and who reads.</summary>
    public ReportRequest Request => request;

    /// <summary>The project.</summary>
    public ReportProject Project => project;

    /// <summary>The project before this one in printed order; null at the first.</summary>
    public ReportProject? Previous => project.Number > 1 ? request.Report.Projects[project.Number - 2] : null;

    /// <summary>The project after this one in printed order; null at the last.</summary>
    public ReportProject? Next => project.Number < request.Report.Projects.Count ? request.Report.Projects[project.Number] : null;

    /// <summary>The traffic light.</summary>
    public RagStatus Status => request.Report.StatusOf(project);

    /// <summary>What the rules found, gravest first.</summary>
    public IReadOnlyList<Finding> Findings { get; } = [.. request.Report.FindingsOf(project.Number).OrderBy(f => f.Severity)];

    /// <summary>The published explanations.</summary>
    public IReadOnlyList<DeviationExplanation> Explanations { get; } = [.. request.Report.ExplanationsOf(project)];

    /// <summary>Names of the function, subfunction and type of project that it stands under.</summary>
    public (string Function, string Subfunction, string Type) Headings { get; } =
        (from function in request.Report.Report.Functions
         from subfunction in function.Subfunctions
         from type in subfunction.ProjectTypes
         where type.Projects.Any(p => p.Number == project.Number)
         select (function.Name, subfunction.Name, type.Name.TrimEnd(':'))).First();

    /// <summary>Money that came from or went to other projects, inferred.</summary>
    public Table Transfers => TransferTable.Of(request, request.Report.Check.Transfers.Where(t => t.FromNumber == project.Number || t.ToNumber == project.Number));

    /// <summary>How each target stands as the indicator of the plan that it is; null where that is not known.</summary>
    public IReadOnlyList<IndicatorProgress?> Standings { get; } = request.HasDocuments
        ? request.Context.RequestServices.GetRequiredService<ReportedIndicators>().Find(request.Report.Version, project)
        : new IndicatorProgress?[project.Targets.Count];

    /// <summary>The targets measured as indicators of the plan, by their own formula and bands.</summary>
    public Table Indicators => StandingTable.Of(
        new("Los indicadores al corte", "The indicators at the cut-off"),
        request.Language,
        project.Targets.Zip(Standings).Where(t => t.Second is not null).Select(t => (t.First.Description, (string?)null, t.Second!)));

    /// <summary>The project's targets.</summary>
    public Table Targets => new(
        new("Metas del proyecto", "Targets of the project"),
        [
            new("number", new("Núm.", "No."), ColumnKind.Figure),
            new("description", new("Meta", "Target"), ColumnKind.RowHeader),
            new("unitOfMeasure", new("Unidad de medida", "Unit of measure")),
            new("programmedAnnual", new("Programada anual", "Original annual"), ColumnKind.Figure),
            new("modifiedAnnual", new("Modificada anual", "Revised annual"), ColumnKind.Figure),
            new("achieved", new("Alcanzada al periodo", "Achieved to date"), ColumnKind.Figure),
            new("percent", new("Cumplimiento %", "Fulfilment %"), ColumnKind.Figure),
            new("status", new("Semáforo", "Status")),
        ],
        [.. project.Targets.Select((t, i) =>
        {
            var status = RagThresholds.Default.Of(t.FulfilmentRate, request.Report.Report.Period);
            return new TableRow(
            [
                TableCell.Of((long)(i + 1)),
                TableCell.Of(t.Description),
                TableCell.Of(t.UnitOfMeasure),
                TableCell.Of(t.Original),
                TableCell.Of(t.Revised),
                TableCell.Of(t.Achieved),
                TableCell.Of(t.FulfilmentRate),
                Standings[i] is { } standing ? StandingTable.Band(standing, request.Language) : TableCell.Of(request.Site.Text(status.Name()), status.Code(), status.Mark()),
            ]);
        })]);

    /// <summary>Every figure of the project and the place in the source file where it stands.</summary>
    public Table Figures => new(
        new("De dónde salió cada cifra", "Where each figure came from"),
        [
            new("figure", new("Cifra", "Figure"), ColumnKind.RowHeader),
            new("value", new("Valor", "Value"), ColumnKind.Figure),
            new("place", new("Lugar en el archivo", "Place in the file"), ColumnKind.Code),
            new("column", new("Columna", "Column"), ColumnKind.Figure),
            new("heading", new("Encabezado de la columna", "Heading of the column"), ColumnKind.Prose),
            new("quote", new("Así está escrito", "As written"), ColumnKind.Prose),
        ],
        [.. BudgetRows(), .. TargetRows(), .. BeneficiaryRows()]);

    private IEnumerable<TableRow> BudgetRows() =>
    [
        Row(new("Presupuesto aprobado", "Approved budget"), TableCell.Of(project.Budget.Approved), project.Place, ReportColumn.ApprovedBudget),
        Row(new("Presupuesto modificado", "Revised budget"), TableCell.Of(project.Budget.Revised), project.Place, ReportColumn.RevisedBudget),
        Row(new("Presupuesto devengado", "Accrued expenditure"), TableCell.Of(project.Budget.Accrued), project.Place, ReportColumn.Accrued),
    ];

    private IEnumerable<TableRow> TargetRows() => project.Targets.SelectMany((t, i) => new[]
    {
        Row(new($"Meta {i + 1}: programada", $"Target {i + 1}: original"), TableCell.Of(t.Original), t.Place, ReportColumn.OriginalTarget, i + 1),
        Row(new($"Meta {i + 1}: modificada", $"Target {i + 1}: revised"), TableCell.Of(t.Revised), t.Place, ReportColumn.RevisedTarget, i + 1),
        Row(new($"Meta {i + 1}: alcanzada", $"Target {i + 1}: achieved"), TableCell.Of(t.Achieved), t.Place, ReportColumn.AchievedValue, i + 1),
        Row(new($"Meta {i + 1}: % impreso", $"Target {i + 1}: printed %"), TableCell.Of(t.PrintedRate), t.Place, ReportColumn.FulfilmentRate, i + 1),
    });

    private IEnumerable<TableRow> BeneficiaryRows() =>
    [
        Row(new("Mujeres", "Women"), TableCell.Of(project.Beneficiaries.Women), project.Place, ReportColumn.Women),
        Row(new("Hombres", "Men"), TableCell.Of(project.Beneficiaries.Men), project.Place, ReportColumn.Men),
        Row(new("Personas", "People"), TableCell.Of(project.Beneficiaries.People), project.Place, ReportColumn.People),
    ];

    private TableRow Row(LocalizedText name, TableCell value, SourcePlace place, ReportColumn column, int? target = null) => new(
    [
        TableCell.Of(request.Site.Text(name), request.HasDocuments ? FigureView.AddressOf(request.Address, new(project.Number, target, column)) : null),
        value,
        TableCell.Of(request.Site.Text(Words.Place(place, request.Report.Version.SourceFormat))),
        TableCell.Of((long)column),
        TableCell.Of(request.Site.Text(OfficialLayout.Headings[(int)column - 1].Text)),
        TableCell.Of(request.Report.Quote(place, (int)column) ?? ""),
    ]);
}
