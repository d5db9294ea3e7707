using System.Data.Common;
using Avance.App.Storage;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Avance.IntegrationTests.Storage;

/// <summary>A database that is new, a test's own, and gone after it.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly string _name = $"avance_test_{Guid.CreateVersion7():n}";

    public TestDatabase(TestEngine engine)
    {
        Engine = engine;
        if (engine == TestEngine.Sqlite)
        {
            Directory.CreateDirectory(Folder);
            Location = Path.Combine(Folder, "avance.db");
        }
        else
        {
            OnServer($"CREATE DATABASE {_name}");
            Location = new NpgsqlConnectionStringBuilder(PostgresServer) { Database = _name, Pooling = true }.ConnectionString;
        }
    }

    /// <summary>A database of its own with what another holds, which nobody may have open.</summary>
    public TestDatabase(TestDatabase original)
    {
        Engine = original.Engine;
        if (Engine == TestEngine.Sqlite)
        {
            Directory.CreateDirectory(Folder);
            Location = Path.Combine(Folder, "avance.db");
            File.Copy(original.Location, Location);
        }
        else
        {
            OnServer($"CREATE DATABASE {_name} TEMPLATE {original._name}");
            Location = new NpgsqlConnectionStringBuilder(PostgresServer) { Database = _name, Pooling = true }.ConnectionString;
        }
    }

    /// <summary>An administrator's connection to the PostgreSQL server for tests, if there is one.</summary>
    public static string? PostgresServer { get; } = Environment.GetEnvironmentVariable("AVANCE_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    public TestEngine Engine { get; }

    /// <summary>What to open.</summary>
    public string Location { get; }

    /// <summary>A folder of the test's own.</summary>
    public string Folder => Path.Combine(Path.GetTempPath(), _name);

    public Database Open() => Database.Open(Location);

    /// <summary>Goes around the program, straight to the engine.</summary>
    public int Sql(string statement)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return command.ExecuteNonQuery();
    }

    /// <summary>The rows of a query, their values joined with bars.</summary>
    public IReadOnlyList<string> Rows(string query)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : reader.GetValue(i))));
        }

        return rows;
    }

    public void Dispose()
    {
        if (Engine == TestEngine.Postgres)
        {
            OnServer($"DROP DATABASE {_name} WITH (FORCE)");
        }

        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static void OnServer(string statement)
    {
        using var connection = new NpgsqlConnection(PostgresServer);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private DbConnection Connect()
    {
        DbConnection connection = Engine == TestEngine.Sqlite
            ? new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Location, Pooling = false }.ConnectionString)
            : new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Location) { Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
