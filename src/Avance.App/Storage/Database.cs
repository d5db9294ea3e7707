namespace Avance.App.Storage;

/// <summary>
/// Where reports are kept: a SQLite file or a PostgreSQL database, as equals. May be used by many threads at once.
/// Calls are synchronous: SQLite has no asynchronous input, and one way for both engines is simpler than two.
/// </summary>
public sealed class Database : IDisposable
{
    private readonly Engine _engine;
    private readonly string _shown;

    private Database(Engine engine, string shown, string? filePath = null)
    {
        _engine = engine;
        _shown = shown;
        FilePath = filePath;
    }

    /// <summary>Full path of the database's file; null when it is on a server.</summary>
    internal string? FilePath { get; }

    /// <summary>
    /// Opens a database to read and write. Creates a SQLite file that is missing, and brings an older schema up to date.
    /// </summary>
    /// <param name="location">
    /// Path of a SQLite file; or a PostgreSQL database as <c>postgres://user:password@host:port/name</c> or as keywords with
    /// <c>Host=</c>.
    /// </param>
    /// <exception cref="RuleViolationException">
    /// It cannot be used: <c>storage.location</c>, <c>storage.missing</c>, <c>storage.not-a-database</c>,
    /// <c>storage.foreign</c>, <c>storage.newer</c>, <c>storage.unreachable</c>, <c>storage.denied</c>,
    /// <c>storage.read-only</c>, <c>storage.busy</c>, <c>storage.full</c> or <c>storage.damaged</c>.
    /// </exception>
    public static Database Open(string location) => Connect(location, create: true, upgrade: true)!;

    /// <summary>
    /// Opens a database that must exist, to read it: never creates one. A file that cannot be written is read as it is,
    /// unless its schema is older and has to be brought up to date.
    /// </summary>
    /// <param name="location">As in <see cref="Open"/>.</param>
    /// <exception cref="RuleViolationException">As in <see cref="Open"/>.</exception>
    public static Database OpenExisting(string location) => Connect(location, create: false, upgrade: true)!;

    /// <summary>
    /// Opens a database without changing anything in it, for dry runs. Null when its file is not there yet, or when its
    /// schema is missing or older than this program's: nothing in it can be compared without an upgrade.
    /// </summary>
    /// <param name="location">As in <see cref="Open"/>.</param>
    /// <exception cref="RuleViolationException">As in <see cref="Open"/>; a PostgreSQL database that is not there is one of them.</exception>
    public static Database? OpenAsIs(string location)
    {
        ArgumentNullException.ThrowIfNull(location);
        var isThere = DatabaseLocation.IsPostgres(location) || Path.Exists(location);
        return isThere ? Connect(location, create: false, upgrade: false) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();

    /// <summary>Reads, as of one moment: what others commit meanwhile is not seen by half.</summary>
    internal T Read<T>(Func<Session, T> query) => Use(Guarded(_engine.Connect), session =>
    {
        session.BeginReading();
        var result = query(session);
        session.Commit();
        return result;
    });

    /// <summary>Changes in one transaction: when anything throws, nothing was changed.</summary>
    internal T Write<T>(Func<Session, T> change) => Use(Guarded(_engine.Connect), session =>
    {
        session.Begin();
        var result = change(session);
        session.Commit();
        return result;
    });

    private static Database? Connect(string location, bool create, bool upgrade)
    {
        ArgumentNullException.ThrowIfNull(location);
        if (string.IsNullOrWhiteSpace(location))
        {
            throw StorageRefusals.BadLocation(location, new("está vacía", "it is empty"));
        }

        var database = DatabaseLocation.IsPostgres(location) ? Postgres(location) : Sqlite(location, create);
        try
        {
            if (database.IsCurrent() || (upgrade && database.Upgrade()))
            {
                return database;
            }
        }
        catch
        {
            database.Dispose();
            throw;
        }

        database.Dispose();
        return null;
    }

    private static Database Postgres(string location)
    {
        var (settings, shown) = PostgresLocation.Parse(location);
        return new Database(new PostgresEngine(settings, shown), shown);
    }

    private static Database Sqlite(string location, bool create)
    {
        // A full path, so that names which SQLite takes for something else (":memory:", "file:…") stay names of files.
        var path = Path.GetFullPath(location);
        return Directory.Exists(path) ? throw StorageRefusals.IsDirectory(path)
            : !create && !File.Exists(path) ? throw StorageRefusals.Missing(path)
            : IsTooShort(path) ? throw StorageRefusals.NotADatabase(path)
            : new Database(new SqliteEngine(path, create), path, path);
    }

    /// <summary>SQLite takes a file of one byte for an empty one and would write over it; its smallest page has 512.</summary>
    private static bool IsTooShort(string path) => new FileInfo(path) is { Exists: true, Length: > 0 and < 512 };

    private bool IsCurrent()
    {
        var known = Schema.Newest(_engine.Dialect);
        var script = Read(_engine.NewestScript);
        var found = script is null ? 0 : Schema.Number(script);
        return found > known ? throw StorageRefusals.Newer(_shown, script!) : found == known;
    }

    private bool Upgrade() => Guarded(() =>
    {
        _engine.Upgrade();
        return true;
    });

    private T Use<T>(Session session, Func<Session, T> action)
    {
        try
        {
            var result = Guarded(() => action(session));
            _engine.Return(session);
            return result;
        }
        catch
        {
            // Undoes an open transaction, and forgets a connection that may be broken.
            session.Dispose();
            throw;
        }
    }

    private T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception failure) when (_engine.Refusal(failure) is { } refusal)
        {
            throw refusal;
        }
    }
}
