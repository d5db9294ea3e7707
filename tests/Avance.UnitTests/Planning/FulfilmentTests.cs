using System.Globalization;
using Avance.Planning;
using CsCheck;
using Xunit;

namespace Avance.UnitTests.Planning;

public sealed class FulfilmentTests
{
    [Theory]
    [InlineData(FulfilmentFormula.Ratio, "9", "12", null, "75.00")]
    [InlineData(FulfilmentFormula.Ratio, "149", "40", null, "372.50")]
    [InlineData(FulfilmentFormula.Ratio, "1", "3", null, "33.33")]
    [InlineData(FulfilmentFormula.Ratio, "0.00125", "10", null, "0.01")]
    [InlineData(FulfilmentFormula.Ratio, "5", "0", null, null)]
    [InlineData(FulfilmentFormula.Inverse, "8", "10", null, "125.00")]
    [InlineData(FulfilmentFormula.Inverse, "0", "10", null, null)]
    [InlineData(FulfilmentFormula.Complement, "8", "10", null, "120.00")]
    [InlineData(FulfilmentFormula.Complement, "10", "10", null, "100.00")]
    [InlineData(FulfilmentFormula.Complement, "25", "10", null, "0.00")]
    [InlineData(FulfilmentFormula.Complement, "1", "0", null, null)]
    [InlineData(FulfilmentFormula.BaselineDistance, "15", "10", "20", "50.00")]
    [InlineData(FulfilmentFormula.BaselineDistance, "25", "10", "20", "0.00")]
    [InlineData(FulfilmentFormula.BaselineDistance, "5", "10", "20", "150.00")]
    [InlineData(FulfilmentFormula.BaselineDistance, "5", "10", "10", null)]
    [InlineData(FulfilmentFormula.BaselineDistance, "5", "10", null, null)]
    [InlineData(FulfilmentFormula.Deviation, "8", "10", null, "80.00")]
    [InlineData(FulfilmentFormula.Deviation, "12", "10", null, "80.00")]
    [InlineData(FulfilmentFormula.Deviation, "30", "10", null, "0.00")]
    public void Follows_the_formula(FulfilmentFormula formula, string achieved, string target, string? baseline, string? expected) =>
        Assert.Equal(
            expected,
            Fulfilment.Rate(formula, Number(achieved), Number(target), Number(baseline))?.ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void Says_of_nothing_due_and_nothing_done_what_the_issuer_says()
    {
        Assert.Null(Fulfilment.Rate(FulfilmentFormula.Ratio, 0, 0));
        Assert.Equal(100m, Fulfilment.Rate(FulfilmentFormula.Ratio, 0, 0, whenNothingWasDue: 100m));
        Assert.Null(Fulfilment.Rate(FulfilmentFormula.Ratio, null, 0, whenNothingWasDue: 100m));
    }

    [Fact]
    public void Is_a_hundred_when_a_target_is_hit_whatever_the_formula() =>
        Gen.Select(Gen.Int[1, 1_000_000], Gen.Int[1, 1_000], Gen.Enum<FulfilmentFormula>()).Sample((ten, over, formula) =>
        {
            var target = ten * 0.1m;
            Assert.Equal(100.00m, Fulfilment.Rate(formula, target, target, target + over));
        });

    [Fact]
    public void Never_rewards_going_the_wrong_way() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Int[0, 20_000], Gen.Int[1, 500]).Sample((target, achieved, more) =>
        {
            var baseline = target + 1m;
            Assert.True(Fulfilment.Rate(FulfilmentFormula.Ratio, achieved + more, target) >= Fulfilment.Rate(FulfilmentFormula.Ratio, achieved, target));
            foreach (var formula in new[] { FulfilmentFormula.Inverse, FulfilmentFormula.Complement, FulfilmentFormula.BaselineDistance })
            {
                Assert.True(Fulfilment.Rate(formula, achieved + 1 + more, target, baseline) <= Fulfilment.Rate(formula, achieved + 1, target, baseline));
            }

            Assert.Equal(Fulfilment.Rate(FulfilmentFormula.Deviation, target + more, target), Fulfilment.Rate(FulfilmentFormula.Deviation, target - more, target));
        });

    [Fact]
    public void Starts_every_direction_with_a_formula_that_suits_it() =>
        Assert.All(Enum.GetValues<DesiredDirection>(), direction => Assert.True(Fulfilment.Suits(Fulfilment.Usual(direction), direction)));

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
