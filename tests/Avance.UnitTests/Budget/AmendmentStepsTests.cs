using Avance.Budget;
using Xunit;
using static Avance.UnitTests.Budget.AmendmentBuilder;

namespace Avance.UnitTests.Budget;

public sealed class AmendmentStepsTests
{
    [Theory]
    [InlineData(AmendmentScope.Internal)]
    [InlineData(AmendmentScope.External)]
    public void The_usual_way_leads_from_draft_to_applied(AmendmentScope scope)
    {
        var state = AmendmentState.Draft;
        foreach (var next in AmendmentSteps.Usual(scope))
        {
            Assert.NotNull(AmendmentSteps.Find(state, next, scope));
            state = next;
        }

        Assert.Equal(AmendmentState.Applied, state);
    }

    [Theory]
    [InlineData(AmendmentScope.Internal)]
    [InlineData(AmendmentScope.External)]
    public void Every_state_ends_somewhere_and_the_last_ones_for_good(AmendmentScope scope)
    {
        AmendmentState[] last = [AmendmentState.Rejected, AmendmentState.Cancelled];
        AmendmentState[] elsewhere = scope == AmendmentScope.Internal ? [AmendmentState.Sent, AmendmentState.Approved] : [];
        foreach (var state in Enum.GetValues<AmendmentState>().Except(elsewhere))
        {
            Assert.Equal(last.Contains(state), !AmendmentSteps.From(state, scope).Any());
        }

        Assert.All(AmendmentSteps.All, step => Assert.NotEqual(step.From, step.To));
        Assert.Equal(AmendmentSteps.All.Count, AmendmentSteps.All.Select(s => (s.From, s.To, s.Scope)).Distinct().Count());
    }

    [Fact]
    public void Nothing_is_applied_without_rules_and_agreement_nor_external_without_the_treasury()
    {
        var applying = AmendmentSteps.All.Where(s => s.To == AmendmentState.Applied).ToList();
        Assert.All(applying, s => Assert.True(s.Needs.HasFlag(AmendmentNeeds.Rules | AmendmentNeeds.Agreement)));
        Assert.Null(AmendmentSteps.Find(AmendmentState.Authorised, AmendmentState.Applied, AmendmentScope.External));
        Assert.Null(AmendmentSteps.Find(AmendmentState.Authorised, AmendmentState.Sent, AmendmentScope.Internal));
    }

    [Fact]
    public void Says_what_a_step_needs()
    {
        var external = Holds with { Scope = AmendmentScope.External, State = AmendmentState.Approved, Agreement = "" };
        var apply = AmendmentSteps.Find(AmendmentState.Approved, AmendmentState.Applied, AmendmentScope.External)!;
        Assert.Equal(["AVP-053", "AVP-053"], AmendmentSteps.Missing(external, apply, "").Select(p => p.RuleId));
        Assert.Empty(AmendmentSteps.Missing(external with { Agreement = "A-1", OfficeNumber = "SH/1" }, apply, ""));

        var authorise = AmendmentSteps.Find(AmendmentState.InReview, AmendmentState.Authorised, AmendmentScope.Internal)!;
        Assert.Equal(["amendment.agreement"], AmendmentSteps.Missing(Holds with { Agreement = "" }, authorise, "").Select(p => p.RuleId));

        var reject = AmendmentSteps.Find(AmendmentState.InReview, AmendmentState.Rejected, AmendmentScope.Internal)!;
        Assert.Equal(["amendment.remark"], AmendmentSteps.Missing(Holds, reject, " ").Select(p => p.RuleId));
    }

    [Fact]
    public void Reads_every_type_scope_and_state_as_it_writes_them()
    {
        foreach (var type in Enum.GetValues<AmendmentType>())
        {
            Assert.All([type.Word(), type.Code(), type.DisplayName().Spanish, type.DisplayName().English], text =>
                Assert.Equal((true, type), (AmendmentWords.TryRead(text, out AmendmentType read), read)));
        }

        foreach (var state in Enum.GetValues<AmendmentState>())
        {
            Assert.All([state.Word(), state.Code(), state.DisplayName().Spanish.ToUpperInvariant()], text =>
                Assert.Equal((true, state), (AmendmentWords.TryRead(text, out AmendmentState read), read)));
        }

        Assert.True(AmendmentWords.TryRead("Externa", out AmendmentScope scope) && scope == AmendmentScope.External);
        Assert.False(AmendmentWords.TryRead("otra", out AmendmentType _));
    }

    [Theory]
    [InlineData("9", 9)]
    [InlineData("09", 9)]
    [InlineData("sep", 9)]
    [InlineData("Septiembre", 9)]
    [InlineData("ene", 1)]
    [InlineData("12", 12)]
    [InlineData("0", 0)]
    [InlineData("13", 0)]
    [InlineData("ju", 0)]
    [InlineData("mes", 0)]
    [InlineData("", 0)]
    public void Reads_months(string text, int month) => Assert.Equal(month > 0, AmendmentMonths.TryRead(text, out var read) && read == month);
}
