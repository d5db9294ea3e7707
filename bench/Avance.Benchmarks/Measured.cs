using System.Diagnostics;
using System.Globalization;

namespace Avance.Benchmarks;

/// <summary>One run of a whole process.</summary>
/// <param name="Seconds">From start to exit.</param>
/// <param name="PeakMiB">Most resident memory, as the kernel counts it (the process alone, not its children).</param>
internal readonly record struct Measured(double Seconds, double PeakMiB)
{
    /// <summary>Runs a program to its end. Exit code 1 is an answer too: a check may say no.</summary>
    public static Measured Once(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var peak = 0.0;
        while (!process.WaitForExit(2))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
        }

        var seconds = clock.Elapsed.TotalSeconds;
        Task.WaitAll(output, error);
        return process.ExitCode is 0 or 1
            ? new Measured(seconds, peak)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} exited with {process.ExitCode}: {error.Result}{output.Result}");
    }

    /// <summary>
    /// Runs several programs in turn, round after round, so that what else the machine does falls on all alike. The median
    /// of each.
    /// </summary>
    public static Measured[] InTurn(int rounds, params (string Program, string[] Arguments)[] commands)
    {
        var runs = commands.Select(_ => new List<Measured>()).ToArray();
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < commands.Length; i++)
            {
                var run = Once(commands[i].Program, commands[i].Arguments);
                if (round > 0)
                {
                    runs[i].Add(run);
                }
            }
        }

        return [.. runs.Select(r => new Measured(Median(r.Select(x => x.Seconds)), Median(r.Select(x => x.PeakMiB))))];
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static double PeakOf(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.AsSpan(6, line.Length - 9).Trim(), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
