namespace Avance.App.Storage;

/// <summary>Tells what a location means: a file, or a PostgreSQL server.</summary>
internal static class DatabaseLocation
{
    /// <summary>Whether a location names a PostgreSQL database: a URI, or a keyword string with <c>Host=</c>.</summary>
    public static bool IsPostgres(string location) =>
        location.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase)
        || location.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase)
        || location.Split(';').Any(static part => part.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
            && part.AsSpan(0, equals).Trim().Equals("host", StringComparison.OrdinalIgnoreCase));
}
