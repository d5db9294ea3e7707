using Avance.Access;
using Avance.App.Storage;

namespace Avance.App.Access;

/// <summary>The people of an office: who they are, what they may do, and how they come in.</summary>
/// <param name="database">Where they are.</param>
/// <param name="clock">Tells when.</param>
public sealed class People(Database database, TimeProvider clock)
{
    /// <summary>How long an invitation waits.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);

    /// <summary>Whoever has a role in an office, by name.</summary>
    public IReadOnlyList<Person> Of(string office) => database.Read(session =>
    {
        var now = StoredMoment.Now(clock);
        var rows = session.Query(
            $"SELECT {AccountRows.ColumnsOf("a")}, g.role, e.code, g.unit_code FROM access_grant g JOIN entity e ON e.entity_id = g.entity_id JOIN account a ON a.account_id = g.account_id WHERE e.code = $1 ORDER BY g.unit_code",
            static row => (Account: AccountRows.Read(row), Grant: AccountRows.ReadGrant(row, AccountRows.Width)), office);
        return rows.GroupBy(r => r.Account.Id)
            .Select(g => Describe(session, g.First().Account, [.. g.Select(r => r.Grant).OrderBy(x => x.Role)], office, now))
            .OrderBy(p => FoldedText.Fold(p.Account.Name), StringComparer.Ordinal).ThenBy(p => p.Account.Email, StringComparer.Ordinal)
            .ToList();
    });

    /// <summary>Someone who has a role in an office; null when nobody of that account has one.</summary>
    public Person? Find(string office, Guid account) => Of(office).FirstOrDefault(p => p.Account.Id == account);

    /// <summary>Who administers an office's roles and can sign in: whom to ask.</summary>
    public IReadOnlyList<Person> Administrators(string office) =>
        [.. Of(office).Where(p => p.Grants.Any(g => g.Role == Role.Administer) && p.Account.CanEnter)];

    /// <summary>
    /// Gives someone roles in an office. A new account is made where there is none, and an invitation to it where the office may
    /// make one.
    /// </summary>
    /// <returns>The word of the invitation; null when they can sign in already, or when other offices have a say in their account.</returns>
    /// <exception cref="RuleViolationException">
    /// <c>access.email</c>, <c>access.name</c>, <c>access.unit</c>, <c>access.denied</c>. <c>access.disabled</c>: the account is kept out.
    /// </exception>
    public string? Invite(string email, string name, IReadOnlyCollection<Grant> grants, Administrator by)
    {
        ArgumentNullException.ThrowIfNull(grants);
        ArgumentNullException.ThrowIfNull(by);
        foreach (var grant in grants)
        {
            RequireKept(by, grant.EntityCode);
        }

        if (!EmailAddress.TryRead(email, out var read))
        {
            throw AccessRefusals.BadEmail(email);
        }

        return database.Write(session =>
        {
            // Two who invite the same person at once invite one person.
            session.LockEntity($"account {read}");
            var known = AccountRows.Find(session, read) ?? Accounts.New(session, read, name, null, by.Name, StoredMoment.Now(clock));
            var account = AccountRows.Locked(session, known.Id, grants.Select(g => g.EntityCode));
            var now = StoredMoment.Now(clock);
            if (account.IsDisabled)
            {
                throw AccessRefusals.Disabled(read);
            }

            foreach (var grant in grants.OrderBy(g => g.EntityCode, StringComparer.Ordinal))
            {
                GrantRows.Give(session, account, grant, by.Name, now);
            }

            return !account.HasWayIn && AccountRows.Offices(session, account.Id).TrueForAll(by.Keeps) ? InvitationRows.Make(session, account, by.Name, now) : null;
        });
    }

    /// <summary>Gives someone who has an account a role in an office.</summary>
    /// <exception cref="RuleViolationException"><c>access.unit</c>, <c>access.denied</c>, <c>access.missing</c>.</exception>
    public void Give(Guid id, Grant grant, Administrator by)
    {
        ArgumentNullException.ThrowIfNull(grant);
        ArgumentNullException.ThrowIfNull(by);
        RequireKept(by, grant.EntityCode);
        Change(id, (session, account, now) => GrantRows.Give(session, account, grant, by.Name, now), grant.EntityCode);
    }

    /// <summary>Makes someone's roles in an office be exactly these.</summary>
    /// <param name="office">The office.</param>
    /// <param name="id">Whose roles.</param>
    /// <param name="seen">Those that were seen when it was decided: what another administrator did meanwhile is not undone unseen.</param>
    /// <param name="grants">Those that hold from now on.</param>
    /// <param name="by">Who decides.</param>
    /// <exception cref="RuleViolationException">
    /// <c>access.conflict</c>, <c>access.last-administrator</c>, <c>access.unit</c>, <c>access.denied</c>, <c>access.missing</c>.
    /// </exception>
    public void SetGrants(string office, Guid id, IReadOnlyCollection<Grant> seen, IReadOnlyCollection<Grant> grants, Administrator by)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(grants);
        ArgumentNullException.ThrowIfNull(by);
        RequireKept(by, office);
        Change(id, (session, account, now) =>
        {
            var before = AccountRows.Grants(session, id).FindAll(g => g.EntityCode == office);
            if (!before.ToHashSet().SetEquals(seen))
            {
                throw AccessRefusals.GrantsChanged(account.Email);
            }

            foreach (var grant in grants.Except(before))
            {
                GrantRows.Give(session, account, grant with { EntityCode = office }, by.Name, now);
            }

            foreach (var grant in before.Except(grants))
            {
                GrantRows.Take(session, account, grant, by.Name, now);
            }
        }, office);
    }

    /// <summary>Keeps an account out, or lets it in again. Kept out, its sessions end at once.</summary>
    /// <exception cref="RuleViolationException"><c>access.last-administrator</c>, <c>access.elsewhere</c>, <c>access.missing</c>.</exception>
    public void SetDisabled(Guid id, bool isDisabled, Administrator by) => Change(id, (session, account, now) =>
    {
        var offices = RequireWhole(session, account, by);
        account.IsDisabled = isDisabled;
        Accounts.Save(session, account, by.Name, now);
        if (!isDisabled)
        {
            return;
        }

        SessionRows.EndAll(session, account, now, by.Name);
        foreach (var office in offices.Where(o => AccountRows.Grants(session, id).Exists(g => g.EntityCode == o && g.Role == Role.Administer)))
        {
            GrantRows.RequireAdministrator(session, office);
        }
    });

    /// <summary>Lets someone try again who failed too often.</summary>
    /// <exception cref="RuleViolationException"><c>access.elsewhere</c>, <c>access.missing</c>.</exception>
    public void Unlock(Guid id, Administrator by) => Change(id, (session, account, now) =>
    {
        RequireWhole(session, account, by);
        account.LockedUntil = null;
        account.Failures = 0;
        Accounts.Save(session, account, by.Name, now);
    });

    /// <summary>Stops asking someone for codes who lost their telephone. Their recovery codes go too, and their sessions end at once.</summary>
    /// <exception cref="RuleViolationException"><c>access.elsewhere</c>, <c>access.missing</c>.</exception>
    public void TurnCodesOff(Guid id, Administrator by) => Change(id, (session, account, now) =>
    {
        RequireWhole(session, account, by);
        Accounts.TurnCodesOff(session, account, by.Name, now);
        SessionRows.EndAll(session, account, now, by.Name);
    });

    /// <summary>Invites someone again, to set a password: the earlier invitation no longer counts.</summary>
    /// <returns>The word of the invitation.</returns>
    /// <exception cref="RuleViolationException"><c>access.elsewhere</c>, <c>access.disabled</c>, <c>access.missing</c>.</exception>
    public string InviteAgain(Guid id, Administrator by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return database.Write(session =>
        {
            var account = AccountRows.Locked(session, id);
            RequireWhole(session, account, by);
            return account.IsDisabled ? throw AccessRefusals.Disabled(account.Email) : InvitationRows.Make(session, account, by.Name, StoredMoment.Now(clock));
        });
    }

    /// <summary>One change at a time to an account and its offices, with those in which it is given a role.</summary>
    private void Change(Guid id, Action<Session, Account, DateTimeOffset> change, params IEnumerable<string> more) => database.Write(session =>
    {
        change(session, AccountRows.Locked(session, id, more), StoredMoment.Now(clock));
        return true;
    });

    private static void RequireKept(Administrator by, string office)
    {
        if (!by.Keeps(office))
        {
            throw AccessRefusals.NotKept(office);
        }
    }

    /// <summary>What is done to the account itself reaches into every office where it has a role.</summary>
    private static List<string> RequireWhole(Session session, Account account, Administrator by)
    {
        var offices = AccountRows.Offices(session, account.Id);
        return offices.TrueForAll(by.Keeps) ? offices : throw AccessRefusals.Elsewhere(account.Email);
    }

    private static Person Describe(Session session, Account account, IReadOnlyList<Grant> grants, string office, DateTimeOffset now) => new(
        account,
        grants,
        AccountRows.Offices(session, account.Id).Exists(o => o != office),
        InvitationRows.WaitsUntil(session, account.Id, now),
        session.Query(
            "SELECT seen_at FROM account_session WHERE account_id = $1 AND is_open = $2 AND started_at > $3 AND seen_at > $4 ORDER BY seen_at DESC LIMIT 1",
            static row => row.Moment(0), account.Id, true, now - Sessions.Longest, now - Sessions.Idle) is [var seen] ? seen : null);
}
