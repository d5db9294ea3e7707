using Avance.Access;
using Avance.App.Access;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Access;

/// <summary>What lets people in or stands in their way, and who may change it, on both engines.</summary>
public sealed class WaysInTests
{
    private const string Office = NewOffice.Code;
    private const string Other = "TEECH";
    private static readonly Administrator Server = new("servidor", null);

    /// <summary>Whoever issued it had no say in the other office, which trusts the account of whom it knows.</summary>
    [Theory, EachDatabase]
    public void A_role_in_another_office_voids_an_invitation_to_choose_another_password(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        people.SetUp();
        var here = new Administrator("ana@example.org", [Office]);
        var luis = people.Invitations.Accept(people.People.Invite("luis@example.org", "Luis", [new(Role.Plan, Office)], here)!, "Luis", "hash").Id;
        var again = people.People.InviteAgain(luis, here);
        people.People.Give(luis, new(Role.Review, Office), here);
        Assert.Equal(luis, people.Invitations.Find(again).Id);
        people.People.Give(luis, new(Role.Plan, Other), Server);
        Assert.Equal("invitation.missing", Refused(() => people.Invitations.Accept(again, "Luis", "otro")));
        Assert.Equal("hash", people.Accounts.Find(luis)!.PasswordHash);
        Assert.Null(people.Person("luis@example.org").InvitedUntil);
    }

    [Theory, EachDatabase]
    public void Codes_of_a_lost_telephone_are_turned_off_and_every_office_is_told(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        people.SetUp();
        var word = people.People.Invite("luis@example.org", "Luis", [new(Role.Plan, Office), new(Role.Plan, Other)], Server)!;
        var luis = people.Invitations.Accept(word, "Luis", "hash");
        (luis.AsksCodes, luis.AuthenticatorKey) = (true, "JBSWY3DPEHPK3PXP");
        people.Accounts.Save(luis, luis.Email);
        people.Accounts.ReplaceRecoveryCodes(luis.Id, ["AAAA"]);
        var key = people.Sessions.Open(luis, "code");
        Assert.Equal("access.elsewhere", Refused(() => people.People.TurnCodesOff(luis.Id, new("ana@example.org", [Office]))));
        Assert.True(people.Sessions.VisitorOf(key).IsSignedIn);

        people.People.TurnCodesOff(luis.Id, Server);
        Assert.True(people.Accounts.Find(luis.Id) is { AsksCodes: false, AuthenticatorKey: null });
        Assert.Equal(0, people.Accounts.CountRecoveryCodes(luis.Id));
        Assert.False(people.Sessions.VisitorOf(key).IsSignedIn);
        foreach (var office in new[] { Office, Other })
        {
            var told = people.Journal.Records(office).Last(r => r.Action == "access.codes");
            Assert.Equal(("servidor", """{"asked":"yes"}""", """{"asked":"no"}"""), (told.Actor, told.OldValue, told.NewValue));
        }
    }

    /// <summary>Only who is in has a session open: who typed a password and still owes a code is not.</summary>
    [Theory, EachDatabase]
    public void Who_still_owes_a_code_was_not_seen(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        var ana = people.SetUp();
        people.Sessions.Open(ana, "password", isOpen: false);
        Assert.Null(people.Person(ana.Email).SeenAt);
        people.Sessions.Open(ana, "code");
        Assert.Equal(people.Clock.GetUtcNow(), people.Person(ana.Email).SeenAt);
        people.Clock.Advance(Sessions.Idle);
        Assert.Null(people.Person(ana.Email).SeenAt);
    }

    /// <summary>All of them change the account's row and tell its office, each in an order of their own if they were let.</summary>
    [Theory, EachDatabase]
    public async Task Who_fails_and_who_helps_them_do_not_wait_for_each_other(TestEngine engine)
    {
        using var people = new NewOffice(engine);
        var ana = people.SetUp();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() =>
        {
            for (var i = 0; i < 10; i++)
            {
                switch (n)
                {
                    case 0:
                        people.People.Unlock(ana.Id, Server);
                        break;
                    case 1:
                        people.Sessions.EndAll(ana.Id, "servidor");
                        break;
                    case 2:
                        people.Sessions.Open(ana, "password");
                        break;
                    default:
                        people.Accounts.Fail(ana.Id);
                        break;
                }
            }
        })));
        Assert.Null(people.Journal.Verify(Office));
    }

    private static string Refused(Action action) => Assert.Throws<RuleViolationException>(action).RuleId;
}
