using System.Diagnostics;
using Avance.Cli.Commands;
using Avance.UnitTests.Building;
using Xunit;

namespace Avance.IntegrationTests.Cli;

/// <summary>Documents that cannot lie: their commands are run, and what is generated is compared.</summary>
public sealed class DocumentationTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.es.md")]
    [InlineData("docs/manual/README.md")]
    [InlineData("docs/manual/planning.md")]
    public void Every_command_of_a_document_runs_as_written(string document)
    {
        using var line = new CommandLine();
        line.Sample();
        File.WriteAllText(line["corregido.txt"], File.ReadAllText(CommandLine.SamplePath).Replace("17 495 489.18", "17 495 489.19", StringComparison.Ordinal));
        File.WriteAllText(line["aprobado.csv"], "documento,fecha,autoridad,clave_presupuestaria,ene\nDEC-1,2024-01-01,Decreto 001,06-R101-A008-21101-1-11,1000\n");
        var commands = Commands(File.ReadAllText(Path.Combine(RepositoryRoot.Path, document))).ToList();
        Assert.NotEmpty(commands);
        Assert.All(commands, command =>
        {
            var (code, error) = RunProcess(command, Path.GetDirectoryName(line["x"])!);
            // The corrected copy no longer adds up, and a check says so with 1.
            Assert.True(code == 0 || (code == 1 && command[0] == "check"), $"{string.Join(' ', command)} → {code}: {error}");
        });
    }

    [Fact]
    public void The_reference_says_what_the_program_says() => Assert.All(ReferenceCommand.Pages(), page =>
        Assert.Equal(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", "reference", page.Name)), page.Content));

    [Fact]
    public void Every_option_is_described_in_help()
    {
        using var line = new CommandLine();
        Assert.All(Avance.Cli.Application.VisibleCommands(), words =>
        {
            var help = line.Run([.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);
            Assert.Equal(0, help.Code);
            Assert.DoesNotContain("--lang <es|en>\n", help.Output, StringComparison.Ordinal);
            Assert.All(help.Output.Split('\n').Where(l => l.StartsWith("  -", StringComparison.Ordinal)), option =>
                Assert.Contains("  ", option.Trim(), StringComparison.Ordinal));
        });
    }

    /// <summary>Lines of fenced shell blocks that call the program, continued lines joined; those that serve until interrupted left out.</summary>
    private static IEnumerable<string[]> Commands(string document)
    {
        var inShell = false;
        var text = document.ReplaceLineEndings("\n").Replace("\\\n", " ", StringComparison.Ordinal);
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inShell = line == "```sh";
            }
            else if (inShell && line.StartsWith("avance ", StringComparison.Ordinal) && !line.StartsWith("avance serve", StringComparison.Ordinal))
            {
                yield return Words(line)[1..];
            }
        }
    }

    /// <summary>Words as a shell parts them: at spaces, but not inside double quotes.</summary>
    private static string[] Words(string line) =>
        [.. line.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The program as it was built, in the same configuration as the tests.</summary>
    private static string Program => Path.Combine(
        RepositoryRoot.Path, "artifacts", "bin", "Avance.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), OperatingSystem.IsWindows() ? "avance.exe" : "avance");

    private static (int Code, string Error) RunProcess(string[] arguments, string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        output.Wait();
        return (process.ExitCode, error);
    }
}
