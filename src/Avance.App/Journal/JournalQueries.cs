using Avance.App.Ledger;
using Avance.App.Progress;
using Avance.App.Storage;

namespace Avance.App.Journal;

/// <summary>Reads the journal, and tells whether anyone has touched it or what it vouches for.</summary>
public sealed class JournalQueries(Database database)
{
    /// <summary>Codes of the entities that have a journal, even when nothing else of theirs is left.</summary>
    public IReadOnlyList<string> EntityCodes() => database.Read(Entities.Codes);

    /// <summary>Every record of an entity, oldest first; none when the entity is unknown.</summary>
    public IReadOnlyList<JournalRecord> Records(string entityCode) => database.Read(session =>
        Entities.Find(session, entityCode) is { } entity ? JournalChain.Read(session, entity) : []);

    /// <summary>
    /// Checks an entity's chain record by record, and each report on record against the fingerprint that the journal
    /// took when it was imported, and each document of the ledger against the fingerprint of those posted with it. A journal cut at its end together with its reports cannot be told from a shorter one.
    /// </summary>
    /// <returns>The first record that does not hold; null when everything does.</returns>
    public JournalBreak? Verify(string entityCode) => database.Read(session =>
    {
        if (Entities.Find(session, entityCode) is not { } entity)
        {
            return null;
        }

        var records = JournalChain.Read(session, entity);
        return JournalChain.FirstBreak(entity, records) ?? ReportAudit.FirstBreak(session, entity, records) ?? LedgerAudit.FirstBreak(session, entity, records);
    });
}
