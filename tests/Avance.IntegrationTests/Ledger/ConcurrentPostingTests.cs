using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using CsCheck;
using Xunit;

namespace Avance.IntegrationTests.Ledger;

/// <summary>
/// Sixty-four people at once on the same ten lines: spending, moving money between lines, sending the same thing twice.
/// </summary>
public sealed class ConcurrentPostingTests
{
    private const int Workers = 64;
    private const int LineCount = 10;

    private static TimeSpan Duration => TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("AVANCE_SOAK") is { Length: > 0 } ? 60 : 2);

    [Theory]
    [EachDatabase]
    public void Nothing_is_overdrawn_lost_or_posted_twice(TestEngine engine)
    {
        using var books = new Books(engine, LineCount);
        books.Approve(300_00);
        var acknowledged = new ConcurrentDictionary<string, LedgerDocument>();
        var refused = new StrongBox<int>();
        var end = TimeProvider.System.GetUtcNow() + Duration;

        var workers = Enumerable.Range(0, Workers).Select(w => new Thread(() => Work(books, w, end, acknowledged, refused))).ToList();
        workers.ForEach(static w => w.Start());
        workers.ForEach(static w => w.Join());

        Assert.True(acknowledged.Count > Workers, $"Only {acknowledged.Count} documents were posted.");
        Assert.True(refused.Value > 0, "Nothing was refused: the lines were never short of money.");
        Assert.Equal(acknowledged.Count + 1, books.Queries.Revision(Books.Office, Books.Year));
        var balances = books.Queries.Balances(Books.Office, Books.Year);
        Assert.All(balances.Values, balance => Assert.Null(balance.FirstBreach()));
        foreach (var line in books.Lines)
        {
            foreach (var stage in new[] { BudgetStage.Increase, BudgetStage.Decrease, BudgetStage.Committed })
            {
                var expected = acknowledged.Values.SelectMany(d => d.Entries).Where(e => e.LineId == line && e.Stage == stage).Sum(e => e.Amount.Centavos);
                Assert.Equal(expected, balances[line].Through(stage).Centavos);
            }
        }

        Assert.Null(new JournalQueries(books.Database).Verify(Books.Office));
    }

    private static void Work(Books books, int worker, DateTimeOffset end, ConcurrentDictionary<string, LedgerDocument> acknowledged, StrongBox<int> refused)
    {
        var random = new PCG((uint)worker);
        while (TimeProvider.System.GetUtcNow() < end)
        {
            var (from, to, month) = (books.Lines[(int)random.Next(LineCount)], books.Lines[(int)random.Next(LineCount)], (int)(1 + random.Next(13 - 1)));
            var amount = new Money(1 + random.Next(40_00));
            var document = random.Next(3) == 0
                ? books.Document(DocumentKind.Amendment, new BudgetEntry(from, month, BudgetStage.Decrease, amount), new BudgetEntry(to, month, BudgetStage.Increase, amount))
                : books.Document(DocumentKind.Posting, new BudgetEntry(from, month, BudgetStage.Committed, random.Next(3) == 0 ? -amount : amount));
            var verdict = books.Execute(document);
            if (verdict.Status == LedgerStatus.Posted)
            {
                Assert.True(acknowledged.TryAdd(document.Folio, document));
                if (random.Next(10) == 0)
                {
                    Assert.Equal(LedgerStatus.AlreadyPosted, books.Execute(document).Status);
                }
            }
            else
            {
                Interlocked.Increment(ref refused.Value);
            }
        }
    }
}
