using Avance.Cli;
using Avance.UnitTests.Building;

namespace Avance.IntegrationTests.Cli;

/// <summary>Runs commands of the program in this process, in a folder of their own, as a person would type them.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("avance-cli-").FullName;

    /// <summary>A file of the folder.</summary>
    public string this[string name] => Path.Combine(_folder, name);

    /// <summary>The sample's published file, under a name in the folder.</summary>
    public string Sample(string name = "informe.txt")
    {
        File.Copy(SamplePath, this[name], overwrite: true);
        return this[name];
    }

    public static string SamplePath => Path.Combine(RepositoryRoot.Path, "samples", "iepc-chiapas-2023-q3.txt");

    public Answer Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = Application.Run(arguments, new Terminal(output, error));
        return new(code, Tidy(output), Tidy(error));
    }

    /// <summary>Imports the sample into a new database and says where it is.</summary>
    public string Imported()
    {
        var answer = Run("import", "report", Sample(), "--db", this["avance.db"], "--entity-code", "IEPC", "--entity", "Instituto de Elecciones y Participación Ciudadana", "--period", "2023-Q3");
        return answer.Code == ExitCode.Done ? this["avance.db"] : throw new InvalidOperationException(answer.Error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Tidy(StringWriter writer) => writer.ToString().Replace(_folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}

/// <summary>What a command answered.</summary>
internal sealed record Answer(int Code, string Output, string Error);
