using Avance.App.Capture.Reminders;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Storage;
using Avance.Web;
using Avance.Web.Capture;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>Reminders that the web sends by itself: from the morning on, and whatever happens to them the web goes on.</summary>
public sealed class DailyRemindersTests
{
    [Theory]
    [InlineData(7, 0)]
    [InlineData(8, 1)]
    public async Task Begin_in_the_morning_and_a_failure_is_told_and_ends_nothing(int hour, int told)
    {
        using var test = new TestDatabase(TestEngine.Sqlite);
        using var database = test.Open();
        var clock = new MovedClock();
        clock.Advance(TimeSpan.FromHours(24 + hour) - clock.GetLocalNow().TimeOfDay);
        var log = new Told();
        // No mail server is named here: each attempt fails.
        using var daily = new DailyReminders(new SendReminders(database, clock), new WebSettings(test.Location, []) { Clock = clock }, log);
        await daily.StartAsync(TestContext.Current.CancellationToken);
        // What is not to come has as long as what comes takes.
        await Task.Delay(500, TestContext.Current.CancellationToken);
        for (var i = 0; i < 100 && log.Lines.Count < told; i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal(told, log.Lines.Count);
        Assert.All(log.Lines, line => Assert.Contains("Reminders cannot be sent", line, StringComparison.Ordinal));
        Assert.False(daily.ExecuteTask!.IsCompleted);
        await daily.StopAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Told : ILogger<DailyReminders>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => Lines.Add(formatter(state, exception));
    }
}
