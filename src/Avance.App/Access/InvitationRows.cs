using Avance.App.Storage;

namespace Avance.App.Access;

/// <summary>The rows of invitations. An account has one at most that still opens anything.</summary>
internal static class InvitationRows
{
    /// <summary>Makes an invitation and voids those before it.</summary>
    /// <returns>Its word.</returns>
    public static string Make(Session session, Account account, string actor, DateTimeOffset now)
    {
        Void(session, account.Id, now);
        var word = Secret.New();
        session.Execute(
            "INSERT INTO invitation (token_hash, account_id, invited_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
            Secret.Hash(word), account.Id, actor, now, now + People.InvitationLasts);
        AccessJournal.Tell(session, account, now, actor, "access.invited");
        return word;
    }

    /// <summary>Voids whatever invitation of an account still opens anything.</summary>
    public static void Void(Session session, Guid account, DateTimeOffset now) =>
        session.Execute("UPDATE invitation SET expires_at = $2 WHERE account_id = $1 AND used_at IS NULL AND expires_at > $3", account, now, now);

    /// <summary>The account that a word invites; null when it invites nobody any more.</summary>
    public static Account? Find(Session session, string word, DateTimeOffset now)
    {
        var found = session.Query(
            "SELECT account_id FROM invitation WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2", static row => row.Id(0), Secret.Hash(word), now);
        return found.Count > 0 && AccountRows.Find(session, found[0]) is { IsDisabled: false } account ? account : null;
    }

    /// <summary>Uses an invitation up.</summary>
    /// <returns>Whether it still counted.</returns>
    public static bool Use(Session session, string word, DateTimeOffset now) => session.Query(
        "UPDATE invitation SET used_at = $2 WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING 1", static row => row.Int(0), Secret.Hash(word), now).Count > 0;

    /// <summary>Until when an account's invitation waits; null when none does.</summary>
    public static DateTimeOffset? WaitsUntil(Session session, Guid account, DateTimeOffset now) => session.Query(
        "SELECT expires_at FROM invitation WHERE account_id = $1 AND used_at IS NULL AND expires_at > $2", static row => row.Moment(0), account, now) is [var until] ? until : null;
}
