using Avance.App.Access;
using Avance.App.Storage;
using Xunit;

namespace Avance.IntegrationTests.Cli;

/// <summary>What whoever holds the database does for people by command.</summary>
public sealed class UserCommandTests
{
    [Fact]
    public void Who_lost_their_telephone_is_asked_for_no_codes_any_more()
    {
        using var line = new CommandLine();
        Assert.Equal(0, line.Run("user", "invite", "luis@example.org", "--name", "Luis", "--role", "plan", "--entity-code", "IEPC", "--db", line["avance.db"]).Code);
        using (var database = Database.OpenExisting(line["avance.db"]))
        {
            var accounts = new Accounts(database, TimeProvider.System);
            var luis = accounts.Find("luis@example.org")!;
            (luis.PasswordHash, luis.AsksCodes, luis.AuthenticatorKey) = ("hash", true, "JBSWY3DPEHPK3PXP");
            accounts.Save(luis, luis.Email);
            new Sessions(database, TimeProvider.System).Open(luis, "code");
        }

        var answer = line.Run("user", "codes-off", "Luis@example.org", "--db", line["avance.db"]);
        Assert.Equal((0, "luis@example.org: activa\n", ""), (answer.Code, answer.Output, answer.Error));
        using (var database = Database.OpenExisting(line["avance.db"]))
        {
            var luis = new Accounts(database, TimeProvider.System).Find("luis@example.org")!;
            Assert.False(luis.AsksCodes);
            Assert.Empty(new Sessions(database, TimeProvider.System).Of(luis.Id));
        }

        answer = line.Run("user", "codes-off", "nadie@example.org", "--db", line["avance.db"], "--lang", "en");
        Assert.Equal(1, answer.Code);
        Assert.Contains("There is no account “nadie@example.org”.", answer.Error, StringComparison.Ordinal);
    }

    /// <summary>A role is always some office's, also where there is only one.</summary>
    [Theory]
    [InlineData("invite")]
    [InlineData("grant")]
    [InlineData("revoke")]
    public void The_office_of_a_role_is_not_said_to_be_left_out(string verb)
    {
        using var line = new CommandLine();
        var help = line.Run("user", verb, "--help").Output;
        Assert.Contains("en que vale el permiso", help, StringComparison.Ordinal);
        Assert.DoesNotContain("se omite si la base", help, StringComparison.Ordinal);
    }
}
