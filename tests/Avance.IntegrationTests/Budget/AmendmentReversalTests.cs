using Avance.App.Budget;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.Budget;
using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using Xunit;
using static Avance.IntegrationTests.Budget.AmendmentOffice;

namespace Avance.IntegrationTests.Budget;

/// <summary>What undoing an amendment may change, and what its own document says.</summary>
public sealed class AmendmentReversalTests
{
    private const string Statement = "Los talleres se imparten igual con otro proveedor.";

    [Theory, EachDatabase]
    public void Does_not_undo_what_leaves_a_target_below_zero(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var targets = Draft with { Lines = [], Targets = [new("06", "A008", 1, 10, 3)] };
        var first = office.Bring(targets);
        office.Bring(targets with { Targets = [new("06", "A008", 1, 10, -4), new("06", "A008", 1, 11, 4)] });

        var outcome = office.Move(first, AmendmentState.Cancelled, "se revocó");
        Assert.Equal("AVP-008 meta 1 False", $"{outcome.Problems.Single().RuleId} {outcome.Problems.Single().Where.Spanish} {outcome.IsDone}");
        Assert.Equal(1m, office.Queries.Preview(Code, targets).Targets[0].Before(10));
        Assert.Null(office.Queries.Find(Code, Year, first)!.Reversal);
    }

    [Theory, EachDatabase]
    public void Does_not_change_months_that_were_closed_since(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var years = new PlanYears(office.Database, TimeProvider.System);
        var money = office.Bring(Draft with { Lines = [new(Origin, 3, Pesos(-100)), new(Origin, 10, Pesos(100))], Targets = [], TargetsUnchanged = Statement });
        var targets = office.Bring(Draft with { Lines = [], Targets = [new("06", "A008", 1, 3, 1)] });
        var later = office.Bring(Draft);
        years.CloseThrough(Code, Year, 3, "ana");

        var outcome = office.Move(money, AmendmentState.Cancelled, "se revocó");
        Assert.Equal(["AVP-052 renglón 1"], outcome.Problems.Select(p => $"{p.RuleId} {p.Where.Spanish}"));
        Assert.Contains("Haga una adecuación nueva en meses abiertos", outcome.Problems[0].Text.Spanish, StringComparison.Ordinal);
        Assert.Equal(["AVP-052 documento"], office.Move(targets, AmendmentState.Cancelled, "se revocó").Problems.Select(p => $"{p.RuleId} {p.Where.Spanish}"));
        Assert.Equal(Pesos(1_100), office.Balance(Origin).Revised(3));
        Assert.True(office.Move(later, AmendmentState.Cancelled, "se revocó").IsDone);
    }

    [Theory, EachDatabase]
    public void Counts_from_the_day_of_the_people_and_keeps_each_authority_on_its_own_document(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var folio = office.Bring(Draft);

        // In Chiapas it is still the last evening of October.
        var evening = new Amendments(office.Database, new LocalClock(new(2023, 11, 1, 3, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(-6)));
        Assert.True(evening.Move(Code, Year, folio, new() { To = AmendmentState.Cancelled, Remark = "se revocó", Agreement = "JGE-A/009", OfficeNumber = "SH/9" }, "berta").IsDone);

        var file = office.Queries.Find(Code, Year, folio)!;
        var ledger = new LedgerQueries(office.Database);
        var (applied, reversal) = (ledger.Document(Code, Year, file.Document!.Value)!.Document, ledger.Document(Code, Year, file.Reversal!.Value)!.Document);
        Assert.Equal((new DateOnly(2023, 10, 31), "JGE-A/009"), (reversal.EffectiveOn, reversal.Authority));
        Assert.Equal((Draft.Agreement, Draft.Agreement, ""), (applied.Authority, file.Amendment.Agreement, file.Amendment.OfficeNumber));
    }

    [Theory, EachDatabase]
    public void A_step_takes_only_the_numbers_that_it_needs(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var folio = office.Bring(Draft, AmendmentState.Requested);
        Assert.True(office.Amendments.Move(Code, Year, folio, new() { To = AmendmentState.InReview, Agreement = "OTRO", OfficeNumber = "OTRO" }, "berta").IsDone);
        Assert.True(office.Amendments.Move(Code, Year, folio, new() { To = AmendmentState.Authorised, Agreement = "JGE-A/006", OfficeNumber = "OTRO" }, "berta").IsDone);
        var amendment = office.Queries.Find(Code, Year, folio)!.Amendment;
        Assert.Equal(("JGE-A/006", ""), (amendment.Agreement, amendment.OfficeNumber));
    }

    [Theory, EachDatabase]
    public void A_closing_amendment_closes_its_projects_and_undoing_it_opens_them(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var closing = Draft with { Type = AmendmentType.Closing, Lines = [new(Other, 11, Pesos(-500))], Targets = [new("07", "A008", 1, 12, -1)] };
        var first = office.Bring(closing);
        Assert.Equal(["07/A008"], Closed(office));

        // Nothing new is committed in it and no money comes in; it still gives.
        var committed = office.Offer(DocumentKind.Posting, "P-9", [new(office.Line(Other)!.Value, 10, BudgetStage.Committed, Pesos(1))], new(2023, 10, 5));
        Assert.Equal(("ledger.closed-project", 0), (committed.RuleId, committed.Entry));
        office.Post(DocumentKind.Posting, "SIAHE-9", [new(office.Line(Other)!.Value, 10, BudgetStage.Committed, Pesos(1))], new(2023, 10, 5), isThirdParty: true);
        var into = Draft with { Lines = [new(Origin, 10, Pesos(-10)), new(Other, 10, Pesos(10))], Targets = [], TargetsUnchanged = Statement };
        Assert.Equal(["amendment.closed"], office.Queries.Preview(Code, into).Problems.Select(p => p.RuleId));
        var second = office.Bring(closing with { Lines = [new(Other, 12, Pesos(-500))], Targets = [], TargetsUnchanged = Statement });

        Assert.True(office.Move(first, AmendmentState.Cancelled, "se revocó").IsDone);
        Assert.Equal(["07/A008"], Closed(office));
        Assert.True(office.Move(second, AmendmentState.Cancelled, "se revocó").IsDone);
        Assert.Empty(Closed(office));
        office.Post(DocumentKind.Posting, "P-10", [new(office.Line(Other)!.Value, 10, BudgetStage.Committed, Pesos(1))], new(2023, 10, 5));
    }

    [Theory, EachDatabase]
    public void Files_leave_an_amendment_while_it_is_written_and_the_journal_tells_which(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var reference = office.Amendments.Create(Code, Draft, "ana").Amendment.Reference;
        office.Amendments.Attach(Code, Year, reference, "nomina.pdf", "%PDF-1"u8.ToArray(), "ana");
        office.Amendments.Attach(Code, Year, reference, "acuerdo.pdf", "%PDF-2"u8.ToArray(), "ana");
        Assert.Equal("nomina.pdf", office.Amendments.Detach(Code, Year, reference, 1, "ana").Name);
        Assert.Equal(["2 acuerdo.pdf"], office.Queries.Find(Code, Year, reference)!.Attachments.Select(a => $"{a.Number} {a.Name}"));
        Assert.Equal("attachment.missing", Assert.Throws<RuleViolationException>(() => office.Amendments.Detach(Code, Year, reference, 1, "ana")).RuleId);
        Assert.Contains(new App.Journal.JournalQueries(office.Database).Records(Code), r => r.Action == "amendment.detached" && r.OldValue.Contains("nomina.pdf", StringComparison.Ordinal));

        Assert.True(office.Move(reference, AmendmentState.Requested).IsDone);
        Assert.Equal("amendment.state", Assert.Throws<RuleViolationException>(() => office.Amendments.Detach(Code, Year, reference, 2, "ana")).RuleId);
    }

    private static IEnumerable<string> Closed(AmendmentOffice office) => new PlanQueries(office.Database).Find(Code, Year)!.Projects.Where(p => p.Closed).Select(p => p.Address);

    /// <summary>A clock on a wall somewhere.</summary>
    private sealed class LocalClock(DateTimeOffset now, TimeSpan offset) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("here", offset, "here", "here");

        public override DateTimeOffset GetUtcNow() => now;
    }
}
