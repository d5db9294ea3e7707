using System.Collections.Frozen;
using Avance.Catalogs;
using Avance.Ledger;
using Avance.Planning;
using Avance.Progress;

namespace Avance.Reporting;

/// <summary>What a report is composed of: the plan, and what the ledger adds up to at the cut-off.</summary>
public sealed record ReportSources
{
    /// <summary>The plan of the year.</summary>
    public required AnnualPlan Plan { get; init; }

    /// <summary>What the budget lines of each project hold together.</summary>
    public required IReadOnlyDictionary<Guid, LineBalance> Budgets { get; init; }

    /// <summary>What each indicator's entries add up to.</summary>
    public required IReadOnlyDictionary<Guid, TargetBalance> Targets { get; init; }

    /// <summary>Whom each project served.</summary>
    public required IReadOnlyDictionary<Guid, BeneficiaryEntry> Beneficiaries { get; init; }

    /// <summary>Why each project's figures are as they are.</summary>
    public required IReadOnlyDictionary<Guid, ExplanationEntry> Explanations { get; init; }

    /// <summary>
    /// Projects whose figures come from third parties. In an office's own books a project with a budget and no accrual has
    /// accrued nothing: zero. In those of others it is not known.
    /// </summary>
    public IReadOnlySet<Guid> ThirdParty { get; init; } = FrozenSet<Guid>.Empty;
}

/// <summary>
/// The report that documents add up to, and what each of its rows stands for. Approved, revised and accrued are sums of
/// ledger entries; original, revised and achieved targets follow each indicator's accumulation.
/// </summary>
/// <param name="Report">The report, as it would be published.</param>
/// <param name="Projects">The planned project of each printed project, in printed order.</param>
/// <param name="Indicators">The indicator of each printed target, project by project.</param>
public sealed record ComposedReport(ProgressReport Report, IReadOnlyList<PlannedProject> Projects, IReadOnlyList<IReadOnlyList<Indicator>> Indicators);

/// <summary>Composes the official report from documents.</summary>
public static class ReportComposition
{
    /// <summary>The report of a quarter.</summary>
    /// <param name="sources">What it is made of, read at the quarter's cut-off.</param>
    /// <param name="period">The quarter.</param>
    public static ComposedReport Compose(ReportSources sources, FiscalPeriod period)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var projects = Ordered(sources.Plan);
        var indicators = projects.Select(Printed).ToList();
        var rows = new List<(PlannedProject Plan, ReportProject Row)>();
        for (var i = 0; i < projects.Count; i++)
        {
            rows.Add((projects[i], Project(sources, projects[i], indicators[i], i + 1, period)));
        }

        var report = new ProgressReport
        {
            Entity = sources.Plan.Entity,
            Period = period,
            Functions = [.. rows.GroupBy(static r => FunctionOf(r.Plan)).Select(static f => Function(f.Key, [.. f]))],
            Explanations = [.. rows.Where(r => sources.Explanations.GetValueOrDefault(r.Plan.Id) is { Text.Length: > 0 }).Select(r => Explanation(sources.Explanations[r.Plan.Id], r.Row.Key))],
        };
        return new(report, projects, indicators);
    }

    /// <summary>
    /// The indicators that a project's report prints as its targets: those of components and activities, or all when it has
    /// neither.
    /// </summary>
    public static IReadOnlyList<Indicator> Printed(PlannedProject project)
    {
        ArgumentNullException.ThrowIfNull(project);
        var printed = project.Indicators.Where(static i => i.Level is IndicatorLevel.Component or IndicatorLevel.Activity).ToList();
        return printed.Count > 0 ? printed : project.Indicators;
    }

    /// <summary>
    /// The plan's projects as they are printed: in the plan's order, within function, subfunction and type of project in the
    /// order of their first project.
    /// </summary>
    public static IReadOnlyList<PlannedProject> Ordered(AnnualPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            .. plan.Projects.GroupBy(FunctionOf).SelectMany(static f => f.GroupBy(static p => p.Subfunction)).SelectMany(static s => s.GroupBy(static p => p.Type)).SelectMany(static t => t),
        ];
    }

    private static string FunctionOf(PlannedProject project) => Classifications.Functional.Find(project.Subfunction)?.Parent ?? "";

    private static ReportFunction Function(string code, List<(PlannedProject Plan, ReportProject Row)> rows) => new(
        Name(code),
        null,
        [.. rows.GroupBy(static r => r.Plan.Subfunction).Select(static s => new ReportSubfunction(
            Name(s.Key),
            BudgetFigures.Sum(s.Select(static r => r.Row.Budget)),
            [.. s.GroupBy(static r => r.Plan.Type).Select(static t => new ReportProjectType(
                t.Key == ProjectType.Current ? "PROYECTOS DE GASTO CORRIENTE:" : "PROYECTOS DE INVERSIÓN:",
                [.. t.Select(static r => r.Row)]))]))]);

    private static string Name(string code) => Classifications.Functional.Find(code)?.Name.ToUpperInvariant() ?? "SIN CLASIFICACIÓN FUNCIONAL";

    private static ReportProject Project(ReportSources sources, PlannedProject plan, IReadOnlyList<Indicator> indicators, int number, FiscalPeriod period)
    {
        var served = sources.Beneficiaries.GetValueOrDefault(plan.Id);
        return new()
        {
            Number = number,
            Key = plan.Key,
            SdgTargets = plan.SdgTargets,
            Name = plan.Name,
            Targets = [.. indicators.Select(i => Target(i, sources.Targets.GetValueOrDefault(i.Id), period))],
            Budget = Budget(sources, plan.Id),
            Municipality = plan.Municipality,
            Locality = plan.Locality,
            Beneficiaries = new(served.Women, served.Men, served.People),
        };
    }

    private static BudgetFigures Budget(ReportSources sources, Guid project)
    {
        if (!sources.Budgets.TryGetValue(project, out var balance))
        {
            return default;
        }

        Money? nothing = sources.ThirdParty.Contains(project) || balance.KnownRevised() is null ? null : Money.Zero;
        return new(balance.Known(BudgetStage.Approved) ?? nothing, balance.KnownRevised(), balance.Known(BudgetStage.Accrued) ?? nothing);
    }

    private static ReportTarget Target(Indicator indicator, TargetBalance? balance, FiscalPeriod period)
    {
        var month = period.CutOffDate.Month;
        var target = new ReportTarget(
            indicator.Name,
            indicator.UnitOfMeasure,
            balance is null ? null : Through(indicator, balance.Months12(TargetStage.Original), 12),
            balance is null ? null : Through(indicator, balance.Revised12(), 12),
            balance is null ? null : Through(indicator, balance.Months12(TargetStage.Achieved), month),
            null);
        return target with { PrintedRate = target.FulfilmentRate };
    }

    private static decimal? Through(Indicator indicator, IReadOnlyList<decimal?> months, int month) =>
        Accumulated.Through(indicator.Accumulation, indicator.Frequency, months, month) is { } value ? TargetQuantity.Normalize(value) : null;

    private static DeviationExplanation Explanation(ExplanationEntry entry, string key) => new(key, entry.ProjectName, entry.Text);
}
