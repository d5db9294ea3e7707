using System.Collections.Concurrent;
using DbUp;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;

namespace Avance.App.Storage;

/// <summary>
/// SQLite, one file. Readers never wait for the writer (WAL). A commit is on the disk before it is told
/// (<c>synchronous = FULL</c>): imports are rare and each is an official record, so its milliseconds are well spent.
/// </summary>
internal sealed class SqliteEngine(string path, SqliteOpenMode mode) : Engine
{
    /// <summary>How long one process waits for another's write. An import of the largest report takes two seconds.</summary>
    private const string Settings = "PRAGMA busy_timeout = 30000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; SELECT count(*) FROM sqlite_master";

    /// <summary>Sessions kept open between uses; more than this many at once is more threads than read usefully.</summary>
    private const int MaxIdle = 16;

    private readonly ConcurrentBag<SqliteSession> _idle = [];

    public override string Dialect => "Sqlite";

    public override Session Connect()
    {
        if (_idle.TryTake(out var session))
        {
            return session;
        }

        try
        {
            return Open(path, mode);
        }
        catch (SqliteException e) when (mode == SqliteOpenMode.ReadWrite && e.SqliteErrorCode == SQLitePCL.raw.SQLITE_CANTOPEN && File.Exists(path))
        {
            // Where not even SQLite's side files can be made, as on a read-only disk, nobody is writing either: the file is
            // read as it lies there.
            return Open($"file:{string.Join('/', path.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString))}?immutable=1", SqliteOpenMode.ReadOnly);
        }
    }

    public override void Return(Session session)
    {
        if (_idle.Count < MaxIdle)
        {
            _idle.Add((SqliteSession)session);
        }
        else
        {
            session.Dispose();
        }
    }

    public override string? NewestScript(Session session)
    {
        var (tables, ours) = session.Query(
            $"SELECT count(*), count(CASE WHEN name = '{Schema.Table}' THEN 1 END) FROM sqlite_master WHERE type = 'table'",
            static row => (row.Int(0), row.Int(1)))[0];
        return ours == 0 && tables > 0 ? throw StorageRefusals.Foreign(path)
            : ours == 0 ? null
            : session.Query($"SELECT max(scriptname) FROM {Schema.Table}", static row => row.OptionalText(0))[0];
    }

    public override void Upgrade()
    {
        using var session = (SqliteSession)Connect();
        session.Execute("PRAGMA journal_mode = WAL");

        // DbUp shares the connection, and so runs inside this transaction: another process waits here, and then finds
        // nothing left to do.
        session.Execute("BEGIN IMMEDIATE");
        using var shared = new SharedConnection(session.Connection);
        Schema.Run(DeployChanges.To.SqliteDatabase(shared).JournalToSqliteTable(Schema.Table).WithoutTransaction(), Dialect);
        session.Execute("COMMIT");
    }

    public override RuleViolationException? Refusal(Exception failure) => failure is not SqliteException sqlite ? null : sqlite.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_NOTADB => StorageRefusals.NotADatabase(path),
        SQLitePCL.raw.SQLITE_CORRUPT => StorageRefusals.Damaged(path),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => StorageRefusals.Busy(path),
        SQLitePCL.raw.SQLITE_READONLY => StorageRefusals.ReadOnly(path),
        SQLitePCL.raw.SQLITE_FULL => StorageRefusals.Full(path),
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH => StorageRefusals.Unreachable(path, sqlite.Message),
        _ => null,
    };

    public override void Dispose()
    {
        while (_idle.TryTake(out var session))
        {
            session.Dispose();
        }
    }

    private static SqliteSession Open(string source, SqliteOpenMode mode)
    {
        var session = new SqliteSession(new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false }.ConnectionString);
        try
        {
            session.Open(Settings);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
