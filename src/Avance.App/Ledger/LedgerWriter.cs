using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>
/// The only way into the ledger. Works inside the caller's transaction, which holds the entity's lock: each document is
/// checked against what its lines hold and against its year, and either posted whole or refused whole.
/// </summary>
internal sealed class LedgerWriter : IDisposable
{
    /// <summary>Entries kept in memory before they are written.</summary>
    private const int MostBuffered = 20_000;

    private readonly Session _session;
    private readonly Guid _entity;
    private readonly LedgerYear _year;
    private readonly DateTimeOffset _now;
    private readonly LineBook _book;
    private readonly ClosedProjects _closed;
    private readonly LedgerJournal _journal;
    private readonly CanonicalHash _hash = new();
    private readonly KnownDocuments _known;
    private readonly long _began;
    private List<AcceptedDocument> _pending = [];
    private Task _writing = Task.CompletedTask;
    private int _buffered;
    private bool _isBehind;
    private long _sequence;

    /// <param name="session">A session in a transaction that holds the entity's lock.</param>
    /// <param name="entityId">The office.</param>
    /// <param name="year">Its fiscal year.</param>
    /// <param name="actor">Who posts.</param>
    /// <param name="now">When; cut to the microsecond, which is what both engines keep.</param>
    /// <exception cref="RuleViolationException"><c>plan.year</c>: the office has no such year.</exception>
    public LedgerWriter(Session session, Guid entityId, int year, string actor, DateTimeOffset now)
    {
        _session = session;
        _entity = entityId;
        _now = StoredMoment.Of(now);
        _year = LedgerYear.Load(session, entityId, year);
        _book = new(session, entityId, year);
        _closed = new(session, entityId, year);
        _journal = new(year);
        _known = new(session, entityId, year);
        Actor = actor;
        Identities = new(_now);
        _began = _sequence = session.Query("SELECT COALESCE(max(sequence), 0) FROM document WHERE entity_id = $1 AND fiscal_year = $2", static row => row.Long(0), entityId, year)[0];
    }

    /// <summary>Who made it, and posts what is accepted.</summary>
    public string Actor { get; }

    /// <summary>Identities for new documents, in order.</summary>
    public IdentitySequence Identities { get; }

    /// <summary>Whether what is offered comes from one file, in which each document stands once.</summary>
    public bool EachOnce { get; init; }

    /// <summary>Whether what is offered comes from signed sheets of a quarter that is captured here.</summary>
    public bool TakesCapture { get; init; }

    /// <summary>What a line holds after all that was accepted; null when the year has no such line.</summary>
    public LineBalance? Balance(Guid lineId) => _book.Find(lineId)?.Balance;

    /// <summary>Whether a document of the same number is on record.</summary>
    public bool IsOnRecord(LedgerDocument document)
    {
        Written();
        _known.Learn([document]);
        return _known.Find(document) is not null;
    }

    /// <summary>
    /// Announces that nobody else uses the session until <see cref="Finish"/>: documents are then written while the next are
    /// judged.
    /// </summary>
    public void WriteBehind()
    {
        _book.LoadAll();
        _isBehind = true;
    }

    /// <summary>Offers documents, in this order. Whatever is refused leaves nothing behind.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="actors">Who posts each; whoever made this writer when nobody is told.</param>
    /// <returns>A verdict for each.</returns>
    public IReadOnlyList<LedgerVerdict> Accept(IReadOnlyList<LedgerDocument> documents, IReadOnlyList<string>? actors = null)
    {
        Written();
        _known.Learn(documents);
        if (_isBehind && _buffered >= MostBuffered)
        {
            Write();
        }

        var verdicts = new LedgerVerdict[documents.Count];
        for (var i = 0; i < verdicts.Length; i++)
        {
            verdicts[i] = Accept(documents[i], actors?[i] ?? Actor);
        }

        if (!_isBehind && _buffered >= MostBuffered)
        {
            Flush();
        }

        return verdicts;
    }

    /// <summary>Writes what is still in memory, the sums, and the journal's record of it all.</summary>
    public void Finish()
    {
        Flush();
        _book.Store();
        _journal.Append(_session, _entity, _now);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Whatever it was that made the caller give up, the session is to be its own again.
        Task.WaitAny(_writing);
        _journal.Dispose();
        _hash.Dispose();
    }

    private LedgerVerdict Accept(LedgerDocument document, string actor)
    {
        var hash = DocumentHash.Of(_hash, document);
        if (_known.Find(document) is { } before)
        {
            return EachOnce && before.Sequence > _began ? LedgerRefusals.Apart(document)
                : before.ReversedBy is { } by ? LedgerRefusals.WasReversed(document, before.Sequence, by)
                : before.ContentHash.AsSpan().SequenceEqual(hash) ? LedgerVerdict.Already(before.Sequence)
                : LedgerRefusals.DifferentContent(document, before.Sequence);
        }

        if (Refusal(document) is { } refusal)
        {
            return refusal;
        }

        var (breach, warnings) = Move(document);
        if (breach is not null)
        {
            return breach;
        }

        var row = new DocumentRow(document, ++_sequence, _now, actor, hash);
        var lines = new int[document.Entries.Count];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = _book.Find(document.Entries[i].LineId)!.Number;
        }

        _pending.Add(new(row, lines));
        _known.Add(row);
        _journal.Add(row);
        _buffered += document.Entries.Count + document.Targets.Count + 1;
        return LedgerVerdict.Posted(row.Sequence, warnings);
    }

    private LedgerVerdict? Refusal(LedgerDocument document)
    {
        var original = document.Kind;
        if (document.Kind == DocumentKind.Reversal)
        {
            var reversed = Reversed(document);
            if (LedgerRefusals.Reversal(document, reversed, reversed is not null && IsReversed(reversed.Id)) is { } refusal)
            {
                return refusal;
            }

            original = reversed!.Kind;
        }

        return _year.Refusal(document, original, TakesCapture) ?? LedgerShape.Refusal(document) ?? UnknownLine(document) ?? _closed.Refusal(document);
    }

    private LedgerDocument? Reversed(LedgerDocument reversal)
    {
        Flush();
        var found = LedgerRows.Where(_session, "WHERE entity_id = $1 AND document_id = $2 AND fiscal_year = $3", _entity, reversal.Reverses, _year.Year);
        return found.Count == 0 ? null : LedgerRows.Fill(_session, _entity, _year.Year, found[0]).Header;
    }

    private bool IsReversed(Guid document) => _session.Query("SELECT 1 FROM document WHERE entity_id = $1 AND reverses = $2", static row => row.Long(0), _entity, document).Count > 0;

    private LedgerVerdict? UnknownLine(LedgerDocument document)
    {
        for (var i = 0; i < document.Entries.Count; i++)
        {
            if (_book.Find(document.Entries[i].LineId) is null)
            {
                return LedgerVerdict.Refused("ledger.line", new(
                    $"El documento {document.Folio} mueve una línea que no existe en el ejercicio {_year.Year}.",
                    $"Document {document.Folio} moves a line that does not exist in the fiscal year {_year.Year}."), i);
            }
        }

        return null;
    }

    /// <summary>Moves the lines; when one of them then does not hold, and the figures are one's own, moves them back.</summary>
    private (LedgerVerdict? Refusal, IReadOnlyList<LedgerWarning> Warnings) Move(LedgerDocument document)
    {
        var moved = 0;
        try
        {
            foreach (var entry in document.Entries)
            {
                _book.Find(entry.LineId)!.Move(entry);
                moved++;
            }

            var (refusal, warnings) = Judge(document);
            return (refusal is null ? null : Undo(document, moved, refusal), warnings);
        }
        catch (OverflowException)
        {
            return (Undo(document, moved, LedgerRefusals.TooLarge(document, Math.Min(moved, document.Entries.Count - 1))), []);
        }
    }

    /// <summary>What does not hold in the lines that a document moved.</summary>
    private (LedgerVerdict? Refusal, IReadOnlyList<LedgerWarning> Warnings) Judge(LedgerDocument document)
    {
        List<LedgerWarning>? warnings = null;
        for (var i = 0; i < document.Entries.Count; i++)
        {
            var entry = document.Entries[i];
            var line = _book.Find(entry.LineId)!;
            if ((i > 0 && document.Entries[i - 1].LineId == entry.LineId) || line.Balance.FirstBreach(toldOnly: document.ThirdParty) is not { } breach)
            {
                continue;
            }

            var (rule, text) = LedgerRefusals.Breach(line.Key, breach, document);
            if (!document.ThirdParty)
            {
                return (LedgerVerdict.Refused(rule, text, i), []);
            }

            (warnings ??= []).Add(new(rule, entry.LineId, text));
        }

        return (null, warnings is null ? [] : warnings);
    }

    private LedgerVerdict Undo(LedgerDocument document, int moved, LedgerVerdict refusal)
    {
        for (var i = moved - 1; i >= 0; i--)
        {
            var entry = document.Entries[i];
            _book.Find(entry.LineId)!.Move(entry with { Amount = -entry.Amount });
        }

        return refusal;
    }

    /// <summary>Writes all that is in memory.</summary>
    private void Flush()
    {
        Written();
        Write();
        Written();
    }

    /// <summary>
    /// Begins to write what is in memory, on another thread: the next documents are judged meanwhile. Until <see cref="Written"/>
    /// the session is that thread's, and all that judging takes is in memory.
    /// </summary>
    private void Write()
    {
        if (_pending.Count > 0)
        {
            var documents = _pending;
            (_pending, _buffered) = ([], 0);
            _writing = Task.Run(() => LedgerRows.Insert(_session, _entity, _year.Year, documents));
            _known.Writing();
        }
    }

    private void Written()
    {
        if (!ReferenceEquals(_writing, Task.CompletedTask))
        {
            _writing.GetAwaiter().GetResult();
            _writing = Task.CompletedTask;
        }
    }
}
