using System.Globalization;
using Avance.Planning;
using CsCheck;
using Xunit;

namespace Avance.UnitTests.Planning;

public sealed class ThresholdSetTests
{
    [Theory]
    [InlineData("simetrico", "69.99", RagColor.Red)]
    [InlineData("simetrico", "70", RagColor.Yellow)]
    [InlineData("simetrico", "89.99", RagColor.Yellow)]
    [InlineData("simetrico", "90", RagColor.Green)]
    [InlineData("Simétrico", "110", RagColor.Green)]
    [InlineData("simetrico", "110.01", RagColor.Yellow)]
    [InlineData("simetrico", "130.01", RagColor.Red)]
    [InlineData("cinco-bandas", "49.99", RagColor.Red)]
    [InlineData("cinco bandas", "50", RagColor.Orange)]
    [InlineData("cinco-bandas", "89.99", RagColor.Yellow)]
    [InlineData("cinco-bandas", "372.5", RagColor.Purple)]
    [InlineData("minimo", "372.5", RagColor.Green)]
    [InlineData("95-105/80-120.5", "94.99", RagColor.Yellow)]
    [InlineData("95-105/80-120.5", "120.51", RagColor.Red)]
    public void Lights_by_its_bands(string scheme, string rate, RagColor expected)
    {
        Assert.True(ThresholdSet.TryParse(scheme, out var set));
        Assert.Equal(expected, set.Of(decimal.Parse(rate, CultureInfo.InvariantCulture))!.Color);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("verde")]
    [InlineData("90-110")]
    [InlineData("110-90/70-130")]
    [InlineData("90-110/95-130")]
    [InlineData("90-110/70-110")]
    [InlineData("90.123-110/70-130")]
    [InlineData("90-110/-70-130")]
    public void Refuses_bounds_that_make_no_bands(string? text) => Assert.False(ThresholdSet.TryParse(text, out _));

    [Fact]
    public void Has_exactly_one_band_for_every_rate() =>
        Gen.Select(Gen.Int[1, 90_00], Gen.Int[1, 20_00], Gen.Int[1, 20_00], Gen.Int[1, 20_00], Gen.Int[0, 300_00]).Sample((yellow, a, b, c, rate) =>
        {
            var own = string.Create(CultureInfo.InvariantCulture, $"{(yellow + a) * 0.01m}-{(yellow + a + b) * 0.01m}/{yellow * 0.01m}-{(yellow + a + b + c) * 0.01m}");
            Assert.True(ThresholdSet.TryParse(own, out var set));
            Assert.All([set, .. ThresholdSet.All], s => Assert.Single(s.Bands, band => band.Holds(rate * 0.01m)));
        });

    [Fact]
    public void Comes_back_from_its_scheme()
    {
        Assert.All(ThresholdSet.All, set => Assert.True(ThresholdSet.TryParse(set.Scheme, out var read) && read.Equals(set)));
        Assert.True(ThresholdSet.TryParse("95.50-105/80-120", out var own));
        Assert.True(ThresholdSet.TryParse(own.Scheme, out var again));
        Assert.Equal(own, again);
        Assert.NotEqual(own, ThresholdSet.Symmetric);
        Assert.Null(own.Of(null));
    }
}
