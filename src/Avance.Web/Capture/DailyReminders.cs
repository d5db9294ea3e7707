using Avance.App.Capture.Reminders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Avance.Web.Capture;

/// <summary>
/// Sends the reminders of each day while the web is up, from the morning on. It looks every hour, so that what could not be sent
/// is tried again; nobody is reminded twice a day.
/// </summary>
internal sealed partial class DailyReminders(SendReminders reminders, WebSettings settings, ILogger<DailyReminders> logger) : BackgroundService
{
    /// <summary>The first hour at which anybody is reminded.</summary>
    private const int Morning = 8;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), settings.Clock);
        do
        {
            if (settings.Clock.GetLocalNow().Hour >= Morning)
            {
                await Task.Run(Remind, stoppingToken);
            }
        }
        while (await hourly.WaitForNextTickAsync(stoppingToken));
    }

    private void Remind()
    {
        try
        {
            foreach (var (reminder, why) in reminders.Execute(settings.PublicAddress, "avance").Failed)
            {
                NotSent(reminder.To, why.English);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever it was, people go on working; the next hour tries again.
            NotSent("anybody", failure is RuleViolationException refusal ? refusal.Text.English : failure.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The reminder to {Address} was not sent: {Why}")]
    private partial void NotSent(string address, string why);
}
