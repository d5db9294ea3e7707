using Npgsql;

namespace Avance.App.Storage;

/// <summary>A row of PostgreSQL, which has a type for everything.</summary>
internal sealed class PostgresRow(NpgsqlDataReader reader) : Row
{
    public override bool IsNull(int column) => reader.IsDBNull(column);

    public override long Long(int column) => reader.GetInt64(column);

    public override string Text(int column) => reader.GetString(column);

    public override byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);

    public override Guid Id(int column) => reader.GetGuid(column);

    public override DateTimeOffset Moment(int column) => new(reader.GetDateTime(column), TimeSpan.Zero);

    public override DateOnly Day(int column) => reader.GetFieldValue<DateOnly>(column);

    public override bool Bool(int column) => reader.GetBoolean(column);
}
