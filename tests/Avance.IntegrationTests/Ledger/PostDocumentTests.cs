using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using Avance.Planning;
using Xunit;

namespace Avance.IntegrationTests.Ledger;

/// <summary>What the ledger lets in, what it refuses, and that neither leaves anything by halves.</summary>
public sealed class PostDocumentTests
{
    [Theory]
    [EachDatabase]
    public void A_posting_moves_its_lines_and_is_on_record(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);

        var verdict = books.Spend(0, 1, 60_00, BudgetStage.Committed, BudgetStage.Accrued);

        Assert.Equal((LedgerStatus.Posted, 2L), (verdict.Status, verdict.Sequence));
        Assert.Equal(new Money(60_00), books.Balance(0)[BudgetStage.Accrued, 1]);
        Assert.Null(books.Balance(0).Known(BudgetStage.Paid));
        Assert.Null(books.Balance(1).Known(BudgetStage.Accrued));
        var posted = books.Queries.Document(Books.Office, Books.Year, 2)!;
        Assert.Equal(("ana", 2), (posted.Actor, posted.Document.Entries.Count));
        Assert.Null(new JournalQueries(books.Database).Verify(Books.Office));
    }

    [Theory]
    [EachDatabase]
    public void A_reversal_in_a_list_does_not_make_it_forget_what_is_on_record(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        var (first, second) = (books.Document(DocumentKind.Posting, new BudgetEntry(books.Lines[0], 1, BudgetStage.Committed, new(1))), books.Document(DocumentKind.Posting, new BudgetEntry(books.Lines[0], 1, BudgetStage.Committed, new(2))));
        books.Execute(first);
        books.Execute(second);
        var fresh = books.Document(DocumentKind.Posting, new BudgetEntry(books.Lines[0], 1, BudgetStage.Committed, new(3)));
        var reversal = first.Reverse(Guid.CreateVersion7(), "REV-1", first.EffectiveOn, "", "");

        var verdicts = books.Database.Write(session =>
        {
            session.LockEntity(Books.Office);
            using var writer = new LedgerWriter(session, books.Entity, Books.Year, "ana", books.Clock.Now);
            var verdicts = writer.Accept([fresh, reversal, second, fresh]);
            writer.Finish();
            return verdicts;
        });

        Assert.Equal([LedgerStatus.Posted, LedgerStatus.Posted, LedgerStatus.AlreadyPosted, LedgerStatus.AlreadyPosted], verdicts.Select(v => v.Status));
        Assert.Equal(new Money(5), books.Balance(0)[BudgetStage.Committed, 1]);
    }

    [Theory]
    [EachDatabase]
    public void Spending_more_than_there_is_is_refused_whole(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);

        var verdict = books.Execute(books.Document(
            DocumentKind.Posting,
            new BudgetEntry(books.Lines[1], 1, BudgetStage.Committed, new(50_00)),
            new BudgetEntry(books.Lines[0], 1, BudgetStage.Committed, new(100_01))));

        Assert.Equal((LedgerStatus.Refused, "AVP-051", 1), (verdict.Status, verdict.RuleId, verdict.Entry));
        Assert.Contains("faltan 0.01", verdict.Text!.Spanish, StringComparison.Ordinal);
        Assert.False(books.Balance(1).Has(BudgetStage.Committed));
        Assert.Equal(1, books.Queries.Revision(Books.Office, Books.Year));
    }

    [Theory]
    [EachDatabase]
    public void What_a_month_did_not_spend_the_next_may(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);

        Assert.Equal(LedgerStatus.Posted, books.Spend(0, 3, 300_00, BudgetStage.Committed).Status);
        Assert.Equal("AVP-051", books.Spend(0, 1, 1, BudgetStage.Committed).RuleId);
        Assert.Equal(LedgerStatus.Posted, books.Spend(0, 4, 100_00, BudgetStage.Committed).Status);
        Assert.Equal(Money.Zero, books.Balance(0).Available(4));
    }

    [Theory]
    [EachDatabase]
    public void Stages_keep_their_order(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);

        Assert.Equal("AVP-006", books.Spend(0, 1, 1, BudgetStage.Accrued).RuleId);
        books.Spend(0, 1, 50_00, BudgetStage.Committed);
        books.Spend(0, 1, 50_00, BudgetStage.Accrued);
        Assert.Equal("AVP-006", books.Spend(0, 1, 1, BudgetStage.Paid).RuleId);
        Assert.Equal("AVP-006", books.Spend(0, 1, 50_01, BudgetStage.PaymentOrdered).RuleId);
        Assert.Equal("AVP-008", books.Spend(0, 2, -1, BudgetStage.Committed).RuleId);
    }

    [Theory]
    [EachDatabase]
    public void The_same_document_twice_is_posted_once(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        var document = books.Document(DocumentKind.Posting, new BudgetEntry(books.Lines[0], 1, BudgetStage.Committed, new(10_00)));
        books.Execute(document);

        var again = books.Execute(document with { Id = Guid.CreateVersion7(books.Clock.GetUtcNow()) });
        var other = books.Execute(document with { Entries = [new(books.Lines[0], 1, BudgetStage.Committed, new(20_00))] });

        Assert.Equal((LedgerStatus.AlreadyPosted, 2L), (again.Status, again.Sequence));
        Assert.Equal("ledger.different", other.RuleId);
        Assert.Equal(new Money(10_00), books.Balance(0).Through(BudgetStage.Committed));
    }

    [Theory]
    [EachDatabase]
    public void A_reversal_undoes_its_document_once(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        books.Spend(0, 1, 10_00, BudgetStage.Committed, BudgetStage.Accrued);

        var first = books.Post.Reverse(Books.Office, Books.Year, 2, new(2023, 2, 1), "Duplicada", "", "luis");
        var second = books.Post.Reverse(Books.Office, Books.Year, 2, new(2023, 2, 1), "Otra vez", "", "luis");
        var approved = books.Post.Reverse(Books.Office, Books.Year, 1, new(2023, 2, 1), "El decreto", "", "luis");

        Assert.Equal(LedgerStatus.Posted, first.Status);
        Assert.NotEqual(LedgerStatus.Posted, second.Status);
        Assert.Equal("AVP-044", approved.RuleId);
        Assert.Equal(Money.Zero, books.Balance(0).Through(BudgetStage.Accrued));
        Assert.Equal(first.Sequence, books.Queries.Document(Books.Office, Books.Year, 2)!.ReversedBy);
        Assert.Equal(new Money(10_00), books.Balance(0, new(new(2023, 1, 31), null)).Through(BudgetStage.Accrued));
    }

    [Theory]
    [EachDatabase]
    public void Closed_months_other_years_and_other_states_are_refused(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        var document = books.Document(DocumentKind.Posting, new BudgetEntry(books.Lines[0], 3, BudgetStage.Committed, new(10_00)));

        books.Become(PlanState.Open, closedThrough: 2);
        Assert.Equal("AVP-052", books.Execute(document with { EffectiveOn = new(2023, 2, 28) }).RuleId);
        Assert.Equal("AVP-052", books.Execute(document with { EffectiveOn = new(2024, 3, 1) }).RuleId);
        Assert.Equal("AVP-044", books.Execute(books.Document(DocumentKind.Budget, new BudgetEntry(books.Lines[0], 3, BudgetStage.Approved, new(1)))).RuleId);
        Assert.Equal("ledger.entry", books.Execute(document with { EffectiveOn = new(2023, 3, 1), Entries = [new(books.Lines[0], 3, BudgetStage.Increase, new(1))] }).RuleId);
        Assert.Equal("ledger.line", books.Execute(document with { EffectiveOn = new(2023, 3, 1), Entries = [new(books.Entity, 3, BudgetStage.Committed, new(1))] }).RuleId);
        Assert.Equal("ledger.empty", books.Execute(document with { EffectiveOn = new(2023, 3, 1), Entries = [] }).RuleId);
        Assert.Equal("ledger.amount", books.Execute(document with { EffectiveOn = new(2023, 3, 1), Entries = [new(books.Lines[0], 3, BudgetStage.Committed, new(long.MaxValue))] }).RuleId);
        Assert.Equal(LedgerStatus.Posted, books.Execute(document with { EffectiveOn = new(2023, 3, 1) }).Status);
        books.Become(PlanState.Closed, closedThrough: 12);
        Assert.Equal("plan.state", books.Execute(books.Document(DocumentKind.Posting, new BudgetEntry(books.Lines[0], 3, BudgetStage.Committed, new(10_00))) with { EffectiveOn = new(2023, 3, 1) }).RuleId);
    }

    [Theory]
    [EachDatabase]
    public void What_was_believed_then_can_be_read_now(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        var late = books.Document(DocumentKind.Posting, new BudgetEntry(books.Lines[0], 1, BudgetStage.Committed, new(7_00)));
        books.Spend(0, 1, 10_00, BudgetStage.Committed);
        books.Clock.Now = new(2023, 10, 20, 0, 0, 0, TimeSpan.Zero);
        books.Execute(late);

        Assert.Equal(new Money(10_00), books.Balance(0, new(new(2023, 9, 30), new(2023, 10, 5, 0, 0, 0, TimeSpan.Zero))).Through(BudgetStage.Committed));
        Assert.Equal(new Money(17_00), books.Balance(0, new(new(2023, 9, 30), null)).Through(BudgetStage.Committed));
    }

    [Theory]
    [EachDatabase]
    public void Third_parties_figures_are_taken_with_warnings(TestEngine engine)
    {
        using var books = new Books(engine);
        var verdict = books.Execute(books.Document(DocumentKind.Posting, new BudgetEntry(books.Lines[0], 1, BudgetStage.Approved, new(100)), new BudgetEntry(books.Lines[0], 1, BudgetStage.Paid, new(500))) with { ThirdParty = true });

        Assert.Equal(LedgerStatus.Posted, verdict.Status);
        Assert.Equal("AVP-006", Assert.Single(verdict.Warnings).RuleId);
    }

    [Theory]
    [EachDatabase]
    public void Sums_that_disagree_are_named_and_nothing_is_printed_until_they_are_rebuilt(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        books.Place.Sql("UPDATE line_balance SET amount = amount + 1 WHERE month = 7 AND stage = 1");

        var refusal = Assert.Throws<RuleViolationException>(() => books.Balance(0));
        Assert.Equal("ledger.summary", refusal.RuleId);
        Assert.Contains("julio", refusal.Text.Spanish, StringComparison.Ordinal);
        Assert.Equal(3, new RebuildBalances(books.Database, books.Clock).Execute(Books.Office, Books.Year, "ana"));
        Assert.Equal(new Money(100_00), books.Balance(0)[BudgetStage.Approved, 7]);
        Assert.Equal(0, new RebuildBalances(books.Database, books.Clock).Execute(Books.Office, Books.Year, "ana"));
        Assert.Null(new JournalQueries(books.Database).Verify(Books.Office));
    }

    [Theory]
    [EachDatabase]
    public void The_journal_tells_who_touched_an_entry(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        Assert.ThrowsAny<Exception>(() => books.Place.Sql("UPDATE ledger_entry SET amount = 1"));
        Assert.ThrowsAny<Exception>(() => books.Place.Sql("DELETE FROM document"));
        books.Place.Sql(engine == TestEngine.Sqlite ? "DROP TRIGGER ledger_entry_no_update" : "DROP TRIGGER ledger_entry_only_grows ON ledger_entry");
        books.Place.Sql("UPDATE ledger_entry SET amount = amount + 1 WHERE number = 5");

        Assert.Contains("2023/1-1", new JournalQueries(books.Database).Verify(Books.Office)!.Explanation.Spanish, StringComparison.Ordinal);
    }
}
