using Avance.App.Progress;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Progress;

public sealed class ImportReportTests
{
    [Theory, EachDatabase]
    public void Stores_the_sample_and_reads_it_back_equal(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var outcome = new ImportReport(database, TimeProvider.System).Execute(Sample.Command());

        Assert.Empty(outcome.Problems.Select(p => p.ToString()));
        Assert.Equal(ImportStatus.Imported, outcome.Status);
        Assert.Equal(1, outcome.Version!.Version);
        var stored = new ReportQueries(database).Find("IEPC", Sample.Period)!;
        Assert.Equal(outcome.Version, stored.Version);
        Assert.Equal(26, stored.Report.Projects.Count());
        Assert.Equal(ReportText.Of(outcome.Report!), ReportText.Of(stored.Report));
    }
}
