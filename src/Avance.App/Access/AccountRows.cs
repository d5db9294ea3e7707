using Avance.Access;
using Avance.App.Storage;

namespace Avance.App.Access;

/// <summary>The rows of accounts and of what they may do.</summary>
internal static class AccountRows
{
    private const string Columns = "account_id, email, name, password_hash, version, disabled, failures, locked_until, asks_codes, last_code, authenticator_key, created_by, created_at, vouched";

    /// <summary>How many columns an account takes at the beginning of a row.</summary>
    public const int Width = 14;

    /// <summary>The columns of an account in a query that names the table <c>a</c>.</summary>
    public static string ColumnsOf(string alias) => string.Join(", ", Columns.Split(", ").Select(c => $"{alias}.{c}"));

    public static bool Any(Session session) => session.Query("SELECT 1 FROM account LIMIT 1", static row => row.Int(0)).Count > 0;

    public static Account? Find(Session session, Guid id) => One(session, "account_id = $1", id);

    public static Account? Find(Session session, string email) => One(session, "email = $1", email);

    public static Account Required(Session session, Guid id) => Find(session, id) ?? throw AccessRefusals.NoAccount(id.ToString());

    /// <summary>
    /// Makes whoever else changes an account wait until the transaction ends. Who also writes to offices locks the account first and
    /// the offices after it, in the order of their codes: then no two changes wait for each other.
    /// </summary>
    public static void Lock(Session session, Guid id) => session.LockEntity($"account {id}");

    /// <summary>Locks an account and then each office in which it has a role, with those in which it is given one, in order.</summary>
    public static void LockWhole(Session session, Guid id, params IEnumerable<string> more)
    {
        Lock(session, id);
        foreach (var office in Offices(session, id).Union(more).Order(StringComparer.Ordinal))
        {
            session.LockEntity(office);
        }
    }

    /// <summary>An account that nobody else changes until the transaction ends, nor its offices: see <see cref="LockWhole"/>.</summary>
    public static Account Locked(Session session, Guid id, params IEnumerable<string> more)
    {
        LockWhole(session, id, more);
        return Required(session, id);
    }

    public static List<Account> All(Session session) => session.Query($"SELECT {Columns} FROM account ORDER BY email", Read);

    public static void Insert(Session session, Account a) => session.Execute(
        $"INSERT INTO account ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        a.Id, a.Email, a.Name, a.PasswordHash, a.Version, a.IsDisabled, a.Failures, a.LockedUntil, a.AsksCodes, a.LastCodes, a.AuthenticatorKey, a.CreatedBy, a.CreatedAt, a.IsVouchedFor);

    /// <summary>Changes the row that was read, and no other: false when somebody changed it meanwhile.</summary>
    public static bool Update(Session session, Account a) => session.Query(
        "UPDATE account SET name = $2, password_hash = $3, version = $4, disabled = $5, failures = $6, locked_until = $7, asks_codes = $8, last_code = $9, authenticator_key = $10, vouched = $11 WHERE account_id = $1 AND version = $4 - 1 RETURNING 1",
        static row => row.Int(0),
        a.Id, a.Name, a.PasswordHash, a.Version, a.IsDisabled, a.Failures, a.LockedUntil, a.AsksCodes, a.LastCodes, a.AuthenticatorKey, a.IsVouchedFor).Count == 1;

    public static Account Read(Row row) => new()
    {
        Id = row.Id(0),
        Email = row.Text(1),
        Name = row.Text(2),
        PasswordHash = row.OptionalText(3),
        Version = row.Int(4),
        IsDisabled = row.Bool(5),
        Failures = row.Int(6),
        LockedUntil = row.OptionalMoment(7),
        AsksCodes = row.Bool(8),
        LastCodes = row.OptionalText(9),
        AuthenticatorKey = row.OptionalText(10),
        CreatedBy = row.Text(11),
        CreatedAt = row.Moment(12),
        IsVouchedFor = row.Bool(13),
    };

    /// <summary>What an account may do, in every office.</summary>
    public static List<Grant> Grants(Session session, Guid account) => session.Query(
        "SELECT g.role, e.code, g.unit_code FROM access_grant g JOIN entity e ON e.entity_id = g.entity_id WHERE g.account_id = $1 ORDER BY e.code, g.role, g.unit_code",
        static row => ReadGrant(row, 0), account);

    /// <summary>A role as three columns from <paramref name="at"/>: role, office, unit.</summary>
    public static Grant ReadGrant(Row row, int at)
    {
        var role = Roles.TryRead(row.Text(at), out var read) ? read : throw new InvalidOperationException($"There is no role «{row.Text(at)}».");
        return new(role, row.Text(at + 1), row.Text(at + 2) is { Length: > 0 } unit ? unit : null);
    }

    /// <summary>The codes of the offices in which an account has a role, in order.</summary>
    public static List<string> Offices(Session session, Guid account) => session.Query(
        "SELECT DISTINCT e.code FROM access_grant g JOIN entity e ON e.entity_id = g.entity_id WHERE g.account_id = $1 ORDER BY e.code",
        static row => row.Text(0), account);

    private static Account? One(Session session, string condition, object value)
    {
        var found = session.Query($"SELECT {Columns} FROM account WHERE {condition}", Read, value);
        return found.Count == 0 ? null : found[0];
    }
}
