using System.Diagnostics;
using Avance.App.Importing;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Progress;

public sealed class KilledImportTests
{
    private const string LocationVariable = "AVANCE_TEST_KILLED_LOCATION";

    [Theory, EachDatabase]
    public void Leaves_nothing_of_an_import_whose_process_was_killed(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        test.Open().Dispose();
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-explicit", "only", "-method", $"{typeof(KilledImportTests).FullName}.{nameof(Is_killed_halfway)}"])
        {
            RedirectStandardOutput = true,
            Environment = { [LocationVariable] = test.Location },
        };
        using (var process = Process.Start(start)!)
        {
            var output = process.StandardOutput.ReadToEnd();
            Assert.True(process.WaitForExit(60_000), output);
            Assert.NotEqual(0, process.ExitCode);
            Assert.DoesNotContain("Finished", output, StringComparison.Ordinal);
        }

        if (engine == TestEngine.Sqlite)
        {
            // The killed process had written: its pages are in the side file, without the commit that would make them count.
            Assert.NotEqual(0, new FileInfo(test.Location + "-wal").Length);
        }

        Assert.Equal(["0"], test.Rows("SELECT (SELECT count(*) FROM entity) + (SELECT count(*) FROM report) + (SELECT count(*) FROM report_project)"));
        using var database = test.Open();
        Assert.Equal(ImportStatus.Imported, new ImportReport(database, TimeProvider.System).Execute(Sample.Command()).Status);
        Assert.Null(new App.Journal.JournalQueries(database).Verify("IEPC"));
    }

    /// <summary>Runs in the process that the test above starts, and never returns.</summary>
    [Fact(Explicit = true)]
    public void Is_killed_halfway()
    {
        using var database = Database.Open(Environment.GetEnvironmentVariable(LocationVariable)!);
        var report = LargeReport.Of(20_000);
        database.Write(session =>
        {
            var entity = Entities.FindOrAdd(session, report.Entity.Code, DateTimeOffset.UnixEpoch);
            var version = new ReportVersion(report.Entity, report.Period, 1, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch, null, "prueba", SourceFormat.Text, "00", 0);
            ReportVersions.Insert(session, new(entity, version, ReportFingerprint.Of(report), null), [], report);
            Process.GetCurrentProcess().Kill();
            return Thread.CurrentThread.Join(Timeout.Infinite);
        });
    }
}
