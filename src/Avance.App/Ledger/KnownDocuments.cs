using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>A document on record, or about to be.</summary>
/// <param name="Sequence">Its number within the year.</param>
/// <param name="ContentHash">Fingerprint of what it says.</param>
/// <param name="ReversedBy">Number of the document that undid it; null when none did.</param>
internal sealed record KnownDocument(long Sequence, byte[] ContentHash, long? ReversedBy);

/// <summary>
/// Which documents are on record already, or accepted by this transaction: what is sent twice must not be posted twice. Looks
/// numbers up many at a time, and remembers only those of the documents that are on their way to the database.
/// </summary>
internal sealed class KnownDocuments(Session session, Guid entity, int year)
{
    /// <summary>Documents written in one transaction before the engine counts them; from then on whenever they have doubled.</summary>
    private const long FirstRecount = 1_000;

    private readonly Dictionary<string, HashSet<int>?> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Source, string Id), KnownDocument> _recorded = [];
    private readonly Dictionary<(string Source, string Id), KnownDocument> _accepted = [];
    private long _count;
    private long _recountAt = FirstRecount;

    /// <summary>Looks up the documents that come next, source by source in one query each. Nothing is being written meanwhile.</summary>
    public void Learn(IReadOnlyList<LedgerDocument> documents)
    {
        _recorded.Clear();
        foreach (var source in documents.GroupBy(static d => d.Source))
        {
            var fresh = Fresh(source.Key);
            var asked = source.Where(d => fresh?.Contains(d.SourceDocumentId.GetHashCode(StringComparison.Ordinal)) != false && Find(d) is null).Select(static d => d.SourceDocumentId).ToList();
            if (asked.Count > 0)
            {
                Learn(source.Key, asked);
            }
        }
    }

    /// <summary>The document with the same number; null when there is none.</summary>
    public KnownDocument? Find(LedgerDocument document)
    {
        var key = (document.Source, document.SourceDocumentId);
        return _accepted.TryGetValue(key, out var known) || _recorded.TryGetValue(key, out known) ? known : null;
    }

    /// <summary>Adds one that was accepted.</summary>
    public void Add(DocumentRow row)
    {
        _accepted.Add((row.Header.Source, row.Header.SourceDocumentId), new(row.Sequence, row.ContentHash, null));
        Fresh(row.Header.Source)?.Add(row.Header.SourceDocumentId.GetHashCode(StringComparison.Ordinal));
    }

    /// <summary>All that were added are being written: from the next look-up on, they can be looked up.</summary>
    public void Writing()
    {
        foreach (var (key, known) in _accepted)
        {
            _recorded[key] = known;
        }

        _count += _accepted.Count;
        _accepted.Clear();
    }

    /// <summary>
    /// Of a source of which nothing was on record, the hash codes of what this transaction added: only a number whose hash is
    /// among them need be looked up. Null for other sources.
    /// </summary>
    private HashSet<int>? Fresh(string source)
    {
        if (!_sources.TryGetValue(source, out var fresh))
        {
            fresh = session.Query("SELECT 1 FROM document WHERE entity_id = $1 AND fiscal_year = $2 AND source = $3 LIMIT 1", static row => row.Int(0), entity, year, source).Count > 0 ? null : [];
            _sources.Add(source, fresh);
        }

        return fresh;
    }

    private void Learn(string source, List<string> ids)
    {
        if (_count >= _recountAt)
        {
            // Each lookup of a number would otherwise read all that this transaction wrote.
            session.Recount("document");
            _recountAt = _count * 2;
        }

        // One lookup of the unique key for each number. As a join or IN, PostgreSQL, which knows nothing yet of rows that this
        // transaction wrote, takes the list apart once for every document on record.
        var found = session.Query(
            $"SELECT (SELECT d.sequence FROM document d WHERE d.entity_id = $1 AND d.fiscal_year = $2 AND d.source = $3 AND d.source_document_id = listed.value) FROM {session.Listed("$4")}",
            static row => row.OptionalLong(0),
            entity, year, source, Session.Texts(ids));
        if (found.Exists(static sequence => sequence is not null))
        {
            session.Each(
                $"""
                SELECT d.source_document_id, d.sequence, d.content_hash, (SELECT r.sequence FROM document r WHERE r.entity_id = d.entity_id AND r.reverses = d.document_id)
                FROM document d WHERE d.entity_id = $1 AND d.fiscal_year = $2 AND d.sequence IN {session.InNumbers("$3")}
                """,
                row => _recorded.TryAdd((source, row.Text(0)), new(row.Long(1), row.Bytes(2), row.OptionalLong(3))),
                entity, year, Session.Numbers(found.OfType<long>()));
        }
    }
}
