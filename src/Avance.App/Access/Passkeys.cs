using Avance.App.Storage;

namespace Avance.App.Access;

/// <summary>A passkey of an account.</summary>
/// <param name="CredentialId">What its device calls it, as text that can stand in an address.</param>
/// <param name="AccountId">Whose.</param>
/// <param name="Name">What the person calls it.</param>
/// <param name="Content">Its public key and counters, as JSON.</param>
/// <param name="CreatedAt">Since when.</param>
public sealed record Passkey(string CredentialId, Guid AccountId, string Name, string Content, DateTimeOffset CreatedAt);

/// <summary>Reads and keeps passkeys.</summary>
/// <param name="database">Where they are.</param>
/// <param name="clock">Tells when.</param>
public sealed class Passkeys(Database database, TimeProvider clock)
{
    private const string Select = "SELECT credential_id, account_id, name, content, created_at FROM passkey WHERE";

    /// <summary>The passkeys of an account, oldest first.</summary>
    public IReadOnlyList<Passkey> Of(Guid account) => database.Read(session => session.Query($"{Select} account_id = $1 ORDER BY created_at", Read, account));

    /// <summary>The passkey that a device calls so; null when there is none.</summary>
    public Passkey? Find(string credentialId) => database.Read(session => session.Query($"{Select} credential_id = $1", Read, credentialId)) is [var found] ? found : null;

    /// <summary>Adds a passkey, or keeps the new count of one that is there.</summary>
    public void Keep(Guid account, string credentialId, string name, string content) => database.Write(session =>
    {
        var owner = AccountRows.Locked(session, account);
        var now = StoredMoment.Now(clock);
        var changed = session.Query("UPDATE passkey SET content = $3, name = $4 WHERE credential_id = $1 AND account_id = $2 RETURNING 1", static row => row.Int(0), credentialId, account, content, name);
        if (changed.Count == 0)
        {
            session.Execute("INSERT INTO passkey (credential_id, account_id, name, content, created_at) VALUES ($1, $2, $3, $4, $5)", credentialId, account, name, content, now);
            AccessJournal.Tell(session, owner, now, owner.Email, "access.passkey", "", AccessJournal.Value("name", name));
        }

        return true;
    });

    /// <summary>Takes a passkey out.</summary>
    public void Remove(Guid account, string credentialId) => database.Write(session =>
    {
        var owner = AccountRows.Locked(session, account);
        foreach (var name in session.Query("DELETE FROM passkey WHERE credential_id = $1 AND account_id = $2 RETURNING name", static row => row.Text(0), credentialId, account))
        {
            AccessJournal.Tell(session, owner, StoredMoment.Now(clock), owner.Email, "access.passkey", AccessJournal.Value("name", name));
        }

        return true;
    });

    private static Passkey Read(Row row) => new(row.Text(0), row.Id(1), row.Text(2), row.Text(3), row.Moment(4));
}
