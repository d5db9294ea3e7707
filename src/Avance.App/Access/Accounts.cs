using Avance.Access;
using Avance.App.Storage;

namespace Avance.App.Access;

/// <summary>Reads accounts and keeps what changes in them, each change told to the journal of every office that they work in.</summary>
/// <param name="database">Where they are.</param>
/// <param name="clock">Tells when.</param>
public sealed class Accounts(Database database, TimeProvider clock)
{
    /// <summary>Whether nobody has an account yet: the program is new.</summary>
    public bool AreNone() => !database.Read(AccountRows.Any);

    /// <summary>Every account.</summary>
    public IReadOnlyList<(Account Account, IReadOnlyList<Grant> Grants)> All() => database.Read(session =>
        AccountRows.All(session).ConvertAll(a => (a, (IReadOnlyList<Grant>)AccountRows.Grants(session, a.Id))));

    /// <summary>An account; null when there is none.</summary>
    public Account? Find(Guid id) => database.Read(session => AccountRows.Find(session, id));

    /// <summary>The account of an address, as typed; null when there is none.</summary>
    public Account? Find(string email) => EmailAddress.TryRead(email, out var read) ? database.Read(session => AccountRows.Find(session, read)) : null;

    /// <summary>What an account may do.</summary>
    public IReadOnlyList<Grant> Grants(Guid id) => database.Read(session => AccountRows.Grants(session, id));

    /// <summary>
    /// Makes the first account there is, which administers an office and may give itself and others what else there is to do.
    /// </summary>
    /// <exception cref="RuleViolationException"><c>access.set-up</c>: there is an account already. <c>access.email</c>, <c>access.name</c>.</exception>
    public Account SetUp(string office, string email, string name, string passwordHash) => database.Write(session =>
    {
        // All who would be the first wait for one another here.
        session.LockEntity("");
        if (AccountRows.Any(session))
        {
            throw AccessRefusals.SetUp();
        }

        var now = StoredMoment.Now(clock);
        var account = New(session, email, name, passwordHash, email, now);
        GrantRows.Give(session, account, new(Role.Administer, office), account.Email, now);
        return account;
    });

    /// <summary>Makes an account with its password, without any role.</summary>
    /// <exception cref="RuleViolationException"><c>access.exists</c>, <c>access.email</c>, <c>access.name</c>.</exception>
    public Account Add(string email, string name, string passwordHash, string actor) =>
        database.Write(session => New(session, email, name, passwordHash, actor, StoredMoment.Now(clock)));

    /// <summary>Keeps what was changed in an account.</summary>
    /// <exception cref="RuleViolationException"><c>access.conflict</c>: it has changed since it was read.</exception>
    public void Save(Account changed, string actor)
    {
        ArgumentNullException.ThrowIfNull(changed);
        database.Write(session =>
        {
            AccountRows.Lock(session, changed.Id);
            Save(session, changed, actor, StoredMoment.Now(clock));
            return true;
        });
    }

    /// <summary>
    /// Counts a wrong attempt. Attempts that come at once are counted one by one; when there were too many, nobody may try again
    /// for a while, which those who try meanwhile do not make longer.
    /// </summary>
    public void Fail(Guid id) => Change(id, (account, now) =>
    {
        if (account.IsLocked(now))
        {
            return;
        }

        account.Failures++;
        if (account.Failures >= Account.MaxFailures)
        {
            account.Failures = 0;
            account.LockedUntil = now + Account.LockLasts;
        }
    });

    /// <summary>Forgets wrong attempts, after a right one.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="code">The code that was right, which is not taken twice; null for none.</param>
    /// <returns>False when somebody used the code first, or when nobody may try any more.</returns>
    public bool Succeed(Guid id, string? code = null)
    {
        var taken = false;
        Change(id, (account, now) =>
        {
            taken = !account.IsLocked(now) && (code is null || !account.HasTaken(code));
            if (taken)
            {
                account.Failures = 0;
                account.LockedUntil = null;
                if (code is not null)
                {
                    account.Take(code);
                }
            }
        });
        return taken;
    }

    /// <summary>Sets a password. Every other session of the account ends.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="hash">Proof of it.</param>
    /// <param name="kept">The session that asks, which goes on; null for none.</param>
    public void SetPassword(Guid id, string hash, string? kept) => database.Write(session =>
    {
        var account = AccountRows.Locked(session, id);
        var now = StoredMoment.Now(clock);
        account.PasswordHash = hash;
        Save(session, account, account.Email, now);
        SessionRows.EndAll(session, account, now, account.Email, except: kept);
        return true;
    });

    /// <summary>Notes that an identity provider vouched for someone, who needs no password from then on. Their signing in tells it.</summary>
    public void Vouch(Guid id) => Change(id, static (account, _) => account.IsVouchedFor = true);

    /// <summary>Stops asking for codes beside the password. The recovery codes go too.</summary>
    public void TurnCodesOff(Guid id, string actor) => database.Write(session =>
    {
        TurnCodesOff(session, AccountRows.Locked(session, id), actor, StoredMoment.Now(clock));
        return true;
    });

    /// <summary>Makes recovery codes the only ones that an account has.</summary>
    public void ReplaceRecoveryCodes(Guid id, IEnumerable<string> codes) => database.Write(session =>
    {
        var account = AccountRows.Locked(session, id);
        session.Execute("DELETE FROM recovery_code WHERE account_id = $1", id);
        session.Insert("recovery_code", "account_id, code_hash", codes.Select(code => new object?[] { id, Secret.Hash(TypedCode.Bare(code)) }));
        AccessJournal.Tell(session, account, StoredMoment.Now(clock), account.Email, "access.recovery-codes");
        return true;
    });

    /// <summary>
    /// Uses a recovery code up, whatever its case, spaces and hyphens, and forgets wrong attempts. While nobody may try, it is not
    /// used up either.
    /// </summary>
    /// <returns>Whether it was one.</returns>
    public bool RedeemRecoveryCode(Guid id, string code) => database.Write(session =>
    {
        AccountRows.Lock(session, id);
        var now = StoredMoment.Now(clock);
        if (AccountRows.Find(session, id) is not { } account || account.IsLocked(now)
            || session.Query("DELETE FROM recovery_code WHERE account_id = $1 AND code_hash = $2 RETURNING 1", static row => row.Int(0), id, Secret.Hash(TypedCode.Bare(code))).Count == 0)
        {
            return false;
        }

        if (account.Failures > 0)
        {
            account.Failures = 0;
            Save(session, account, account.Email, now);
        }

        return true;
    });

    /// <summary>How many recovery codes are left.</summary>
    public int CountRecoveryCodes(Guid id) => database.Read(session => session.Query("SELECT count(*) FROM recovery_code WHERE account_id = $1", static row => row.Int(0), id)[0]);

    /// <summary>One change at a time to an account: those who come at once wait for each other.</summary>
    private void Change(Guid id, Action<Account, DateTimeOffset> change) => database.Write(session =>
    {
        AccountRows.Lock(session, id);
        var account = AccountRows.Required(session, id);
        var now = StoredMoment.Now(clock);
        change(account, now);
        Save(session, account, account.Email, now);
        return true;
    });

    internal static void Save(Session session, Account changed, string actor, DateTimeOffset now)
    {
        var before = AccountRows.Required(session, changed.Id);
        if (before.Version != changed.Version)
        {
            throw AccessRefusals.Changed(changed.Email);
        }

        changed.Version++;
        if (!AccountRows.Update(session, changed))
        {
            throw AccessRefusals.Changed(changed.Email);
        }

        AccessJournal.Changed(session, before, changed, now, actor);
    }

    internal static void TurnCodesOff(Session session, Account account, string actor, DateTimeOffset now)
    {
        session.Execute("DELETE FROM recovery_code WHERE account_id = $1", account.Id);
        (account.AuthenticatorKey, account.AsksCodes) = (null, false);
        Save(session, account, actor, now);
    }

    internal static Account New(Session session, string email, string name, string? passwordHash, string actor, DateTimeOffset now)
    {
        if (!EmailAddress.TryRead(email, out var read))
        {
            throw AccessRefusals.BadEmail(email);
        }

        session.LockEntity($"account {read}");
        if (AccountRows.Find(session, read) is not null)
        {
            throw AccessRefusals.Exists(read);
        }

        var account = new Account { Id = Guid.CreateVersion7(now), Email = read, Name = Checked(name), PasswordHash = passwordHash, Version = 1, CreatedBy = actor, CreatedAt = now };
        AccountRows.Insert(session, account);
        return account;
    }

    internal static string Checked(string name)
    {
        var trimmed = name.Trim();
        return trimmed.Length is > 0 and <= Account.MaxNameLength ? trimmed : throw AccessRefusals.NoName();
    }
}
