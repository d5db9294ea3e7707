using Avance.App.Budget.Imports;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Planning;

namespace Avance.Cli.Commands;

/// <summary>
/// The sample office's year as documents: its plan, approved budget, amendments, monthly accounts and progress, which add up to
/// every figure of its published report. The files travel inside the program.
/// </summary>
/// <param name="database">Where to.</param>
/// <param name="clock">Tells when.</param>
/// <param name="folder">Where the files are written, for the person to look at and to import from.</param>
internal sealed class SampleOffice(Database database, TimeProvider clock, string folder)
{
    private const int Year = 2023;

    private static readonly string[] Plan = ["unidades", "programas", "proyectos", "indicadores", "aprobado"];
    private static readonly string[] Execution = ["adecuaciones", "movimientos", "alcanzado", "beneficiarios", "justificaciones"];

    /// <summary>Who reports.</summary>
    public static PublicEntity Entity { get; } = new("IEPC", "Instituto de Elecciones y Participación Ciudadana");

    /// <summary>Loads the year, file by file, each told when it is in.</summary>
    public void Load(Action<string, ImportTableOutcome> told)
    {
        var years = new PlanYears(database, clock);
        years.Start(Entity, Year, "2.1.1.1.4", Environment.UserName);
        Import(Plan, told);
        years.Approve(Entity.Code, Year, new(new(Year, 1, 2), "Acuerdo de ejemplo: programa operativo anual 2023"), Environment.UserName);
        years.Open(Entity.Code, Year, Environment.UserName);
        Import(Execution, told);
    }

    private void Import(string[] names, Action<string, ImportTableOutcome> told)
    {
        var import = new ImportTable(database, clock);
        Directory.CreateDirectory(folder);
        foreach (var name in names)
        {
            var path = Path.Combine(folder, $"{name}.csv");
            Write(name, path);
            var outcome = import.Execute(new()
            {
                Path = path,
                FileName = Path.GetFileName(path),
                EntityCode = Entity.Code,
                Year = Year,
                Mapping = BuiltInMappings.Find(name)!,
                Actor = Environment.UserName,
            });
            told(name, outcome);
            if (outcome.State != ImportState.Applied)
            {
                throw new InvalidOperationException($"The sample's {name}.csv was not taken: {string.Join(" ", outcome.Problems.Select(static p => p.Explanation.English))}");
            }
        }
    }

    private static void Write(string name, string path)
    {
        using var source = typeof(SampleOffice).Assembly.GetManifestResourceStream($"sample/{name}.csv")!;
        using var file = File.Create(path);
        source.CopyTo(file);
    }
}
