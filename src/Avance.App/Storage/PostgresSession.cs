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
        using var copy = connection.BeginBinaryImport($"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            copy.StartRow();
            foreach (var value in row)
            {
                if (value is null)
                {
                    copy.WriteNull();
                }
                else
                {
                    copy.Write(value);
                }
            }
        }

        copy.Complete();
    }

    public override void Begin() => _transaction = connection.BeginTransaction();

    public override void Commit()
    {
        _transaction!.Commit();
        _transaction.Dispose();
        _transaction = null;
    }

    /// <summary>An advisory lock, because the entity's row may not be there yet to be locked.</summary>
    public override void LockEntity(string code) => Execute("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", code);

    public override void Dispose()
    {
        _transaction?.Dispose();
        connection.Dispose();
    }
}
