using System.Globalization;
using SQLitePCL;

namespace Avance.App.Storage;

/// <summary>A row of SQLite, which knows whole numbers, texts and bytes, and nothing of identities or time.</summary>
internal sealed class SqliteRow(sqlite3_stmt statement) : Row
{
    /// <summary>A moment: UTC, microseconds, so that the order of texts is the order of time.</summary>
    public const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>A day.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    public override bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public override long Long(int column) => raw.sqlite3_column_int64(statement, column);

    public override string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string();

    public override byte[] Bytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();

    public override Guid Id(int column) => new(raw.sqlite3_column_blob(statement, column), bigEndian: true);

    public override DateTimeOffset Moment(int column) =>
        DateTimeOffset.ParseExact(Text(column), MomentFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override DateOnly Day(int column) => DateOnly.ParseExact(Text(column), DayFormat, CultureInfo.InvariantCulture);

    public override bool Bool(int column) => Long(column) != 0;
}
