using System.Net;
using System.Text.Json;
using Avance.Access;
using Avance.App.Access;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Progress;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>Passkeys: whose they are, what they open, and what they do not.</summary>
public sealed class PasskeyTests
{
    private const string Office = "/work/IEPC/2023";
    private const string Luis = "luis@example.org";

    [Fact]
    public async Task A_passkey_opens_its_account_with_a_key_that_nobody_knew_before()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        using var device = await WithPasskey(site);
        var known = SignedIn.Session(site.App.Services, Luis);
        site.SignInWith(known);
        using var answer = await SignIn(site, device, Office);
        Assert.Equal((HttpStatusCode.SeeOther, Office), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var key = SignedIn.KeyOf(answer);
        Assert.NotEqual(known, key);
        site.SignInWith(known);
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Get("/account")).StatusCode);
        site.SignInWith(key);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Office)).StatusCode);
    }

    [Fact]
    public async Task A_passkey_is_added_with_the_password_and_for_who_was_asked()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        using var device = new SoftwarePasskey(Origin(site));
        var (options, state) = await Ask(site, "/account/passkeys/options");
        var credential = device.Make(options);
        await site.Refused("/account/passkeys", HttpStatusCode.UnprocessableEntity, ("name", "mía"), ("credential", credential), ("state", state), ("current-password", "otra contraseña larga"));

        // Nor is what one person was asked for kept for another.
        site.SignInWith(SignedIn.Session(site.App.Services, Luis, new Grant(Role.Plan, "IEPC")));
        await site.Refused("/account/passkeys", HttpStatusCode.UnprocessableEntity, ("name", "mía"), ("credential", credential), ("state", state), ("current-password", SignedIn.Password));
        await site.Refused("/account/passkeys", HttpStatusCode.UnprocessableEntity, ("name", "mía"), ("credential", credential), ("state", "x"), ("current-password", SignedIn.Password));
        Assert.Null(site.App.Services.GetRequiredService<Passkeys>().Find(device.Id));
    }

    [Fact]
    public async Task A_passkey_is_taken_out_with_the_password()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        using var device = await WithPasskey(site);
        var passkeys = site.App.Services.GetRequiredService<Passkeys>();
        var page = await site.Refused("/account/passkeys/remove", HttpStatusCode.UnprocessableEntity, ("passkey", device.Id), ("current-password", "otra contraseña larga"));
        Assert.Contains("Contraseña actual: no es correcta", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        Assert.NotNull(passkeys.Find(device.Id));
        await site.Saved("/account/passkeys/remove", ("passkey", device.Id), ("current-password", SignedIn.Password));
        Assert.Null(passkeys.Find(device.Id));
    }

    [Fact]
    public async Task Nobody_takes_out_the_passkey_of_another()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        using var device = await WithPasskey(site);
        site.SignInWith(SignedIn.Session(site.App.Services, Luis, SignedIn.Everything));
        await site.Saved("/account/passkeys/remove", ("passkey", device.Id), ("current-password", SignedIn.Password));
        Assert.NotNull(site.App.Services.GetRequiredService<Passkeys>().Find(device.Id));
        Assert.DoesNotContain(device.Id, await site.Text("/account/passkeys"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_of_who_is_kept_out_and_one_that_signs_something_else_open_nothing()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        using var device = await WithPasskey(site);
        site.SignInWith(null);
        var (options, _) = await Ask(site, "/sign-in/passkey/options");
        var (_, other) = await Ask(site, "/sign-in/passkey/options");
        await site.Refused("/sign-in/passkey", HttpStatusCode.UnprocessableEntity, ("credential", device.Prove(options)), ("state", other));
        SignedIn.Session(site.App.Services, "jefa@example.org", new Grant(Role.Administer, "IEPC"));
        site.App.Services.GetRequiredService<People>().SetDisabled(site.App.Services.GetRequiredService<Accounts>().Find(SignedIn.Worker)!.Id, true, new("pruebas", null));
        using var answer = await SignIn(site, device, Office);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    /// <summary>A device with a passkey of who is signed in.</summary>
    private static async Task<SoftwarePasskey> WithPasskey(WebSite site)
    {
        var device = new SoftwarePasskey(Origin(site));
        var (options, state) = await Ask(site, "/account/passkeys/options");
        await site.Saved("/account/passkeys", ("name", "mía"), ("credential", device.Make(options)), ("state", state), ("current-password", SignedIn.Password));
        return device;
    }

    private static async Task<HttpResponseMessage> SignIn(WebSite site, SoftwarePasskey device, string destination)
    {
        var (options, state) = await Ask(site, "/sign-in/passkey/options");
        return await site.Post("/sign-in/passkey", ("credential", device.Prove(options)), ("state", state), ("return", destination));
    }

    private static async Task<(JsonElement Options, string State)> Ask(WebSite site, string address)
    {
        using var answer = await site.Post(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var asked = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        return (asked.GetProperty("options"), asked.GetProperty("state").GetString()!);
    }

    private static string Origin(WebSite site) => site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
}
