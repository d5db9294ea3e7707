using Avance.App.Storage;

namespace Avance.App.Access;

/// <summary>The rows of sessions.</summary>
internal static class SessionRows
{
    /// <summary>Ends every session of an account but one, and tells so when there were any.</summary>
    /// <param name="session">The connection.</param>
    /// <param name="account">Whose.</param>
    /// <param name="now">When.</param>
    /// <param name="actor">Who ends them.</param>
    /// <param name="except">Key of the session that goes on; null for none.</param>
    public static int EndAll(Session session, Account account, DateTimeOffset now, string actor, string? except = null)
    {
        var ended = session.Query(
            "DELETE FROM account_session WHERE account_id = $1 AND key_hash <> $2 RETURNING is_open", static row => row.Bool(0), account.Id, except is null ? [] : Secret.Hash(except)).Count(open => open);
        if (ended > 0)
        {
            AccessJournal.Tell(session, account, now, actor, "access.ended", AccessJournal.Value("sessions", ended.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        return ended;
    }
}
