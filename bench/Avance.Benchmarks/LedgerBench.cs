using System.Globalization;

namespace Avance.Benchmarks;

/// <summary>
/// Loading and adding up a million entries, each step beside the least that the same engine takes for the same rows.
/// </summary>
internal sealed class LedgerBench(Workplace place, ResultsPage page, string? postgres)
{
    private readonly LedgerWorkload _load = new(place);

    public void Run(int rows, int[] growth)
    {
        Import(rows);
        RollUp(rows);
        Memory(growth);
    }

    /// <summary>The database that holds the entries, made by <see cref="Import"/>.</summary>
    public string Database => place["ledger.db"];

    private void Import(int rows)
    {
        page.Section("Import of entries", string.Create(CultureInfo.InvariantCulture, $"{rows} rows of one CSV file. Ours reads, checks every row against plan, months and balances, posts {rows / 10} documents, keeps sums and journal, in one transaction. The peer loads the same file into a table without keys or checks. Goal: under 4 times."), "engine", "avance import table", "peer", "ratio", "memory of ours");
        var file = _load.Entries(rows);
        _load.Prepare(Database);
        var ours = Measured.Once(place.Program, ImportArguments(file, Database));
        var plain = place["plain.db"];
        var peer = Measured.Once("sqlite3", plain, "CREATE TABLE e (documento TEXT, fecha TEXT, descripcion TEXT, clave TEXT, mes TEXT, momento TEXT, importe NUMERIC);", ".mode csv", $".import --skip 1 {file} e");
        page.Row("SQLite", ResultsPage.Milliseconds(ours.Seconds), ResultsPage.Milliseconds(peer.Seconds), ResultsPage.Times(ours.Seconds / peer.Seconds), ResultsPage.MiB(ours.PeakMiB));
        if (postgres is not null)
        {
            Psql("postgres", "CREATE DATABASE avance_bench");
            _load.Prepare(Address("avance_bench"));
            ours = Measured.Once(place.Program, ImportArguments(file, Address("avance_bench")));
            Psql("avance_bench", "CREATE TABLE plain (documento text, fecha date, descripcion text, clave text, mes text, momento text, importe numeric)");
            peer = Measured.Once("psql", "-X", "-q", Address("avance_bench"), "-c", $"\\copy plain FROM '{file}' WITH (FORMAT csv, HEADER)");
            page.Row("PostgreSQL", ResultsPage.Milliseconds(ours.Seconds), ResultsPage.Milliseconds(peer.Seconds), ResultsPage.Times(ours.Seconds / peer.Seconds), ResultsPage.MiB(ours.PeakMiB));
            Psql("avance_bench", "ANALYZE");
        }
    }

    private void RollUp(int rows)
    {
        page.Section("Budget against actual", string.Create(CultureInfo.InvariantCulture, $"Sums by project and stage of {rows} entries. Ours adds up every entry, holds the stored sums against them, and prints the table. Goals: under twice the hand-written SQL on the same engine; at least 20 times faster than ledger and hledger on the same postings."), "program", "time", "of ours");
        const string Sql = "SELECT p.project_key, e.stage, sum(e.amount) FROM ledger_entry e JOIN budget_line l ON l.entity_id = e.entity_id AND l.fiscal_year = e.fiscal_year AND l.line_number = e.line_number JOIN project p ON p.entity_id = l.entity_id AND p.project_id = l.project_id GROUP BY p.project_key, e.stage ORDER BY 1, 2";
        var commands = new List<(string Name, string Program, string[] Arguments)>
        {
            ("avance budget show, SQLite", place.Program, ShowArguments(Database)),
            ("sqlite3, hand-written SQL", "sqlite3", [Database, Sql]),
        };
        if (postgres is not null)
        {
            commands.Add(("avance budget show, PostgreSQL", place.Program, ShowArguments(Address("avance_bench"))));
            commands.Add(("psql, hand-written SQL", "psql", ["-X", "-q", "-A", "-t", Address("avance_bench"), "-c", Sql]));
        }

        var runs = Measured.InTurn(5, [.. commands.Select(c => (c.Program, c.Arguments))]);
        for (var i = 0; i < commands.Count; i++)
        {
            page.Row(commands[i].Name, ResultsPage.Milliseconds(runs[i].Seconds), ResultsPage.Times(runs[i].Seconds / runs[i / 2 * 2].Seconds));
        }

        var journal = _load.Journal(rows);
        foreach (var (name, arguments) in new (string, string[])[] { ("ledger", ["-f", journal, "balance", "--depth", "2", "^committed", "^accrued"]), ("hledger", ["-f", journal, "balance", "--depth", "2", "^committed", "^accrued"]) })
        {
            var run = Measured.Once(name, arguments);
            page.Row($"{name} balance", ResultsPage.Milliseconds(run.Seconds), ResultsPage.Times(run.Seconds / runs[0].Seconds));
        }
    }

    private void Memory(int[] sizes)
    {
        page.Section("Memory of an import", "Most resident memory of the process, SQLite. Goal: under 200 MiB whatever the size.", "rows", "time", "memory");
        foreach (var size in sizes)
        {
            var database = place[$"memory-{size}.db"];
            _load.Prepare(database);
            var run = Measured.Once(place.Program, ImportArguments(_load.Entries(size), database));
            page.Row(string.Create(CultureInfo.InvariantCulture, $"{size}"), ResultsPage.Milliseconds(run.Seconds), ResultsPage.MiB(run.PeakMiB));
            File.Delete(database);
        }
    }

    private static string[] ImportArguments(string file, string database) => ["import", "table", file, "--kind", "movimientos", "--db", database, "--entity-code", LedgerWorkload.Office, "--year", "2023"];

    private static string[] ShowArguments(string database) => ["budget", "show", "--by", "project", "--db", database, "--entity-code", LedgerWorkload.Office, "--year", "2023"];

    private string Address(string name) => $"{postgres}/{name}";

    private void Psql(string name, string sql) => Measured.Once("psql", "-X", "-q", Address(name), "-c", sql);
}
