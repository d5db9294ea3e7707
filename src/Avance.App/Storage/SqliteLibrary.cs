using System.Runtime.InteropServices;

namespace Avance.App.Storage;

/// <summary>
/// Calls of SQLite for a million rows in a row. The binding counts references to the statement at each call; here whoever calls
/// keeps it alive.
/// </summary>
internal static class SqliteLibrary
{
    private const string Name = "e_sqlite3";

    /// <summary>Moves to the next row: SQLITE_ROW, SQLITE_DONE, or what went wrong.</summary>
    [DllImport(Name, EntryPoint = "sqlite3_step"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Step(nint statement);

    /// <summary>A small whole number of the row.</summary>
    [DllImport(Name, EntryPoint = "sqlite3_column_int"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern int Int(nint statement, int column);

    /// <summary>A whole number of the row.</summary>
    [DllImport(Name, EntryPoint = "sqlite3_column_int64"), SuppressGCTransition, DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static extern long Long(nint statement, int column);
}
