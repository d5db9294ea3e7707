using Avance.App.Budget;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Budget;
using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using Xunit;
using static Avance.IntegrationTests.Budget.AmendmentOffice;

namespace Avance.IntegrationTests.Budget;

public sealed class AmendmentEntryTests
{
    private static readonly AmendmentSource Siahe = new("siahe", IsThirdParty: false);

    [Theory, EachDatabase]
    public void Brings_in_amendments_in_one_transaction_each_seeing_those_before(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);

        // The second spends what the first brought; the third takes more than is left.
        var entered = Enter(
            office,
            Draft with { Folio = "ap-2023-0007" },
            Draft with { Folio = "X-8", Lines = [new(New, 10, Pesos(-1_000)), new(Other, 10, Pesos(1_000))], Targets = [], TargetsUnchanged = "Las auditorías se hicieron sin costo." },
            Draft with { Folio = "X-9", Lines = [new(New, 10, Pesos(-1)), new(Other, 10, Pesos(1))], Targets = [], TargetsUnchanged = "Las auditorías se hicieron sin costo." });

        Assert.Equal([LedgerStatus.Posted, LedgerStatus.Posted, LedgerStatus.Refused], entered.Select(e => e.Status));
        Assert.Equal("AVP-051 renglón 1", $"{entered[2].Problems[0].RuleId} {entered[2].Problems[0].Where.Spanish}");
        Assert.Equal((Pesos(0), Pesos(2_200)), (office.Balance(New).Revised(10), office.Balance(Other).Revised(10)));
        Assert.Equal(["X-8", "AP-2023-0007"], office.Queries.List(Code, Year).Select(a => a.Amendment.Folio));
        Assert.Equal(4, office.Queries.Find(Code, Year, "X-8")!.Steps.Count);

        // Our own series goes on after the highest of its folios.
        Assert.Equal("AP-2023-0008", office.Bring(Draft with { Lines = [new(Origin, 11, Pesos(-5)), new(New, 11, Pesos(5))] }, AmendmentState.Requested));
    }

    [Theory, EachDatabase]
    public void Brings_in_the_same_amendment_once(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var draft = Draft with { Folio = "X-1" };
        Assert.Equal([LedgerStatus.Posted, LedgerStatus.AlreadyPosted], Enter(office, draft, draft).Select(e => e.Status));
        Assert.Equal(LedgerStatus.AlreadyPosted, Enter(office, draft)[0].Status);
        var other = Enter(office, draft with { Lines = [new(Origin, 11, Pesos(-5)), new(New, 11, Pesos(5))] })[0];
        Assert.Equal(LedgerStatus.Refused, other.Status);
        Assert.Equal(Pesos(1_000), office.Balance(New).Revised(10));
        Assert.Single(office.Queries.List(Code, Year));
    }

    [Theory, EachDatabase]
    public void Warns_of_what_third_parties_should_not_have_done_and_refuses_what_cannot_be_posted(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var source = new AmendmentSource("hacienda", IsThirdParty: true);
        var entered = Enter(
            office, source,
            Draft with { Folio = "H-1", Agreement = "", LegalBasis = "", Lines = [new(Origin, 10, Pesos(-1_500)), new(New, 10, Pesos(1_000))] },
            Draft with { Folio = "H-2", Lines = [new("06-R101-E009-33401-1-16", 10, Pesos(1))] });

        Assert.Equal([LedgerStatus.Posted, LedgerStatus.Refused], entered.Select(e => e.Status));
        Assert.Equal(["AVP-050", "AVP-051", "amendment.agreement", "amendment.legal-basis"], entered[0].Problems.Select(p => p.RuleId).Order(StringComparer.Ordinal));
        Assert.All(entered[0].Problems, p => Assert.False(p.Blocks));
        Assert.Contains(entered[1].Problems, p => p is { RuleId: "amendment.line", Blocks: true });
        Assert.Equal(Pesos(-300), office.Balance(Origin).Revised(10));
    }

    [Theory, EachDatabase]
    public void Leaves_nothing_of_what_the_ledger_alone_refuses_and_goes_on(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var origin = office.Line(Origin)!.Value;
        office.Post(DocumentKind.Posting, "SIAHE-1", [new(origin, 1, BudgetStage.Committed, Pesos(90_000))], isThirdParty: true);

        // No line of the first takes what is not there; but the one that it increases is beyond its budget, and stays there.
        var entered = Enter(
            office, AmendmentSource.Own,
            Draft with { Folio = "X-1", Lines = [new(Other, 10, Pesos(-1_000)), new(Origin, 10, Pesos(400)), new(New, 10, Pesos(600))] },
            Draft with { Folio = "X-2", Lines = [new(Other, 10, Pesos(-1_000)), new(New, 11, Pesos(1_000))] });

        Assert.Equal([LedgerStatus.Refused, LedgerStatus.Posted], entered.Select(e => e.Status));
        Assert.Equal("AVP-051 renglón 2", $"{entered[0].Problems[0].RuleId} {entered[0].Problems[0].Where.Spanish}");
        Assert.Equal((Pesos(0), Pesos(1_000), Pesos(200)), (office.Balance(New).Revised(10), office.Balance(New).Revised(11), office.Balance(Other).Revised(10)));
        Assert.Equal(["X-2"], office.Queries.List(Code, Year).Select(a => a.Amendment.Folio));
    }

    [Theory, EachDatabase]
    public void Refuses_what_third_parties_send_into_a_closed_year(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var years = new PlanYears(office.Database, TimeProvider.System);
        years.CloseThrough(Code, Year, 12, "ana");
        years.Close(Code, Year, "ana");

        var entered = Assert.Single(Enter(office, new AmendmentSource("hacienda", IsThirdParty: true), Draft with { Folio = "H-1" }));
        Assert.Equal((LedgerStatus.Refused, "plan.state"), (entered.Status, entered.Problems[0].RuleId));
        Assert.Empty(office.Queries.List(Code, Year));
        Assert.Null(office.Line(New));
    }

    [Theory, EachDatabase]
    public void Two_folios_never_share_a_number_of_the_series(TestEngine engine)
    {
        using var office = new AmendmentOffice(engine);
        var other = Draft with { Lines = [new(Origin, 11, Pesos(-5)), new(New, 11, Pesos(5))] };
        Assert.Equal("AP-2023-0001", office.Bring(Draft));
        Assert.Equal(LedgerStatus.Posted, Enter(office, other with { Folio = "AP-2023-1" })[0].Status);
        Assert.Equal(LedgerStatus.Posted, Enter(office, other with { Folio = "AP-2023-2147483647" })[0].Status);
        Assert.Equal("AP-2023-0002", office.Bring(other, AmendmentState.Requested));
    }

    private static AmendmentEntered[] Enter(AmendmentOffice office, params Amendment[] drafts) => Enter(office, Siahe, drafts);

    private static AmendmentEntered[] Enter(AmendmentOffice office, AmendmentSource source, params Amendment[] drafts) => office.Database.Write(session =>
    {
        session.LockEntity(Code);
        var entity = Entities.Find(session, Code)!.Value;
        var now = TimeProvider.System.GetUtcNow();
        using var writer = new LedgerWriter(session, entity, Year, "ana", now);
        var entered = drafts.Select(draft => AmendmentEntry.Enter(session, writer, entity, draft, source, "ana", now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)))).ToArray();
        writer.Finish();
        return entered;
    });
}
