using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using Xunit;

namespace Avance.IntegrationTests.Ledger;

/// <summary>Reading takes several statements, and others post meanwhile.</summary>
public sealed class ReadingWhilePostingTests
{
    [Theory]
    [EachDatabase]
    public void A_reading_sees_one_moment_and_never_entries_without_their_sums(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_000_00);
        using var stop = new CancellationTokenSource();
        var posted = 0;
        var posting = new Thread(() =>
        {
            for (; !stop.IsCancellationRequested; posted++)
            {
                books.Spend(posted % 3, 1 + posted % 12, 1, BudgetStage.Committed);
            }
        });
        posting.Start();
        try
        {
            for (var i = 0; i < 100 || posted < 50; i++)
            {
                // Throws «ledger.summary» when the entries of a posting are seen without its sums.
                Assert.Equal(3, books.Queries.Balances(Books.Office, Books.Year).Count);
            }
        }
        finally
        {
            stop.Cancel();
            posting.Join();
        }
    }

    [Theory]
    [EachDatabase]
    public void Guards_that_stood_aside_for_much_writing_are_back_afterwards(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        books.Database.Write(session =>
        {
            session.WriteMuch();
            return true;
        });
        const string Same = "SELECT entity_id, fiscal_year, sequence, number, line_number, month, stage, amount + 1 FROM ledger_entry";
        Assert.ThrowsAny<Exception>(() => books.Place.Sql(engine == TestEngine.Sqlite ? $"INSERT OR REPLACE INTO ledger_entry {Same}" : $"INSERT INTO ledger_entry {Same}"));
        Assert.Equal(new Money(100_00), books.Balance(0)[BudgetStage.Approved, 1]);
    }
}
