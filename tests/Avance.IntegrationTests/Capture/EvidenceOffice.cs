using System.Text;
using Avance.App.Capture;
using Avance.App.Journal;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.IntegrationTests.Planning;
using Avance.IntegrationTests.Storage;
using Avance.Planning;

namespace Avance.IntegrationTests.Capture;

/// <summary>An office with a small plan, and its evidence.</summary>
internal sealed class EvidenceOffice : IDisposable
{
    public static readonly SheetAddress Sheet = new(SmallPlan.Code, SmallPlan.Year, 2, "01");

    private readonly TestDatabase _test;

    public EvidenceOffice(TestEngine engine, EvidenceLimits? limits = null)
    {
        _test = new(engine);
        Database = _test.Open();
        Plan = SmallPlan.Make(Database);
        var years = new PlanYears(Database, TimeProvider.System);
        years.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval, "ana");
        years.Open(SmallPlan.Code, SmallPlan.Year, "ana", withoutBudget: true);
        new CapturePeriods(Database, TimeProvider.System).Open(SmallPlan.Code, new(SmallPlan.Year, 2), new(2024, 7, 1), new(2024, 7, 15), "ana");
        Store = EvidenceStore.Of(Database);
        Evidence = new(Database, Store, TimeProvider.System, limits ?? new(1 << 20, 3));
        Entity = Database.Read(static session => Entities.Required(session, SmallPlan.Code));
    }

    public TestDatabase Test => _test;

    public Database Database { get; }

    public EvidenceStore Store { get; }

    public Evidence Evidence { get; }

    public AnnualPlan Plan { get; }

    public Guid Entity { get; }

    /// <summary>The first indicator of the unit of <see cref="Sheet"/>.</summary>
    public Guid Indicator => Plan.Projects[0].Indicators[0].Id;

    public IReadOnlyList<JournalRecord> Records => [.. new JournalQueries(Database).Records(SmallPlan.Code).Where(r => r.Action.StartsWith("capture.evidence", StringComparison.Ordinal))];

    public JournalBreak? Verify() => new JournalQueries(Database, Store).Verify(SmallPlan.Code);

    public EvidenceFile Attach(string name, string content) => Attach(name, Encoding.UTF8.GetBytes(content));

    public EvidenceFile Attach(string name, byte[] content, Guid? subject = null)
    {
        using var stream = new MemoryStream(content, writable: false);
        return Evidence.Attach(Sheet, subject ?? Indicator, name, stream, "ana");
    }

    public byte[] Read(int number)
    {
        using var content = Evidence.Open(Sheet, number).Content;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Does what only someone with the database's keys could do.</summary>
    public void Tamper(string sql)
    {
        if (_test.Engine == TestEngine.Sqlite)
        {
            foreach (var trigger in _test.Rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            {
                _test.Sql($"DROP TRIGGER {trigger}");
            }
        }

        Xunit.Assert.NotEqual(0, _test.Sql(_test.Engine == TestEngine.Sqlite ? $"PRAGMA foreign_keys = OFF; {sql}" : $"SET session_replication_role = replica; {sql}"));
    }

    public void Dispose()
    {
        Store.Dispose();
        Database.Dispose();
        _test.Dispose();
    }
}
