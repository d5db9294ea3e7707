using Avance.Benchmarks;
using Avance.IntegrationTests.Storage;
using Avance.Web;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>Two hundred people who capture at once, for a moment: <c>make bench</c> has them do so for minutes, and measures.</summary>
public sealed class CaptureLoadTests
{
    [Theory, EachDatabase]
    public async Task Two_hundred_people_at_once_see_no_error_and_lose_nothing(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        SampleYear.Prepare(test.Location);
        using (var office = new SampleYear(test.Location))
        {
            office.Periods.Open(SampleYear.Code, new(SampleYear.Year, 1), new(2023, 4, 1), new(2023, 4, 15), "ana");
        }

        await using var app = WebHost.Build(new(test.Location, ["http://127.0.0.1:0"]));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var load = new CaptureLoad(new(app.Urls.Single()), test.Location, SampleYear.Code, new(SampleYear.Year, 1), 200);
        var result = await load.Run(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(500));
        Assert.Empty(result.Errors);
        Assert.Equal(0, result.Lost);
        Assert.True(result.Saves >= 200, $"{result.Saves} saves.");
    }
}
