using Avance.App.Journal;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.IntegrationTests.Progress;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Journal;

public sealed class JournalQueriesTests
{
    [Theory, EachDatabase]
    public void Records_who_imported_what_and_what_it_replaced(TestEngine engine)
    {
        using var test = ThreeVersions(engine);
        using var database = test.Open();
        var journal = new JournalQueries(database);
        var records = journal.Records("IEPC");

        Assert.Equal([1, 2, 3], records.Select(r => r.Sequence));
        Assert.Equal(["report.imported", "report.replaced", "report.replaced"], records.Select(r => r.Action));
        Assert.All(records, r => Assert.Equal(("pruebas", "report 2023-Q3"), (r.Actor, r.Subject)));
        Assert.Equal(new string('0', 64), records[0].PreviousHash);
        Assert.Equal(["", records[0].NewValue, records[1].NewValue], records.Select(r => r.OldValue));
        Assert.Equal([records[0].Hash, records[1].Hash], records.Skip(1).Select(r => r.PreviousHash));
        Assert.Equal(new ReportQueries(database).Versions().Select(v => v.ImportedAt).Reverse(), records.Select(r => r.RecordedAt));
        Assert.Contains("\"version\":3", records[2].NewValue, StringComparison.Ordinal);
        Assert.Null(journal.Verify("IEPC"));
        Assert.Null(journal.Verify("NADIE"));
        Assert.Empty(journal.Records("NADIE"));
    }

    [Theory, EachDatabase]
    public void Names_the_first_record_that_was_changed(TestEngine engine)
    {
        AssertBreak(engine, 2, "UPDATE journal SET actor = 'otra persona' WHERE sequence = 2");
        AssertBreak(engine, 1, "UPDATE journal SET new_value = old_value WHERE sequence = 1");
        AssertBreak(engine, 2, $"UPDATE journal SET previous_hash = {Bytes(engine, 1)} WHERE sequence = 2");
        AssertBreak(engine, 3, $"UPDATE journal SET hash = {Bytes(engine, 1)} WHERE sequence = 3");
        AssertBreak(engine, 1, engine == TestEngine.Sqlite
            ? "UPDATE journal SET recorded_at = '2020-01-01T00:00:00.000000Z' WHERE sequence = 1"
            : "UPDATE journal SET recorded_at = '2020-01-01T00:00:00Z' WHERE sequence = 1");
    }

    [Theory, EachDatabase]
    public void Names_the_record_that_is_missing(TestEngine engine)
    {
        AssertBreak(engine, 1, "DELETE FROM journal WHERE sequence = 1");
        AssertBreak(engine, 2, "DELETE FROM journal WHERE sequence = 2");
        AssertBreak(engine, 3, "DELETE FROM journal WHERE sequence = 3");
        AssertBreak(engine, 1, "DELETE FROM journal");
    }

    [Theory, EachDatabase]
    public void Names_the_record_of_a_report_that_was_changed(TestEngine engine)
    {
        AssertBreak(engine, 1, "UPDATE report_project SET accrued = accrued + 1 WHERE number = 7 AND report_id = (SELECT report_id FROM report WHERE version = 1)");
        AssertBreak(engine, 2, "UPDATE report_target SET achieved = NULL WHERE project = 7 AND number = 1 AND report_id = (SELECT report_id FROM report WHERE version = 2)");
        AssertBreak(engine, 3, "DELETE FROM report_explanation WHERE report_id = (SELECT report_id FROM report WHERE version = 3)");
        AssertBreak(engine, 2, "UPDATE report SET entity_name = 'Otro' WHERE version = 2");
        AssertBreak(engine, 2, "UPDATE report SET published_on = '2023-10-01' WHERE version = 2");
        AssertBreak(engine, 3, $"UPDATE report_source SET content = {Bytes(engine, 3)} WHERE report_id = (SELECT report_id FROM report WHERE version = 3)");
    }

    private static string Bytes(TestEngine engine, byte value) => engine == TestEngine.Sqlite ? $"x'{value:x2}'" : $"'\\x{value:x2}'";

    private static TestDatabase ThreeVersions(TestEngine engine)
    {
        var test = new TestDatabase(engine);
        using var database = test.Open();
        foreach (var figure in new[] { "11 607 156.79", "11 607 156.80", "11 607 156.81" })
        {
            var content = figure.EndsWith('9') ? Sample.Bytes : Sample.With("11 607 156.79", figure);
            new ImportReport(database, TimeProvider.System).Execute(Sample.Command(content) with { Replace = true });
        }

        return test;
    }

    /// <summary>Does what only someone with the database's keys could do, and expects the journal to tell.</summary>
    private static void AssertBreak(TestEngine engine, long sequence, string tampering)
    {
        using var test = ThreeVersions(engine);
        if (engine == TestEngine.Sqlite)
        {
            foreach (var trigger in test.Rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            {
                test.Sql($"DROP TRIGGER {trigger}");
            }
        }

        Assert.NotEqual(0, test.Sql(engine == TestEngine.Sqlite ? tampering : $"SET session_replication_role = replica; {tampering}"));
        using var database = Database.OpenExisting(test.Location);
        var found = new JournalQueries(database).Verify("IEPC");
        Assert.True(found?.Sequence == sequence, $"{tampering}: expected record {sequence}, found {found}");
    }
}
