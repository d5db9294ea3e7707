using System.Net;
using Avance.Access;
using Avance.App.Access;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Progress;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>Signing in by the word of an identity provider, hosted here.</summary>
public sealed class ProviderSignInTests
{
    private const string Office = "/work/IEPC/2023";

    [Fact]
    public async Task Whom_the_provider_vouches_for_comes_in_with_their_own_account()
    {
        await using var provider = await VouchingProvider.Start();
        await using var site = await Site(provider);
        SignedIn.Session(site.App.Services, SignedIn.Worker, SignedIn.Everything);
        Assert.NotEmpty((await site.Page("/sign-in?return=" + Office)).QuerySelectorAll($"a[href='/sign-in/provider?return={Uri.EscapeDataString(Office)}']"));
        using var answer = await Vouched(site, provider);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(Office, answer.Headers.Location!.OriginalString);
        site.SignInWith(answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("avance=", StringComparison.Ordinal)).Split(';')[0]["avance=".Length..]);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Office)).StatusCode);
        Assert.Equal("provider", site.App.Services.GetRequiredService<Sessions>().Of(site.App.Services.GetRequiredService<Accounts>().Find(SignedIn.Worker)!.Id)[0].Way);
    }

    /// <summary>Who never set a password, but came in, administers the office like anyone who did.</summary>
    [Fact]
    public async Task Whom_the_provider_vouched_for_has_a_way_in_without_a_password()
    {
        await using var provider = await VouchingProvider.Start();
        await using var site = await Site(provider);
        var people = site.App.Services.GetRequiredService<People>();
        people.Invite(SignedIn.Worker, "Ana López", [new(Role.Administer, "IEPC")], new("pruebas", null));
        Assert.Empty(people.Administrators("IEPC"));
        using var answer = await Vouched(site, provider);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var ana = Assert.Single(people.Administrators("IEPC")).Account;
        Assert.True(ana is { Email: SignedIn.Worker, PasswordHash: null, CanEnter: true });

        people.Give(site.App.Services.GetRequiredService<Accounts>().Add("luis@example.org", "Luis", "hash", "pruebas").Id, new(Role.Administer, "IEPC"), new("pruebas", null));
        people.SetDisabled(site.App.Services.GetRequiredService<Accounts>().Find("luis@example.org")!.Id, true, new("pruebas", null));
        Assert.Equal(SignedIn.Worker, Assert.Single(people.Administrators("IEPC")).Account.Email);
    }

    [Theory]
    [InlineData("nadie@example.org", true, VouchingProvider.ClientId)]
    [InlineData(SignedIn.Worker, false, VouchingProvider.ClientId)]
    [InlineData(SignedIn.Worker, true, "otra-aplicacion")]
    public async Task Who_has_no_account_an_unverified_address_or_a_word_for_somebody_else_does_not(string email, bool isVerified, string audience)
    {
        await using var provider = await VouchingProvider.Start();
        (provider.Email, provider.IsVerified, provider.Audience) = (email, isVerified, audience);
        await using var site = await Site(provider);
        SignedIn.Session(site.App.Services, SignedIn.Worker, SignedIn.Everything);
        using var answer = await Vouched(site, provider);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.DoesNotContain(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], c => c.StartsWith("avance=", StringComparison.Ordinal));
        Assert.NotNull(PageText.Parse(await answer.Content.ReadAsStringAsync()).QuerySelector(".error-summary"));
        Assert.Null(site.App.Services.GetRequiredService<Accounts>().Find("nadie@example.org"));
    }

    [Fact]
    public async Task An_answer_that_nobody_asked_for_is_refused()
    {
        await using var provider = await VouchingProvider.Start();
        await using var site = await Site(provider);
        await site.Refusal("/sign-in/provider/back?code=x&state=y", HttpStatusCode.Forbidden);
    }

    private static Task<WebSite> Site(VouchingProvider provider) => WebSite.Start(null, s => s with { Provider = new(new(provider.Authority), VouchingProvider.ClientId, VouchingProvider.Secret) }, Sample.Command());

    /// <summary>To the provider and back, with the cookies that a browser would keep.</summary>
    private static async Task<HttpResponseMessage> Vouched(WebSite site, VouchingProvider provider)
    {
        using var sent = await site.Get("/sign-in/provider?return=" + Office);
        Assert.StartsWith(provider.Authority + "/authorize?", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler, disposeHandler: false);
        using var back = await client.GetAsync(sent.Headers.Location);
        Assert.StartsWith(site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + "/sign-in/provider/back?", back.Headers.Location!.OriginalString, StringComparison.Ordinal);
        return await site.Get(back.Headers.Location.PathAndQuery, ("Cookie", string.Join("; ", sent.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]))));
    }
}
