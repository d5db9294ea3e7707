using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using Avance.Planning;
using Xunit;

namespace Avance.IntegrationTests.Ledger;

/// <summary>What was posted is undone by its exact opposite, once, and not before it was in force.</summary>
public sealed class ReversalTests
{
    [Theory]
    [EachDatabase]
    public void Nothing_is_undone_before_it_is_in_force(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        books.Clock.Now = new(2023, 6, 15, 12, 0, 0, TimeSpan.Zero);
        books.Spend(0, 6, 5_00, BudgetStage.Committed);

        var early = books.Post.Reverse(Books.Office, Books.Year, 2, new(2023, 6, 14), "Error", "", "ana");
        Assert.Equal("ledger.reversal", early.RuleId);
        Assert.Contains("2023-06-15", early.Text!.Spanish, StringComparison.Ordinal);
        Assert.Equal(LedgerStatus.Posted, books.Post.Reverse(Books.Office, Books.Year, 2, new(2023, 6, 15), "Error", "", "ana").Status);
        Assert.Contains("ya fue revertido", books.Post.Reverse(Books.Office, Books.Year, 2, new(2023, 6, 16), "Otra vez", "", "luis").Text!.Spanish, StringComparison.Ordinal);
        Assert.Contains("es él mismo una reversión", books.Post.Reverse(Books.Office, Books.Year, 3, new(2023, 6, 16), "Vuelta", "", "ana").Text!.Spanish, StringComparison.Ordinal);
    }

    [Theory]
    [EachDatabase]
    public void What_was_reversed_is_not_taken_for_posted_when_it_is_sent_again(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        var document = books.Document(DocumentKind.Posting, new BudgetEntry(books.Lines[0], 1, BudgetStage.Committed, new(5_00)));
        books.Execute(document);
        Assert.Equal(LedgerStatus.AlreadyPosted, books.Execute(document).Status);
        books.Post.Reverse(Books.Office, Books.Year, 2, document.EffectiveOn, "Error", "", "ana");
        Assert.Equal((LedgerStatus.Refused, "ledger.reversed"), (books.Execute(document).Status, books.Execute(document).RuleId));
    }

    [Theory]
    [EachDatabase]
    public void The_document_of_an_amendment_is_undone_with_it_and_not_alone(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        books.Execute(books.Document(DocumentKind.Amendment, new BudgetEntry(books.Lines[0], 2, BudgetStage.Decrease, new(5_00)), new BudgetEntry(books.Lines[1], 2, BudgetStage.Increase, new(5_00))));

        var verdict = books.Post.Reverse(Books.Office, Books.Year, 2, new(2023, 2, 1), "Error", "", "ana");

        Assert.Equal("ledger.reversal", verdict.RuleId);
        Assert.Contains("avance amend move", verdict.Text!.Spanish, StringComparison.Ordinal);
    }

    [Theory]
    [EachDatabase]
    public void Quantities_that_nobody_can_count_are_refused(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        var verdict = books.Execute(books.Document(DocumentKind.Progress) with { Targets = [new(Guid.CreateVersion7(), 1, TargetStage.Achieved, 1_000_000_000_001m)] });
        Assert.Equal("ledger.quantity", verdict.RuleId);
    }

    [Theory]
    [EachDatabase]
    public void Third_parties_figures_do_not_enter_closed_months_of_a_year_that_is_kept_here(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        books.Become(PlanState.Open, closedThrough: 3);
        var late = books.Document(DocumentKind.Posting, new BudgetEntry(books.Lines[0], 2, BudgetStage.Paid, new(1))) with { ThirdParty = true, EffectiveOn = new(2023, 3, 31) };
        Assert.Equal("AVP-052", books.Execute(late).RuleId);
        Assert.Equal("AVP-052", books.Execute(late with { EffectiveOn = new(2024, 4, 1) }).RuleId);
        Assert.Equal(LedgerStatus.Posted, books.Execute(late with { EffectiveOn = new(2023, 4, 1) }).Status);
    }

    [Theory]
    [EachDatabase]
    public void The_journal_counts_documents_and_tells_one_slipped_in_from_outside(TestEngine engine)
    {
        using var books = new Books(engine);
        books.Approve(100_00);
        books.Spend(0, 1, 1, BudgetStage.Committed);
        Assert.Null(new JournalQueries(books.Database).Verify(Books.Office));
        var (id, text) = engine == TestEngine.Sqlite ? ("zeroblob(16)", "'-' ||") : ("gen_random_uuid()", "'-' ||");
        var copy = $"INSERT INTO document SELECT entity_id, {id}, fiscal_year, 0, kind, folio, source, {text} source_document_id, effective_on, recorded_at, actor, description, authority, reverses, third_party, content_hash FROM document WHERE sequence = 2";
        Assert.ThrowsAny<Exception>(() => books.Place.Sql(copy));
        books.Place.Sql(copy.Replace("fiscal_year, 0,", "fiscal_year, 3,", StringComparison.Ordinal));
        Assert.Contains("sin registro en la bitácora", new JournalQueries(books.Database).Verify(Books.Office)!.Explanation.Spanish, StringComparison.Ordinal);
    }
}
