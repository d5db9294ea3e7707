using Avance.Ledger;
using Avance.Planning;
using Avance.Progress;

namespace Avance.Capture;

/// <summary>How a project's targets and money go together, and where each would end.</summary>
/// <param name="Project">The project.</param>
/// <param name="Physical">Mean of what its targets achieved of the revised year, percent; null when none has a rate.</param>
/// <param name="Financial">What was accrued of the revised budget, percent; null when there is none.</param>
/// <param name="Revised">Its revised budget; null when it has none.</param>
/// <param name="Budget">Where its accrued budget would end; null when it has no budget, or nobody's spending is on record.</param>
/// <param name="Targets">Its targets, as the report prints them.</param>
public sealed record BoardProject(PlannedProject Project, decimal? Physical, decimal? Financial, Money? Revised, YearEndForecast? Budget, IReadOnlyList<BoardTarget> Targets)
{
    /// <summary>Physical minus financial progress, percentage points; null when either is absent.</summary>
    public decimal? Gap => Physical - Financial;
}

/// <summary>Where a target would end.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Annual">Its revised target of the year.</param>
/// <param name="Forecast">What the year would reach.</param>
/// <param name="Outlook">How that stands against the target.</param>
public sealed record BoardTarget(Indicator Indicator, decimal? Annual, YearEndForecast Forecast, ForecastOutlook Outlook);

/// <summary>A year at a quarter's cut-off: where physical and financial progress part, and where targets and budgets would end.</summary>
/// <param name="Period">The last quarter whose progress was told.</param>
/// <param name="Projects">The projects, in printed order.</param>
public sealed record YearBoard(FiscalPeriod Period, IReadOnlyList<BoardProject> Projects)
{
    /// <summary>Reads the board off the grounds of a quarter.</summary>
    public static YearBoard Of(SheetGround ground)
    {
        ArgumentNullException.ThrowIfNull(ground);
        var accounted = Accounted(ground);
        var composed = Reporting.ReportComposition.Compose(ground.Sources, ground.Period);
        var rows = composed.Report.Projects.ToList();
        return new(ground.Period, [.. composed.Projects.Select((project, i) => Project(ground, project, rows[i], composed.Indicators[i], accounted))]);
    }

    private static BoardProject Project(SheetGround ground, PlannedProject project, ReportProject row, IReadOnlyList<Indicator> indicators, int accounted)
    {
        var budget = ground.Sources.Budgets.GetValueOrDefault(project.Id);
        return new(
            project, row.PhysicalProgress, row.FinancialProgress, row.Budget.Revised,
            budget is null || accounted == 0 ? null : Budget(budget, accounted),
            [.. indicators.Select(i => Target(ground, i))]);
    }

    /// <summary>The last month of the period, counted from January, up to which anybody's spending is on record; 0 for none: months without accounts say nothing of the year.</summary>
    private static int Accounted(SheetGround ground) => Enumerable.Range(1, ground.Period.Quarter * 3)
        .LastOrDefault(month => ground.Sources.Budgets.Values.Any(b => b[BudgetStage.Accrued, month] != Money.Zero));

    private static YearEndForecast Budget(LineBalance balance, int month) => YearEndForecast.OfBudget(
        [.. Enumerable.Range(1, 12).Select(m => balance[BudgetStage.Approved, m] + balance[BudgetStage.Increase, m] - balance[BudgetStage.Decrease, m])],
        [.. Enumerable.Range(1, 12).Select(m => balance[BudgetStage.Accrued, m])],
        month);

    private static BoardTarget Target(SheetGround ground, Indicator indicator)
    {
        var balance = ground.Sources.Targets.GetValueOrDefault(indicator.Id) ?? new();
        var annual = Accumulated.Through(indicator.Accumulation, indicator.Frequency, balance.Revised12(), 12);
        var forecast = YearEndForecast.OfTarget(indicator, balance.Revised12(), balance.Months12(TargetStage.Achieved), ground.Period.Quarter);
        return new(indicator, annual, forecast, annual is { } target ? forecast.Against(target, indicator.Direction) : ForecastOutlook.Unknown);
    }
}
