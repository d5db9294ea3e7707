using Avance.App.Capture;
using Avance.App.Ledger;
using Avance.App.Progress;
using Avance.App.Storage;

namespace Avance.App.Journal;

/// <summary>Reads the journal, and tells whether anyone has touched it or what it vouches for.</summary>
/// <param name="database">Where.</param>
/// <param name="evidence">Where the content of evidence is kept; the database's own place when null.</param>
public sealed class JournalQueries(Database database, EvidenceStore? evidence = null)
{
    private const int PageSize = 1_000;

    /// <summary>Codes of the entities that have a journal, even when nothing else of theirs is left.</summary>
    public IReadOnlyList<string> EntityCodes() => database.Read(Entities.Codes);

    /// <summary>
    /// How many records there are in all. Whatever is written leaves one, so what was read at the same count still holds.
    /// </summary>
    public long Revision() => database.Read(static session => session.Query(
        "SELECT coalesce(sum((SELECT max(sequence) FROM journal WHERE entity_id = e.entity_id)), 0) FROM entity e",
        static row => row.Long(0))[0]);

    /// <summary>Every record of an entity, oldest first; none when the entity is unknown.</summary>
    public IReadOnlyList<JournalRecord> Records(string entityCode) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? JournalChain.Read(session, entity) : []);

    /// <summary>The records of an entity that were made at one moment: those of the transaction that a document came in.</summary>
    public IReadOnlyList<JournalRecord> At(string entityCode, DateTimeOffset moment) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? JournalChain.At(session, entity, moment) : []);

    /// <summary>The newest records of an entity that a filter keeps; none when the entity is unknown.</summary>
    /// <param name="entityCode">The entity.</param>
    /// <param name="filter">Which.</param>
    /// <param name="before">Only those older than the record of this number; null for the newest.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<JournalRecord> Search(string entityCode, JournalFilter filter, long? before, int most)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return database.Read(session => Entities.Find(session, entityCode) is { } entity ? JournalChain.Some(session, entity, filter, before, most, newestFirst: true) : []);
    }

    /// <summary>
    /// Every record of an entity that a filter keeps, oldest first, read by and by: whoever takes them slowly holds nothing open.
    /// </summary>
    public IEnumerable<JournalRecord> Each(string entityCode, JournalFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        long? after = null;
        while (true)
        {
            var page = database.Read(session => Entities.Find(session, entityCode) is { } entity ? JournalChain.Some(session, entity, filter, after, PageSize, newestFirst: false) : []);
            foreach (var record in page)
            {
                yield return record;
            }

            if (page.Count < PageSize)
            {
                yield break;
            }

            after = page[^1].Sequence;
        }
    }

    /// <summary>
    /// Checks an entity's chain record by record, and what the journal took a fingerprint of: each report as it was imported,
    /// each document of the ledger as it was posted, each sheet as it was frozen, each file of evidence as it was
    /// received. A journal cut at its end together
    /// with what it vouches for cannot be told from a shorter one.
    /// </summary>
    /// <returns>The first record that does not hold; null when everything does.</returns>
    /// <exception cref="RuleViolationException"><c>storage.evidence</c>: the store of evidence does not answer.</exception>
    public JournalBreak? Verify(string entityCode)
    {
        using var own = evidence is null ? EvidenceStore.Of(database) : null;
        var store = evidence ?? own!;
        return database.Read(session => Entities.Find(session, entityCode) is { } entity ? FirstBreak(session, entity, store) : null);
    }

    private static JournalBreak? FirstBreak(Session session, Guid entity, EvidenceStore store)
    {
        var records = JournalChain.Read(session, entity);
        return JournalChain.FirstDisplaced(session, entity)
            ?? JournalChain.FirstBreak(entity, records)
            ?? ReportAudit.FirstBreak(session, entity, records)
            ?? LedgerAudit.FirstBreak(session, entity, records)
            ?? CaptureAudit.FirstBreak(session, entity, records)
            ?? EvidenceAudit.FirstBreak(session, entity, records, store);
    }
}
