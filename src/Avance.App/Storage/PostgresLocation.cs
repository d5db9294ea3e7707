using System.Globalization;
using Npgsql;

namespace Avance.App.Storage;

/// <summary>Reads the ways in which a PostgreSQL database is named.</summary>
internal static class PostgresLocation
{
    /// <summary>The settings of a URI or a keyword string, and how messages name the database.</summary>
    public static (NpgsqlConnectionStringBuilder Settings, string Shown) Parse(string location)
    {
        var settings = location.Contains("://", StringComparison.Ordinal) ? FromUri(location) : FromKeywords(location);
        settings.ApplicationName ??= "avance";

        // Where Kerberos is not installed, merely trying it writes to the error output.
        if (!settings.ContainsKey("GSS Encryption Mode"))
        {
            settings.GssEncryptionMode = GssEncryptionMode.Disable;
        }

        var port = settings.Port == NpgsqlConnection.DefaultPort ? "" : string.Create(CultureInfo.InvariantCulture, $":{settings.Port}");
        return (settings, $"postgres://{settings.Host}{port}/{settings.Database ?? settings.Username}");
    }

    private static NpgsqlConnectionStringBuilder FromKeywords(string location)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(location);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            // The string may hold a password: the message must not repeat it.
            throw StorageRefusals.BadLocation("Host=…", new("hay una clave o un valor que no existe", "it has an unknown key or value"));
        }
    }

    private static NpgsqlConnectionStringBuilder FromUri(string location)
    {
        if (!Uri.TryCreate(location, UriKind.Absolute, out var uri))
        {
            throw StorageRefusals.BadLocation("postgres://…", new("la dirección está mal formada", "the address is malformed"));
        }

        var settings = new NpgsqlConnectionStringBuilder { Host = uri.Host.Length == 0 ? "localhost" : uri.Host.Trim('[', ']') };
        if (uri.Port > 0)
        {
            settings.Port = uri.Port;
        }

        var user = uri.UserInfo.Split(':', 2);
        settings.Username = user[0].Length > 0 ? Uri.UnescapeDataString(user[0]) : settings.Username;
        settings.Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : settings.Password;
        settings.Database = uri.AbsolutePath.Length > 1 ? Uri.UnescapeDataString(uri.AbsolutePath[1..]) : settings.Database;
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            Set(settings, Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
        }

        return settings;
    }

    /// <summary>A parameter of a URI, by the name that PostgreSQL's own tools give it.</summary>
    private static void Set(NpgsqlConnectionStringBuilder settings, string name, string value)
    {
        var keyword = name switch
        {
            "user" => "Username",
            "dbname" => "Database",
            "sslmode" => "SSL Mode",
            "sslrootcert" => "Root Certificate",
            "sslcert" => "SSL Certificate",
            "sslkey" => "SSL Key",
            "application_name" => "Application Name",
            "connect_timeout" => "Timeout",
            _ => name,
        };
        try
        {
            settings[keyword] = keyword == "SSL Mode" ? value.Replace("-", "", StringComparison.Ordinal) : value;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or KeyNotFoundException)
        {
            throw StorageRefusals.BadLocation("postgres://…", new($"no existe «{name}» o su valor no sirve", $"«{name}» is unknown or its value is no use"));
        }
    }
}
