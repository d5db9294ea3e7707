using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Avance.Benchmarks;

/// <summary>The report page over SQLite under load, beside the least that the same server can answer.</summary>
internal static partial class WebBench
{
    private const string Address = "http://127.0.0.1:58231";

    private static readonly string[] Pages = ["/health", "/IEPC/2023-Q3/report", "/IEPC/2023-Q3", "/IEPC/2023-Q3/report.json"];

    public static void Run(Workplace place, ResultsPage page, int seconds)
    {
        using var server = Process.Start(new ProcessStartInfo(place.Program, ["serve", "--db", place.Database(26), "--urls", Address]) { RedirectStandardOutput = true })!;
        try
        {
            server.StandardOutput.ReadLine();
            page.Section("Web", $"`wrk`, 2 threads, 16 connections, {seconds} s after 3 s of warming up, sharing the cores with the server; 26 projects over SQLite. The empty endpoint is the same host's `/health`.", "page", "requests/s", "p50", "p99", "of the empty endpoint");
            var outputs = Pages.Select(path => (Path: path, Warm: Wrk(path, 3), Output: Wrk(path, seconds))).ToList();
            foreach (var (path, _, output) in outputs)
            {
                var (rate, p50, p99) = (RateOf(output), Half().Match(output).Groups[1].Value, NinetyNine().Match(output).Groups[1].Value);
                page.Row(path, string.Create(CultureInfo.InvariantCulture, $"{rate:0}"), p50, p99, ResultsPage.Times(rate / RateOf(outputs[0].Output)));
            }
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
        }
    }

    private static double RateOf(string output) => double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);

    private static string Wrk(string path, int seconds)
    {
        using var wrk = Process.Start(new ProcessStartInfo("wrk", ["-t2", "-c16", $"-d{seconds}s", "--latency", Address + path]) { RedirectStandardOutput = true })!;
        var output = wrk.StandardOutput.ReadToEnd();
        wrk.WaitForExit();
        return output.Contains("Non-2xx", StringComparison.Ordinal) ? throw new InvalidOperationException(output) : output;
    }

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"50%\s+(\S+)")]
    private static partial Regex Half();

    [GeneratedRegex(@"99%\s+(\S+)")]
    private static partial Regex NinetyNine();
}
