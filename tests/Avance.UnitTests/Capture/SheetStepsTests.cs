using Avance.Capture;
using Avance.Ledger;
using Avance.Planning;
using Xunit;

namespace Avance.UnitTests.Capture;

public sealed class SheetStepsTests
{
    [Fact]
    public void What_is_signed_changes_only_by_reopening_and_what_is_missing_may_also_be_readmitted()
    {
        Assert.All(SheetSteps.All.Where(s => s.From == SheetState.Authorised), s => Assert.Equal(SheetAct.Reopen, s.Act));
        Assert.Equal([SheetAct.Reopen, SheetAct.Readmit], SheetSteps.All.Where(s => s.From == SheetState.Missing).Select(s => s.Act));
    }

    [Fact]
    public void Only_what_was_approved_is_signed() =>
        Assert.Equal([SheetState.Approved], SheetSteps.All.Where(s => s.Act == SheetAct.Authorise).Select(s => s.From));

    [Fact]
    public void Every_state_is_left_by_some_step_and_each_step_is_there_once()
    {
        Assert.All(Enum.GetValues<SheetState>(), state => Assert.Contains(SheetSteps.All, s => s.From == state));
        Assert.Equal(SheetSteps.All.Count, SheetSteps.All.Select(s => (s.From, s.Act)).Distinct().Count());
        Assert.All(Enum.GetValues<SheetState>(), state => Assert.Equal(state, SheetSteps.StateOf(state.Code())));
        Assert.All(Enum.GetValues<SheetAct>(), act => Assert.Equal(act, SheetSteps.ActOf(act.Code())));
        Assert.All(Enum.GetValues<PeriodAct>(), act => Assert.Equal(act, PeriodNames.ActOf(act.Code())));
    }

    [Theory]
    [InlineData(SheetState.Capturing, 1, Punctuality.InTime)]
    [InlineData(SheetState.Capturing, 12, Punctuality.DueSoon)]
    [InlineData(SheetState.Returned, 15, Punctuality.DueSoon)]
    [InlineData(SheetState.Returned, 16, Punctuality.Late)]
    [InlineData(SheetState.Submitted, 30, Punctuality.Done)]
    public void A_sheet_is_late_only_while_its_unit_has_it(SheetState state, int day, Punctuality expected) =>
        Assert.Equal(expected, PeriodNames.Of(state, new(2024, 4, 15), new(2024, 4, day)));

    [Fact]
    public void The_legal_limit_is_thirty_days_after_the_cut_off()
    {
        var period = new CapturePeriod(new(2023, 3), true, new(2023, 10, 1), new(2023, 10, 31), 0);
        Assert.Equal(new(2023, 10, 30), period.LegalLimit);
        Assert.True(period.IsPastLegalLimit);
        Assert.False((period with { DueOn = new(2023, 10, 30) }).IsPastLegalLimit);
    }

    [Theory]
    [InlineData(AccumulationRule.Last, 10, 15, 15)]
    [InlineData(AccumulationRule.Sum, 10, 15, 25)]
    [InlineData(AccumulationRule.Maximum, 10, 15, 15)]
    [InlineData(AccumulationRule.Maximum, 20, 15, 20)]
    [InlineData(AccumulationRule.Sum, null, 15, 15)]
    [InlineData(AccumulationRule.Last, 10, null, 10)]
    public void People_served_follow_from_quarter_to_quarter_by_the_declared_rule(AccumulationRule rule, int? before, int? now, int? expected)
    {
        var project = new PlannedProject { Id = Guid.CreateVersion7(), Key = "A001", Name = "P", UnitCode = "01", BeneficiaryAccumulation = rule };
        var captured = new ProjectCapture(project, [], now is null ? [] : [new(1, "", "", now, now)], new("", "", ""));
        var served = SheetChecker.Served(captured, 3, new BeneficiaryEntry(project.Id, 2, before, before, before * 2));
        Assert.Equal((expected, expected, expected * 2L), (served.Women, served.Men, served.People));
    }

    [Theory]
    [InlineData(MeasurementFrequency.Monthly, 1, true)]
    [InlineData(MeasurementFrequency.Quarterly, 3, true)]
    [InlineData(MeasurementFrequency.FourMonthly, 1, false)]
    [InlineData(MeasurementFrequency.FourMonthly, 2, true)]
    [InlineData(MeasurementFrequency.Semiannual, 1, false)]
    [InlineData(MeasurementFrequency.Semiannual, 2, true)]
    [InlineData(MeasurementFrequency.Annual, 3, false)]
    [InlineData(MeasurementFrequency.SixYearly, 4, true)]
    [InlineData(MeasurementFrequency.Irregular, 4, false)]
    public void Knows_in_which_quarters_an_indicator_is_measured(MeasurementFrequency frequency, int quarter, bool isDue) =>
        Assert.Equal(isDue, MeasuredPeriods.IsDue(frequency, quarter));

    [Fact]
    public void What_a_period_alone_achieves_counts_in_the_month_in_which_it_ends()
    {
        var indicator = new Indicator { Id = Guid.CreateVersion7(), Name = "I", UnitOfMeasure = "Acción", Accumulation = AccumulationRule.Period, Frequency = MeasurementFrequency.FourMonthly };
        Assert.Equal([3, 4, 8, 12], Enumerable.Range(1, 4).Select(q => MeasuredPeriods.Month(indicator, q)));
        Assert.Equal([3, 6, 9, 12], Enumerable.Range(1, 4).Select(q => MeasuredPeriods.Month(indicator with { Accumulation = AccumulationRule.Sum }, q)));
    }
}
