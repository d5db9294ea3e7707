using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Avance.Benchmarks;

/// <summary>The report page over SQLite under load, beside the least that the same server can answer.</summary>
internal static partial class WebBench
{
    private const string Address = "http://127.0.0.1:58231";

    private static readonly string[] Pages = ["/health", "/IEPC/2023-Q3/report", "/IEPC/2023-Q3", "/IEPC/2023-Q3/report.json"];

    private static readonly string[] LedgerPages = ["/health", "/BIG/2023-Q3/report", "/BIG/2023/budget?by=chapter", "/BIG/2023/budget"];

    /// <param name="place">The run.</param>
    /// <param name="page">Where results go.</param>
    /// <param name="ledger">A database of a million entries.</param>
    /// <param name="seconds">How long each page is asked for.</param>
    public static void Run(Workplace place, ResultsPage page, string ledger, int seconds)
    {
        Serve(place, page, place.Database(26), "Web", "26 projects over SQLite", Pages, seconds);
        new LedgerWorkload(place).Run(["report", "issue", "--db", ledger, "--entity-code", LedgerWorkload.Office, "--period", "2023-Q3"]);
        Serve(place, page, ledger, "Web over the ledger", "the pages of the office whose entries were imported above, over SQLite. Goal: the report page's p95 within 5 times that of the empty endpoint", LedgerPages, seconds);
    }

    private static void Serve(Workplace place, ResultsPage page, string database, string title, string what, string[] pages, int seconds)
    {
        using var server = Process.Start(new ProcessStartInfo(place.Program, ["serve", "--db", database, "--urls", Address]) { RedirectStandardOutput = true })!;
        try
        {
            server.StandardOutput.ReadLine();
            page.Section(title, $"`wrk`, 2 threads, 16 connections, {seconds} s after 3 s of warming up, sharing the cores with the server; {what}. The empty endpoint is the same host's `/health`.", "page", "requests/s", "p50", "p95", "p99", "of the empty endpoint");
            var outputs = pages.Select(path => (Path: path, Warm: Wrk(path, 3), Output: Wrk(path, seconds))).ToList();
            foreach (var (path, _, output) in outputs)
            {
                var (rate, p50, p95, p99) = (RateOf(output), At(output, "50"), At(output, "95"), At(output, "99"));
                page.Row(path, string.Create(CultureInfo.InvariantCulture, $"{rate:0}"), p50, p95, p99, ResultsPage.Times(rate / RateOf(outputs[0].Output)));
            }
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
        }
    }

    /// <summary>wrk itself prints no 95th percentile; a script of it may.</summary>
    private static readonly Lazy<string> Script = new(() =>
    {
        var path = Path.Combine(Path.GetTempPath(), $"avance-wrk-{Environment.ProcessId}.lua");
        File.WriteAllText(path, "function done(summary, latency, requests)\n  for _, p in pairs({50, 95, 99}) do io.write(string.format('p%d=%.2fms\\n', p, latency:percentile(p) / 1000)) end\nend\n");
        return path;
    });

    private static double RateOf(string output) => double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);

    private static string Wrk(string path, int seconds)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t2", "-c16", $"-d{seconds}s", "-s", Script.Value, Address + path]) { RedirectStandardOutput = true })!;
        var output = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        return output.Contains("Non-2xx", StringComparison.Ordinal) ? throw new InvalidOperationException(output) : output;
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    /// <summary>The percentile as the script of the run prints it.</summary>
    private static string At(string output, string percentile) => Regex.Match(output, $@"p{percentile}=(\S+)").Groups[1].Value;
}
