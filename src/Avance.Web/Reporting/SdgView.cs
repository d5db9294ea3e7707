using System.Collections.Frozen;
using Avance.Catalogs;
using Avance.Progress;
using Avance.Web.Findings;
using Avance.Web.Ui;

namespace Avance.Web.Reporting;

/// <summary>
/// Projects and money by goal and target of the 2030 Agenda. A project's money is counted once, at its primary target.
/// </summary>
/// <param name="request">The report, and who reads.</param>
public sealed class SdgView(ReportRequest request)
{
    private static readonly FrozenDictionary<string, int> Positions =
        SdgCatalog.Targets.Select((t, i) => (t.Code, Index: i)).ToFrozenDictionary(p => p.Code, p => p.Index, StringComparer.Ordinal);

    /// <summary>The report, and who reads.</summary>
    public ReportRequest Request => request;

    /// <summary>The goals that the report contributes to, by number; projects without a known goal come last, under none.</summary>
    public IReadOnlyList<GoalShare> Goals { get; } =
        [.. request.Report.Projects.GroupBy(PrimaryGoal).OrderBy(g => g.Key ?? int.MaxValue).Select(g => new GoalShare(
            g.Key is { } number ? SdgCatalog.Goal(number) : null,
            [.. g],
            BudgetFigures.Sum(g.Select(p => p.Budget))))];

    /// <summary>How many projects contribute to more than one target.</summary>
    public int WithSeveral { get; } = request.Report.Projects.Count(p => p.SdgTargets.Count > 1);

    /// <summary>Projects and money by target.</summary>
    public Table Targets => new(
        new("Proyectos y presupuesto por meta de los ODS", "Projects and budget by SDG target"),
        [
            new("goal", new("Objetivo", "Goal")),
            new("target", new("Meta", "Target"), ColumnKind.RowHeader),
            new("title", new("Qué dice", "What it says"), ColumnKind.Prose),
            new("projects", new("Proyectos", "Projects"), ColumnKind.Figure),
            new("approved", new("Aprobado", "Approved"), ColumnKind.Figure),
            new("modified", new("Modificado", "Revised"), ColumnKind.Figure),
            new("accrued", new("Devengado", "Accrued"), ColumnKind.Figure),
            new("financialProgress", new("Avance financiero %", "Financial progress %"), ColumnKind.Figure),
        ],
        [.. request.Report.Projects
            .GroupBy(p => p.SdgTargets.Count > 0 ? p.SdgTargets[0] : "")
            .OrderBy(g => Order(g.Key))
            .Select(g => Row(g.Key, [.. g]))]);

    /// <summary>Name of a goal in the reader's language.</summary>
    public string NameOf(SdgGoal? goal) => goal is null
        ? request.Site.Text("Sin objetivo en el catálogo", "No goal of the catalogue")
        : $"{goal.Number} · {request.Site.Text(goal.Name, goal.EnglishName)}";

    private static int? PrimaryGoal(ReportProject project) => project.SdgTargets.Count > 0 ? SdgCatalog.Find(project.SdgTargets[0])?.Goal : null;

    /// <summary>Catalogue order (16.9 before 16.10), unknown codes and blanks last.</summary>
    private static (int Known, int Index, string Code) Order(string code)
    {
        var target = SdgCatalog.Find(code);
        return target is null ? (code.Length == 0 ? 2 : 1, 0, code) : (0, Positions[target.Code], code);
    }

    private TableRow Row(string code, IReadOnlyList<ReportProject> projects)
    {
        var target = SdgCatalog.Find(code);
        var sum = BudgetFigures.Sum(projects.Select(p => p.Budget));
        return new(
        [
            TableCell.Of(NameOf(target is null ? null : SdgCatalog.Goal(target.Goal))),
            TableCell.Of(code.Length == 0 ? request.Site.Text("Sin meta", "No target") : code),
            TableCell.Of(target?.ShortTitle ?? ""),
            TableCell.Of(projects.Count),
            TableCell.Of(sum.Approved),
            TableCell.Of(sum.Revised),
            TableCell.Of(sum.Accrued),
            TableCell.Of(Percentage.Of(sum.Accrued, sum.Revised)),
        ]);
    }
}

/// <summary>What a report gives to one goal.</summary>
/// <param name="Goal">The goal; null for projects without a known one.</param>
/// <param name="Projects">Its projects, in printed order.</param>
/// <param name="Budget">Their money.</param>
public sealed record GoalShare(SdgGoal? Goal, IReadOnlyList<ReportProject> Projects, BudgetFigures Budget);
