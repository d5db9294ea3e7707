using Avance.Capture;
using Avance.Ledger;
using Avance.Planning;
using Avance.Web.Planning;
using Avance.Web.Ui;

namespace Avance.Web.Capture;

/// <summary>A target of a sheet with all that stands beside its cell.</summary>
/// <param name="Project">Its project.</param>
/// <param name="Indicator">The target.</param>
/// <param name="Before">What it had achieved by the end of the quarter before.</param>
/// <param name="Previous">What the quarter before achieved alone.</param>
/// <param name="Progress">How it stands with what was captured.</param>
public sealed record TargetRow(PlannedProject Project, Indicator Indicator, decimal? Before, decimal? Previous, IndicatorProgress Progress)
{
    /// <summary>Where its figure is written.</summary>
    public CellAddress Achieved => new(Indicator.Id, CaptureField.Achieved);

    /// <summary>Where its denominator is written.</summary>
    public CellAddress Denominator => new(Indicator.Id, CaptureField.Denominator);

    /// <summary>Whether it is measured against something that a unit may have to tell.</summary>
    public bool HasDenominator => Indicator.Denominator.Length > 0;

    /// <summary>Class of the mark of its traffic light.</summary>
    public string Mark => StandingTable.Mark(Progress.Band);

    /// <summary>Its traffic light in words.</summary>
    public LocalizedText Light => StandingTable.Label(Progress);

    /// <summary>The figures that follow from its cell, each with the first letter of its identity on the page.</summary>
    public IEnumerable<(string Key, string Text)> Derived =>
    [
        ("c", Figure.Print(Progress.Achieved)), ("y", Words.Percent(Progress.AnnualRate)), ("d", Words.Percent(Progress.PeriodRate)),
    ];

    /// <summary>Every target of what a sheet says, in the plan's order.</summary>
    internal static IReadOnlyList<TargetRow> All(SheetContent content, SheetGround ground)
    {
        var month = ground.Period.Quarter * 3;
        var with = SheetChecker.Overlay(content, ground).Targets;
        return [.. content.Projects.SelectMany(p => p.Indicators.Select(i => Row(p.Project, i.Indicator)))];

        TargetRow Row(PlannedProject project, Indicator indicator)
        {
            var before = ground.Sources.Targets.GetValueOrDefault(indicator.Id)?.Months12(TargetStage.Achieved) ?? Indicator.EmptyCalendar;
            return new(
                project, indicator,
                month == 3 ? null : Accumulated.Through(indicator.Accumulation, indicator.Frequency, before, month - 3),
                month == 3 ? null : Accumulated.Within(indicator.Accumulation, before, month - 5, month - 3),
                IndicatorProgress.Of(indicator, with[indicator.Id].Revised12(), with[indicator.Id].Months12(TargetStage.Achieved), month));
        }
    }
}

/// <summary>The people that a project served, with what that makes of the year.</summary>
/// <param name="Captured">What was captured of the project.</param>
/// <param name="Before">Whom it had served by the end of the quarter before.</param>
/// <param name="Through">Whom it has served by now, by its declared rule.</param>
/// <param name="Rows">The rows to write in, from 1.</param>
public sealed record ServedRow(ProjectCapture Captured, BeneficiaryEntry Before, BeneficiaryEntry Through, int Rows)
{
    /// <summary>The project.</summary>
    public PlannedProject Project => Captured.Project;

    /// <summary>What the rows and the rule make, in a sentence.</summary>
    public LocalizedText Sum => new(
        $"Acumulado: {Count(Through.Women)} mujeres, {Count(Through.Men)} hombres{(Before.Women is null && Before.Men is null ? "" : $" (antes: {Count(Before.Women)} y {Count(Before.Men)})")}",
        $"Cumulative: {Count(Through.Women)} women, {Count(Through.Men)} men{(Before.Women is null && Before.Men is null ? "" : $" (before: {Count(Before.Women)} and {Count(Before.Men)})")}");

    private static string Count(long? people) => people is { } told ? Figure.Print((long?)told) : "—";
}
