using Avance.App.Storage;

namespace Avance.App.Access;

/// <summary>Takes invitations: the person says their name and sets their password, once.</summary>
/// <param name="database">Where they are.</param>
/// <param name="clock">Tells when.</param>
public sealed class Invitations(Database database, TimeProvider clock)
{
    /// <summary>The account that a word invites.</summary>
    /// <exception cref="RuleViolationException"><c>invitation.missing</c>: it never existed, was used or has expired.</exception>
    public Account Find(string word) => database.Read(session => InvitationRows.Find(session, word, StoredMoment.Now(clock))) ?? throw AccessRefusals.NoInvitation();

    /// <summary>Takes an invitation. Whatever sessions the account had end, and a lock on it too.</summary>
    /// <exception cref="RuleViolationException"><c>invitation.missing</c>, <c>access.name</c>.</exception>
    public Account Accept(string word, string name, string passwordHash) => database.Write(session =>
    {
        // Looked for once to know whose it is, and again when nobody else changes that account: what voids it meanwhile counts.
        if (InvitationRows.Find(session, word, StoredMoment.Now(clock)) is { } invited)
        {
            AccountRows.LockWhole(session, invited.Id);
        }

        var now = StoredMoment.Now(clock);
        var account = InvitationRows.Find(session, word, now);
        if (account is null || !InvitationRows.Use(session, word, now))
        {
            throw AccessRefusals.NoInvitation();
        }

        account.Name = Accounts.Checked(name);
        account.PasswordHash = passwordHash;
        account.Failures = 0;
        account.LockedUntil = null;
        Accounts.Save(session, account, account.Email, now);
        SessionRows.EndAll(session, account, now, account.Email);
        return account;
    });
}
