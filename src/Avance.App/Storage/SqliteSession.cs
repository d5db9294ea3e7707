using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Avance.App.Storage;

/// <summary>A SQLite connection that keeps its prepared statements for as long as it lives.</summary>
internal sealed class SqliteSession(string settings) : Session
{
    private readonly SqliteConnection _connection = new(settings);
    private readonly Dictionary<string, SqliteCommand> _commands = [];
    private SqliteTransaction? _transaction;

    /// <summary>The connection itself, for the schema's upgrade.</summary>
    public SqliteConnection Connection => _connection;

    /// <summary>Connects, and runs the statements that every connection begins with.</summary>
    public void Open(string preamble)
    {
        _connection.Open();
        using var command = _connection.CreateCommand();
        command.CommandText = preamble;
        command.ExecuteNonQuery();
    }

    public override void Insert(string table, string columns, IEnumerable<object?[]> rows)
    {
        var count = columns.AsSpan().Count(',') + 1;
        var places = string.Join(", ", Enumerable.Range(1, count).Select(Name));
        var sql = $"INSERT INTO {table} ({columns}) VALUES ({places})";
        foreach (var row in rows)
        {
            Command(sql, row).ExecuteNonQuery();
        }
    }

    /// <summary>Immediate, so that the wait for other writers is here, where it is safe, and not at the first change.</summary>
    public override void Begin() => _transaction = _connection.BeginTransaction(deferred: false);

    public override void Commit()
    {
        _transaction!.Commit();
        _transaction = null;
    }

    /// <summary>Nothing to do: an immediate transaction is the file's only writer.</summary>
    public override void LockEntity(string code)
    {
    }

    public override void Dispose()
    {
        _transaction?.Dispose();
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    protected override DbCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 1; i <= values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = Name(i) });
            }

            _commands.Add(sql, command);
        }

        command.Transaction = _transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = Stored(values[i]);
        }

        return command;
    }

    protected override void Done(DbCommand command)
    {
    }

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"${number}");

    private static object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        Guid id => id.ToByteArray(bigEndian: true),
        DateTimeOffset moment => moment.UtcDateTime.ToString(Row.MomentFormat, CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value,
    };
}
