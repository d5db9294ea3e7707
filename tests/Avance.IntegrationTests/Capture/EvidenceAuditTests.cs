using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>What the journal says of evidence that somebody tampered with.</summary>
public sealed class EvidenceAuditTests
{
    [Theory, EachDatabase]
    public void Names_the_file_whose_content_changed_or_is_gone(TestEngine engine)
    {
        AssertBreak(engine, 1, "«dos.txt» de sheet 2024-Q1/01", "fue cambiado", office =>
        {
            if (engine == TestEngine.Sqlite)
            {
                File.WriteAllText(ContentPath(office, "dos"), "doz");
            }
            else
            {
                office.Tamper("UPDATE evidence_chunk SET content = 'doz' WHERE content = 'dos'");
            }
        });
        AssertBreak(engine, 2, "«tres.txt» de sheet 2024-Q1/01", "no está", office =>
        {
            if (engine == TestEngine.Sqlite)
            {
                File.Delete(ContentPath(office, "tres"));
            }
            else
            {
                office.Tamper("DELETE FROM evidence_chunk WHERE content = 'tres'");
            }
        });
    }

    [Theory, EachDatabase]
    public void Names_the_record_of_a_link_that_was_changed(TestEngine engine)
    {
        AssertBreak(engine, 0, "«uno.txt»", "cambiado o borrado", office => office.Tamper("UPDATE evidence SET name = 'otro.txt' WHERE number = 1"));
        AssertBreak(engine, 1, "«dos.txt»", "cambiado o borrado", office => office.Tamper("UPDATE evidence SET actor = 'luis' WHERE number = 2"));
        AssertBreak(engine, 2, "«tres.txt»", "cambiado o borrado", office => office.Tamper("UPDATE evidence SET unit_code = '03' WHERE number = 3"));
        AssertBreak(engine, 2, "«tres.txt»", "cambiado o borrado", office => office.Tamper("DELETE FROM evidence WHERE number = 3"));
        AssertBreak(engine, 3, "«uno.txt»", "que se quitó", office => office.Tamper("DELETE FROM evidence_removal"));
    }

    [Theory, EachDatabase]
    public void Names_the_place_of_a_link_without_record(TestEngine engine)
    {
        const string Columns = "entity_id, fiscal_year, quarter, unit_code, number, recorded_at, actor";
        AssertBreak(engine, 4, "sin registro en la bitácora: 1", "por fuera", office => office.Tamper($"INSERT INTO evidence_removal ({Columns}) SELECT {Columns} FROM evidence WHERE number = 2"));
    }

    [Theory, EachDatabase]
    public void Names_a_record_that_was_given_to_nobody(TestEngine engine)
    {
        AssertBreak(engine, 3, "registro ", "a nombre del ente", office => office.Tamper(
            $"UPDATE journal SET entity_id = {(engine == TestEngine.Sqlite ? "x'00112233445566778899aabbccddeeff'" : "'00112233-4455-6677-8899-aabbccddeeff'")} WHERE action = 'capture.evidence-removed'"));
    }

    private static string ContentPath(EvidenceOffice office, string content)
    {
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(content)));
        return Path.Combine(office.Test.Location + ".evidence", office.Entity.ToString("n"), hash[..2], hash[2..]);
    }

    /// <summary>Three files added and the first removed; then the tampering, and the record that must be named, counted from the first of evidence.</summary>
    private static void AssertBreak(TestEngine engine, int record, string place, string problem, Action<EvidenceOffice> tamper)
    {
        using var office = new EvidenceOffice(engine);
        office.Attach("uno.txt", "uno");
        office.Attach("dos.txt", "dos");
        office.Attach("tres.txt", "tres");
        office.Remove(1);
        Assert.Null(office.Verify());
        var expected = office.Records[0].Sequence + record;
        tamper(office);

        var found = office.Verify();
        Assert.Equal(expected, found?.Sequence);
        Assert.Contains(place, found!.Explanation.Spanish, StringComparison.Ordinal);
        Assert.Contains(problem, found.Explanation.Spanish, StringComparison.Ordinal);
    }
}
