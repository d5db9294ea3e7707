using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using CsCheck;
using Xunit;

namespace Avance.IntegrationTests.Ledger;

/// <summary>
/// What holds after any sequence of documents, taken or refused: the books are added up a second time, from the verdicts
/// alone, and compared with the ledger at every moment of the past.
/// </summary>
public sealed class LedgerAlgebraTests
{
    private const int LineCount = 3;

    private static readonly DocumentKind[] Kinds = [DocumentKind.Posting, DocumentKind.Posting, DocumentKind.Amendment, DocumentKind.Reversal];

    private static readonly Gen<(int Line, int Month, BudgetStage Stage, long Amount)> AnyEntry = Gen.Select(
        Gen.Int[0, LineCount - 1], Gen.Int[1, 12], Gen.Int[0, 6].Select(i => LedgerNames.Stages[i]), Gen.Frequency((9, Gen.Long[0, 400_00]), (1, Gen.Long[-200_00, -1])));

    private static readonly Gen<Step> AnyStep = Gen.Select(
        Gen.Int[0, 3].Select(i => Kinds[i]),
        AnyEntry.Array[1, 4], Gen.Int[0, 11], Gen.Int[1, 40], Gen.Int[0, 3],
        (kind, entries, month, target, days) => new Step(kind, entries, month + 1, target, days));

    private static int Samples => int.TryParse(Environment.GetEnvironmentVariable("AVANCE_SOAK"), out var soak) ? Math.Min(soak / 100, 2000) : 25;

    [Theory]
    [EachDatabase]
    public void Any_sequence_of_documents_keeps_the_books(TestEngine engine)
    {
        AnyStep.Array[1, 40].Sample(steps => Keeps(engine, steps), iter: engine == TestEngine.Sqlite ? Samples : Samples / 2 + 1, threads: 1);
    }

    private static void Keeps(TestEngine engine, Step[] steps)
    {
        using var books = new Books(engine, LineCount);
        books.Approve(250_00);
        var taken = new List<(LedgerDocument Document, DateTimeOffset At)> { (books.Queries.Document(Books.Office, Books.Year, 1)!.Document, books.Clock.Now) };
        foreach (var step in steps)
        {
            books.Clock.Now = books.Clock.Now.AddDays(step.Days).AddMilliseconds(1);
            if (Make(books, step, taken) is { } document && Execute(books, document).Status == LedgerStatus.Posted)
            {
                taken.Add((document, books.Clock.Now));
            }
        }

        Assert.Equal(taken.Count, books.Queries.Revision(Books.Office, Books.Year));
        Holds(books, taken, default);
        foreach (var (document, at) in taken)
        {
            Holds(books, taken, new(document.EffectiveOn, null));
            Holds(books, taken, new(document.EffectiveOn, at));
        }

        Assert.Null(new JournalQueries(books.Database).Verify(Books.Office));
    }

    /// <summary>A refusal must leave no trace: what was there before is there after.</summary>
    private static LedgerVerdict Execute(Books books, LedgerDocument document)
    {
        var before = Dump(books.Queries.Balances(Books.Office, Books.Year));
        var verdict = books.Execute(document);
        if (verdict.Status == LedgerStatus.Refused)
        {
            Assert.Equal(before, Dump(books.Queries.Balances(Books.Office, Books.Year)));
        }

        return verdict;
    }

    private static LedgerDocument? Make(Books books, Step step, List<(LedgerDocument Document, DateTimeOffset At)> taken)
    {
        var day = new DateOnly(Books.Year, step.Month, 15);
        if (step.Kind == DocumentKind.Reversal)
        {
            var target = taken[step.Target % taken.Count].Document;
            return target.Reverse(Guid.CreateVersion7(books.Clock.Now), $"R-{target.Folio}-{taken.Count}-{step.Month}", day, "", "") with { SourceDocumentId = $"{Guid.CreateVersion7(books.Clock.Now)}" };
        }

        var document = books.Document(step.Kind, [.. step.Entries.Select(e => new BudgetEntry(books.Lines[e.Line], e.Month, e.Stage, new(e.Amount)))]);
        return document with { EffectiveOn = day };
    }

    private static void Holds(Books books, List<(LedgerDocument Document, DateTimeOffset At)> taken, AsOf asOf)
    {
        var expected = new Dictionary<Guid, LineBalance>();
        foreach (var (document, at) in taken)
        {
            if ((asOf.On is null || document.EffectiveOn <= asOf.On) && (asOf.KnownAt is null || at <= asOf.KnownAt))
            {
                foreach (var entry in document.Entries)
                {
                    expected.TryAdd(entry.LineId, new());
                    expected[entry.LineId].Add(entry.Stage, entry.Month, entry.Amount);
                }
            }
        }

        var actual = books.Queries.Balances(Books.Office, Books.Year, asOf);
        Assert.Equal(Dump(expected), Dump(actual));
        if (asOf == AsOf.Now)
        {
            Assert.All(actual.Values, balance =>
            {
                Assert.Null(balance.FirstBreach());
                Assert.Equal(balance.Through(BudgetStage.Approved) + balance.Through(BudgetStage.Increase) - balance.Through(BudgetStage.Decrease), balance.RevisedThrough());
                Assert.All(Enumerable.Range(1, 12), month => Assert.False(balance.Revised(month).IsNegative));
            });
        }
    }

    private static string Dump(IEnumerable<KeyValuePair<Guid, LineBalance>> balances) => string.Join('\n', balances
        .OrderBy(b => b.Key)
        .SelectMany(b => LedgerNames.Stages.Where(b.Value.Has).Select(s => $"{b.Key} {s} {string.Join(' ', Enumerable.Range(1, 12).Select(m => b.Value[s, m].Centavos))}")));

    internal readonly record struct Step(DocumentKind Kind, (int Line, int Month, BudgetStage Stage, long Amount)[] Entries, int Month, int Target, int Days);
}
