using System.Globalization;
using Avance.App.Budget.Imports;
using Avance.App.Capture;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.IntegrationTests.Progress;
using Avance.Planning;
using Avance.UnitTests.Building;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>
/// The sample office's year on a clock of its own: its plan approved, open and amended; accounts arrive quarter by quarter, and progress is
/// captured. The office's files say what was achieved in each quarter.
/// </summary>
internal sealed class SampleYear : IDisposable
{
    public const string Code = "IEPC";
    public const int Year = 2023;
    private const string Planner = "planeacion1@iepc.mx";

    public SampleYear(string location)
    {
        Database = Database.Open(location);
        Plan = new PlanQueries(Database).Get(Code, Year);
        Units = [.. Plan.Projects.Select(static p => p.UnitCode).Distinct()];
    }

    public Database Database { get; }

    public AnnualPlan Plan { get; }

    /// <summary>Units that capture, in the plan's order.</summary>
    public IReadOnlyList<string> Units { get; }

    public TestClock Clock { get; } = new(new(Year, 1, 2, 15, 0, 0, TimeSpan.Zero));

    public SheetGrounds Grounds { get; } = new();

    public CapturePeriods Periods => new(Database, Clock);

    public CaptureSheets Sheets => new(Database, Clock);

    public SheetReview Review => new(Database, Grounds, Clock);

    public CaptureQueries Queries => new(Database, Grounds);

    /// <summary>Makes the year up to where capture begins.</summary>
    public static void Prepare(string location)
    {
        using var database = Database.Open(location);
        var clock = new TestClock(new(Year, 1, 2, 9, 0, 0, TimeSpan.Zero));
        var years = new PlanYears(database, clock);
        years.Start(Sample.Iepc, Year, "2.1.1.1.4", Planner);
        foreach (var name in new[] { "unidades", "programas", "proyectos", "indicadores", "aprobado" })
        {
            Import(database, clock, name, Lines(name));
        }

        years.Approve(Code, Year, new(new(Year, 1, 2), "Acuerdo de ejemplo: programa operativo anual 2023"), Planner);
        years.Open(Code, Year, Planner);
        Import(database, clock, "adecuaciones", Lines("adecuaciones"));
    }

    /// <summary>The spending of a quarter. The office's amendments move money of January, too, so all of them come before any spending.</summary>
    public void Account(int quarter)
    {
        var lines = Lines("movimientos");
        var rows = lines.Skip(1).Where(l => (int.Parse(l.Split(',')[1].AsSpan(5, 2), CultureInfo.InvariantCulture) + 2) / 3 == quarter).ToList();
        if (rows.Count > 0)
        {
            Import(Database, Clock, "movimientos", [lines[0], .. rows]);
        }
    }

    /// <summary>Tries to import what was achieved in a quarter, as offices do that do not capture.</summary>
    public ImportTableOutcome ImportAchieved(int quarter)
    {
        var lines = Lines("alcanzado");
        return Import(Database, Clock, "alcanzado", [lines[0], .. lines.Where(l => l.StartsWith($"AM-2023-T{quarter}", StringComparison.Ordinal))], isTaken: false);
    }

    /// <summary>What an indicator achieved in a quarter; nothing where the office's files are silent. The last quarter does what it programmed.</summary>
    public decimal Achieved(PlannedProject project, Indicator indicator, int quarter) => quarter == 4
        ? indicator.QuarterTarget(4) ?? 0
        : AchievedRows.GetValueOrDefault((project.UnitCode, project.Key, indicator.Position, quarter));

    /// <summary>Women and men served by the end of a quarter: of the first two a share of those published for the third.</summary>
    public static (long Women, long Men) Served(PlannedProject project, int quarter)
    {
        var (women, men) = ServedRows[(project.UnitCode, project.Key)];
        return (women * Math.Min(quarter, 3) / 3, men * Math.Min(quarter, 3) / 3);
    }

    /// <summary>The published explanation of E001: why, and what follows.</summary>
    public static (string Cause, string Effect) ExplanationOfE001 { get; } = Explanation();

    public void Dispose() => Database.Dispose();

    private static Dictionary<(string Unit, string Key, int Indicator, int Quarter), decimal> AchievedRows { get; } = Lines("alcanzado").Skip(1).Select(static l => l.Split(','))
        .ToDictionary(static c => (c[2], c[3], int.Parse(c[4], CultureInfo.InvariantCulture), c[0][^1] - '0'), static c => decimal.Parse(c[6], CultureInfo.InvariantCulture));

    private static Dictionary<(string Unit, string Key), (long Women, long Men)> ServedRows { get; } = Lines("beneficiarios").Skip(1).Select(static l => l.Split(','))
        .ToDictionary(static c => (c[2], c[3]), static c => (long.Parse(c[5], CultureInfo.InvariantCulture), long.Parse(c[6], CultureInfo.InvariantCulture)));

    private static (string Cause, string Effect) Explanation()
    {
        var text = Lines("justificaciones")[1];
        text = text[(text.IndexOf('"', StringComparison.Ordinal) + 1)..text.LastIndexOf('"')];
        var end = text.IndexOf(". El área", StringComparison.Ordinal) + 1;
        return (text[..end], text[(end + 1)..]);
    }

    private static string[] Lines(string name) => File.ReadAllLines(Path.Combine(RepositoryRoot.Path, "samples", "iepc-2023", $"{name}.csv"));

    private static ImportTableOutcome Import(Database database, TestClock clock, string name, string[] lines, bool isTaken = true)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{name}-{Guid.CreateVersion7():n}.csv");
        File.WriteAllLines(path, lines);
        try
        {
            var outcome = new ImportTable(database, clock).Execute(new()
            {
                Path = path,
                FileName = $"{name}.csv",
                EntityCode = Code,
                Year = Year,
                Mapping = BuiltInMappings.Find(name)!,
                Actor = Planner,
            });
            Assert.True(!isTaken || outcome.State == ImportState.Applied, $"{name}: {outcome.State}. {string.Join("; ", outcome.Problems.Take(5).Select(static p => p.Explanation.Spanish))}");
            return outcome;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
