using Avance.Planning;

namespace Avance.Progress;

/// <summary>
/// A quarterly <em>avance programático-presupuestal</em> as published: for each project what was promised,
/// achieved, budgeted and spent, and whom it served. Figures are cumulative from January (LGCG arts. 46-III, 51).
/// Order is the printed order; absent figures are <c>null</c>, which is not zero.
/// </summary>
public sealed record ProgressReport
{
    /// <summary>Who reports.</summary>
    public required PublicEntity Entity { get; init; }

    /// <summary>The quarter reported.</summary>
    public required FiscalPeriod Period { get; init; }

    /// <summary>The entity's total as printed; null when the report prints none.</summary>
    public BudgetFigures? PrintedTotals { get; init; }

    /// <summary>Functions of the functional classification, in printed order.</summary>
    public required IReadOnlyList<ReportFunction> Functions { get; init; }

    /// <summary>The explanations of deviations that follow the table (<em>justificaciones</em>).</summary>
    public required IReadOnlyList<DeviationExplanation> Explanations { get; init; }

    /// <summary>Every subfunction, in printed order.</summary>
    public IEnumerable<ReportSubfunction> Subfunctions => Functions.SelectMany(f => f.Subfunctions);

    /// <summary>Every project, in printed order.</summary>
    public IEnumerable<ReportProject> Projects => Functions.SelectMany(f => f.Projects);

    /// <summary>The entity's total: as printed, or else the sum of its subfunctions' totals.</summary>
    public BudgetFigures Totals => PrintedTotals ?? BudgetFigures.Sum(Functions.Select(f => f.Totals));
}

/// <summary>A function (<em>función</em>, CFG second level) as a heading of the report.</summary>
/// <param name="Name">Printed name.</param>
/// <param name="PrintedTotals">Printed totals; null when the heading prints none, as is usual.</param>
/// <param name="Subfunctions">Its subfunctions, in printed order.</param>
public sealed record ReportFunction(string Name, BudgetFigures? PrintedTotals, IReadOnlyList<ReportSubfunction> Subfunctions)
{
    /// <summary>Where the heading stands in the source file.</summary>
    public SourcePlace Place { get; init; }

    /// <summary>Its projects, in printed order.</summary>
    public IEnumerable<ReportProject> Projects => Subfunctions.SelectMany(s => s.Projects);

    /// <summary>As printed, or else the sum of its subfunctions' totals.</summary>
    public BudgetFigures Totals => PrintedTotals ?? BudgetFigures.Sum(Subfunctions.Select(s => s.Totals));
}

/// <summary>A subfunction (<em>subfunción</em>, CFG third level) as a heading that prints totals.</summary>
/// <param name="Name">Printed name.</param>
/// <param name="PrintedTotals">Printed totals; null when the heading prints none.</param>
/// <param name="ProjectTypes">Its types of project, in printed order.</param>
public sealed record ReportSubfunction(string Name, BudgetFigures? PrintedTotals, IReadOnlyList<ReportProjectType> ProjectTypes)
{
    /// <summary>Where the heading stands in the source file.</summary>
    public SourcePlace Place { get; init; }

    /// <summary>Its projects, in printed order.</summary>
    public IEnumerable<ReportProject> Projects => ProjectTypes.SelectMany(t => t.Projects);

    /// <summary>As printed, or else the sum of its projects.</summary>
    public BudgetFigures Totals => PrintedTotals ?? BudgetFigures.Sum(Projects.Select(p => p.Budget));
}

/// <summary>A heading such as «PROYECTOS DE GASTO CORRIENTE:» and the projects under it.</summary>
/// <param name="Name">Printed name, with its colon when printed.</param>
/// <param name="Projects">Its projects, in printed order.</param>
public sealed record ReportProjectType(string Name, IReadOnlyList<ReportProject> Projects)
{
    /// <summary>Where the heading stands in the source file.</summary>
    public SourcePlace Place { get; init; }
}
