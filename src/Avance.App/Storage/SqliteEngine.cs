using DbUp;
using DbUp.Sqlite.Helpers;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Avance.App.Storage;

/// <summary>SQLite, one file. Readers never wait for the writer, nor the writer for them (WAL).</summary>
/// <param name="path">The file's full path.</param>
/// <param name="create">Whether a file that is missing is made.</param>
internal sealed class SqliteEngine(string path, bool create) : Engine
{
    /// <summary>Sessions kept open between uses; more than this many at once is more threads than read usefully.</summary>
    private const int MaxIdle = 16;

    private readonly List<SqliteSession> _idle = [];

    public override string Dialect => "Sqlite";

    public override Session Connect()
    {
        lock (_idle)
        {
            if (_idle.Count > 0)
            {
                var session = _idle[^1];
                _idle.RemoveAt(_idle.Count - 1);
                return session;
            }
        }

        try
        {
            return new SqliteSession(path, raw.SQLITE_OPEN_READWRITE | (create ? raw.SQLITE_OPEN_CREATE : 0));
        }
        catch (SqliteCallException failure) when (!create && failure.Code is (raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY) && File.Exists(path) && !File.Exists(path + "-wal"))
        {
            // Where not even SQLite's side files can be made, as on a read-only disk, nobody is writing either: the file is
            // read as it lies there. With changes still waiting in a side file, that would be to leave them out.
            var escaped = string.Join('/', path.Split(Path.DirectorySeparatorChar).Select(Uri.EscapeDataString));
            return new SqliteSession($"file:{escaped}?immutable=1", raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI);
        }
    }

    public override void Return(Session session)
    {
        lock (_idle)
        {
            if (_idle.Count < MaxIdle)
            {
                _idle.Add((SqliteSession)session);
                return;
            }
        }

        session.Dispose();
    }

    public override string? NewestScript(Session session)
    {
        var tables = session.Query("SELECT name FROM sqlite_master WHERE type = 'table'", static row => row.Text(0));
        return tables.Contains(Schema.Table) ? session.Query($"SELECT max(scriptname) FROM {Schema.Table}", static row => row.OptionalText(0))[0]
            : tables.Count > 0 ? throw StorageRefusals.Foreign(path)
            : null;
    }

    public override void Upgrade()
    {
        try
        {
            RunScripts();
        }
        catch (SqliteException e)
        {
            throw new SqliteCallException(e.SqliteErrorCode, e.Message);
        }
    }

    public override RuleViolationException? Refusal(Exception failure) => (failure as SqliteCallException)?.Code switch
    {
        raw.SQLITE_NOTADB => StorageRefusals.NotADatabase(path),
        raw.SQLITE_CORRUPT => StorageRefusals.Damaged(path),
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => StorageRefusals.Busy(path),
        raw.SQLITE_READONLY => StorageRefusals.ReadOnly(path),
        raw.SQLITE_FULL => StorageRefusals.Full(path),
        raw.SQLITE_CANTOPEN or raw.SQLITE_IOERR or raw.SQLITE_PERM or raw.SQLITE_AUTH => StorageRefusals.Unreachable(path, ((SqliteCallException)failure).Detail),
        _ => null,
    };

    public override void Dispose()
    {
        lock (_idle)
        {
            _idle.ForEach(static session => session.Dispose());
            _idle.Clear();
        }
    }

    private void RunScripts()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL");

        // DbUp shares the connection, and so runs inside this transaction: another process waits here, and then finds
        // nothing left to do.
        Run(connection, "BEGIN IMMEDIATE");
        using var shared = new SharedConnection(connection);
        Schema.Run(DeployChanges.To.SqliteDatabase(shared).JournalToSqliteTable(Schema.Table).WithoutTransaction(), Dialect);
        Run(connection, "COMMIT");
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
