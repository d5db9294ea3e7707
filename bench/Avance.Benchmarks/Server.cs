using System.Diagnostics;

namespace Avance.Benchmarks;

/// <summary>A PostgreSQL of the run's own, whose commits wait for the disk.</summary>
internal sealed class Server : IDisposable
{
    private const string Port = "54331";
    private readonly string _script;

    private Server(string script, string address) => (_script, Address) = (script, address);

    /// <summary>Its address without a database.</summary>
    public string Address { get; }

    /// <summary>Starts it; null when PostgreSQL is not installed.</summary>
    public static Server? Start(Workplace place)
    {
        var script = Path.Combine(place.Root, ".ci", "postgres");
        return Run(script, "start") == 0 ? new(script, $"postgres://avance@127.0.0.1:{Port}") : null;
    }

    public void Dispose() => Run(_script, "stop");

    private static int Run(string script, string what)
    {
        var start = new ProcessStartInfo("sh", [script, what]) { Environment = { ["AVANCE_TEST_POSTGRES_PORT"] = Port, ["AVANCE_TEST_POSTGRES_FSYNC"] = "on" } };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
