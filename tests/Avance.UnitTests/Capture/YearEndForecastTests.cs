using Avance.Capture;
using Avance.Planning;
using CsCheck;
using Xunit;

namespace Avance.UnitTests.Capture;

public sealed class YearEndForecastTests
{
    private static readonly Indicator Summed = new() { Id = Guid.Empty, Name = "Acciones", UnitOfMeasure = "Acción" };

    /// <summary>Ratios 0.8 and 1.2: t 3.0777, deviation 0.2828, √(10² + 10² + 20²/2) = 20. A third of 1.0: t 1.8856, 0.2, √(10² + 10²/3).</summary>
    [Theory]
    [InlineData(2, "8 12", ForecastBasis.Ratios, 40.0, 22.5899, 57.4101)]
    [InlineData(3, "8 12 10", ForecastBasis.Ratios, 40.0, 35.6453, 44.3547)]
    [InlineData(3, "20 0 10", ForecastBasis.Ratios, 40.0, 30.0, 61.7734)]
    [InlineData(1, "5", ForecastBasis.OnePeriod, 20.0, null, null)]
    [InlineData(4, "8 12 10 11", ForecastBasis.Complete, 41.0, 41.0, 41.0)]
    [InlineData(3, "10 10 10", ForecastBasis.Ratios, 40.0, 40.0, 40.0)]
    [InlineData(3, "40 60 50", ForecastBasis.Ratios, 200.0, 178.2266, 221.7734)]
    [InlineData(2, "0 0", ForecastBasis.Ratios, 0.0, 0.0, 0.0)]
    [InlineData(1, "- 5", ForecastBasis.NothingTold, null, null, null)]
    [InlineData(2, "- 5", ForecastBasis.OnePeriod, 20.0, null, null)]
    [InlineData(3, "8 - 12", ForecastBasis.Ratios, 40.0, 22.5899, 57.4101)]
    public void Adds_the_mean_ratio_of_what_is_to_come(int quarter, string achieved, ForecastBasis basis, double? expected, double? low, double? high) =>
        Same(Forecast("10 10 10 10", achieved, quarter), basis, expected, low, high);

    [Theory]
    [InlineData("- - - -", 1, "6", ForecastBasis.EvenPace, 24.0, null, null)]
    [InlineData("- - - -", 2, "6 6", ForecastBasis.EvenPace, 24.0, 24.0, 24.0)]
    [InlineData("- - - -", 3, "4 6 5", ForecastBasis.EvenPace, 20.0, 17.8227, 22.1773)]
    [InlineData("- - - -", 4, "4 6 5 5", ForecastBasis.Complete, 20.0, 20.0, 20.0)]
    [InlineData("- 10 10 10", 1, "-", ForecastBasis.NothingTold, null, null, null)]
    [InlineData("0 10 10 10", 1, "3", ForecastBasis.AsProgrammed, 33.0, null, null)]
    [InlineData("0 0 10 10", 2, "0 0", ForecastBasis.AsProgrammed, 20.0, null, null)]
    [InlineData("10 0 0 0", 1, "4", ForecastBasis.Complete, 4.0, 4.0, 4.0)]
    [InlineData("0 0 0 0", 2, "0 0", ForecastBasis.Complete, 0.0, 0.0, 0.0)]
    [InlineData("10 0 10 10", 3, "8 1 12", ForecastBasis.Ratios, 31.0, 21.0, 41.6612)]
    public void Says_what_it_rests_on_when_the_calendar_says_little(string revised, int quarter, string achieved, ForecastBasis basis, double? expected, double? low, double? high) =>
        Same(Forecast(revised, achieved, quarter), basis, expected, low, high);

    [Theory]
    [InlineData(AccumulationRule.Period)]
    [InlineData(AccumulationRule.Average)]
    [InlineData(AccumulationRule.Last)]
    [InlineData(AccumulationRule.Maximum)]
    public void Says_so_where_months_do_not_add_up(AccumulationRule rule)
    {
        var forecast = YearEndForecast.OfTarget(Summed with { Accumulation = rule }, Months("10 10 10 10"), Months("8 12"), 2);
        Assert.Equal((ForecastBasis.NotSummed, null, null, null), (forecast.Basis, forecast.Expected, forecast.Low, forecast.High));
    }

    [Fact]
    public void A_budget_is_forecast_from_its_months_and_not_beyond_what_is_revised()
    {
        var revised = Enumerable.Repeat(Money.FromPesos(100), 12).ToList();
        var forecast = YearEndForecast.OfBudget(revised, [.. new[] { 80, 90, 70, 80, 999 }.Select(p => Money.FromPesos(p)), .. new Money[7]], 4);

        // Ratios 0.8 0.9 0.7 0.8: mean 0.8, deviation 0.08165, t 1.6377, √(8·100² + 800²/4) = 489.898.
        Same(forecast, ForecastBasis.Ratios, 960, 894.49, 1025.51);
        var full = YearEndForecast.OfBudget(revised, [.. new[] { 100, 90 }.Select(p => Money.FromPesos(p)), .. new Money[10]], 2);
        Assert.Equal((1140m, 1200m), (full.Expected, full.High));
        Same(YearEndForecast.OfBudget(revised, revised, 12), ForecastBasis.Complete, 1200, 1200, 1200);
    }

    [Theory]
    [InlineData(22, DesiredDirection.Ascending, ForecastOutlook.Met)]
    [InlineData(40, DesiredDirection.Ascending, ForecastOutlook.Open)]
    [InlineData(58, DesiredDirection.Ascending, ForecastOutlook.Missed)]
    [InlineData(22, DesiredDirection.Descending, ForecastOutlook.Missed)]
    [InlineData(40, DesiredDirection.Descending, ForecastOutlook.Open)]
    [InlineData(58, DesiredDirection.Descending, ForecastOutlook.Met)]
    [InlineData(40, DesiredDirection.Regular, ForecastOutlook.Open)]
    [InlineData(58, DesiredDirection.Nominal, ForecastOutlook.Missed)]
    public void Stands_against_a_target_by_its_direction(int target, DesiredDirection direction, ForecastOutlook outlook) =>
        Assert.Equal(outlook, Forecast("10 10 10 10", "8 12", 2).Against(target, direction));

    [Fact]
    public void Without_an_interval_nothing_is_said_of_a_target() =>
        Assert.Equal(ForecastOutlook.Unknown, Forecast("10 10 10 10", "8", 1).Against(40, DesiredDirection.Ascending));

    /// <summary>Ratios that vary alike around whatever they vary around: normal, even and skewed.</summary>
    [Theory]
    [InlineData("normal", 2)]
    [InlineData("normal", 3)]
    [InlineData("even", 2)]
    [InlineData("even", 3)]
    [InlineData("skewed", 3)]
    public void Eight_years_in_ten_end_within_the_interval(string kind, int quarter)
    {
        var random = new PCG(7, 42);
        var held = 0;
        const int Years = 4_000;
        for (var year = 0; year < Years; year++)
        {
            var revised = Enumerable.Range(0, 4).Select(_ => 5m + random.Next(50)).ToList();
            var ratios = Enumerable.Range(0, 4).Select(_ => Math.Max(0, 0.9 + 0.15 * Noise(random, kind))).ToList();
            var achieved = revised.Select((r, i) => decimal.Round(r * (decimal)ratios[i], 4)).ToList();
            var forecast = YearEndForecast.OfTarget(Summed, Spread(revised), Spread(achieved), quarter);
            held += achieved.Sum() >= forecast.Low && achieved.Sum() <= forecast.High ? 1 : 0;
        }

        Assert.InRange((double)held / Years, 0.70, 0.90);
    }

    [Fact]
    public void More_achieved_is_never_less_expected_and_what_is_done_stays_done()
    {
        var quantity = Gen.Int[0, 1_000_000].Select(static n => n / 100m);
        Gen.Select(quantity.Array[4], quantity.Array[4], Gen.Int[1, 4], Gen.Int[0, 3], Gen.Int[1, 1000]).Sample((revised, achieved, quarter, which, more) =>
        {
            var forecast = YearEndForecast.OfTarget(Summed, Spread(revised), Spread(achieved), quarter);
            var done = achieved.Take(quarter).Sum();
            Assert.Equal(done, forecast.Achieved);
            Assert.True(forecast.Expected >= done);
            Assert.True(forecast.Low is null || (done <= forecast.Low && forecast.Low <= forecast.Expected && forecast.Expected <= forecast.High));
            var better = achieved.Select((a, i) => i == which ? a + more : a).ToArray();
            Assert.True(YearEndForecast.OfTarget(Summed, Spread(revised), Spread(better), quarter).Expected >= forecast.Expected);
            var larger = revised.Select((r, i) => i >= quarter ? r + more : r).ToArray();
            var further = YearEndForecast.OfTarget(Summed, Spread(larger), Spread(achieved), quarter);
            Assert.True(further.Expected >= forecast.Expected);
            Assert.True(forecast.Low is null || further.Low is null || further.High - further.Expected >= forecast.High - forecast.Expected - 0.001m);
        });
    }

    [Fact]
    public void Figures_beyond_reason_are_forecast_without_a_fault()
    {
        var forecast = YearEndForecast.OfTarget(Summed, Spread([0.0001m, 0.0001m, 1_000_000_000_000m, 0]), Spread([1_000_000_000_000m, 0, 0, 0]), 2);
        Assert.Equal((1_000_000_000_000_000m, 1_000_000_000_000m), (forecast.Expected, forecast.Low));
    }

    private static double Noise(PCG random, string kind)
    {
        var (u, v) = (1 - random.Next(1 << 24) / (double)(1 << 24), random.Next(1 << 24) / (double)(1 << 24));
        var normal = Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * v);
        return kind switch { "normal" => normal, "even" => (v - 0.5) * 3.4, _ => Math.Exp(normal * 0.7) - 1.3 };
    }

    private static YearEndForecast Forecast(string revised, string achieved, int quarter) => YearEndForecast.OfTarget(Summed, Months(revised), Months(achieved), quarter);

    private static void Same(YearEndForecast forecast, ForecastBasis basis, double? expected, double? low, double? high)
    {
        Assert.Equal(basis, forecast.Basis);
        foreach (var (wanted, got) in new[] { (expected, forecast.Expected), (low, forecast.Low), (high, forecast.High) })
        {
            Assert.True(wanted is null ? got is null : got is { } value && Math.Abs((double)value - wanted.Value) < 0.011, $"{forecast}: {wanted} expected.");
        }
    }

    private static IReadOnlyList<decimal?> Months(string quarters) =>
        Spread([.. quarters.Split(' ').Select(static q => q == "-" ? (decimal?)null : decimal.Parse(q, System.Globalization.CultureInfo.InvariantCulture))]);

    private static decimal?[] Spread(IReadOnlyList<decimal> quarters) => Spread([.. quarters.Select(static q => (decimal?)q)]);

    /// <summary>Quarters as months: each in its last.</summary>
    private static decimal?[] Spread(IReadOnlyList<decimal?> quarters) =>
        [.. Enumerable.Range(1, 12).Select(m => m % 3 == 0 && m / 3 <= quarters.Count ? quarters[m / 3 - 1] : null)];
}
