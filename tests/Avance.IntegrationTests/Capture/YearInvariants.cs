using System.Text.Json;
using Avance.App.Journal;
using Avance.App.Storage;
using Avance.Capture;
using Avance.Ledger;
using Xunit;

namespace Avance.IntegrationTests.Capture;

/// <summary>What must hold at any moment of a year, read from the rows themselves.</summary>
internal sealed class YearInvariants(SampleYear office)
{
    private readonly Dictionary<FiscalPeriod, string> _closed = [];

    /// <summary>A quarter was closed: from now on it says what it says now.</summary>
    public void Closed(FiscalPeriod period) => _closed[period] = Said(period);

    public void Reopened(FiscalPeriod period) => _closed.Remove(period);

    /// <summary>No closed quarter says anything else than when it was closed.</summary>
    public void AreStill() => Assert.All(_closed, period => Assert.Equal(period.Value, Said(period.Key)));

    public void Hold(IEnumerable<SheetMemory> memories)
    {
        AreStill();
        var sheets = memories.ToDictionary(static m => (m.Period.Quarter, m.Unit));
        office.Database.Read(session =>
        {
            CellsAreAllThere(session, sheets);
            VersionsSayWhatWasSent(session, sheets);
            StepsAreThoseTaken(session, sheets);
            LedgerHasWhatWasSigned(session, sheets);
            return true;
        });
        Assert.Null(new JournalQueries(office.Database).Verify(SampleYear.Code));
    }

    /// <summary>Every revision of every place, with who wrote it.</summary>
    private static void CellsAreAllThere(Session session, Dictionary<(int, string), SheetMemory> sheets)
    {
        var stored = session.Query(
            "SELECT quarter, unit_code, subject, field, revision, value, actor FROM capture_cell ORDER BY quarter, unit_code, subject, field, revision",
            static row => (Sheet: (row.Int(0), row.Text(1)), Place: new CellAddress(row.Id(2), row.Text(3)), Revision: row.Int(4), Typed: (row.Text(5), row.Text(6))));
        var remembered = sheets.SelectMany(static s => s.Value.Cells.SelectMany(c => c.Value.Select((typed, i) => (Sheet: s.Key, Place: c.Key, Revision: i + 1, Typed: typed)))).ToHashSet();
        Assert.Equal(remembered.Count, stored.Count);
        Assert.All(stored, cell => Assert.Contains(cell, remembered));
    }

    /// <summary>Frozen versions never change.</summary>
    private static void VersionsSayWhatWasSent(Session session, Dictionary<(int, string), SheetMemory> sheets)
    {
        var stored = session.Query(
            "SELECT quarter, unit_code, version, actor, content FROM capture_version ORDER BY quarter, unit_code, version",
            static row => (Sheet: (row.Int(0), row.Text(1)), Version: row.Int(2), Actor: row.Text(3), Content: row.Text(4)));
        Assert.Equal(sheets.Values.Sum(static s => s.Versions.Count), stored.Count);
        foreach (var (sheet, version, actor, content) in stored)
        {
            using var json = JsonDocument.Parse(content);
            var cells = json.RootElement.GetProperty("cells").EnumerateArray().ToDictionary(
                static c => new CellAddress(c.GetProperty("subject").GetGuid(), c.GetProperty("field").GetString()!),
                static c => (c.GetProperty("value").GetString()!, c.GetProperty("actor").GetString()!));
            var sent = sheets[sheet].Versions[version - 1];
            Assert.Equal(sent.Actor, actor);
            Assert.Equal(sent.Cells.Count, cells.Count);
            Assert.All(sent.Cells, c => Assert.Equal(c.Value, cells[c.Key]));
        }
    }

    /// <summary>Every step is stored and in the journal, and nobody reviewed or signed a version of which they wrote or sent anything.</summary>
    private void StepsAreThoseTaken(Session session, Dictionary<(int, string), SheetMemory> sheets)
    {
        var journal = new JournalQueries(office.Database).Records(SampleYear.Code).Where(static r => r.Action.StartsWith("capture.", StringComparison.Ordinal))
            .CountBy(static r => $"{r.Subject} {r.Action} {r.Actor}").ToDictionary();
        var stored = session.Query(
            "SELECT quarter, unit_code, number, act, version, actor FROM capture_step ORDER BY quarter, unit_code, number",
            static row => (Sheet: (Quarter: row.Int(0), Unit: row.Text(1)), Number: row.Int(2), Act: SheetSteps.ActOf(row.Text(3)), Version: row.Int(4), Actor: row.Text(5)));
        Assert.Equal(sheets.Values.Sum(static s => s.Steps.Count), stored.Count);
        var frozen = session.Query(
            "SELECT quarter, unit_code, version, actor, content FROM capture_version", static row => (Key: (row.Int(0), row.Text(1), row.Int(2)), Text: $"\"actor\":\"{row.Text(3)}\" {row.Text(4)}")).ToDictionary(static v => v.Key, static v => v.Text);
        foreach (var (sheet, number, act, version, actor) in stored)
        {
            Assert.Equal(sheets[sheet].Steps[number - 1], (act, version, actor));
            var record = $"sheet {SampleYear.Year}-Q{sheet.Quarter}/{sheet.Unit} capture.{act.Code()} {actor}";
            Assert.True(journal.TryGetValue(record, out var told) && told > 0, $"{record} is not in the journal.");
            journal[record] = told - 1;
            if (act is SheetAct.Approve or SheetAct.Return or SheetAct.Authorise)
            {
                Assert.DoesNotContain($"\"actor\":\"{actor}\"", frozen[(sheet.Quarter, sheet.Unit, version)], StringComparison.Ordinal);
            }
        }

        var periods = session.Query("SELECT count(*) FROM capture_period_step", static row => row.Int(0))[0];
        Assert.Equal(periods, journal.Values.Sum());
    }

    /// <summary>Each sheet's last signed version is in the ledger, once, and nothing else is.</summary>
    private static void LedgerHasWhatWasSigned(Session session, Dictionary<(int Quarter, string Unit), SheetMemory> sheets)
    {
        var expected = new Dictionary<(Guid, int), decimal>();
        foreach (var sheet in sheets.Values.Where(static s => s.Signed.Version > 0))
        {
            foreach (var (place, (value, _)) in sheet.Versions[sheet.Signed.Version - 1].Cells.Where(static c => c.Key.Field == CaptureField.Achieved))
            {
                expected.Add((place.Subject, sheet.Period.Quarter * 3), decimal.Parse(value, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        var posted = session.Query(
            "SELECT indicator_id, month, CAST(sum(quantity) AS bigint) FROM target_entry WHERE stage = $1 GROUP BY indicator_id, month",
            static row => (Key: (row.Id(0), row.Int(1)), Quantity: row.Long(2) / 10_000m), (int)TargetStage.Achieved).ToDictionary(static t => t.Key, static t => t.Quantity);
        Assert.Equal(expected.Count, posted.Count);
        Assert.All(expected, e => Assert.Equal(e.Value, posted[e.Key]));
        var standing = session.Query(
            "SELECT d.sequence FROM document d WHERE d.kind = $1 AND d.reverses IS NULL AND NOT EXISTS (SELECT 1 FROM document r WHERE r.entity_id = d.entity_id AND r.reverses = d.document_id) ORDER BY 1",
            static row => row.Long(0), DocumentKind.Progress.Code());
        Assert.Equal(sheets.Values.Where(static s => s.Signed.Version > 0).Select(static s => s.Signed.Document).Order(), standing);
        Assert.All(Authorised(session), a => Assert.Equal(sheets[a.Sheet].Signed.Version, a.Version));
    }

    private static List<((int, string) Sheet, int Version)> Authorised(Session session) => session.Query(
        "SELECT quarter, unit_code, authorised FROM capture_sheet ORDER BY quarter, unit_code", static row => ((row.Int(0), row.Text(1)), row.Int(2)));

    /// <summary>All that a quarter says: its sheets, how much was ever written in them, and what the ledger has of it.</summary>
    private string Said(FiscalPeriod period) => office.Database.Read(session =>
    {
        var sheets = session.Query(
            "SELECT unit_code, state, version, authorised, edits FROM capture_sheet WHERE quarter = $1 ORDER BY unit_code",
            static row => $"{row.Text(0)} {row.Text(1)} {row.Int(2)} {row.Int(3)} {row.Long(4)}", period.Quarter);
        var rows = new[] { "capture_cell", "capture_version", "capture_step", "capture_remark" }
            .Select(table => session.Query($"SELECT count(*) FROM {table} WHERE quarter = $1", static row => row.Long(0), period.Quarter)[0]);
        var posted = session.Query(
            "SELECT indicator_id, CAST(sum(quantity) AS bigint) FROM target_entry WHERE stage = $1 AND month BETWEEN $2 AND $3 GROUP BY indicator_id ORDER BY indicator_id",
            static row => $"{row.Id(0)} {row.Long(1)}", (int)TargetStage.Achieved, period.Quarter * 3 - 2, period.Quarter * 3);
        return $"{string.Join('\n', sheets)}\n{string.Join(' ', rows)}\n{string.Join('\n', posted)}";
    });
}
