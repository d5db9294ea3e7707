using System.Data.Common;
using System.Globalization;

namespace Avance.App.Storage;

/// <summary>
/// The row that a query stands on, read by position. The two engines hand out identities and times in different types;
/// here they become one.
/// </summary>
internal sealed class Row(DbDataReader reader)
{
    /// <summary>How SQLite keeps a moment: UTC, microseconds, so that text order is time order.</summary>
    public const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    public int Int(int column) => reader.GetInt32(column);

    public long Long(int column) => reader.GetInt64(column);

    public long? OptionalLong(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public bool Bool(int column) => reader.GetBoolean(column);

    public string Text(int column) => reader.GetString(column);

    public string? OptionalText(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public byte[] Bytes(int column) => (byte[])reader.GetValue(column);

    public Guid Id(int column) => reader.GetValue(column) switch
    {
        byte[] bytes => new Guid(bytes, bigEndian: true),
        var id => (Guid)id,
    };

    public DateTimeOffset Moment(int column) => reader.GetValue(column) switch
    {
        string text => DateTimeOffset.ParseExact(text, MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        var moment => new DateTimeOffset((DateTime)moment, TimeSpan.Zero),
    };

    public DateOnly? OptionalDay(int column) => reader.GetValue(column) switch
    {
        DBNull => null,
        string text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => DateOnly.FromDateTime(moment),
        var day => (DateOnly)day,
    };

    public Money? OptionalMoney(int column) => reader.IsDBNull(column) ? null : new Money(reader.GetInt64(column));
}
