using System.Globalization;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.App.Ledger;

/// <summary>
/// One record of the journal for all that a transaction posted: which documents, how many entries, and a fingerprint over
/// all of them, so that none can be changed, slipped in or taken away without the journal telling.
/// </summary>
internal sealed class LedgerJournal(int year) : IDisposable
{
    public const string Action = "ledger.posted";

    private readonly CanonicalHash _digest = new();
    private readonly SortedSet<string> _actors = new(StringComparer.Ordinal);
    private long _first;

    public long Documents { get; private set; }

    public long Entries { get; private set; }

    public void Add(DocumentRow row)
    {
        _first = _first == 0 ? row.Sequence : _first;
        Documents++;
        Entries += row.Header.Entries.Count;
        _actors.Add(row.Actor);
        AddTo(_digest, row);
    }

    /// <summary>Adds the record, if anything was posted, and starts anew.</summary>
    public void Append(Session session, Guid entity, DateTimeOffset now)
    {
        if (Documents == 0)
        {
            return;
        }

        var last = _first + Documents - 1;
        JournalChain.Append(
            session, entity, now, string.Join(", ", _actors), Action,
            string.Create(CultureInfo.InvariantCulture, $"documents {year}/{_first}-{last}"),
            "",
            string.Create(CultureInfo.InvariantCulture, $$"""{"year":{{year}},"first":{{_first}},"last":{{last}},"entries":{{Entries}},"sha256":"{{Convert.ToHexStringLower(_digest.Finish())}}"}"""));
        (_first, Documents, Entries) = (0, 0, 0);
        _actors.Clear();
    }

    /// <summary>What the fingerprint covers of a document: all that it says, its place, and who recorded it when.</summary>
    public static void AddTo(CanonicalHash digest, DocumentRow row)
    {
        digest.Add(row.Sequence);
        digest.Add(row.Header.Id.ToByteArray(bigEndian: true));
        digest.Add(row.RecordedAt.UtcTicks / TimeSpan.TicksPerMicrosecond);
        digest.Add(row.Actor);
        digest.Add(row.ContentHash);
    }

    public void Dispose() => _digest.Dispose();
}
