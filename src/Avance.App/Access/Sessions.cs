using Avance.Access;
using Avance.App.Storage;

namespace Avance.App.Access;

/// <summary>A person's time between signing in and out, on one device.</summary>
/// <param name="Account">Whose.</param>
/// <param name="IsOpen">Whether they are in; false while their second proof is awaited.</param>
/// <param name="Way">How they signed in: see <see cref="Sessions.Ways"/>.</param>
/// <param name="Device">What their browser calls itself.</param>
/// <param name="Address">From where.</param>
/// <param name="StartedAt">Since when.</param>
/// <param name="SeenAt">When last used, to within a few minutes.</param>
/// <param name="Id">Names it in lists, and opens nothing.</param>
public sealed record SessionRecord(Account Account, bool IsOpen, string Way, string Device, string Address, DateTimeOffset StartedAt, DateTimeOffset SeenAt, string Id);

/// <summary>
/// Sessions, kept on the server: each can be seen and ended at once. The browser has a random key and the database its hash.
/// </summary>
/// <param name="database">Where they are.</param>
/// <param name="clock">Tells when.</param>
public sealed class Sessions(Database database, TimeProvider clock)
{
    /// <summary>How long a session lasts that is not used.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>How long a session lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>How long a second proof is awaited.</summary>
    public static readonly TimeSpan Awaiting = TimeSpan.FromMinutes(10);

    /// <summary>Use is noted this often, so that reading a page seldom writes.</summary>
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(5);

    private const string Columns = "s.is_open, s.way, s.device, s.address, s.started_at, s.seen_at, s.key_hash";

    /// <summary>How people sign in, as the journal and the list of sessions say it.</summary>
    public static IReadOnlyDictionary<string, LocalizedText> Ways { get; } = new Dictionary<string, LocalizedText>(StringComparer.Ordinal)
    {
        ["password"] = new("contraseña", "password"),
        ["code"] = new("contraseña y código", "password and code"),
        ["recovery"] = new("contraseña y código de recuperación", "password and recovery code"),
        ["passkey"] = new("llave de acceso", "passkey"),
        ["provider"] = new("cuenta institucional", "institutional account"),
        ["invitation"] = new("invitación", "invitation"),
        ["set-up"] = new("primera puesta en marcha", "first set-up"),
    };

    /// <summary>Opens a session, always with a new key: one that was known before can never be somebody's session.</summary>
    /// <param name="account">Whose.</param>
    /// <param name="way">How they signed in.</param>
    /// <param name="isOpen">Whether they are in; false while their second proof is awaited.</param>
    /// <param name="device">What their browser calls itself.</param>
    /// <param name="address">From where.</param>
    /// <param name="replaced">Key of the session that it takes the place of; null for none.</param>
    /// <returns>Its key, for the person's browser alone.</returns>
    public string Open(Account account, string way, bool isOpen = true, string device = "", string address = "", string? replaced = null)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(device);
        return database.Write(session =>
        {
            if (isOpen)
            {
                // Before any row: among those that are swept away are other people's, who may be waiting for the same offices.
                AccountRows.LockWhole(session, account.Id);
            }

            var now = StoredMoment.Now(clock);
            session.Execute("DELETE FROM account_session WHERE started_at < $1 OR seen_at < $2 OR (is_open = $3 AND started_at < $4)", now - Longest, now - Idle, false, now - Awaiting);
            if (replaced is not null)
            {
                session.Execute("DELETE FROM account_session WHERE key_hash = $1", Secret.Hash(replaced));
            }

            var key = Secret.New();
            session.Execute(
                "INSERT INTO account_session (key_hash, account_id, is_open, way, device, address, started_at, seen_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                Secret.Hash(key), account.Id, isOpen, way, device.Length > 200 ? device[..200] : device, address, now, now);
            if (isOpen)
            {
                AccessJournal.Tell(session, account, now, account.Email, "access.signed-in", "", AccessJournal.Value("way", way));
            }

            return key;
        });
    }

    /// <summary>The session of a key; null when it is none, has ended or is of an account that is kept out.</summary>
    public SessionRecord? Find(string key)
    {
        var now = StoredMoment.Now(clock);
        var found = database.Read(session => session.Query(
            $"SELECT {AccountRows.ColumnsOf("a")}, {Columns} FROM account_session s JOIN account a ON a.account_id = s.account_id WHERE s.key_hash = $1 AND a.disabled = $2",
            Read, Secret.Hash(key), false));
        if (found.Count == 0 || !IsAlive(found[0], now))
        {
            return null;
        }

        if (found[0].SeenAt < now - Noted)
        {
            database.Write(session =>
            {
                session.Execute("UPDATE account_session SET seen_at = $2 WHERE key_hash = $1", Secret.Hash(key), now);
                return true;
            });
        }

        return found[0];
    }

    /// <summary>Who a key belongs to, with what they may do at this moment; nobody when it opens nothing.</summary>
    public Visitor VisitorOf(string? key)
    {
        return key is not null && Find(key) is { IsOpen: true, Account: var account }
            ? new(account.Id, account.Email, account.Name, database.Read(session => AccountRows.Grants(session, account.Id)))
            : Visitor.Nobody;
    }

    /// <summary>The open sessions of an account, the one last used first.</summary>
    public IReadOnlyList<SessionRecord> Of(Guid account)
    {
        var now = StoredMoment.Now(clock);
        return database.Read(session => session.Query(
            $"SELECT {AccountRows.ColumnsOf("a")}, {Columns} FROM account_session s JOIN account a ON a.account_id = s.account_id WHERE s.account_id = $1 AND s.is_open = $2 ORDER BY s.seen_at DESC",
            Read, account, true)).FindAll(s => IsAlive(s, now));
    }

    /// <summary>Names the session of a key, as lists do.</summary>
    public static string IdOf(string key) => Convert.ToHexStringLower(Secret.Hash(key));

    /// <summary>Ends a session of an account, named as lists do.</summary>
    /// <returns>Whether there was one.</returns>
    public bool End(Guid account, string id, string actor)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length != 64 || !id.All(char.IsAsciiHexDigit))
        {
            return false;
        }

        return database.Write(session =>
        {
            AccountRows.LockWhole(session, account);
            var ended = session.Query("DELETE FROM account_session WHERE account_id = $1 AND key_hash = $2 RETURNING is_open", static row => row.Bool(0), account, Convert.FromHexString(id));
            if (ended is [true])
            {
                AccessJournal.Tell(session, AccountRows.Required(session, account), StoredMoment.Now(clock), actor, "access.ended", AccessJournal.Value("sessions", "1"));
            }

            return ended.Count > 0;
        });
    }

    /// <summary>Ends every session of an account, at once.</summary>
    /// <returns>How many there were.</returns>
    public int EndAll(Guid account, string actor) => database.Write(session =>
        SessionRows.EndAll(session, AccountRows.Locked(session, account), StoredMoment.Now(clock), actor));

    private static bool IsAlive(SessionRecord s, DateTimeOffset now) =>
        now < s.StartedAt + (s.IsOpen ? Longest : Awaiting) && now < s.SeenAt + Idle;

    private static SessionRecord Read(Row row) => new(
        AccountRows.Read(row), row.Bool(AccountRows.Width), row.Text(AccountRows.Width + 1), row.Text(AccountRows.Width + 2), row.Text(AccountRows.Width + 3),
        row.Moment(AccountRows.Width + 4), row.Moment(AccountRows.Width + 5), Convert.ToHexStringLower(row.Bytes(AccountRows.Width + 6)));
}
