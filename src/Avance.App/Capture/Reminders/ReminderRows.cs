using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.App.Capture.Reminders;

/// <summary>Who was reminded on which day, office by office, so that nobody is twice.</summary>
internal static class ReminderRows
{
    /// <summary>Whether a person's reminder of the day was taken for an office.</summary>
    public static bool IsTaken(Session session, string office, string email, DateOnly day) =>
        session.Query("SELECT 1 FROM reminder WHERE entity_id = $1 AND email = $2 AND sent_on = $3", static row => row.Long(0), Entities.Required(session, office), email, day).Count > 0;

    /// <summary>Takes a person's reminder of the day for an office, before it is sent; false when it was taken already.</summary>
    public static bool Take(Session session, string office, string email, DateOnly day)
    {
        session.LockEntity(office);
        if (IsTaken(session, office, email, day))
        {
            return false;
        }

        session.Execute("INSERT INTO reminder (entity_id, email, sent_on) VALUES ($1, $2, $3)", Entities.Required(session, office), email, day);
        return true;
    }

    /// <summary>Tells the journal of an office that a reminder was sent.</summary>
    public static void Sent(Session session, string office, Reminder reminder, DateTimeOffset at, string actor) =>
        Tell(session, office, reminder, at, actor, "capture.reminded", CaptureJson.Of(json => json.WriteNumber("items", reminder.Items.Count(i => i.Entity == office))));

    /// <summary>Tells that the server did not take it.</summary>
    public static void Failed(Session session, string office, Reminder reminder, DateTimeOffset at, string actor, string why) =>
        Tell(session, office, reminder, at, actor, "capture.reminder-failed", CaptureJson.Of(json => json.WriteString("why", why)));

    private static void Tell(Session session, string office, Reminder reminder, DateTimeOffset at, string actor, string action, string value)
    {
        session.LockEntity(office);
        JournalChain.Append(session, Entities.Required(session, office), at, actor, action, $"account {reminder.To}", "", value);
    }
}
