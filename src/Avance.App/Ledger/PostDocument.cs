using Avance.App.Storage;
using Avance.Ledger;

namespace Avance.App.Ledger;

/// <summary>
/// Posts documents, one at a time as their writers see it. Those that arrive while another is being committed wait and are
/// then committed together: a disk that can promise five hundred commits a second holds thousands of documents.
/// </summary>
/// <param name="database">Where to.</param>
/// <param name="clock">Tells when.</param>
public sealed class PostDocument(Database database, TimeProvider clock)
{
    /// <summary>The most documents in one commit: a group of a few milliseconds.</summary>
    private const int LargestGroup = 256;

    private readonly object _gate = new();
    private readonly Queue<Waiting> _waiting = [];
    private bool _busy;

    /// <summary>
    /// Posts a document: when this returns without a refusal, it is on the disk. May be called by many threads at once.
    /// </summary>
    /// <exception cref="RuleViolationException">
    /// <c>plan.year</c>: the office has no such year. <c>report.entity</c>: there is no such office. Or the database cannot be
    /// written, as <see cref="Database.Open"/> tells.
    /// </exception>
    public LedgerVerdict Execute(string entityCode, int year, LedgerDocument document, string actor)
    {
        ArgumentNullException.ThrowIfNull(entityCode);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentException.ThrowIfNullOrWhiteSpace(actor);
        var mine = new Waiting(entityCode, year, document, actor);
        lock (_gate)
        {
            _waiting.Enqueue(mine);
        }

        while (true)
        {
            List<Waiting> group;
            lock (_gate)
            {
                while (_busy && !mine.IsDone)
                {
                    Monitor.Wait(_gate);
                }

                if (mine.IsDone)
                {
                    return mine.Result();
                }

                // Nobody is committing: this writer does, for itself and for all who wait.
                _busy = true;
                group = TakeGroup();
            }

            Commit(group);
            lock (_gate)
            {
                group.ForEach(static done => done.IsDone = true);
                _busy = false;
                Monitor.PulseAll(_gate);
            }
        }
    }

    /// <summary>Undoes a document by its exact opposite, dated on another day.</summary>
    /// <exception cref="RuleViolationException"><c>ledger.document</c>: there is no such document; or as in <see cref="Execute"/>.</exception>
    public LedgerVerdict Reverse(string entityCode, int year, long sequence, DateOnly effectiveOn, string reason, string authority, string actor)
    {
        var document = new LedgerQueries(database).Document(entityCode, year, sequence)
            ?? throw new RuleViolationException("ledger.document", new(
                $"{entityCode} no tiene un documento {sequence} en {year}.",
                $"{entityCode} has no document {sequence} in {year}."));
        if (document.Document.Kind is DocumentKind.Amendment or DocumentKind.Plan)
        {
            return LedgerRefusals.NotByItself(document.Document);
        }

        if (document.ReversedBy is { } before)
        {
            return LedgerRefusals.Reversed(document.Document, before);
        }

        var reversal = document.Document.Reverse(Guid.CreateVersion7(clock.GetUtcNow()), $"REV-{year}-{sequence:0000}", effectiveOn, reason, authority);
        return Execute(entityCode, year, reversal, actor);
    }

    private List<Waiting> TakeGroup()
    {
        var group = new List<Waiting>();
        while (group.Count < LargestGroup && _waiting.TryPeek(out var next) && (group.Count == 0 || group[0].GoesWith(next)))
        {
            group.Add(_waiting.Dequeue());
        }

        return group;
    }

    private void Commit(List<Waiting> group)
    {
        try
        {
            var verdicts = database.Write(session => Write(session, group));
            for (var i = 0; i < verdicts.Count; i++)
            {
                group[i].Verdict = verdicts[i];
            }
        }
        catch (Exception failure) when (Tell(group, failure))
        {
        }
    }

    private IReadOnlyList<LedgerVerdict> Write(Session session, List<Waiting> group)
    {
        var (code, year) = (group[0].EntityCode, group[0].Year);
        session.LockEntity(code);
        var entity = Entities.Required(session, code);
        using var writer = new LedgerWriter(session, entity, year, group[0].Actor, clock.GetUtcNow());
        var verdicts = writer.Accept(group.ConvertAll(static w => w.Document), group.ConvertAll(static w => w.Actor));
        writer.Finish();
        return verdicts;
    }

    /// <summary>A failure of the commit is the answer to all that were in it.</summary>
    private static bool Tell(List<Waiting> group, Exception failure)
    {
        foreach (var waiting in group)
        {
            waiting.Failure = failure;
        }

        return true;
    }

    /// <summary>A document on its way, and its writer asleep.</summary>
    private sealed class Waiting(string entityCode, int year, LedgerDocument document, string actor)
    {
        public string EntityCode => entityCode;

        public int Year => year;

        public LedgerDocument Document => document;

        public string Actor => actor;

        public LedgerVerdict? Verdict { get; set; }

        public Exception? Failure { get; set; }

        public bool IsDone { get; set; }

        public bool GoesWith(Waiting other) => entityCode == other.EntityCode && year == other.Year;

        public LedgerVerdict Result() => Failure switch
        {
            null => Verdict!,
            RuleViolationException refusal => throw new RuleViolationException(refusal.RuleId, refusal.Text),
            var failure => throw new InvalidOperationException("The ledger could not commit the document.", failure),
        };
    }
}
