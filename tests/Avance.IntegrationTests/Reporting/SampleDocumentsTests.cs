using Avance.App.Budget.Imports;
using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.App.Progress;
using Avance.App.Reporting;
using Avance.App.Storage;
using Avance.Cli.Commands;
using Avance.IntegrationTests.Progress;
using Avance.IntegrationTests.Storage;
using Avance.Reporting;
using Avance.UnitTests.Building;
using Xunit;

namespace Avance.IntegrationTests.Reporting;

/// <summary>The sample office's documents add up to its published report, and every printed figure opens into them.</summary>
public sealed class SampleDocumentsTests
{
    private static readonly FiscalPeriod Quarter = new(2023, 3);

    [Theory]
    [EachDatabase]
    public void The_documents_add_up_to_every_figure_published(TestEngine engine)
    {
        using var place = new TestDatabase(engine);
        using var database = place.Open();
        var published = new ImportReport(database, TimeProvider.System).Execute(Sample.Command());
        Load(database);

        var composed = new IssueReport(database, TimeProvider.System).Compose("IEPC", Quarter)!;
        var issued = new IssueReport(database, TimeProvider.System).Execute("IEPC", Quarter, null, replace: false, "ana");

        Assert.Equal(ReportDump.Of(published.Report!), ReportDump.Of(composed));
        Assert.Equal(ImportStatus.Unchanged, issued.Status);
        Assert.Null(new JournalQueries(database).Verify("IEPC"));
    }

    [Theory]
    [EachDatabase]
    public void Every_printed_figure_opens_into_entries_that_sum_to_it(TestEngine engine)
    {
        using var place = new TestDatabase(engine);
        using var database = place.Open();
        Load(database);
        Assert.Equal(ImportStatus.Imported, new IssueReport(database, TimeProvider.System).Execute("IEPC", Quarter, null, replace: false, "ana").Status);
        var stored = new ReportQueries(database).Find("IEPC", Quarter)!;
        var explain = new ExplainFigure(database);

        var cells = Cells(stored).ToList();
        Assert.Equal(3 + 26 * 3 + 26 * 3 + 46 * 3, cells.Count);
        foreach (var cell in cells)
        {
            var opened = explain.Find(stored, cell)!;
            Assert.True(opened.HasDocuments, $"{cell} opens into nothing.");
            Assert.True(opened.Agrees, $"{cell}: {opened.Printed} printed, {opened.Computed} from documents.");
            Assert.True(opened.HasMore || opened.Entries.Sum(e => e.Amount) == opened.Printed, $"{cell}: entries sum to {opened.Entries.Sum(e => e.Amount)}, {opened.Printed} is printed.");
            Assert.True(!opened.HasMore || cell.Project is null, $"{cell} has more entries than are listed.");
        }
    }

    [Theory]
    [EachDatabase]
    public void What_is_issued_stays_as_it_was_when_later_documents_arrive(TestEngine engine)
    {
        using var place = new TestDatabase(engine);
        using var database = place.Open();
        Load(database);
        new IssueReport(database, TimeProvider.System).Execute("IEPC", Quarter, null, replace: false, "ana");
        var last = new LedgerQueries(database).Revision("IEPC", 2023);
        var late = new LedgerQueries(database).Documents("IEPC", 2023, 0, 40).First(d => d.Document.Folio == "P-2023-09-01");
        Assert.Equal(LedgerStatus.Posted, new PostDocument(database, TimeProvider.System).Reverse("IEPC", 2023, late.Sequence, new(2023, 9, 30), "Duplicada", "", "ana").Status);

        var stored = new ReportQueries(database).Find("IEPC", Quarter)!;
        var explained = new ExplainFigure(database).Find(stored, new(1, null, ReportColumn.Accrued))!;
        var refused = Assert.Throws<RuleViolationException>(() => new IssueReport(database, TimeProvider.System).Execute("IEPC", Quarter, null, replace: false, "ana"));
        var second = new IssueReport(database, TimeProvider.System).Execute("IEPC", Quarter, null, replace: true, "ana");

        Assert.True(explained.Agrees);
        Assert.Equal("report.exists", refused.RuleId);
        Assert.Equal((ImportStatus.Replaced, 2), (second.Status, second.Version!.Version));
        Assert.NotEqual(stored.Report.Projects.First().Budget.Accrued, second.Report!.Projects.First().Budget.Accrued);
        Assert.True(last > 0);
    }

    private static void Load(Database database)
    {
        var folder = Directory.CreateTempSubdirectory("avance-sample-").FullName;
        try
        {
            new SampleOffice(database, TimeProvider.System, folder).Load((name, outcome) =>
                Assert.True(outcome.State == ImportState.Applied, $"{name}: {outcome.State}. {string.Join("; ", outcome.Problems.Take(5).Select(p => $"{p.Code} {p.Place.Line}: {p.Explanation.Spanish}"))}"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<FigureAddress> Cells(StoredReport stored)
    {
        ReportColumn[] money = [ReportColumn.ApprovedBudget, ReportColumn.RevisedBudget, ReportColumn.Accrued];
        ReportColumn[] people = [ReportColumn.Women, ReportColumn.Men, ReportColumn.People];
        ReportColumn[] targets = [ReportColumn.OriginalTarget, ReportColumn.RevisedTarget, ReportColumn.AchievedValue];
        foreach (var column in money)
        {
            yield return new(null, null, column);
        }

        foreach (var project in stored.Report.Projects)
        {
            foreach (var column in money.Concat(people))
            {
                yield return new(project.Number, null, column);
            }

            foreach (var cell in project.Targets.SelectMany((_, i) => targets.Select(column => new FigureAddress(project.Number, i + 1, column))))
            {
                yield return cell;
            }
        }
    }
}
