using System.Net;
using Avance.App.Access;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Progress;
using Avance.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>What somebody learns who tries addresses, passwords and codes: nothing.</summary>
public sealed class GuessingTests
{
    private const string Waiting = "espera@example.org";
    private const string Key = "JBSWY3DPEHPK3PXP";

    [Fact]
    public async Task The_right_password_of_who_has_to_wait_looks_like_a_wrong_one_of_nobody()
    {
        await using var site = await Start();
        var answers = new List<string>();
        foreach (var email in new[] { "nadie@example.org", Waiting })
        {
            var page = await site.Refused("/sign-in", HttpStatusCode.UnprocessableEntity, ("email", email), ("password", SignedIn.Password));
            answers.Add(page.DocumentElement.OuterHtml.Replace(email, "", StringComparison.Ordinal));
        }

        Assert.Equal(answers[0], answers[1]);
    }

    [Fact]
    public async Task An_address_without_an_account_takes_as_long_to_be_refused_as_one_with()
    {
        await using var site = await Start();
        var services = site.App.Services;
        using var check = new PasswordCheck(services.GetRequiredService<Accounts>(), new WrongAttempts(TimeProvider.System), TimeProvider.System) { RefusalTakes = TimeSpan.FromTicks(1) };
        var wrong = await Took(SignedIn.Worker);
        foreach (var email in new[] { "nadie@example.org", "no es un correo", Waiting })
        {
            var took = await Took(email);
            Assert.True(took > wrong / 4, $"{email} took {took.TotalMilliseconds} ms; a wrong password {wrong.TotalMilliseconds}.");
        }

        async Task<TimeSpan> Took(string email)
        {
            var least = TimeSpan.MaxValue;
            for (var i = 0; i < 2; i++)
            {
                var began = TimeProvider.System.GetTimestamp();
                Assert.Null(await check.Find(email, "otra contraseña larga", IPAddress.Loopback, TestContext.Current.CancellationToken));
                var took = TimeProvider.System.GetElapsedTime(began);
                least = took < least ? took : least;
            }

            return least;
        }
    }

    /// <summary>A telephone's codes hold for some minutes around their own: one that was seen over a shoulder is worth nothing also after the next was used.</summary>
    [Fact]
    public async Task A_code_that_was_used_is_not_taken_again_after_a_later_one()
    {
        await using var site = await Start();
        var accounts = site.App.Services.GetRequiredService<Accounts>();
        var account = accounts.Find(SignedIn.Worker)!;
        (account.AsksCodes, account.AuthenticatorKey) = (true, Key);
        accounts.Save(account, "pruebas");
        var (first, second) = (TelephoneCode.Of(Key), TelephoneCode.Of(Key, 1));
        Assert.Equal(HttpStatusCode.SeeOther, await Enter(first));
        Assert.Equal(HttpStatusCode.SeeOther, await Enter(second));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Enter(second));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Enter(first));

        async Task<HttpStatusCode> Enter(string code)
        {
            using var half = await site.Post("/sign-in", ("email", SignedIn.Worker), ("password", SignedIn.Password));
            site.SignInWith(SignedIn.KeyOf(half));
            using var answer = await site.Post("/sign-in/code", ("code", code));
            return answer.StatusCode;
        }
    }

    /// <summary>The sample's office with somebody who works there, and somebody who failed too often.</summary>
    private static async Task<WebSite> Start()
    {
        var site = await WebSite.Start(Sample.Command());
        SignedIn.Session(site.App.Services, SignedIn.Worker, SignedIn.Everything);
        SignedIn.Session(site.App.Services, Waiting);
        var accounts = site.App.Services.GetRequiredService<Accounts>();
        for (var i = 0; i < Account.MaxFailures; i++)
        {
            accounts.Fail(accounts.Find(Waiting)!.Id);
        }

        return site;
    }
}
