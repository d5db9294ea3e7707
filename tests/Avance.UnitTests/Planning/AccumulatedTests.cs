using Avance.Planning;
using CsCheck;
using Xunit;

namespace Avance.UnitTests.Planning;

public sealed class AccumulatedTests
{
    private static readonly decimal?[] Months = [1, null, 3, 2, null, 4, 5, null, null, 0, 8, 1];

    public static TheoryData<AccumulationRule, MeasurementFrequency, int, double?> Cases { get; } = new()
    {
        { AccumulationRule.Sum, MeasurementFrequency.Quarterly, 1, 1 },
        { AccumulationRule.Sum, MeasurementFrequency.Quarterly, 9, 15 },
        { AccumulationRule.Sum, MeasurementFrequency.Quarterly, 12, 24 },
        { AccumulationRule.Period, MeasurementFrequency.Quarterly, 3, 4 },
        { AccumulationRule.Period, MeasurementFrequency.Quarterly, 9, 5 },
        { AccumulationRule.Period, MeasurementFrequency.Quarterly, 8, 6 },
        { AccumulationRule.Period, MeasurementFrequency.Semiannual, 9, 10 },
        { AccumulationRule.Period, MeasurementFrequency.Monthly, 9, 5 },
        { AccumulationRule.Period, MeasurementFrequency.Annual, 9, null },
        { AccumulationRule.Period, MeasurementFrequency.Annual, 12, 24 },
        { AccumulationRule.Period, MeasurementFrequency.Irregular, 12, 24 },
        { AccumulationRule.Average, MeasurementFrequency.Quarterly, 9, 3 },
        { AccumulationRule.Average, MeasurementFrequency.Quarterly, 4, 2 },
        { AccumulationRule.Last, MeasurementFrequency.Quarterly, 9, 5 },
        { AccumulationRule.Last, MeasurementFrequency.Quarterly, 10, 0 },
        { AccumulationRule.Maximum, MeasurementFrequency.Quarterly, 9, 5 },
        { AccumulationRule.Maximum, MeasurementFrequency.Quarterly, 12, 8 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Makes_of_the_months_what_the_rule_says(AccumulationRule rule, MeasurementFrequency frequency, int month, double? expected) =>
        Assert.Equal((decimal?)expected, Accumulated.Through(rule, frequency, Months, month));

    [Fact]
    public void Says_nothing_of_months_that_say_nothing() =>
        Assert.All(Enum.GetValues<AccumulationRule>(), rule =>
            Assert.All(Enumerable.Range(1, 12), month => Assert.Null(Accumulated.Through(rule, MeasurementFrequency.Quarterly, Indicator.EmptyCalendar, month))));

    [Fact]
    public void Adds_quarters_up_to_the_year() =>
        Gen.Int[-1, 40].Array[12].Sample(numbers =>
        {
            var months = numbers.Select(n => n < 0 ? (decimal?)null : n).ToArray();
            var indicator = AnyPlan.Indicator with { Calendar = months };
            Assert.Equal(
                months.All(m => m is null) ? null : (decimal?)Enumerable.Range(1, 4).Sum(q => indicator.QuarterTarget(q) ?? 0),
                indicator.CalendarTarget);
            Assert.Equal(indicator.ProgrammedThrough(12), indicator.CalendarTarget);
        });

    [Fact]
    public void Judges_september_by_what_was_due_in_september()
    {
        decimal?[] achieved = [null, null, 3, null, null, 3, null, null, 3, null, null, null];
        var progress = IndicatorProgress.Of(AnyPlan.Indicator, AnyPlan.Indicator.Calendar, achieved, 9);

        Assert.Equal((12m, 9m, 9m), (progress.Annual, progress.Due, progress.Achieved));
        Assert.Equal((75.00m, 100.00m), (progress.AnnualRate, progress.PeriodRate));
        Assert.Equal(RagColor.Green, progress.Band!.Color);
    }
}
