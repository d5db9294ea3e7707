using System.Text.Json;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.App.Ledger;

/// <summary>Holds the documents and entries on record against what the journal said of them when they were posted.</summary>
internal static class LedgerAudit
{
    /// <summary>Documents read at once.</summary>
    private const int PageSize = 500;

    /// <summary>
    /// The first record whose documents are gone or no longer say the same, or the place where the record of posted
    /// documents should have been; null when all agree.
    /// </summary>
    public static JournalBreak? FirstBreak(Session session, Guid entity, IReadOnlyList<JournalRecord> records)
    {
        var journalled = new Dictionary<int, (long Last, long Count)>();
        foreach (var record in records.Where(static r => r.Action == LedgerJournal.Action))
        {
            using var value = JsonDocument.Parse(record.NewValue);
            var (year, first, last) = (value.RootElement.GetProperty("year").GetInt32(), value.RootElement.GetProperty("first").GetInt64(), value.RootElement.GetProperty("last").GetInt64());
            if (Digest(session, entity, year, first, last) != value.RootElement.GetProperty("sha256").GetString())
            {
                return new(record.Sequence, new(
                    $"Los documentos que asienta el registro {record.Sequence} ({record.Subject}) fueron cambiados o borrados después de registrarse.",
                    $"The documents of record {record.Sequence} ({record.Subject}) were changed or removed after they were posted."));
            }

            var before = journalled.GetValueOrDefault(year);
            journalled[year] = (Math.Max(before.Last, last), before.Count + last - first + 1);
        }

        return Unrecorded(session, entity, records.Count, journalled);
    }

    private static JournalBreak? Unrecorded(Session session, Guid entity, int records, Dictionary<int, (long Last, long Count)> journalled)
    {
        var recorded = session.Query("SELECT fiscal_year, max(sequence), count(*) FROM document WHERE entity_id = $1 GROUP BY fiscal_year", static row => (Year: row.Int(0), Last: row.Long(1), Count: row.Long(2)), entity);
        var loose = recorded.Where(r => r.Last > journalled.GetValueOrDefault(r.Year).Last || r.Count > journalled.GetValueOrDefault(r.Year).Count).ToList();
        var orphans = session.Query(
            """
            SELECT count(*) FROM ledger_entry e WHERE e.entity_id = $1 AND (
                NOT EXISTS (SELECT 1 FROM document d WHERE d.entity_id = e.entity_id AND d.fiscal_year = e.fiscal_year AND d.sequence = e.sequence)
                OR NOT EXISTS (SELECT 1 FROM budget_line l WHERE l.entity_id = e.entity_id AND l.fiscal_year = e.fiscal_year AND l.line_number = e.line_number))
            """,
            static row => row.Long(0),
            entity)[0];
        return loose.Count > 0
            ? new(records + 1, new(
                $"Hay documentos de {loose[0].Year} sin registro en la bitácora: se borró su final, o se agregaron por fuera.",
                $"There are documents of {loose[0].Year} without a record in the journal: its end was removed, or they were added from outside."))
            : orphans > 0 ? new(records + 1, new(
                $"Hay asientos sin documento o sin línea presupuestaria: {orphans}.",
                $"There are entries without a document or without a budget line: {orphans}."))
            : null;
    }

    private static string Digest(Session session, Guid entity, int year, long first, long last)
    {
        using var digest = new CanonicalHash();
        using var content = new CanonicalHash();
        for (var from = first; from <= last; from += PageSize)
        {
            var page = LedgerRows.Where(
                session, "WHERE entity_id = $1 AND fiscal_year = $2 AND sequence BETWEEN $3 AND $4 ORDER BY sequence", entity, year, from, Math.Min(last, from + PageSize - 1));
            if (page.Count == 0)
            {
                continue;
            }

            foreach (var row in LedgerRows.Fill(session, entity, year, page))
            {
                LedgerJournal.AddTo(digest, row with { ContentHash = DocumentHash.Of(content, row.Header) });
            }
        }

        return Convert.ToHexStringLower(digest.Finish());
    }
}
