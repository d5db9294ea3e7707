using System.Data;
using Npgsql;

namespace Avance.App.Storage;

/// <summary>A PostgreSQL connection out of its pool.</summary>
internal sealed class PostgresSession(NpgsqlConnection connection) : Session
{
    private NpgsqlTransaction? _transaction;

    public override void Each(string sql, Action<Row> action, params object?[] values)
    {
        using var command = new NpgsqlCommand(sql, connection, _transaction);
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        using var reader = command.ExecuteReader();
        var row = new PostgresRow(reader);
        while (reader.Read())
        {
            action(row);
        }
    }

    public override void Insert(string table, string columns, IEnumerable<object?[]> rows)
    {
        using var copy = new PostgresCopy(connection, table, columns);
        foreach (var row in rows)
        {
            copy.Row(row);
        }

        copy.Complete();
    }

    public override void AddUp(string table, string keys, string sum, IEnumerable<object?[]> rows)
    {
        // Through a table of the transaction's own: COPY takes thousands of rows in the time of a few statements.
        Execute($"CREATE TEMP TABLE IF NOT EXISTS adding_up_{table} ON COMMIT DELETE ROWS AS SELECT {keys}, {sum} FROM {table} WITH NO DATA");
        Insert($"adding_up_{table}", $"{keys}, {sum}", rows);
        Execute($"INSERT INTO {table} ({keys}, {sum}) SELECT {keys}, {sum} FROM adding_up_{table} ON CONFLICT ({keys}) DO UPDATE SET {sum} = {table}.{sum} + excluded.{sum}");
        Execute($"DELETE FROM adding_up_{table}");
    }

    public override string Listed(string parameter) => $"json_array_elements_text({parameter}::json) AS listed(value)";

    public override void EachPart(string keys, string amount, string source, Action<int, int, int, long> add, params object?[] values) =>
        Each($"SELECT {keys}, CAST(sum({amount}) AS bigint) {source} GROUP BY {keys}", row => add(row.Int(0), row.Int(1), row.Int(2), row.Long(3)), values);

    /// <summary>Nothing to do: the server has its memory set up.</summary>
    public override void WriteMuch()
    {
    }

    /// <summary>Skipped while another transaction counts the same table: it holds the right to until it ends.</summary>
    public override void Recount(string table) => Execute($"ANALYZE (SKIP_LOCKED) {table}");

    /// <summary>Repeatable read: every statement sees what the first one saw.</summary>
    public override void BeginReading() => _transaction = connection.BeginTransaction(IsolationLevel.RepeatableRead);

    public override void Begin() => _transaction = connection.BeginTransaction();

    public override void Commit()
    {
        _transaction!.Commit();
        _transaction.Dispose();
        _transaction = null;
    }

    /// <summary>An advisory lock, because the entity's row may not be there yet to be locked.</summary>
    public override void LockEntity(string code)
    {
        // As long as it takes: an import of the other writer is no failure of this one.
        using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", connection, _transaction) { CommandTimeout = 0 };
        command.Parameters.Add(new NpgsqlParameter { Value = code });
        command.ExecuteNonQuery();
    }

    public override void Dispose()
    {
        _transaction?.Dispose();
        connection.Dispose();
    }
}
