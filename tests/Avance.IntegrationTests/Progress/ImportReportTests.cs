using Avance.App.Importing;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.IntegrationTests.Storage;
using Avance.Planning;
using Xunit;

namespace Avance.IntegrationTests.Progress;

public sealed class ImportReportTests
{
    /// <summary>How many rows each table has: what an import that changes nothing must leave alone.</summary>
    private const string Counts =
        """
        SELECT (SELECT count(*) FROM entity), (SELECT count(*) FROM report), (SELECT count(*) FROM report_source), (SELECT count(*) FROM report_heading),
            (SELECT count(*) FROM report_project), (SELECT count(*) FROM report_target), (SELECT count(*) FROM report_explanation), (SELECT count(*) FROM journal)
        """;

    private static readonly byte[] Corrected = Sample.With("11 607 156.79", "11 607 156.80");

    [Theory, EachDatabase]
    public void Stores_the_sample_and_reads_it_back_equal(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var outcome = Import(database, Sample.Command() with { PublishedOn = new(2023, 10, 30) });

        Assert.Empty(outcome.Problems);
        Assert.Equal(ImportStatus.Imported, outcome.Status);
        Assert.Equal(1, outcome.Version!.Version);
        Assert.Equal(new DateOnly(2023, 10, 30), outcome.Version.PublishedOn);
        var stored = new ReportQueries(database).Find("IEPC", Sample.Period)!;
        Assert.Equal(outcome.Version, stored.Version);
        Assert.Equal(26, stored.Report.Projects.Count());
        Assert.Equal(46, stored.Report.Projects.Sum(p => p.Targets.Count));
        Assert.Equal(ReportText.Of(outcome.Report!), ReportText.Of(stored.Report));
        Assert.Equal(["1|1|1|3|26|46|1|1"], test.Rows(Counts));
    }

    [Theory, EachDatabase]
    public void Changes_nothing_when_the_same_file_comes_again(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var first = Import(database, Sample.Command());
        foreach (var command in new[] { Sample.Command(), Sample.Command() with { Replace = true }, Sample.Command() with { DryRun = true } })
        {
            var again = Import(database, command);
            Assert.Equal((ImportStatus.Unchanged, first.Version, true), (again.Status, again.Version, again.SameFile));
        }

        Assert.Equal(["1|1|1|3|26|46|1|1"], test.Rows(Counts));
    }

    [Theory, EachDatabase]
    public void Changes_nothing_when_another_file_says_the_same(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var first = Import(database, Sample.Command());
        var again = Import(database, Sample.Command([.. "\n\n"u8, .. Sample.Bytes]) with { SourceName = "copia.txt" });

        Assert.Equal((ImportStatus.Unchanged, first.Version, false), (again.Status, again.Version, again.SameFile));
        Assert.Equal(["1|1|1|3|26|46|1|1"], test.Rows(Counts));
    }

    [Theory, EachDatabase]
    public void Refuses_a_different_report_unless_told_to_replace(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        Import(database, Sample.Command());
        foreach (var command in new[]
        {
            Sample.Command(Corrected),
            Sample.Command(Corrected) with { DryRun = true },
            Sample.Command() with { Entity = new("IEPC", "Instituto con otro nombre") },
            Sample.Command() with { PublishedOn = new(2023, 11, 1) },
        })
        {
            var refusal = Assert.Throws<RuleViolationException>(() => Import(database, command));
            Assert.Equal("report.exists", refusal.RuleId);
            Assert.Contains("--replace", refusal.Text.Spanish, StringComparison.Ordinal);
            Assert.Contains("--replace", refusal.Text.English, StringComparison.Ordinal);
        }

        Assert.Equal(["1|1|1|3|26|46|1|1"], test.Rows(Counts));
    }

    [Theory, EachDatabase]
    public void Keeps_the_earlier_version_when_it_is_replaced(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var first = Import(database, Sample.Command());
        var judged = Import(database, Sample.Command(Corrected) with { Replace = true, DryRun = true });
        Assert.Equal((ImportStatus.Valid, first.Version), (judged.Status, judged.Version));
        var second = Import(database, Sample.Command(Corrected) with { Replace = true });

        Assert.Equal((ImportStatus.Replaced, 2), (second.Status, second.Version!.Version));
        var queries = new ReportQueries(database);
        Assert.Equal([second.Version, first.Version!], queries.Versions());
        Assert.Equal(ReportText.Of(second.Report!), ReportText.Of(queries.Find("IEPC", Sample.Period)!.Report));
        Assert.Equal(ReportText.Of(first.Report!), ReportText.Of(queries.Find("IEPC", Sample.Period, 1)!.Report));
        Assert.Equal(Sample.Bytes, queries.Source(first.Version!));
        Assert.Equal(Corrected, queries.Source(second.Version));
        Assert.Equal(ImportStatus.Unchanged, Import(database, Sample.Command(Corrected)).Status);
    }

    [Theory, EachDatabase]
    public void Tells_every_problem_of_a_file_and_stores_nothing(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var outcome = Import(database, Sample.Command(Sample.With("\tAcción\t", "\t\t")));

        Assert.Equal(ImportStatus.Rejected, outcome.Status);
        Assert.True(outcome.Problems.Count > 5);
        Assert.Equal((null, null), (outcome.Report, outcome.Version));
        Assert.Equal(["0|0|0|0|0|0|0|0"], test.Rows(Counts));
    }

    [Fact]
    public void Refuses_a_file_that_no_report_needs()
    {
        var outcome = new ImportReport(null, TimeProvider.System).Execute(Sample.Command(new byte[ReportReader.MaxFileBytes + 1]) with { DryRun = true });

        Assert.Equal(("file.too-large", ImportStatus.Rejected), (Assert.Single(outcome.Problems).Code, outcome.Status));
    }

    [Fact]
    public void Judges_a_file_without_any_database()
    {
        var outcome = new ImportReport(null, TimeProvider.System).Execute(Sample.Command() with { DryRun = true });

        Assert.Equal((ImportStatus.Valid, null), (outcome.Status, outcome.Version));
        Assert.Equal(26, outcome.Report!.Projects.Count());
        Assert.Throws<InvalidOperationException>(() => new ImportReport(null, TimeProvider.System).Execute(Sample.Command()));
    }

    [Theory, EachDatabase]
    public void Writes_nothing_in_a_dry_run(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var outcome = Import(database, Sample.Command() with { DryRun = true });

        Assert.Equal((ImportStatus.Valid, null), (outcome.Status, outcome.Version));
        Assert.Equal(["0|0|0|0|0|0|0|0"], test.Rows(Counts));
    }

    [Theory, EachDatabase]
    public void Keeps_entities_apart(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        Import(database, Sample.Command());
        var other = Import(database, Sample.Command(Corrected) with { Entity = new("TEECH", "Tribunal Electoral del Estado de Chiapas") });

        Assert.Equal((ImportStatus.Imported, 1), (other.Status, other.Version!.Version));
        Assert.Equal(["IEPC", "TEECH"], new ReportQueries(database).Versions().Select(v => v.Entity.Code));
    }

    [Theory, EachDatabase]
    public void Leaves_nothing_of_an_import_that_fails_midway(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        test.Sql(engine == TestEngine.Sqlite
            ? "CREATE TRIGGER sabotage BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'sabotage'); END"
            : "CREATE TRIGGER sabotage BEFORE INSERT ON journal EXECUTE FUNCTION refuse_change()");
        Assert.ThrowsAny<Exception>(() => Import(database, Sample.Command()));
        Assert.Equal(["0|0|0|0|0|0|0|0"], test.Rows(Counts));

        test.Sql(engine == TestEngine.Sqlite ? "DROP TRIGGER sabotage" : "DROP TRIGGER sabotage ON journal");
        Assert.Equal(ImportStatus.Imported, Import(database, Sample.Command()).Status);
    }

    [Theory, EachDatabase]
    public void Lets_one_of_many_imports_of_the_same_file_win(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        var outcomes = AtOnce(test, _ => Sample.Command());

        Assert.Equal(1, outcomes.Count(o => o == "Imported"));
        Assert.Equal(7, outcomes.Count(o => o == "Unchanged"));
        Assert.Equal(["1|1|1|3|26|46|1|1"], test.Rows(Counts));
    }

    [Theory, EachDatabase]
    public void Lets_one_of_many_different_reports_of_a_period_win(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        var outcomes = AtOnce(test, i => Sample.Command(Sample.With("11 607 156.79", $"11 607 156.8{i}")));

        Assert.Equal(1, outcomes.Count(o => o == "Imported"));
        Assert.Equal(7, outcomes.Count(o => o == "report.exists"));
        Assert.Equal(["1|1|1|3|26|46|1|1"], test.Rows(Counts));
    }

    [Theory, EachDatabase]
    public void Numbers_many_replacements_without_a_gap(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        var outcomes = AtOnce(test, i => Sample.Command(Sample.With("11 607 156.79", $"11 607 156.8{i}")) with { Replace = true });

        Assert.Equal(1, outcomes.Count(o => o == "Imported"));
        Assert.Equal(7, outcomes.Count(o => o == "Replaced"));
        using var database = test.Open();
        Assert.Equal([8, 7, 6, 5, 4, 3, 2, 1], new ReportQueries(database).Versions().Select(v => v.Version));
        Assert.Null(new App.Journal.JournalQueries(database).Verify("IEPC"));
    }

    [Theory, EachDatabase]
    public void Takes_in_many_new_entities_at_once(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        var outcomes = AtOnce(test, i => Sample.Command() with { Entity = new PublicEntity($"ENTE{i}", $"Ente {i}") });

        Assert.All(outcomes, o => Assert.Equal("Imported", o));
        Assert.Equal(["8|8|8|24|208|368|8|8"], test.Rows(Counts));
    }

    private static ImportOutcome Import(Database database, ImportReportCommand command) => new ImportReport(database, TimeProvider.System).Execute(command);

    /// <summary>Eight imports from eight connections at the same moment: how each ended.</summary>
    private static string[] AtOnce(TestDatabase test, Func<int, ImportReportCommand> command)
    {
        var outcomes = new string[8];
        using var start = new Barrier(outcomes.Length);
        var threads = Enumerable.Range(0, outcomes.Length).Select(i => new Thread(() =>
        {
            try
            {
                using var database = test.Open();
                start.SignalAndWait();
                outcomes[i] = Import(database, command(i)).Status.ToString();
            }
            catch (RuleViolationException e)
            {
                outcomes[i] = e.RuleId;
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return outcomes;
    }
}
