using System.Net;
using Avance.Access;
using Avance.App.Access;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Progress;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>However somebody comes in, their session has a key that nobody knew, and the one that the browser had opens nothing any more.</summary>
public sealed class NewKeyTests
{
    private const string Password = "cinco palabras todavía mejores";
    private const string Stranger = "eva@example.org";

    private static readonly (string, string)[] Chosen = [("new-password", Password), ("repeat-password", Password)];

    [Fact]
    public async Task By_setting_the_program_up()
    {
        await using var site = await WebSite.Start(Sample.Command());
        site.SignInWith("fixed-by-somebody-else");
        using var answer = await site.Post("/setup", [("office", "IEPC"), ("email", "jefa@example.org"), ("name", "Rosa"), ("set-up-code", site.Settings.SetUpCode), .. Chosen]);
        await IsNew(site, "fixed-by-somebody-else", answer);
    }

    [Fact]
    public async Task By_an_invitation()
    {
        await using var site = await WebSite.Start(Sample.Command());
        var (word, known) = (Invited(site), SignedIn.Session(site.App.Services, Stranger));
        site.SignInWith(known);
        using var answer = await site.Post("/invitation/" + word, [("name", "Luis Pérez"), .. Chosen]);
        await IsNew(site, known, answer);
    }

    /// <summary>An invitation takes the place of the password, and of nothing else.</summary>
    [Fact]
    public async Task By_an_invitation_of_who_asks_for_codes_only_with_the_code()
    {
        await using var site = await WebSite.Start(Sample.Command());
        var (accounts, people) = (site.App.Services.GetRequiredService<Accounts>(), site.App.Services.GetRequiredService<People>());
        SignedIn.Session(site.App.Services, SignedIn.Worker, SignedIn.Everything);
        var account = accounts.Find(SignedIn.Worker)!;
        (account.AsksCodes, account.AuthenticatorKey) = (true, "JBSWY3DPEHPK3PXP");
        accounts.Save(account, "pruebas");
        using var half = await site.Post("/invitation/" + people.InviteAgain(account.Id, new("pruebas", null)), [("name", "Ana"), .. Chosen]);
        Assert.Equal("/sign-in/code", half.Headers.Location!.OriginalString);
        var waiting = SignedIn.KeyOf(half);
        site.SignInWith(waiting);
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Get("/work")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Post("/account/codes/off", ("current-password", Password))).StatusCode);
        using var answer = await site.Post("/sign-in/code", ("code", TelephoneCode.Of("JBSWY3DPEHPK3PXP")));
        await IsNew(site, waiting, answer);
    }

    [Fact]
    public async Task By_the_word_of_a_provider()
    {
        await using var provider = await VouchingProvider.Start();
        await using var site = await WebSite.Start(null, s => s with { Provider = new(new(provider.Authority), VouchingProvider.ClientId, VouchingProvider.Secret) }, Sample.Command());
        SignedIn.Session(site.App.Services, SignedIn.Worker, SignedIn.Everything);
        var known = SignedIn.Session(site.App.Services, Stranger);
        using var sent = await site.Get("/sign-in/provider");
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler, disposeHandler: false);
        using var back = await client.GetAsync(sent.Headers.Location, TestContext.Current.CancellationToken);
        using var answer = await site.Get(back.Headers.Location!.PathAndQuery, ("Cookie", string.Join("; ", sent.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).Append(SignedIn.Cookie(known)))));
        await IsNew(site, known, answer);
    }

    /// <summary>A word that invites Luis to plan.</summary>
    private static string Invited(WebSite site) => site.App.Services.GetRequiredService<People>().Invite("luis@example.org", "Luis", [new(Role.Plan, "IEPC")], new("pruebas", null))!;

    private static async Task IsNew(WebSite site, string known, HttpResponseMessage answer)
    {
        var key = SignedIn.KeyOf(answer);
        Assert.NotEqual(known, key);
        site.SignInWith(known);
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Get("/account")).StatusCode);
        site.SignInWith(key);
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/account")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/work")).StatusCode);
    }
}
