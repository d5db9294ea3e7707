using System.CommandLine;
using Avance.App.Capture.Reminders;
using Avance.App.Storage;

namespace Avance.Cli.Commands;

/// <summary><c>avance remind</c>: reminds people by mail of what they have to do, once a day each; for a timer of the system.</summary>
internal static class RemindCommand
{
    public static Command Make(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var address = ServeCommand.PublicAddress(terminal);
        var dryRun = new Option<bool>("--dry-run") { Description = terminal.Say("Muestra los avisos de hoy sin enviarlos.", "Shows today's reminders without sending them.") };
        var command = new Command("remind", terminal.Say(
            "Avisa por correo a cada quien lo que tiene pendiente en la captura, una vez al día. El servidor se dice en AVANCE_SMTP y AVANCE_MAIL_FROM.",
            "Reminds people by mail of what they have to do for the capture, once a day. AVANCE_SMTP and AVANCE_MAIL_FROM name the server."))
        {
            options.Database, address, dryRun,
        };
        command.SetAction(parsed =>
        {
            using var database = Database.OpenExisting(parsed.GetRequiredValue(options.Database));
            var reminders = new SendReminders(database, TimeProvider.System);
            var known = parsed.GetValue(address) is { } text ? new Uri(text) : null;
            return parsed.GetValue(dryRun) ? Show(terminal, reminders, known) : Send(terminal, reminders.Execute(known, Environment.UserName));
        });
        return command;
    }

    private static int Show(Terminal terminal, SendReminders reminders, Uri? address)
    {
        foreach (var reminder in reminders.List())
        {
            var (subject, body) = reminders.Compose(reminder, address);
            terminal.Line($"{reminder.To}: {subject}\n\n{body}");
        }

        return ExitCode.Done;
    }

    private static int Send(Terminal terminal, ReminderOutcome outcome)
    {
        foreach (var reminder in outcome.Sent)
        {
            terminal.Line(terminal.Say($"{reminder.To}: avisado.", $"{reminder.To}: reminded."));
        }

        foreach (var (reminder, why) in outcome.Failed)
        {
            terminal.Fail(new($"{reminder.To}: {why.Spanish}", $"{reminder.To}: {why.English}"), "mail.failed");
        }

        if (outcome.Sent.Count + outcome.Failed.Count == 0)
        {
            terminal.Line(terminal.Say("No hay a quién avisar.", "There is nobody to remind."));
        }

        return outcome.Failed.Count > 0 ? ExitCode.Refused : ExitCode.Done;
    }
}
