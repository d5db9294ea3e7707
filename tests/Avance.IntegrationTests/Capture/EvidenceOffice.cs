using System.Text;
using Avance.App.Capture;
using Avance.App.Journal;
using Avance.App.Storage;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>An office that captures, and the evidence of unit 01.</summary>
internal sealed class EvidenceOffice : IDisposable
{
    public EvidenceOffice(TestEngine engine, EvidenceLimits? limits = null)
    {
        Test = new(engine);
        Office = new(Test.Location);
        Store = EvidenceStore.Of(Office.Database);
        Evidence = new(Office.Database, Store, Office.Clock, limits ?? new(1 << 20, 3));
        Entity = Office.Database.Read(static session => Entities.Required(session, CaptureOffice.Code));
    }

    public TestDatabase Test { get; }

    public CaptureOffice Office { get; }

    public EvidenceStore Store { get; }

    public Evidence Evidence { get; }

    public Guid Entity { get; }

    /// <summary>What the journal says of evidence.</summary>
    public IReadOnlyList<JournalRecord> Records => [.. new JournalQueries(Office.Database).Records(CaptureOffice.Code).Where(r => r.Action.StartsWith("capture.evidence-", StringComparison.Ordinal))];

    public JournalBreak? Verify() => new JournalQueries(Office.Database, Store).Verify(CaptureOffice.Code);

    public EvidenceFile Attach(string name, string content) => Attach(name, Encoding.UTF8.GetBytes(content));

    public EvidenceFile Attach(string name, byte[] content, Guid? subject = null)
    {
        using var stream = new MemoryStream(content, writable: false);
        return Evidence.Attach(CaptureOffice.Code, CaptureOffice.First, "01", subject ?? Office.Indicator("01").Id, name, stream, "eva");
    }

    public EvidenceFile Remove(int number, string actor = "eva") => Evidence.Remove(CaptureOffice.Code, CaptureOffice.First, "01", number, actor);

    public IReadOnlyList<EvidenceFile> List(string unit = "01") => Evidence.List(CaptureOffice.Code, CaptureOffice.First, unit);

    public byte[] Read(int number)
    {
        using var content = Evidence.Open(CaptureOffice.Code, CaptureOffice.First, "01", number).Content;
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Does what only someone with the database's keys could do.</summary>
    public void Tamper(string sql)
    {
        if (Test.Engine == TestEngine.Sqlite)
        {
            foreach (var trigger in Test.Rows("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
            {
                Test.Sql($"DROP TRIGGER {trigger}");
            }
        }

        Assert.NotEqual(0, Test.Sql(Test.Engine == TestEngine.Sqlite ? $"PRAGMA foreign_keys = OFF; {sql}" : $"SET session_replication_role = replica; {sql}"));
    }

    public void Dispose()
    {
        Store.Dispose();
        Office.Dispose();
        Test.Dispose();
    }
}
