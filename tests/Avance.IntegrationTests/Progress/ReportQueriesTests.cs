using Avance.App.Findings;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.IntegrationTests.Storage;
using Avance.Planning;
using Xunit;

namespace Avance.IntegrationTests.Progress;

public sealed class ReportQueriesTests
{
    private static readonly PublicEntity Court = new("TEECH", "Tribunal Electoral del Estado de Chiapas");

    [Theory, EachDatabase]
    public void Finds_nothing_in_an_empty_database(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var queries = new ReportQueries(database);

        Assert.Empty(queries.Versions());
        Assert.Null(queries.Find(null, Sample.Period));
        Assert.Null(queries.Find("IEPC", Sample.Period));
    }

    [Theory, EachDatabase]
    public void Finds_the_only_entity_without_its_code(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        Import(database, Sample.Command());
        var queries = new ReportQueries(database);

        Assert.Equal(Sample.Iepc, queries.Find(null, Sample.Period)!.Version.Entity);
        Assert.Null(queries.Find(null, new(2023, 2)));
        Assert.Null(queries.Find("iepc", Sample.Period));
        Assert.Null(queries.Find(null, Sample.Period, 2));
    }

    [Theory, EachDatabase]
    public void Asks_which_entity_when_there_are_several(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        Import(database, Sample.Command());
        Import(database, Sample.Command() with { Entity = Court });
        var refusal = Assert.Throws<RuleViolationException>(() => new ReportQueries(database).Find(null, Sample.Period));

        Assert.Equal("report.entity", refusal.RuleId);
        Assert.Contains("IEPC, TEECH", refusal.Text.Spanish, StringComparison.Ordinal);
        Assert.Equal(Court, new ReportQueries(database).Find("TEECH", Sample.Period)!.Report.Entity);
    }

    [Theory, EachDatabase]
    public void Gives_earlier_quarters_newest_first_and_each_in_the_version_that_holds(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        foreach (var period in new FiscalPeriod[] { new(2022, 4), new(2023, 1), new(2023, 2), new(2023, 3), new(2023, 4) })
        {
            Import(database, Sample.Command() with { Period = period });
        }

        Import(database, Sample.Command(Sample.With("11 607 156.79", "11 607 000.00")) with { Period = new(2023, 1), Replace = true });
        Import(database, Sample.Command() with { Period = new(2023, 2), Entity = Court });
        var queries = new ReportQueries(database);
        var report = queries.Find("IEPC", new(2023, 3))!;
        var history = queries.History(report);

        Assert.Equal(["2023-Q2", "2023-Q1", "2022-Q4"], history.Select(r => r.Period.ToString()));
        Assert.All(history, r => Assert.Equal("IEPC", r.Entity.Code));
        Assert.Equal([11_607_156.79m, 11_607_000.00m, 11_607_156.79m], history.Select(r => r.Projects.First().Budget.Accrued!.Value.Pesos));
        Assert.Empty(queries.History(queries.Find("IEPC", new(2022, 4))!));
    }

    [Theory, EachDatabase]
    public void Gives_the_rules_the_report_its_history_and_its_publication(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        Import(database, Sample.Command() with { Period = new(2023, 2) });
        Import(database, Sample.Command() with { PublishedOn = new(2023, 10, 31) });
        var queries = new ReportQueries(database);
        var report = queries.Find("IEPC", Sample.Period)!;
        var context = queries.CheckContext(report);

        Assert.Same(report.Report, context.Report);
        Assert.Equal(new DateOnly(2023, 10, 31), context.PublishedOn);
        Assert.Equal(new FiscalPeriod(2023, 2), Assert.Single(context.History).Period);
    }

    [Theory, EachDatabase]
    public void Orders_versions_by_period_version_and_entity(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        Import(database, Sample.Command() with { Entity = Court });
        Import(database, Sample.Command());
        Import(database, Sample.Command() with { Period = new(2024, 1) });
        Import(database, Sample.Command(Sample.With("11 607 156.79", "11 607 000.00")) with { Replace = true });

        Assert.Equal(
            ["IEPC 2024-Q1 1", "IEPC 2023-Q3 2", "IEPC 2023-Q3 1", "TEECH 2023-Q3 1"],
            new ReportQueries(database).Versions().Select(v => $"{v.Entity.Code} {v.Period} {v.Version}"));
    }

    [Theory, EachDatabase]
    public void Knows_no_source_of_a_version_from_elsewhere(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var version = Import(database, Sample.Command()).Version!;

        Assert.Throws<InvalidOperationException>(() => new ReportQueries(database).Source(version with { ReportId = Guid.Empty }));
        Assert.Throws<InvalidOperationException>(() => new ReportQueries(database).Source(version with { Entity = Court }));
    }

    [Fact]
    public void Gives_the_same_answers_on_both_engines()
    {
        Assert.SkipWhen(TestDatabase.PostgresServer is null, "AVANCE_TEST_POSTGRES is not set: see .ci/postgres.");
        Assert.Equal(Story(TestEngine.Sqlite), Story(TestEngine.Postgres));
    }

    /// <summary>What a database tells after some months of use; the clock stands still, identities are left out.</summary>
    private static List<string> Story(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using var database = test.Open();
        var told = new List<string>();
        foreach (var command in new[]
        {
            Sample.Command(),
            Sample.Command() with { Entity = Court, PublishedOn = new(2023, 10, 30) },
            Sample.Command(Sample.With("11 607 156.79", "")) with { Replace = true, SourceName = "corrección ñ 😀.txt" },
            Sample.Command() with { Period = new(2023, 4) },
            Sample.Command() with { Period = new(2023, 4) },
            Sample.Command([1, 2, 3]),
        })
        {
            told.Add($"{new ImportReport(database, new StoppedClock()).Execute(command).Status}");
        }

        var queries = new ReportQueries(database);
        foreach (var version in queries.Versions())
        {
            told.Add((version with { ReportId = Guid.Empty }).ToString());
            told.Add(ReportText.Of(queries.Find(version.Entity.Code, version.Period, version.Version)!.Report));
        }

        told.AddRange(new App.Journal.JournalQueries(database).Records("IEPC").Select(r => (r with { Hash = "", PreviousHash = "" }).ToString()));
        return told;
    }

    private static ImportOutcome Import(Database database, ImportReportCommand command) => new ImportReport(database, TimeProvider.System).Execute(command);

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2023, 10, 30, 12, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);
    }
}
