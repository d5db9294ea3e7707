using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>Whole years of the sample office, in orders that seeds draw. AVANCE_SOAK runs two hundred of them.</summary>
public sealed class YearSimulationTests
{
    private static bool IsSoak => Environment.GetEnvironmentVariable("AVANCE_SOAK") is { Length: > 0 };

    [Theory, EachDatabase]
    public void A_year_lived_in_any_order_ends_in_the_published_report(TestEngine engine)
    {
        var seeds = engine == TestEngine.Sqlite ? (IsSoak ? 160u : 3u) : (IsSoak ? 40u : 1u);
        using var prepared = new TestDatabase(engine);
        SampleYear.Prepare(prepared.Location);
        for (var seed = 1u; seed <= seeds; seed++)
        {
            try
            {
                using var place = new TestDatabase(prepared);
                using var office = new SampleYear(place.Location);
                new YearSimulation(office, seed).Run();
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed} on {engine}: {failure.Message}", failure);
            }
        }
    }
}
