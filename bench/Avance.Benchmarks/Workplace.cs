using Avance.App.Importing;
using Avance.Documents;
using Avance.Planning;
using Avance.Progress;

namespace Avance.Benchmarks;

/// <summary>A folder for the run's files, the program under test, and reports of any size made from the sample.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("avance-bench-").FullName;
    private readonly ProgressReport _sample;

    public Workplace()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Avance.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("Run the benchmarks from a checkout.");
        }

        Root = folder.FullName;
        var problems = new ProblemList();
        _sample = ReportReader.Read(File.ReadAllBytes(SamplePath), new PublicEntity("IEPC", "Instituto de Elecciones y Participación Ciudadana"), new FiscalPeriod(2023, 3), problems)
            ?? throw new InvalidDataException("The sample does not parse.");
    }

    /// <summary>The checkout.</summary>
    public string Root { get; }

    /// <summary>The program under test.</summary>
    public string Program => Path.Combine(Root, "artifacts", "bin", "Avance.Cli", "release", "avance");

    /// <summary>The sample as published.</summary>
    public string SamplePath => Path.Combine(Root, "samples", "iepc-chiapas-2023-q3.txt");

    /// <summary>A file of the run.</summary>
    public string this[string name] => Path.Combine(_folder, name);

    /// <summary>Writes a report of <paramref name="projects"/> projects, the sample's over and over, as published text.</summary>
    public string Text(int projects)
    {
        var path = this[$"{projects}.txt"];
        if (!File.Exists(path))
        {
            using var output = File.Create(path);
            ReportWriter.Write(Repeat(projects), ReportFormat.Text, Language.Spanish, output);
        }

        return path;
    }

    /// <summary>A database that holds the report of <paramref name="projects"/> projects.</summary>
    public string Database(int projects)
    {
        var path = this[$"{projects}.db"];
        if (!File.Exists(path))
        {
            Measured.Once(Program, ImportArguments(projects, path));
        }

        return path;
    }

    /// <summary>What imports that report.</summary>
    public string[] ImportArguments(int projects, string database) =>
        ["import", "report", Text(projects), "--db", database, "--entity-code", "IEPC", "--entity", _sample.Entity.Name, "--period", "2023-Q3"];

    /// <summary>What prints it.</summary>
    public string[] PrintArguments(int projects, string format, string output) =>
        ["report", "progress", "--db", Database(projects), "--period", "2023-Q3", "--format", format, "--output", output];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ProgressReport Repeat(int count)
    {
        var sample = _sample.Projects.ToList();
        var projects = Enumerable.Range(0, count).Select(i => sample[i % sample.Count] with { Number = i + 1 }).ToList();
        var function = _sample.Functions[0];
        var subfunction = function.Subfunctions[0];
        var type = subfunction.ProjectTypes[0] with { Projects = projects };
        return _sample with
        {
            Functions = [function with { Subfunctions = [subfunction with { PrintedTotals = BudgetFigures.Sum(projects.Select(p => p.Budget)), ProjectTypes = [type] }] }],
        };
    }
}
