using System.Globalization;
using Avance.Access;
using Avance.App.Planning;
using Avance.Planning;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Planning;

/// <summary>The plan as it is worked on.</summary>
/// <param name="Request">Who works, and on which year.</param>
/// <param name="Plan">The plan.</param>
public sealed record PlanWork(WorkRequest Request, AnnualPlan Plan)
{
    /// <summary>What does not hold together.</summary>
    public IReadOnlyList<PlanProblem> Problems { get; } = PlanChecker.Check(Plan);

    /// <summary>What was sent and refused; null when nothing was.</summary>
    public Form? Refused { get; init; }

    /// <summary>Whether the year has an approved budget.</summary>
    public bool HasBudget => Request.Get<PlanQueries>().HasBudget(Request.Entity, Request.Year);

    /// <summary>Whether the plan is still written.</summary>
    public bool IsDraft => Plan.Year.State == PlanState.Draft;

    /// <summary>Whether rows can still be added: in a draft, or by amendment.</summary>
    public bool TakesProjects => Plan.Year.State != PlanState.Closed && MayEdit;

    /// <summary>Whether who looks at it may write it.</summary>
    public bool MayEdit => Request.Can(Act.EditPlan);

    /// <summary>The units, each with its form.</summary>
    public Table Units => PlanView.UnitsOf(Plan, unit => MayEdit ? Request.To($"/plan/units/{Uri.EscapeDataString(unit.Code)}") : null);

    /// <summary>The programmes, each with its form.</summary>
    public Table Programmes => new(
        new("Programas presupuestarios", "Budget programmes"),
        [new("code", new("Clave", "Code"), ColumnKind.Code), new("name", new("Programa", "Programme"), ColumnKind.RowHeader), new("projects", new("Proyectos", "Projects"), ColumnKind.Figure)],
        [.. Plan.Programmes.Select(programme => new TableRow(
        [
            TableCell.Of(programme.Code),
            TableCell.Of(programme.Name, MayEdit ? Request.To($"/plan/programmes/{Uri.EscapeDataString(programme.Code)}") : null),
            TableCell.Of((long)Plan.Projects.Count(p => p.ProgrammeCode == programme.Code)),
        ]))]);

    /// <summary>The projects, each with its form.</summary>
    public Table Projects => new(
        new("Proyectos, en el orden en que se imprimen", "Projects, in printed order"),
        [
            new("place", new("Lugar", "Place"), ColumnKind.Figure), new("key", new("Unidad y clave", "Unit and key"), ColumnKind.Code), new("name", new("Proyecto", "Project"), ColumnKind.RowHeader),
            new("indicators", new("Indicadores", "Indicators"), ColumnKind.Figure), new("problems", new("Por resolver", "To mend"), ColumnKind.Figure),
        ],
        [.. Plan.Projects.Select((project, i) => new TableRow(
        [
            TableCell.Of((long)(i + 1)),
            TableCell.Of(project.Address),
            TableCell.Of(project.Name, MayEdit ? AddressOf(Request, project) : null),
            TableCell.Of((long)project.Indicators.Count),
            TableCell.Of((long)Problems.Count(p => p.ProjectId == project.Id && p.BlocksApproval)),
        ]))]);

    /// <summary>Address of a project's form.</summary>
    public static string AddressOf(WorkRequest request, PlannedProject project, string more = "")
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(project);
        return request.To($"/plan/projects/{Uri.EscapeDataString(project.UnitCode)}/{Uri.EscapeDataString(project.Key)}{more}");
    }
}

/// <summary>A row of the plan being edited: its form, and where it is sent.</summary>
/// <param name="Work">The plan.</param>
/// <param name="Form">The form.</param>
public record PlanEdit(PlanWork Work, Form Form)
{
    /// <summary>Who works, and on which year.</summary>
    public WorkRequest Request => Work.Request;

    /// <summary>Who reads.</summary>
    public Site Site => Work.Request.Site;

    /// <summary>Code of the unit or programme on record; null while it is new.</summary>
    public string? Code { get; init; }

    /// <summary>
    /// Whether the form is shown: while the row may be edited, and after that too when something was sent, so that what was
    /// typed can still be read and copied.
    /// </summary>
    public bool MayEdit => IsOpen || !Form.IsValid;

    /// <summary>Whether the row may be edited.</summary>
    protected virtual bool IsOpen => Work.IsDraft || (Code is null && Work.TakesProjects);
}

/// <summary>A project being edited.</summary>
/// <param name="Work">The plan.</param>
/// <param name="Form">The form.</param>
/// <param name="Project">The project on record; null while it is new.</param>
public sealed record ProjectEdit(PlanWork Work, Form Form, PlannedProject? Project) : PlanEdit(Work, Form)
{
    /// <inheritdoc/>
    protected override bool IsOpen => Work.IsDraft || (Work.TakesProjects && (Project?.AddedByAmendment ?? true));

    /// <summary>Its place in the printed order, from 1.</summary>
    public int Place => Project is null ? 0 : Work.Plan.Projects.TakeWhile(p => p.Id != Project.Id).Count() + 1;

    /// <summary>What does not hold together in it.</summary>
    public IEnumerable<PlanProblem> Problems => Work.Problems.Where(p => Project is not null && p.ProjectId == Project.Id);

    /// <summary>Its indicators, each with its form.</summary>
    public Table Indicators => new(
        new("Indicadores del proyecto", "Indicators of the project"),
        [new("number", new("Núm.", "No."), ColumnKind.Figure), new("name", new("Indicador", "Indicator"), ColumnKind.RowHeader), new("unit", new("Unidad de medida", "Unit of measure")), new("annual", new("Meta anual", "Annual target"), ColumnKind.Figure)],
        [.. (Project?.Indicators ?? []).Select(i => new TableRow(
        [
            TableCell.Of((long)i.Position),
            TableCell.Of(i.Name, PlanWork.AddressOf(Request, Project!, string.Create(CultureInfo.InvariantCulture, $"/indicators/{i.Position}"))),
            TableCell.Of(i.UnitOfMeasure),
            TableCell.Of(i.AnnualTarget ?? i.CalendarTarget),
        ]))]);
}

/// <summary>An indicator being edited.</summary>
/// <param name="Work">The plan.</param>
/// <param name="Form">The form.</param>
/// <param name="Project">Its project.</param>
/// <param name="Indicator">The indicator on record; null while it is new.</param>
public sealed record IndicatorEdit(PlanWork Work, Form Form, PlannedProject Project, Indicator? Indicator) : PlanEdit(Work, Form)
{
    /// <inheritdoc/>
    protected override bool IsOpen => Work.IsDraft || (Work.TakesProjects && Project.AddedByAmendment);
}

/// <summary>A year being started.</summary>
/// <param name="Visit">Who works.</param>
/// <param name="Form">The form.</param>
public sealed record YearStart(WorkVisit Visit, Form Form);
