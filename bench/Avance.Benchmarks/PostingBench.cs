using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Avance.App.Budget;
using Avance.App.Ledger;
using Avance.App.Storage;
using Avance.Ledger;
using Microsoft.Data.Sqlite;

namespace Avance.Benchmarks;

/// <summary>
/// Sixty-four workers posting on ten lines, beside a loop that only inserts the same rows: one document and two entries a commit.
/// </summary>
internal static partial class PostingBench
{
    private const int Workers = 64;
    private const int HotLines = 10;

    public static void Run(Workplace place, ResultsPage page, string? postgres, int seconds)
    {
        page.Section("Posting at once", string.Create(CultureInfo.InvariantCulture, $"{Workers} workers for {seconds} s, each posting documents of two entries on the same {HotLines} lines, checked, summed, journalled. The peer inserts the same rows and nothing else, a commit each: a loop on SQLite (one writer is all that it has), `pgbench -c {Workers}` on PostgreSQL. Every commit waits for the disk. Goal: at least a third."), "engine", "documents/s", "peer, commits/s", "ratio");
        var load = new LedgerWorkload(place);
        var database = place["posting.db"];
        load.Prepare(database);
        var ours = Post(database, seconds);
        var bare = InsertLoop(place["bare.db"], seconds);
        page.Row("SQLite", Rate(ours), Rate(bare), ResultsPage.Times(ours / bare));
        if (postgres is not null)
        {
            Measured.Once("psql", "-X", "-q", $"{postgres}/postgres", "-c", "CREATE DATABASE avance_posting");
            load.Prepare($"{postgres}/avance_posting");
            ours = Post($"{postgres}/avance_posting", seconds);
            bare = PgBench(place, $"{postgres}/avance_posting", seconds);
            page.Row("PostgreSQL", Rate(ours), Rate(bare), ResultsPage.Times(ours / bare));
        }
    }

    private static double Post(string location, int seconds)
    {
        using var database = Database.Open(location);
        var lines = new BudgetQueries(database).Find(LedgerWorkload.Office, LedgerWorkload.Year)!.Lines.Take(HotLines).ToList();
        var post = new PostDocument(database, TimeProvider.System);
        var posted = 0;
        var end = Stopwatch.GetTimestamp() + seconds * Stopwatch.Frequency;
        var workers = Enumerable.Range(0, Workers).Select(w => new Thread(() =>
        {
            for (var i = 0; Stopwatch.GetTimestamp() < end; i++)
            {
                var (one, other) = (lines[(w + i) % HotLines], lines[(w + i * 7 + 1) % HotLines]);
                var folio = string.Create(CultureInfo.InvariantCulture, $"W{w}-{i}");
                var verdict = post.Execute(LedgerWorkload.Office, LedgerWorkload.Year, new LedgerDocument
                {
                    Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()),
                    Kind = DocumentKind.Posting,
                    Folio = folio,
                    SourceDocumentId = folio,
                    EffectiveOn = new(LedgerWorkload.Year, 6, 15),
                    Entries = [new(one.Id, 6, BudgetStage.Committed, new(100)), new(other.Id, 6, BudgetStage.Committed, new(100))],
                }, "bench");
                if (verdict.Status == LedgerStatus.Posted)
                {
                    Interlocked.Increment(ref posted);
                }
            }
        })).ToList();
        workers.ForEach(static w => w.Start());
        workers.ForEach(static w => w.Join());
        return (double)posted / seconds;
    }

    private static double InsertLoop(string path, int seconds)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var tables = connection.CreateCommand();
        tables.CommandText = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE document (id BLOB PRIMARY KEY, folio TEXT, day TEXT, actor TEXT) WITHOUT ROWID; CREATE TABLE entry (document BLOB, number INTEGER, line BLOB, month INTEGER, stage INTEGER, amount INTEGER, PRIMARY KEY (document, number)) WITHOUT ROWID";
        tables.ExecuteNonQuery();
        using var document = connection.CreateCommand();
        document.CommandText = "INSERT INTO document VALUES ($1, $2, '2023-06-15', 'bench')";
        using var entry = connection.CreateCommand();
        entry.CommandText = "INSERT INTO entry VALUES ($1, $2, $1, 6, 4, 100)";
        foreach (var command in new[] { document, entry })
        {
            command.Parameters.Add(new SqliteParameter("$1", null));
            command.Parameters.Add(new SqliteParameter("$2", null));
        }

        var clock = Stopwatch.StartNew();
        var commits = 0;
        for (; clock.Elapsed.TotalSeconds < seconds; commits++)
        {
            using var transaction = connection.BeginTransaction();
            (document.Transaction, entry.Transaction) = (transaction, transaction);
            var id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToByteArray(bigEndian: true);
            (document.Parameters[0].Value, document.Parameters[1].Value) = (id, $"W-{commits}");
            document.ExecuteNonQuery();
            for (var number = 1; number <= 2; number++)
            {
                (entry.Parameters[0].Value, entry.Parameters[1].Value) = (id, number);
                entry.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return commits / clock.Elapsed.TotalSeconds;
    }

    private static double PgBench(Workplace place, string address, int seconds)
    {
        Measured.Once("psql", "-X", "-q", address, "-c", "CREATE TABLE bare_document (id uuid PRIMARY KEY, folio text, day date, actor text); CREATE TABLE bare_entry (document uuid, number int, line uuid, month int, stage int, amount bigint, PRIMARY KEY (document, number))");
        var script = place["bare.sql"];
        File.WriteAllText(script, """
            \set id random(1, 9000000000000000000)
            BEGIN;
            INSERT INTO bare_document VALUES (md5(:id::text)::uuid, 'W', '2023-06-15', 'bench');
            INSERT INTO bare_entry VALUES (md5(:id::text)::uuid, 1, md5(:id::text)::uuid, 6, 4, 100);
            INSERT INTO bare_entry VALUES (md5(:id::text)::uuid, 2, md5(:id::text)::uuid, 6, 4, 100);
            COMMIT;

            """);
        using var process = Process.Start(new ProcessStartInfo("pgbench", ["-n", "-c", "64", "-j", "2", "-M", "prepared", "-T", seconds.ToString(CultureInfo.InvariantCulture), "-f", script, address]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var found = Tps().Match(output);
        return found.Success ? double.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) : throw new InvalidOperationException(error.Result + output);
    }

    private static string Rate(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0}");

    [GeneratedRegex(@"tps = ([\d.]+)")]
    private static partial Regex Tps();
}
