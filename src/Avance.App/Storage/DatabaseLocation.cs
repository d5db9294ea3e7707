namespace Avance.App.Storage;

/// <summary>Tells what a location means: a file, or a PostgreSQL server.</summary>
internal static class DatabaseLocation
{
    /// <summary>Whether a location names a PostgreSQL database: a URI, or a keyword string with <c>Host=</c>.</summary>
    public static bool IsPostgres(string location)
    {
        if (location.StartsWith("postgres://", StringComparison.OrdinalIgnoreCase) || location.StartsWith("postgresql://", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (var setting in location.Split(';'))
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && setting.AsSpan(0, equals).Trim().Equals("host", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
