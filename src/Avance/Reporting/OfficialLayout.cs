using Avance.Progress;

namespace Avance.Reporting;

/// <summary>
/// The sixteen columns of the official report, numbered as printed. Text, workbook and PDF all keep this order, so a
/// column number says where a figure stands in any of them.
/// </summary>
public enum ReportColumn
{
    /// <summary>Clave del proyecto.</summary>
    Key = 1,

    /// <summary>Objetivo de desarrollo sostenible.</summary>
    SdgTargets,

    /// <summary>Subfunción, tipo de proyecto, proyecto or meta.</summary>
    Name,

    /// <summary>Unidad de medida.</summary>
    UnitOfMeasure,

    /// <summary>Meta programada anual.</summary>
    OriginalTarget,

    /// <summary>Meta modificada anual.</summary>
    RevisedTarget,

    /// <summary>Meta alcanzada al periodo.</summary>
    AchievedValue,

    /// <summary>Porcentaje de cumplimiento de la meta modificada.</summary>
    FulfilmentRate,

    /// <summary>Presupuesto aprobado, pesos.</summary>
    ApprovedBudget,

    /// <summary>Presupuesto modificado, pesos.</summary>
    RevisedBudget,

    /// <summary>Presupuesto devengado, pesos.</summary>
    Accrued,

    /// <summary>Municipio.</summary>
    Municipality,

    /// <summary>Localidad.</summary>
    Locality,

    /// <summary>Mujeres.</summary>
    Women,

    /// <summary>Hombres.</summary>
    Men,

    /// <summary>Personas.</summary>
    People,
}

/// <summary>What a row of the official layout is.</summary>
public enum LayoutRowKind
{
    /// <summary>Heading of a function, usually without amounts.</summary>
    Function,

    /// <summary>Heading of a subfunction with its totals.</summary>
    Subfunction,

    /// <summary>Heading of a type of project.</summary>
    ProjectType,

    /// <summary>A project: key, SDG, name, amounts, coverage and beneficiaries.</summary>
    Project,

    /// <summary>A target of the project above: description, unit, quantities, percentage.</summary>
    Target,

    /// <summary>The entity's total, last row, only when the report prints one.</summary>
    Total,
}

/// <summary>One row of the official layout; which members are set follows from its kind.</summary>
public sealed record LayoutRow
{
    /// <summary>What the row is.</summary>
    public required LayoutRowKind Kind { get; init; }

    /// <summary>Heading, project name or target description.</summary>
    public required string Text { get; init; }

    /// <summary>Amounts of a heading (when printed) or of a project.</summary>
    public BudgetFigures? Budget { get; init; }

    /// <summary>The project of a project or target row.</summary>
    public ReportProject? Project { get; init; }

    /// <summary>The target of a target row.</summary>
    public ReportTarget? Target { get; init; }
}

/// <summary>A column heading: the group it stands under, if any, and its own text.</summary>
/// <param name="Column">Which column.</param>
/// <param name="Group">Heading over several columns («METAS», «BENEFICIARIOS»), or null.</param>
/// <param name="Text">The column's own heading.</param>
public sealed record ColumnHeading(ReportColumn Column, LocalizedText? Group, LocalizedText Text);

/// <summary>The official layout as a sequence of rows that every painter follows, and its headings.</summary>
public static class OfficialLayout
{
    /// <summary>The report's official name.</summary>
    public static LocalizedText Title { get; } = new("Avance programático-presupuestal", "Programme and budget progress report");

    /// <summary>Heading of the explanations that follow the table.</summary>
    public static LocalizedText ExplanationsTitle { get; } = new("Justificaciones", "Deviation explanations");

    /// <summary>Headings of the explanations' table: key, name, text.</summary>
    public static IReadOnlyList<LocalizedText> ExplanationHeadings { get; } =
        [new("CLAVE", "KEY"), new("NOMBRE", "NAME"), new("DESCRIPCIÓN", "DESCRIPTION")];

    /// <summary>Label of the entity's total, printed as the last row of the table when the report prints one.</summary>
    public static LocalizedText TotalLabel { get; } = new("TOTAL", "TOTAL");

    private static readonly LocalizedText Targets = new("METAS", "TARGETS");
    private static readonly LocalizedText Beneficiaries = new("BENEFICIARIOS", "BENEFICIARIES");

    /// <summary>The sixteen headings, in printed order.</summary>
    public static IReadOnlyList<ColumnHeading> Headings { get; } =
    [
        new(ReportColumn.Key, null, new("CLAVE DEL PROYECTO", "PROJECT KEY")),
        new(ReportColumn.SdgTargets, null, new("OBJETIVO DE DESARROLLO SOSTENIBLE", "SUSTAINABLE DEVELOPMENT GOAL")),
        new(ReportColumn.Name, null, new("SUBFUNCIÓN / TIPO DE PROYECTO PROYECTOS / METAS (CONCEPTOS)", "SUBFUNCTION / PROJECT TYPE PROJECTS / TARGETS (CONCEPTS)")),
        new(ReportColumn.UnitOfMeasure, null, new("UNIDAD DE MEDIDA", "UNIT OF MEASURE")),
        new(ReportColumn.OriginalTarget, Targets, new("PROGRAM. ANUAL", "ORIGINAL ANNUAL")),
        new(ReportColumn.RevisedTarget, Targets, new("MODIF. ANUAL", "REVISED ANNUAL")),
        new(ReportColumn.AchievedValue, Targets, new("ALCANZ. AL PERIODO", "ACHIEVED TO DATE")),
        new(ReportColumn.FulfilmentRate, Targets, new("% CUMPLIM. MODIF.", "% OF REVISED")),
        new(ReportColumn.ApprovedBudget, null, new("PRESUPUESTO APROBADO ( PESOS )", "APPROVED BUDGET ( PESOS )")),
        new(ReportColumn.RevisedBudget, null, new("PRESUPUESTO MODIFICADO ( PESOS )", "REVISED BUDGET ( PESOS )")),
        new(ReportColumn.Accrued, null, new("PRESUPUESTO DEVENGADO ( PESOS )", "ACCRUED EXPENDITURE ( PESOS )")),
        new(ReportColumn.Municipality, Beneficiaries, new("MUNICIPIO", "MUNICIPALITY")),
        new(ReportColumn.Locality, Beneficiaries, new("LOCALIDAD", "LOCALITY")),
        new(ReportColumn.Women, Beneficiaries, new("MUJER", "WOMEN")),
        new(ReportColumn.Men, Beneficiaries, new("HOMBRE", "MEN")),
        new(ReportColumn.People, Beneficiaries, new("PERSONA", "PEOPLE")),
    ];

    /// <summary>The report row by row, in printed order: headings, projects, and each project's targets under it.</summary>
    public static IEnumerable<LayoutRow> Rows(ProgressReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        foreach (var function in report.Functions)
        {
            yield return new() { Kind = LayoutRowKind.Function, Text = function.Name, Budget = function.PrintedTotals };
            foreach (var row in function.Subfunctions.SelectMany(Rows))
            {
                yield return row;
            }
        }

        if (report.PrintedTotals is { } totals)
        {
            yield return new() { Kind = LayoutRowKind.Total, Text = TotalLabel.Spanish, Budget = totals };
        }
    }

    private static IEnumerable<LayoutRow> Rows(ReportSubfunction subfunction)
    {
        yield return new() { Kind = LayoutRowKind.Subfunction, Text = subfunction.Name, Budget = subfunction.PrintedTotals };
        foreach (var type in subfunction.ProjectTypes)
        {
            yield return new() { Kind = LayoutRowKind.ProjectType, Text = type.Name };
            foreach (var project in type.Projects)
            {
                yield return new() { Kind = LayoutRowKind.Project, Text = project.Name, Budget = project.Budget, Project = project };
                foreach (var target in project.Targets)
                {
                    yield return new() { Kind = LayoutRowKind.Target, Text = target.Description, Project = project, Target = target };
                }
            }
        }
    }
}
