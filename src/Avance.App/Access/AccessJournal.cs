using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Avance.Access;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.App.Access;

/// <summary>
/// What the journal keeps of people: who signed in and who failed to, who may do what and who said so. Never a secret, nor
/// anything that one could be guessed from. An account belongs to no office, so what happens to it is told to each office in
/// which it has a role.
/// </summary>
internal static class AccessJournal
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Tells every office of an account what happened to it.</summary>
    public static void Tell(Session session, Account account, DateTimeOffset at, string actor, string action, string before = "", string after = "")
    {
        foreach (var office in AccountRows.Offices(session, account.Id))
        {
            Tell(session, office, account, at, actor, action, before, after);
        }
    }

    /// <summary>
    /// Tells one office what happened to someone. Who tells has locked the account already, or has just made it, and tells its
    /// offices in the order of their codes, so that no two changes wait for each other: see <see cref="AccountRows.Lock"/>.
    /// </summary>
    public static void Tell(Session session, string office, Account account, DateTimeOffset at, string actor, string action, string before = "", string after = "")
    {
        session.LockEntity(office);
        JournalChain.Append(session, Entities.FindOrAdd(session, office, at), at, actor, action, $"account {account.Email}", before, after);
    }

    /// <summary>Tells what changed in an account.</summary>
    public static void Changed(Session session, Account before, Account after, DateTimeOffset at, string actor)
    {
        Tell(before.Name != after.Name, "access.name", Value("name", before.Name), Value("name", after.Name));
        Tell(before.PasswordHash != after.PasswordHash, "access.password");
        Tell(before.AsksCodes != after.AsksCodes, "access.codes", Value("asked", before.AsksCodes ? "yes" : "no"), Value("asked", after.AsksCodes ? "yes" : "no"));
        Tell(before.IsDisabled != after.IsDisabled, after.IsDisabled ? "access.disabled" : "access.enabled");
        // The last failure before a lock starts the count anew.
        Tell(after.Failures > before.Failures || (after.LockedUntil > at && after.LockedUntil != before.LockedUntil), "access.failed");
        Tell(after.LockedUntil > at && after.LockedUntil != before.LockedUntil, "access.locked", "", Value("until", after.LockedUntil?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? ""));
        Tell(before.LockedUntil > at && after.LockedUntil is null, "access.unlocked");

        void Tell(bool isSo, string action, string old = "", string changed = "")
        {
            if (isSo)
            {
                AccessJournal.Tell(session, after, at, actor, action, old, changed);
            }
        }
    }

    /// <summary>A role as JSON.</summary>
    public static string Value(Grant grant) => Write(json =>
    {
        json.WriteString("role", grant.Role.Code());
        if (grant.UnitCode is { } unit)
        {
            json.WriteString("unit", unit);
        }
    });

    /// <summary>One named text as JSON.</summary>
    public static string Value(string name, string text) => Write(json => json.WriteString(name, text));

    private static string Write(Action<Utf8JsonWriter> content)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
