using Avance.Access;
using Avance.App.Access;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Access;

/// <summary>Accounts, roles, invitations and sessions, on both engines.</summary>
public sealed class PeopleTests
{
    private const string Office = NewOffice.Code;
    private const string Other = "TEECH";
    private static readonly Administrator Server = new("servidor", null);

    [Theory, EachDatabase]
    public void The_first_account_administers_its_office_and_there_is_no_second_first(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        Assert.True(people.Accounts.AreNone());
        var ana = people.SetUp();
        Assert.False(people.Accounts.AreNone());
        Assert.Equal([new Grant(Role.Administer, Office)], people.Accounts.Grants(ana.Id));
        Assert.Equal("access.set-up", Refused(() => people.Accounts.SetUp(Office, "otra@example.org", "Otra", "x")));
        Assert.Equal("ana@example.org", people.Accounts.Find(" ANA@example.org ")!.Email);
    }

    [Theory, EachDatabase]
    public void An_invitation_is_taken_once_and_in_time(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        people.SetUp();
        var word = people.People.Invite("Luis@Example.org", "Luis", [new(Role.Capture, Office, "01")], Server)!;
        Assert.Equal("luis@example.org", people.Invitations.Find(word).Email);
        Assert.NotNull(people.Person("luis@example.org").InvitedUntil);

        people.Invitations.Accept(word, "Luis Pérez", "hash");
        Assert.Equal("Luis Pérez", people.Person("luis@example.org").Account.Name);
        Assert.Equal("invitation.missing", Refused(() => people.Invitations.Accept(word, "Luis", "otro")));
        Assert.Equal("hash", people.Accounts.Find("luis@example.org")!.PasswordHash);

        var late = people.People.Invite("eva@example.org", "Eva", [new(Role.Review, Office)], Server)!;
        people.Clock.Advance(People.InvitationLasts);
        Assert.Equal("invitation.missing", Refused(() => people.Invitations.Find(late)));
        var again = people.People.InviteAgain(people.Person("eva@example.org").Account.Id, Server);
        var newer = people.People.InviteAgain(people.Person("eva@example.org").Account.Id, Server);
        Assert.Equal("invitation.missing", Refused(() => people.Invitations.Accept(again, "Eva", "x")));
        people.Invitations.Accept(newer, "Eva", "x");
    }

    [Theory, EachDatabase]
    public void An_office_always_keeps_someone_who_administers_it(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        var ana = people.SetUp();
        Assert.Equal("access.last-administrator", Refused(() => people.People.SetGrants(Office, ana.Id, people.Grants(ana.Id, Office), [], Server)));
        Assert.Equal("access.last-administrator", Refused(() => people.People.SetDisabled(ana.Id, true, Server)));

        // Who has not come in yet cannot take over.
        var word = people.People.Invite("luis@example.org", "Luis", [new(Role.Administer, Office)], Server)!;
        Assert.Equal("access.last-administrator", Refused(() => people.People.SetGrants(Office, ana.Id, people.Grants(ana.Id, Office), [], Server)));
        Assert.Equal([new Grant(Role.Administer, Office)], people.Accounts.Grants(ana.Id));
        Assert.False(people.Accounts.Find(ana.Id)!.IsDisabled);

        people.Invitations.Accept(word, "Luis", "hash");
        people.People.SetGrants(Office, ana.Id, people.Grants(ana.Id, Office), [new(Role.Plan, Office)], Server);
        Assert.Equal([new Grant(Role.Plan, Office)], people.Accounts.Grants(ana.Id));
    }

    [Theory, EachDatabase]
    public void An_administrator_changes_their_own_office_and_no_account_that_others_share(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        people.SetUp();
        var here = new Administrator("ana@example.org", [Office]);
        Assert.Equal("access.denied", Refused(() => people.People.Invite("luis@example.org", "Luis", [new(Role.Plan, Other)], here)));
        Assert.Equal("access.unit", Refused(() => people.People.Invite("luis@example.org", "Luis", [new(Role.Plan, Office, "01")], here)));
        Assert.Null(people.Accounts.Find("luis@example.org"));

        people.People.Invite("luis@example.org", "Luis", [new(Role.Plan, Other)], Server);
        // Its invitation would open what another office trusts it with.
        Assert.Null(people.People.Invite("luis@example.org", "Luis", [new(Role.Plan, Office)], here));
        var luis = people.Person("luis@example.org");
        Assert.True(luis.IsElsewhere);
        Assert.Equal("access.elsewhere", Refused(() => people.People.InviteAgain(luis.Account.Id, here)));
        Assert.Equal("access.elsewhere", Refused(() => people.People.SetDisabled(luis.Account.Id, true, here)));
        Assert.Equal("access.elsewhere", Refused(() => people.People.Unlock(luis.Account.Id, here)));
        Assert.Equal("access.denied", Refused(() => people.People.SetGrants(Other, luis.Account.Id, [], [], here)));
        people.People.SetGrants(Office, luis.Account.Id, people.Grants(luis.Account.Id, Office), [], here);
        Assert.Equal([new Grant(Role.Plan, Other)], people.Accounts.Grants(luis.Account.Id));
    }

    [Theory, EachDatabase]
    public void A_session_ends_when_it_is_not_used_when_it_is_old_and_when_it_is_ended(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        var ana = people.SetUp();
        var key = people.Sessions.Open(ana, "password", device: "Firefox", address: "127.0.0.1");
        Assert.Equal(ana.Email, people.Sessions.VisitorOf(key).Email);
        Assert.True(people.Sessions.VisitorOf(key).Can(Act.ManagePeople, Office));
        Assert.False(people.Sessions.VisitorOf(key + "x").IsSignedIn);
        Assert.False(people.Sessions.VisitorOf(null).IsSignedIn);
        Assert.DoesNotContain(key, string.Join('|', people.Test.Rows("SELECT device || way || address FROM account_session")), StringComparison.Ordinal);

        for (var day = 0; day < 15; day++)
        {
            people.Clock.Advance(TimeSpan.FromHours(11));
            Assert.True(people.Sessions.VisitorOf(key).IsSignedIn);
        }

        people.Clock.Advance(Sessions.Longest - (TimeSpan.FromHours(11) * 15));
        Assert.False(people.Sessions.VisitorOf(key).IsSignedIn);

        var idle = people.Sessions.Open(ana, "password");
        people.Clock.Advance(Sessions.Idle);
        Assert.False(people.Sessions.VisitorOf(idle).IsSignedIn);

        var first = people.Sessions.Open(ana, "password");
        var second = people.Sessions.Open(ana, "password");
        Assert.Equal(2, people.Sessions.Of(ana.Id).Count);
        Assert.True(people.Sessions.End(ana.Id, Sessions.IdOf(first), ana.Email));
        Assert.False(people.Sessions.End(Guid.CreateVersion7(), Sessions.IdOf(second), ana.Email));
        Assert.False(people.Sessions.VisitorOf(first).IsSignedIn);
        Assert.True(people.Sessions.VisitorOf(second).IsSignedIn);
        people.Accounts.SetPassword(ana.Id, "new", kept: second);
        Assert.True(people.Sessions.VisitorOf(second).IsSignedIn);
        Assert.Equal(1, people.Sessions.EndAll(ana.Id, "servidor"));
        Assert.False(people.Sessions.VisitorOf(second).IsSignedIn);
    }

    [Theory, EachDatabase]
    public void A_session_that_awaits_its_second_proof_opens_nothing_and_not_for_long(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        var ana = people.SetUp();
        var key = people.Sessions.Open(ana, "password", isOpen: false);
        Assert.False(people.Sessions.VisitorOf(key).IsSignedIn);
        Assert.False(people.Sessions.Find(key)!.IsOpen);
        var opened = people.Sessions.Open(ana, "code", replaced: key);
        Assert.NotEqual(key, opened);
        Assert.Null(people.Sessions.Find(key));
        var late = people.Sessions.Open(ana, "password", isOpen: false);
        people.Clock.Advance(Sessions.Awaiting);
        Assert.Null(people.Sessions.Find(late));
    }

    [Theory, EachDatabase]
    public void Who_is_kept_out_is_out_at_once_and_roles_count_from_the_next_request(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        people.SetUp();
        var word = people.People.Invite("luis@example.org", "Luis", [new(Role.Plan, Office)], Server)!;
        var luis = people.Invitations.Accept(word, "Luis", "hash");
        var key = people.Sessions.Open(luis, "invitation");
        Assert.True(people.Sessions.VisitorOf(key).Can(Act.EditPlan, Office));
        people.People.SetGrants(Office, luis.Id, people.Grants(luis.Id, Office), [new(Role.Capture, Office, "01")], Server);
        Assert.False(people.Sessions.VisitorOf(key).Can(Act.EditPlan, Office));
        Assert.True(people.Sessions.VisitorOf(key).Can(Act.WriteCapture, Office, "01"));
        people.People.SetDisabled(luis.Id, true, Server);
        Assert.False(people.Sessions.VisitorOf(key).IsSignedIn);
        Assert.False(people.Sessions.VisitorOf(people.Sessions.Open(luis, "password")).IsSignedIn);
        Assert.Equal("access.disabled", Refused(() => people.People.Invite("luis@example.org", "Luis", [new(Role.Plan, Office)], Server)));
        people.People.SetDisabled(luis.Id, false, Server);
        Assert.False(people.Sessions.VisitorOf(key).IsSignedIn);
    }

    [Theory, EachDatabase]
    public void A_change_to_an_account_that_has_changed_is_refused(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        var id = people.SetUp().Id;
        var (mine, theirs) = (people.Accounts.Find(id)!, people.Accounts.Find(id)!);
        mine.Failures = 1;
        theirs.Name = "Otra";
        people.Accounts.Save(theirs, "otra");
        Assert.Equal("access.conflict", Refused(() => people.Accounts.Save(mine, "mine")));
    }

    [Theory, EachDatabase]
    public void A_recovery_code_is_used_once(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        var ana = people.SetUp();
        people.Accounts.ReplaceRecoveryCodes(ana.Id, ["AAAA", "BBBB"]);
        Assert.True(people.Accounts.RedeemRecoveryCode(ana.Id, "AAAA"));
        Assert.False(people.Accounts.RedeemRecoveryCode(ana.Id, "AAAA"));
        Assert.False(people.Accounts.RedeemRecoveryCode(Guid.CreateVersion7(), "BBBB"));
        Assert.Equal(1, people.Accounts.CountRecoveryCodes(ana.Id));
        people.Accounts.ReplaceRecoveryCodes(ana.Id, ["CCCC"]);
        Assert.False(people.Accounts.RedeemRecoveryCode(ana.Id, "BBBB"));
    }

    [Theory, EachDatabase]
    public void A_recovery_code_is_read_as_people_type_it_and_not_lost_while_nobody_may_try(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        var ana = people.SetUp();
        people.Accounts.ReplaceRecoveryCodes(ana.Id, ["K7QM-2XRD-94HT", "AAAA-BBBB-CCCC"]);
        Assert.True(people.Accounts.RedeemRecoveryCode(ana.Id, " k7qm 2xrd94ht "));
        for (var i = 0; i < Account.MaxFailures; i++)
        {
            people.Accounts.Fail(ana.Id);
        }

        Assert.False(people.Accounts.RedeemRecoveryCode(ana.Id, "AAAA-BBBB-CCCC"));
        people.Clock.Advance(Account.LockLasts);
        people.Accounts.Fail(ana.Id);
        Assert.True(people.Accounts.RedeemRecoveryCode(ana.Id, "AAAA-BBBB-CCCC"));
        Assert.Equal(0, people.Accounts.Find(ana.Id)!.Failures);
    }

    [Theory, EachDatabase]
    public void What_another_administrator_gave_or_took_meanwhile_is_not_undone_unseen(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        people.SetUp();
        people.People.Invite("luis@example.org", "Luis", [new(Role.Plan, Office), new(Role.Plan, Other)], Server);
        var luis = people.Person("luis@example.org").Account.Id;
        var seen = people.Grants(luis, Office);
        people.People.SetGrants(Office, luis, seen, [new(Role.Capture, Office, "01")], Server);
        Assert.Equal("access.conflict", Refused(() => people.People.SetGrants(Office, luis, seen, [new(Role.Plan, Office), new(Role.Audit, Office)], Server)));
        Assert.Equal([new Grant(Role.Capture, Office, "01")], people.Grants(luis, Office));
    }

    [Theory, EachDatabase]
    public void Everything_is_journalled_and_no_secret_is(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        var ana = people.SetUp();
        var word = people.People.Invite("luis@example.org", "Luis", [new(Role.Plan, Office), new(Role.Capture, Office, "01"), new(Role.Plan, Other)], Server)!;
        people.Invitations.Accept(word, "Luis Pérez", "secret-hash");
        var luis = people.Accounts.Find("luis@example.org")!;
        var key = people.Sessions.Open(luis, "password");
        luis.Failures = 4;
        people.Accounts.Save(luis, luis.Email);
        luis.Failures = 0;
        luis.LockedUntil = people.Clock.GetUtcNow().AddMinutes(15);
        people.Accounts.Save(luis, luis.Email);
        people.People.Unlock(luis.Id, Server);
        people.Accounts.ReplaceRecoveryCodes(luis.Id, ["CODE-1"]);
        people.People.SetGrants(Office, luis.Id, people.Grants(luis.Id, Office), [], Server);
        people.Sessions.EndAll(luis.Id, "servidor");

        var records = people.Journal.Records(Office);
        Assert.Equal(
            ["access.granted", "access.granted", "access.granted", "access.invited", "access.name", "access.password", "access.signed-in", "access.failed", "access.failed", "access.locked", "access.unlocked", "access.recovery-codes", "access.revoked", "access.revoked"],
            records.Select(r => r.Action));
        Assert.Equal(("ana@example.org", "account ana@example.org", """{"role":"administer"}"""), (records[0].Actor, records[0].Subject, records[0].NewValue));
        Assert.Equal("""{"role":"capture","unit":"01"}""", records[2].NewValue);
        Assert.Equal(["access.granted", "access.invited", "access.name", "access.password", "access.signed-in", "access.failed", "access.failed", "access.locked", "access.unlocked", "access.recovery-codes", "access.ended"], people.Journal.Records(Other).Select(r => r.Action));
        Assert.Null(people.Journal.Verify(Office));
        var all = string.Join('\n', records.Concat(people.Journal.Records(Other)).Select(r => r.OldValue + r.NewValue + r.Subject));
        Assert.All(new[] { word, key, "secret-hash", "CODE-1", "hash" }, secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
        Assert.NotEqual(ana.Id, luis.Id);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>@example.org")]
    [InlineData("ana@exa mple.org")]
    [InlineData("ana")]
    [InlineData("")]
    public void An_address_that_is_none_is_refused(string email)
    {
        using var people = new NewOffice(TestEngine.Sqlite);
        Assert.Equal("access.email", Refused(() => people.Accounts.Add(email, "Ana", "x", "servidor")));
        Assert.Equal("access.name", Refused(() => people.Accounts.Add("ana@example.org", " ", "x", "servidor")));
        people.Accounts.Add("ana@example.org", "Ana", "x", "servidor");
        Assert.Equal("access.exists", Refused(() => people.Accounts.Add("ANA@example.org", "Ana", "x", "servidor")));
    }

    private static string Refused(Action action) => Assert.Throws<RuleViolationException>(action).RuleId;
}
