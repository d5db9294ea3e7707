using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Avance.Benchmarks;

/// <summary>
/// Two hundred people who capture at once, beside one who only inserts a row and commits it, on the same engine at the same time.
/// </summary>
internal sealed class CaptureBench(Workplace place, ResultsPage page, string? postgres)
{
    private const int People = 200;
    private const string Office = "IEPC";
    private const string Address = "http://127.0.0.1:58232";

    public void Run(int seconds)
    {
        page.Section("Capture at once", string.Create(CultureInfo.InvariantCulture, $"{People} people of 21 units for {seconds} s, signed in, each saving one place every 2 s or so over HTTP, each save a transaction that waits for the disk. The peer inserts one row and commits it, on the same engine at the same time. Goals: no error, nothing lost, p99 within 10 times the peer's, and no more memory at the end than in the middle."), "engine", "saves", "errors", "lost", "p50, peer", "p99, peer", "ratio of p99", "memory of the server: start, middle, end");
        var database = place["capture.db"];
        Prepare(database);
        Measure("SQLite", database, seconds, () => Sqlite(place["commits.db"]));
        if (postgres is not null)
        {
            Measured.Once("psql", "-X", "-q", $"{postgres}/postgres", "-c", "CREATE DATABASE avance_capture");
            Prepare($"{postgres}/avance_capture");
            Measure("PostgreSQL", $"{postgres}/avance_capture", seconds, () => Postgres(new Uri($"{postgres}/avance_capture")));
        }
    }

    private void Measure(string engine, string location, int seconds, Func<DbConnection> connect)
    {
        var memory = new List<double>();
        using var isOver = new ManualResetEventSlim();
        var commits = new List<double>();
        using var connection = connect();
        var peer = new Thread(() => Commit(connection, commits, isOver));
        using var server = Process.Start(new ProcessStartInfo(place.Program, ["serve", "--db", location, "--urls", Address]) { RedirectStandardOutput = true })!;
        server.StandardOutput.ReadLine();
        var watch = new Thread(() => Watch(server, memory, seconds, isOver));
        peer.Start();
        watch.Start();
        using var load = new CaptureLoad(new(Address), location, Office, new FiscalPeriod(LedgerWorkload.Year, 1), People);
        var result = load.Run(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(2)).GetAwaiter().GetResult();
        isOver.Set();
        peer.Join();
        watch.Join();
        server.Kill();
        server.WaitForExit();
        commits.Sort();
        var (p99, peer99) = (LoadResult.Percentile(result.Milliseconds, 99), LoadResult.Percentile(commits, 99));
        page.Row(
            engine,
            result.Saves.ToString(CultureInfo.InvariantCulture),
            result.Errors.Count.ToString(CultureInfo.InvariantCulture),
            result.Lost.ToString(CultureInfo.InvariantCulture),
            Pair(LoadResult.Percentile(result.Milliseconds, 50), LoadResult.Percentile(commits, 50)),
            Pair(p99, peer99),
            ResultsPage.Times(p99 / peer99),
            string.Join(", ", new[] { memory[0], memory[memory.Count / 2], memory[^1] }.Select(ResultsPage.MiB)));
    }

    /// <summary>The office of the samples with its first quarter open.</summary>
    private void Prepare(string database)
    {
        var load = new LedgerWorkload(place);
        string[] common = ["--db", database, "--entity-code", Office, "--year", "2023"];
        load.Run(["plan", "start", .. common, "--entity", "Instituto de Elecciones y Participación Ciudadana"]);
        foreach (var kind in new[] { "unidades", "programas", "proyectos", "indicadores", "aprobado" })
        {
            load.Run(["import", "table", Path.Combine(place.Root, "samples", "iepc-2023", $"{kind}.csv"), "--kind", kind, .. common]);
        }

        load.Run(["plan", "approve", .. common, "--on", "2023-01-02", "--authority", "Decreto"]);
        load.Run(["plan", "open", .. common]);
        load.Run(["capture", "open", "--db", database, "--entity-code", Office, "--period", "2023-Q1", "--from", "2023-04-01", "--due", "2023-04-15"]);
    }

    /// <summary>One commit after another with a rest between, until the load is over.</summary>
    private static void Commit(DbConnection connection, List<double> commits, ManualResetEventSlim isOver)
    {
        for (var number = 0; !isOver.IsSet; number++)
        {
            var start = Stopwatch.GetTimestamp();
            using (var transaction = connection.BeginTransaction())
            using (var insert = connection.CreateCommand())
            {
                insert.Transaction = transaction;
                insert.CommandText = "INSERT INTO bare_commit VALUES (@number, 'valor')";
                var parameter = insert.CreateParameter();
                (parameter.ParameterName, parameter.Value) = ("@number", number);
                insert.Parameters.Add(parameter);
                insert.ExecuteNonQuery();
                transaction.Commit();
            }

            commits.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            isOver.Wait(20);
        }
    }

    private static void Watch(Process server, List<double> memory, int seconds, ManualResetEventSlim isOver)
    {
        // The first of the run is for code to be made and caches to fill.
        isOver.Wait(TimeSpan.FromSeconds(seconds / 6.0));
        do
        {
            server.Refresh();
            memory.Add(server.WorkingSet64 / 1024.0 / 1024.0);
        }
        while (!isOver.Wait(TimeSpan.FromSeconds(seconds / 20.0)));
    }

    private static SqliteConnection Sqlite(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE bare_commit (id INTEGER PRIMARY KEY, value TEXT)";
        command.ExecuteNonQuery();
        return connection;
    }

    private static NpgsqlConnection Postgres(Uri address)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = address.Host, Port = address.Port, Username = address.UserInfo, Database = address.AbsolutePath[1..], Pooling = false }.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE bare_commit (id integer PRIMARY KEY, value text)";
        command.ExecuteNonQuery();
        return connection;
    }

    private static string Pair(double ours, double peer) => string.Create(CultureInfo.InvariantCulture, $"{ours:0.0}, {peer:0.0} ms");
}
