using Avance.Access;
using Xunit;

namespace Avance.UnitTests.Access;

/// <summary>Who may do what, by role, unit and office.</summary>
public sealed class AccessTableTests
{
    private const string Own = "IEPC";
    private const string Other = "TEECH";

    public static TheoryData<Act> Acts { get; } = [.. Enum.GetValues<Act>()];

    public static TheoryData<Role> AllRoles { get; } = [.. Roles.All];

    [Theory]
    [MemberData(nameof(Acts))]
    public void Each_act_stands_in_its_own_place_and_has_a_name(Act act)
    {
        var rule = AccessTable.Of(act);
        Assert.Equal(act, rule.Act);
        Assert.NotEmpty(rule.Name.Spanish);
        Assert.NotEqual(rule.Name.Spanish, rule.Name.English);
        Assert.Equal(rule.Admission == Admission.Holders, rule.Roles.Count > 0);
        Assert.Equal(Enum.GetValues<Act>().Length, AccessTable.Rules.Count);
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void What_takes_a_role_is_closed_to_nobody_and_to_who_has_none(Act act)
    {
        var open = AccessTable.Of(act).Admission;
        Assert.Equal(open == Admission.Anyone, Visitor.Nobody.Can(act, Own));
        Assert.Equal(open != Admission.Holders, Someone().Can(act, Own));
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void A_role_counts_in_its_own_office_and_in_no_other(Act act)
    {
        foreach (var role in Roles.All)
        {
            var has = AccessTable.Of(act) is { Admission: not Admission.Holders } || AccessTable.Of(act).Roles.Contains(role);
            var someone = Someone(new Grant(role, Own));
            Assert.Equal(has, someone.Can(act, Own));
            Assert.Equal(has, someone.Can(act, Own, "01"));
            Assert.Equal(has, someone.Can(act, null));
            Assert.Equal(AccessTable.Of(act).Admission != Admission.Holders, someone.Can(act, Other));
        }
    }

    [Fact]
    public void A_role_of_a_unit_counts_for_that_unit_alone()
    {
        var clerk = Someone(new Grant(Role.Capture, Own, "01"));
        Assert.True(clerk.Can(Act.WriteCapture, Own, "01"));
        Assert.False(clerk.Can(Act.WriteCapture, Own, "02"));
        Assert.False(clerk.Can(Act.WriteCapture, Other, "01"));
        Assert.False(clerk.Can(Act.WriteCapture, Own));
        Assert.False(clerk.Can(Act.AuthoriseCapture, Own, "01"));
        Assert.True(clerk.Can(Act.EnterWork, Own));
    }

    [Theory]
    [MemberData(nameof(AllRoles))]
    public void A_role_has_a_code_that_reads_back_a_name_and_a_purpose(Role role)
    {
        Assert.True(Roles.TryRead(role.Code(), out var read));
        Assert.Equal(role, read);
        Assert.EndsWith(".", role.Purpose().Spanish, StringComparison.Ordinal);
        Assert.NotEqual(role.DisplayName().Spanish, role.DisplayName().English);
        Assert.False(Roles.TryRead(role.DisplayName().Spanish, out _));
    }

    [Theory]
    [MemberData(nameof(AllRoles))]
    public void Only_capture_and_authorisation_are_given_for_a_unit(Role role)
    {
        var grant = new Grant(role, Own, "01");
        if (role is Role.Capture or Role.Authorise)
        {
            Assert.Same(grant, grant.Checked());
        }
        else
        {
            Assert.Equal("access.unit", Assert.Throws<RuleViolationException>(grant.Checked).RuleId);
        }
    }

    /// <summary>Captured, reviewed and authorised by three hands: no single role does two of them.</summary>
    [Fact]
    public void No_role_both_captures_and_judges()
    {
        Assert.Equal([Role.Capture], AccessTable.Of(Act.WriteCapture).Roles);
        Assert.Equal([Role.Review], AccessTable.Of(Act.ReviewCapture).Roles);
        Assert.Equal([Role.Authorise], AccessTable.Of(Act.AuthoriseCapture).Roles);
        Assert.DoesNotContain(Role.Capture, AccessTable.Of(Act.ReturnCapture).Roles);
        Assert.All(AccessTable.Rules.Where(r => r.Roles.Contains(Role.Audit)), r => Assert.Contains(r.Act, new[] { Act.EnterWork, Act.SeeCapture, Act.SeeTrace, Act.SeeJournal }));
    }

    private static Visitor Someone(params Grant[] grants) => new(Guid.CreateVersion7(), "ana@example.org", "Ana", grants);
}
