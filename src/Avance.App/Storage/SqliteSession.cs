using System.Globalization;
using SQLitePCL;

namespace Avance.App.Storage;

/// <summary>
/// A SQLite connection that keeps its prepared statements for as long as it lives. It calls SQLite itself rather than
/// through ADO.NET: reading a connection string and finding a provider take longer than reading a report.
/// </summary>
internal sealed class SqliteSession : Session
{
    /// <summary>How long one process waits for another's write. An import of the largest report takes two seconds.</summary>
    private const int BusyTimeoutMilliseconds = 30_000;

    private readonly Dictionary<string, sqlite3_stmt> _statements = [];
    private readonly string _source;
    private readonly int _flags;
    private readonly List<string> _guards = [];
    private readonly sqlite3 _database;

    static SqliteSession() => Batteries_V2.Init();

    /// <summary>Connects, and sees that there is a database: a file that is none shows only when it is read.</summary>
    /// <param name="source">Path of the file, or a URI when <paramref name="flags"/> say so.</param>
    /// <param name="flags">What SQLite is asked for: to read, to write, to create.</param>
    public SqliteSession(string source, int flags)
    {
        (_source, _flags) = (source, flags);
        var code = raw.sqlite3_open_v2(source, out _database, flags | raw.SQLITE_OPEN_NOMUTEX, null);
        try
        {
            Check(code);
            Check(raw.sqlite3_busy_timeout(_database, BusyTimeoutMilliseconds));

            // FULL: a commit is on the disk before it is told. Imports are rare and each is an official record.
            Run("PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; SELECT count(*) FROM sqlite_master");
        }
        catch
        {
            _database.Dispose();
            throw;
        }
    }

    public override void Each(string sql, Action<Row> action, params object?[] values)
    {
        var statement = Bind(sql, values);
        try
        {
            var row = new SqliteRow(statement);
            while (Check(raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                action(row);
            }
        }
        finally
        {
            _ = raw.sqlite3_reset(statement);
        }
    }

    public override void Insert(string table, string columns, IEnumerable<object?[]> rows)
    {
        var count = columns.AsSpan().Count(',') + 1;
        var places = string.Join(", ", Enumerable.Range(1, count).Select(static i => string.Create(CultureInfo.InvariantCulture, $"${i}")));
        RunEach($"INSERT INTO {table} ({columns}) VALUES ({places})", rows);
    }

    public override void AddUp(string table, string keys, string sum, IEnumerable<object?[]> rows)
    {
        var count = keys.AsSpan().Count(',') + 2;
        var places = string.Join(", ", Enumerable.Range(1, count).Select(static i => string.Create(CultureInfo.InvariantCulture, $"${i}")));
        RunEach($"INSERT INTO {table} ({keys}, {sum}) VALUES ({places}) ON CONFLICT ({keys}) DO UPDATE SET {sum} = {table}.{sum} + excluded.{sum}", rows);
    }

    public override string Listed(string parameter) => $"json_each({parameter}) AS listed";

    /// <summary>
    /// Row by row: to group, SQLite would sort all rows first, which takes four times as long. By the statement's handle itself:
    /// the binding's own calls, five a row, would take longer than SQLite does.
    /// </summary>
    public override void EachPart(string keys, string amount, string source, Action<int, int, int, long> add, params object?[] values)
    {
        var statement = Bind($"SELECT {keys}, {amount} {source}", values);
        try
        {
            var handle = statement.DangerousGetHandle();
            int code;
            while ((code = SqliteLibrary.Step(handle)) == raw.SQLITE_ROW)
            {
                add(SqliteLibrary.Int(handle, 0), SqliteLibrary.Int(handle, 1), SqliteLibrary.Int(handle, 2), SqliteLibrary.Long(handle, 3));
            }

            Check(code);
        }
        finally
        {
            _ = raw.sqlite3_reset(statement);
        }
    }

    /// <summary>Nothing to do: unique keys are looked up by their index without any counts.</summary>
    public override void Recount(string table)
    {
    }

    /// <summary>
    /// 64 MiB of pages: an index that does not fit into the usual 2 MiB would be read back from disk row by row. And the guards
    /// against REPLACE, which look for each new row among the old ones, stand aside for this transaction, which replaces nothing.
    /// </summary>
    public override void WriteMuch()
    {
        Run($"PRAGMA cache_size = {-64 * 1024}");
        foreach (var (name, sql) in Query("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN ('ledger_entry_no_replace', 'document_no_replace')", static row => (row.Text(0), row.Text(1))))
        {
            Run($"DROP TRIGGER {name}");
            _guards.Add(sql);
        }
    }

    private void RunEach(string sql, IEnumerable<object?[]> rows)
    {
        sqlite3_stmt? statement = null;
        object?[] bound = [];
        foreach (var row in rows)
        {
            // The rows may be read from elsewhere as they are written, but never with this same statement.
            if (statement is null)
            {
                statement = Prepare(sql);
                bound = new object?[row.Length];
                _ = raw.sqlite3_clear_bindings(statement);
            }

            for (var i = 0; i < row.Length; i++)
            {
                // What all rows have in common, as the office, is told once.
                if (!ReferenceEquals(row[i], bound[i]))
                {
                    Check(Bind(statement, i + 1, row[i]));
                    bound[i] = row[i];
                }
            }

            try
            {
                Check(raw.sqlite3_step(statement));
            }
            finally
            {
                _ = raw.sqlite3_reset(statement);
            }
        }
    }

    public override Session? Twin()
    {
        if (Environment.ProcessorCount == 1)
        {
            return null;
        }

        SqliteSession? twin = null;
        try
        {
            twin = new(_source, _flags);
            twin.BeginReading();
            return twin;
        }
        catch (SqliteCallException)
        {
            // One reader does, only more slowly.
            twin?.Dispose();
            return null;
        }
    }

    /// <summary>Deferred: the moment is that of the first statement.</summary>
    public override void BeginReading() => Run("BEGIN");

    /// <summary>Immediate, so that the wait for other writers is here, where it is safe, and not at the first change.</summary>
    public override void Begin() => Run("BEGIN IMMEDIATE");

    public override void Commit()
    {
        _guards.ForEach(Run);
        Run("COMMIT");
        if (_guards.Count > 0)
        {
            _guards.Clear();
            Run($"PRAGMA cache_size = {-2 * 1024}; PRAGMA shrink_memory");
        }
    }

    /// <summary>Nothing to do: an immediate transaction is the file's only writer.</summary>
    public override void LockEntity(string code)
    {
    }

    /// <summary>Closing a connection rolls its transaction back.</summary>
    public override void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _database.Dispose();
    }

    private void Run(string sql) => Check(raw.sqlite3_exec(_database, sql));

    private sqlite3_stmt Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            // SQLite counts ?2 by its number, but $2 by where it first appears.
            Check(raw.sqlite3_prepare_v2(_database, sql.Replace('$', '?'), out statement));
            _statements.Add(sql, statement);
        }

        return statement;
    }

    private sqlite3_stmt Bind(string sql, object?[] values)
    {
        var statement = Prepare(sql);
        for (var i = 0; i < values.Length; i++)
        {
            Check(Bind(statement, i + 1, values[i]));
        }

        return statement;
    }

    private static int Bind(sqlite3_stmt statement, int number, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(statement, number),
        string text => raw.sqlite3_bind_text(statement, number, text),
        long whole => raw.sqlite3_bind_int64(statement, number, whole),
        int whole => raw.sqlite3_bind_int64(statement, number, whole),
        bool flag => raw.sqlite3_bind_int(statement, number, flag ? 1 : 0),
        Guid id => raw.sqlite3_bind_blob(statement, number, id.ToByteArray(bigEndian: true)),
        byte[] { Length: 0 } => raw.sqlite3_bind_zeroblob(statement, number, 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, number, bytes),
        DateTimeOffset moment => raw.sqlite3_bind_text(statement, number, moment.UtcDateTime.ToString(SqliteRow.MomentFormat, CultureInfo.InvariantCulture)),
        DateOnly day => raw.sqlite3_bind_text(statement, number, day.ToString(SqliteRow.DayFormat, CultureInfo.InvariantCulture)),
        _ => throw new ArgumentException($"No column holds a {value.GetType()}.", nameof(value)),
    };

    private int Check(int code) => code is raw.SQLITE_OK or raw.SQLITE_ROW or raw.SQLITE_DONE ? code
        : throw new SqliteCallException(code & 0xFF, raw.sqlite3_errmsg(_database).utf8_to_string());
}
