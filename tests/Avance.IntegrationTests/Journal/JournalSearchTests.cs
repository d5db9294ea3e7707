using System.Text.Json;
using Avance.App.Journal;
using Avance.App.Storage;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Journal;

public sealed class JournalSearchTests
{
    [Theory, EachDatabase]
    public void Finds_records_by_who_what_to_what_and_when(TestEngine engine) => With(engine, journal =>
    {
        Assert.Equal([5, 4, 3, 2, 1], Find(journal, new()));
        Assert.Equal([3, 1], Find(journal, new() { Actor = "ana@example.org" }));
        Assert.Empty(Find(journal, new() { Actor = "ana" }));
        Assert.Equal([4, 3, 2], Find(journal, new() { Action = "capture." }));
        Assert.Equal([2], Find(journal, new() { Action = "capture.evidence_" }));
        Assert.Equal([3, 2], Find(journal, new() { Subject = "SHEET 2024-q1/01" }));
        Assert.Equal([5], Find(journal, new() { Subject = "100%!" }));
        Assert.Equal([3, 2], Find(journal, new() { From = new(2024, 4, 2), To = new(2024, 4, 3) }));
        Assert.Equal([5, 4], Find(journal, new() { From = new(2024, 4, 4), To = DateOnly.MaxValue }));
        Assert.Equal([3], Find(journal, new() { Actor = "ana@example.org", Action = "capture", Subject = "01", From = new(2024, 1, 1), To = new(2024, 12, 31) }));
        Assert.True(new JournalFilter().IsEmpty);
        Assert.False(new JournalFilter { To = new(2024, 1, 1) }.IsEmpty);
    });

    [Theory, EachDatabase]
    public void Gives_them_page_by_page_newest_first_and_all_oldest_first(TestEngine engine) => With(engine, journal =>
    {
        Assert.Equal([5, 4], journal.Search("IEPC", new(), null, 2).Select(r => r.Sequence));
        Assert.Equal([3, 2], journal.Search("IEPC", new(), 4, 2).Select(r => r.Sequence));
        Assert.Empty(journal.Search("IEPC", new(), 1, 2));
        Assert.Empty(journal.Search("NADIE", new(), null, 2));
        Assert.Equal([2, 3, 4], journal.Each("IEPC", new() { Action = "capture." }).Select(r => r.Sequence));
        Assert.Empty(journal.Each("NADIE", new()));
    });

    [Fact]
    public void A_long_journal_is_read_whole()
    {
        using var test = new TestDatabase(TestEngine.Sqlite);
        using var database = test.Open();
        Append(database, Enumerable.Range(0, 2_500).Select(i => ("ana@example.org", "plan.edited", $"plan {i}", i)));
        Assert.Equal(Enumerable.Range(1, 2_500).Select(i => (long)i), new JournalQueries(database).Each("IEPC", new()).Select(r => r.Sequence));
    }

    [Theory, EachDatabase]
    public void Other_programs_get_it_as_csv_and_json_and_spreadsheets_run_nothing(TestEngine engine) => With(engine, journal =>
    {
        var csv = Written(output => JournalExport.WriteCsv(journal.Each("IEPC", new()), output)).TrimStart('\uFEFF').Split("\r\n");
        Assert.Equal("sequence,recorded_at,actor,action,subject,old_value,new_value,previous_hash,hash", csv[0]);
        Assert.StartsWith("2,2024-04-02T12:00:00.000000Z,eva@example.org,capture.evidence_added,sheet 2024-Q1/01,,\"{\"\"n\"\":1}\",", csv[2], StringComparison.Ordinal);
        Assert.StartsWith("5,2024-04-05T12:00:00.000000Z,'=1+1,plan.edited,", csv[5], StringComparison.Ordinal);
        Assert.Equal(["", ""], [csv[6], csv.Length > 7 ? csv[7] : ""]);

        var lines = Written(output => JournalExport.WriteJsonLines(journal.Each("IEPC", new()), output)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var records = lines.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(5, records.Count);
        Assert.Equal((2, "eva@example.org", 1), (records[1].GetProperty("sequence").GetInt32(), records[1].GetProperty("actor").GetString(), records[1].GetProperty("newValue").GetProperty("n").GetInt32()));
        Assert.Equal(JsonValueKind.Null, records[1].GetProperty("oldValue").ValueKind);
        Assert.Equal(records[0].GetProperty("hash").GetString(), records[1].GetProperty("previousHash").GetString());
    });

    private static string Written(Action<Stream> write)
    {
        using var output = new MemoryStream();
        write(output);
        return System.Text.Encoding.UTF8.GetString(output.ToArray());
    }

    private static IEnumerable<long> Find(JournalQueries journal, JournalFilter filter) => journal.Search("IEPC", filter, null, 100).Select(r => r.Sequence);

    private static void With(TestEngine engine, Action<JournalQueries> test)
    {
        using var of = new TestDatabase(engine);
        using var database = of.Open();
        Append(database,
        [
            ("ana@example.org", "plan.edited", "plan 2024", 0),
            ("eva@example.org", "capture.evidence_added", "sheet 2024-Q1/01", 1),
            ("ana@example.org", "capture.evidence-added", "Sheet 2024-Q1/01", 2),
            ("luis@example.org", "capture.submit", "sheet 2024-Q1/03", 3),
            ("=1+1", "plan.edited", "100%!_", 4),
        ]);
        test(new(database));
    }

    private static void Append(Database database, IEnumerable<(string Actor, string Action, string Subject, int Day)> records) => database.Write(session =>
    {
        session.LockEntity("IEPC");
        var entity = Entities.FindOrAdd(session, "IEPC", TimeProvider.System.GetUtcNow());
        foreach (var (actor, action, subject, day) in records)
        {
            JournalChain.Append(session, entity, new DateTimeOffset(2024, 4, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day), actor, action, subject, "", $$"""{"n":{{day}}}""");
        }

        return true;
    });
}
