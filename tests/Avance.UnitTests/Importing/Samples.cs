using Avance.App.Importing;
using Avance.Planning;
using Avance.Progress;
using Avance.UnitTests.Building;
using Xunit;

namespace Avance.UnitTests.Importing;

/// <summary>The sample office's report, and where the repository keeps its files.</summary>
internal static class Samples
{
    public static PublicEntity Entity { get; } = new("IEPC", "Instituto de Elecciones y Participación Ciudadana");

    public static FiscalPeriod Period { get; } = new(2023, 3);

    public static byte[] ReportBytes { get; } = File.ReadAllBytes(Path.Combine(RepositoryRoot.Path, "samples", "iepc-chiapas-2023-q3.txt"));

    public static ProgressReport Report { get; } = Read(ReportBytes);

    /// <summary>Reads a report that must have no problems.</summary>
    public static ProgressReport Read(byte[] content)
    {
        var problems = new ProblemList();
        var report = ReportReader.Read(content, Entity, Period, problems);
        Assert.True(report is not null, string.Join('\n', problems.Take(20)));
        return report;
    }
}
