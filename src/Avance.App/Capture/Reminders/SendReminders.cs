using System.Net.Sockets;
using Avance.App.Access;
using Avance.App.Storage;
using MailKit;
using MailKit.Net.Smtp;

namespace Avance.App.Capture.Reminders;

/// <summary>
/// Reminds people by mail of what they have to do: once a day each, all in one mail. That somebody is to be reminded is kept before
/// the mail is sent, so that no interruption makes it two. While the server cannot be used nobody is taken for reminded; what it does
/// not take is told by the journal, and waits for the next day.
/// </summary>
/// <param name="database">Where.</param>
/// <param name="clock">Tells the day, which is that of this machine's place.</param>
public sealed class SendReminders(Database database, TimeProvider clock)
{
    /// <summary>Whether the environment names a server that sends mail.</summary>
    /// <exception cref="RuleViolationException"><c>mail.settings</c>: it does, and is not understood.</exception>
    public static bool IsSetUp => MailSettings.Read(Environment.GetEnvironmentVariable) is not null;

    /// <summary>Who has to do what today, also those who were reminded already.</summary>
    public IReadOnlyList<Reminder> List() =>
        ReminderList.Of(new CaptureQueries(database, new SheetGrounds()).Open(), Known(new People(database, clock).Of), Today);

    /// <summary>A reminder as its mail would say it.</summary>
    /// <param name="reminder">The reminder.</param>
    /// <param name="address">Where people open the program; null when that is not known.</param>
    public (string Subject, string Text) Compose(Reminder reminder, Uri? address)
    {
        ArgumentNullException.ThrowIfNull(reminder);
        return (ReminderMail.Subject(reminder, Today), ReminderMail.Text(reminder, address, Today));
    }

    /// <summary>Sends the reminders of today that were not sent yet.</summary>
    /// <param name="address">Where people open the program; null when that is not known.</param>
    /// <param name="actor">Who the journal says sent them.</param>
    /// <exception cref="RuleViolationException"><c>mail.settings</c>: no server is named, or it is not understood.</exception>
    public ReminderOutcome Execute(Uri? address, string actor) => Execute(
        MailSettings.Read(Environment.GetEnvironmentVariable) ?? throw new RuleViolationException("mail.settings", new(
            $"No se pueden enviar avisos: falta decir por qué servidor. Defina {MailSettings.Server} y {MailSettings.Sender}, o use --dry-run para ver los avisos sin enviarlos.",
            $"Reminders cannot be sent: it is not said by which server. Set {MailSettings.Server} and {MailSettings.Sender}, or use --dry-run to see the reminders without sending them.")),
        address, actor);

    /// <inheritdoc cref="Execute(Uri?, string)"/>
    internal ReminderOutcome Execute(MailSettings settings, Uri? address, string actor)
    {
        var (sent, failed) = (new List<Reminder>(), new List<(Reminder, LocalizedText)>());
        LocalizedText? closed = null;
        using var client = new SmtpClient { Timeout = 30_000 };
        foreach (var listed in List().Where(IsLeft))
        {
            closed ??= Connect(client, settings);
            if (closed is not null)
            {
                // Nothing was taken: the next run finds them all as they were.
                failed.Add((listed, closed));
            }
            else if (Take(listed) is { } reminder)
            {
                if (Send(client, settings, reminder, address, actor) is { } problem)
                {
                    failed.Add((reminder, problem));
                }
                else
                {
                    sent.Add(reminder);
                }
            }
        }

        if (client.IsConnected)
        {
            client.Disconnect(quit: true);
        }

        return new(sent, failed);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    private bool IsLeft(Reminder reminder) => database.Read(session => Offices(reminder).Exists(office => !ReminderRows.IsTaken(session, office, reminder.To, Today)));

    /// <summary>What is left to remind a person of; null when each of their offices has done so today.</summary>
    internal Reminder? Take(Reminder reminder) => database.Write(session =>
    {
        // Offices are locked in the order of their codes, so that no two runs wait for each other.
        var taken = Offices(reminder).FindAll(office => ReminderRows.Take(session, office, reminder.To, Today));
        return taken.Count == 0 ? null : reminder with { Items = [.. reminder.Items.Where(i => taken.Contains(i.Entity))] };
    });

    private void Tell(Reminder reminder, Action<Session, string, DateTimeOffset> tell) => database.Write(session =>
    {
        Offices(reminder).ForEach(office => tell(session, office, StoredMoment.Now(clock)));
        return true;
    });

    private static List<string> Offices(Reminder reminder) => [.. reminder.Items.Select(static i => i.Entity).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Why the server cannot be used; null when it can.</summary>
    private static LocalizedText? Connect(SmtpClient client, MailSettings settings)
    {
        try
        {
            if (!client.IsConnected)
            {
                client.Connect(settings.Host, settings.Port, settings.Security);
                if (settings.User is not null)
                {
                    client.Authenticate(settings.User, settings.Password ?? "");
                }
            }

            return null;
        }
        catch (Exception failure) when (IsOfMail(failure))
        {
            return new($"el servidor de correo {settings} no se puede usar: {failure.Message}", $"the mail server {settings} cannot be used: {failure.Message}");
        }
    }

    /// <summary>Sends a mail and tells the journal how it went; why the server did not take it, or null when it did.</summary>
    private LocalizedText? Send(SmtpClient client, MailSettings settings, Reminder reminder, Uri? address, string actor)
    {
        try
        {
            using var message = ReminderMail.Of(reminder, settings.From, address, Today);
            client.Send(message);
            Tell(reminder, (session, office, now) => ReminderRows.Sent(session, office, reminder, now, actor));
            return null;
        }
        catch (Exception failure) when (IsOfMail(failure))
        {
            Tell(reminder, (session, office, now) => ReminderRows.Failed(session, office, reminder, now, actor, failure.Message));
            return new($"el servidor de correo {settings} no lo tomó: {failure.Message}", $"the mail server {settings} did not take it: {failure.Message}");
        }
    }

    private static bool IsOfMail(Exception failure) =>
        failure is ProtocolException or CommandException or ServiceNotConnectedException or ServiceNotAuthenticatedException or SocketException or IOException or TimeoutException
            or MimeKit.ParseException or MailKit.Security.AuthenticationException or MailKit.Security.SslHandshakeException or NotSupportedException or OperationCanceledException;

    private static Func<string, IReadOnlyList<Person>> Known(Func<string, IReadOnlyList<Person>> people)
    {
        var known = new Dictionary<string, IReadOnlyList<Person>>(StringComparer.Ordinal);
        return office => known.TryGetValue(office, out var found) ? found : known[office] = people(office);
    }
}
