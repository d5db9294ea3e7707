namespace Avance.Benchmarks;

/// <summary>How long a person waits for the smallest job, against the least that a .NET program can take.</summary>
internal static class StartBench
{
    public static void Run(Workplace place, ResultsPage page, int rounds)
    {
        var hello = Hello(place);
        var check = new[] { "check", "--db", place.Database(26), "--period", "2023-Q3" };
        var runs = Measured.InTurn(rounds, ("dotnet", [hello]), (place.Program, check), (place.Program, [.. check, "--format", "json"]), (place.Program, ["--version"]));
        page.Section("Start", "`dotnet hello-world.dll` is the console template of the SDK, built for Release. Goal: a check of the sample under 3 times it.", "command", "time", "of hello-world", "memory");
        foreach (var (name, run) in Names.Zip(runs))
        {
            page.Row(name, ResultsPage.Milliseconds(run.Seconds), ResultsPage.Times(run.Seconds / runs[0].Seconds), ResultsPage.MiB(run.PeakMiB));
        }
    }

    private static readonly string[] Names = ["dotnet hello-world.dll", "avance check (26 projects, table)", "avance check --format json", "avance --version"];

    private static string Hello(Workplace place)
    {
        var folder = place["hello-world"];
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "hello-world.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "System.Console.WriteLine(\"Hello, World!\");");
        Measured.Once("dotnet", "build", folder, "-c", "Release", "-o", Path.Combine(folder, "out"));
        return Path.Combine(folder, "out", "hello-world.dll");
    }
}
