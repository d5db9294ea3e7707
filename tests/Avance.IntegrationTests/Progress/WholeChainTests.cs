using Avance.App.Progress;
using Avance.App.Storage;
using Avance.Documents;
using Avance.IntegrationTests.Storage;
using Avance.Progress;
using Avance.UnitTests.Building;
using CsCheck;
using Xunit;

namespace Avance.IntegrationTests.Progress;

/// <summary>
/// The whole way of a report: published text, database, print in a format that can be read, import into another database, and
/// the same JSON at the end.
/// </summary>
public sealed class WholeChainTests
{
    private const int Reports = 500;

    private static readonly ReportFormat[] Readable = [ReportFormat.Text, ReportFormat.Xlsx, ReportFormat.Pdf];

    [Theory, EachDatabase]
    public void Any_report_comes_out_of_every_format_as_it_went_in(TestEngine engine)
    {
        using var first = new TestDatabase(engine);
        using var second = new TestDatabase(engine);
        using var here = first.Open();
        using var there = second.Open();
        ReportGen.Any.Sample(
            report =>
            {
                var stored = Import(here, report, Written(report, ReportFormat.Text));
                var json = Written(stored, ReportFormat.Json);
                foreach (var format in Readable)
                {
                    Assert.Equal(json, Written(Import(there, report, Written(stored, format)), ReportFormat.Json));
                }
            },
            iter: Reports,
            threads: 1);
    }

    /// <summary>Imports a file over whatever the period had, and gives back what the database then says.</summary>
    private static ProgressReport Import(Database database, ProgressReport report, byte[] content)
    {
        var outcome = new ImportReport(database, TimeProvider.System).Execute(new ImportReportCommand
        {
            Content = content,
            SourceName = "prueba",
            Entity = report.Entity,
            Period = report.Period,
            Replace = true,
            Actor = "pruebas",
        });
        Assert.True(outcome.Status != ImportStatus.Rejected, string.Join('\n', outcome.Problems.Take(5)));
        return new ReportQueries(database).Find(report.Entity.Code, report.Period)!.Report;
    }

    private static byte[] Written(ProgressReport report, ReportFormat format)
    {
        using var output = new MemoryStream();
        ReportWriter.Write(report, format, Language.Spanish, output);
        return output.ToArray();
    }
}
