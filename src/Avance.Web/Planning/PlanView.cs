using System.Globalization;
using Avance.App.Planning;
using Avance.Planning;
using Avance.Web.Ui;

namespace Avance.Web.Planning;

/// <summary>The plan of a year, to be read.</summary>
/// <param name="Request">Of which office and year, and who reads.</param>
/// <param name="Plan">The plan.</param>
public sealed record PlanView(YearRequest Request, AnnualPlan Plan)
{
    /// <summary>The projects, in printed order.</summary>
    public Table Table => new(
        new("Proyectos del plan", "Projects of the plan"),
        [
            new("unit", new("Unidad", "Unit"), ColumnKind.Code),
            new("key", new("Clave", "Key"), ColumnKind.Code),
            new("name", new("Proyecto", "Project"), ColumnKind.RowHeader),
            new("programme", new("Programa", "Programme"), ColumnKind.Code),
            new("sdgTargets", new("Metas ODS", "SDG targets"), ColumnKind.Code),
            new("indicators", new("Indicadores", "Indicators"), ColumnKind.Figure),
        ],
        [.. Plan.Projects.Select(p => new TableRow(
        [
            TableCell.Of(p.UnitCode),
            TableCell.Of(p.Key),
            TableCell.Of(p.Name, AddressOf(Request, p)),
            TableCell.Of(p.ProgrammeCode),
            TableCell.Of(string.Join(' ', p.SdgTargets)),
            TableCell.Of((long)p.Indicators.Count),
        ]))]);

    /// <summary>The responsible units, as a tree.</summary>
    public Table Units => UnitsOf(Plan, static _ => null);

    /// <summary>The responsible units of a plan as a tree, each with its projects and, where it has one, its page.</summary>
    internal static Table UnitsOf(AnnualPlan plan, Func<ResponsibleUnit, string?> address) => new(
        new("Unidades responsables", "Responsible units"),
        [
            new("code", new("Clave", "Code"), ColumnKind.Code),
            new("name", new("Unidad", "Unit"), ColumnKind.RowHeader),
            new("projects", new("Proyectos", "Projects"), ColumnKind.Figure),
        ],
        [.. plan.UnitTree().Select(node => new TableRow(
        [
            TableCell.Of(node.Unit.Code),
            TableCell.Of(string.Concat(Enumerable.Repeat("— ", node.Depth)) + node.Unit.Name, address(node.Unit)),
            TableCell.Of((long)plan.Projects.Count(p => p.UnitCode == node.Unit.Code)),
        ]))]);

    /// <summary>Address of the table in another format.</summary>
    public string Twin(string extension) => Request.To("/plan" + extension);

    /// <summary>Address of a project's page.</summary>
    public static string AddressOf(YearRequest request, PlannedProject project, string more = "")
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(project);
        return request.To($"/plan/{Uri.EscapeDataString(project.UnitCode)}/{Uri.EscapeDataString(project.Key)}{more}");
    }
}

/// <summary>A project of the plan, to be read.</summary>
/// <param name="Request">Of which office and year, and who reads.</param>
/// <param name="Plan">The plan.</param>
/// <param name="Project">The project.</param>
public sealed record PlannedProjectView(YearRequest Request, AnnualPlan Plan, PlannedProject Project)
{
    /// <summary>Its indicators with what each quarter programmes.</summary>
    public Table Table => new(
        new("Indicadores y metas programadas por trimestre", "Indicators and targets programmed by quarter"),
        [
            new("number", new("Núm.", "No."), ColumnKind.Figure),
            new("level", new("Nivel", "Level")),
            new("name", new("Indicador", "Indicator"), ColumnKind.RowHeader),
            new("unitOfMeasure", new("Unidad de medida", "Unit of measure")),
            new("quarter1", new("Trim. 1", "Quarter 1"), ColumnKind.Figure),
            new("quarter2", new("Trim. 2", "Quarter 2"), ColumnKind.Figure),
            new("quarter3", new("Trim. 3", "Quarter 3"), ColumnKind.Figure),
            new("quarter4", new("Trim. 4", "Quarter 4"), ColumnKind.Figure),
            new("annual", new("Meta anual", "Annual target"), ColumnKind.Figure),
        ],
        [.. Project.Indicators.Select(i => new TableRow(
        [
            TableCell.Of((long)i.Position),
            TableCell.Of(PlanWords.Levels.Text(i.Level).In(Request.Language), PlanWords.Levels.Token(i.Level), null),
            TableCell.Of(i.Name, Address(string.Create(CultureInfo.InvariantCulture, $"/{i.Position}"))),
            TableCell.Of(i.UnitOfMeasure),
            TableCell.Of(i.QuarterTarget(1)),
            TableCell.Of(i.QuarterTarget(2)),
            TableCell.Of(i.QuarterTarget(3)),
            TableCell.Of(i.QuarterTarget(4)),
            TableCell.Of(i.AnnualTarget ?? i.CalendarTarget),
        ]))]);

    /// <summary>How its indicators stand; null while nothing achieved was told in the year.</summary>
    public IndicatorStandings? Standings { get; } = Request.Get<PlanProgress>().Latest(Plan);

    /// <summary>How each of its indicators stands that something achieved was told of.</summary>
    public Table Progress => StandingTable.Of(
        Standings is { Month: var month } ? new($"Avance al cierre de {MonthName.Name(month).Spanish}", $"Progress at the end of {MonthName.Name(month).English}") : new("Avance", "Progress"),
        Request.Language,
        Project.Indicators.Where(i => Standings?.Indicators.ContainsKey(i.Id) == true)
            .Select(i => (i.Name, (string?)Address(string.Create(CultureInfo.InvariantCulture, $"/{i.Position}")), Standings!.Indicators[i.Id])));

    /// <summary>Address of something of this project.</summary>
    public string Address(string more) => PlanView.AddressOf(Request, Project, more);
}

/// <summary>An indicator of the plan, to be read.</summary>
/// <param name="Project">Its project.</param>
/// <param name="Indicator">The indicator.</param>
public sealed record IndicatorView(PlannedProjectView Project, Indicator Indicator)
{
    /// <summary>What each month programmes, and what has to be reached by its end.</summary>
    public Table Table => new(
        new("Calendario de la meta", "Calendar of the target"),
        [
            new("month", new("Mes", "Month"), ColumnKind.RowHeader),
            new("programmed", new("Programado", "Programmed"), ColumnKind.Figure),
            new("due", new("Al cierre del mes", "By the end of the month"), ColumnKind.Figure),
        ],
        [.. Enumerable.Range(1, 12).Select(month => new TableRow(
        [
            TableCell.Of(Words.Capital(MonthName.Name(month).In(Project.Request.Language)), MonthName.Abbreviation(month).Spanish, null),
            TableCell.Of(Indicator.Calendar[month - 1]),
            TableCell.Of(Indicator.ProgrammedThrough(month)),
        ]))]);

    /// <summary>How it stands; null while nothing achieved was told of it.</summary>
    public IndicatorProgress? Progress => Project.Standings?.Indicators.GetValueOrDefault(Indicator.Id);

    /// <summary>The bands of its traffic light.</summary>
    public Table Bands => new(
        new($"Semáforo: {Indicator.Bands.Name.Spanish}", $"Traffic light: {Indicator.Bands.Name.English}"),
        [
            new("label", new("Banda", "Band"), ColumnKind.RowHeader),
            new("from", new("Desde %", "From %"), ColumnKind.Figure),
            new("to", new("Hasta %", "To %"), ColumnKind.Figure),
        ],
        [.. Indicator.Bands.Bands.Select(b => new TableRow([TableCell.Of(b.Label.In(Project.Request.Language)), TableCell.Of(b.From), TableCell.Of(b.To)]))]);

    /// <summary>Address of something of this indicator.</summary>
    public string Address(string more) => Project.Address(string.Create(CultureInfo.InvariantCulture, $"/{Indicator.Position}{more}"));
}
