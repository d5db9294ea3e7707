using Avance.Access;
using Avance.IntegrationTests.Access;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Avance.BrowserTests;

/// <summary>What pages show only in answer to what somebody did: no barrier in either language, and nothing that cannot be read.</summary>
[Collection(nameof(Browser))]
public sealed class EveryStateTests(Browser browser)
{
    [Theory]
    [InlineData("ESP", "", Sight.Telephone)]
    [InlineData("ING", "/en", Sight.Desk)]
    public async Task Of_a_sheet_in_which_two_people_write(string office, string language, Sight sight)
    {
        var sheet = $"{language}/work/{office}/2024/capture/1/02";
        var capture = new Grant(Role.Capture, office, "02");
        var (eva, ivan, nora) = (await Open("eva"), await Open("ivan"), await Open("nora"));
        await WithoutOwnScript(nora);
        foreach (var page in new[] { eva, ivan, nora })
        {
            await page.GotoAsync(sheet);
        }

        // What cannot be read as a figure is kept, and told.
        await Type(eva, 0, "44,000");
        await Type(eva, 1, "ciento diez");
        await Expect(eva.Locator("small.cell-wrong")).ToHaveCountAsync(1);
        await Sights.Look(eva);

        // Both values of a place, as the script shows them and as the page does.
        await Type(ivan, 0, "45,000");
        await Expect(ivan.Locator(".cell-both")).ToBeVisibleAsync();
        await Sights.Look(ivan);
        await Box(nora, 0).FillAsync("46,000");
        await Send(nora);
        await Expect(nora.Locator(".cell-both")).ToBeVisibleAsync();
        await Sights.Look(nora);

        // What one person typed is not saved by another who signed in meanwhile.
        await nora.GotoAsync(sheet);
        await Box(nora, 0).FillAsync("47,000");
        await browser.SignInAgain(nora.Context, Email("luis"), capture);
        await Send(nora);
        await Expect(nora.Locator("#problems")).ToBeVisibleAsync();
        await Sights.Look(nora);

        // A session that ended while somebody types, and what is offered when they come back.
        await ivan.Context.ClearCookiesAsync();
        await Type(ivan, 1, "110");
        await Expect(ivan.Locator(".sheet-status a[target=_blank]")).ToBeVisibleAsync();
        await Sights.Look(ivan);
        await ivan.CloseAsync();
        await browser.SignInAgain(eva.Context, Email("ivan"), capture);
        var back = await eva.Context.NewPageAsync();
        await back.GotoAsync(sheet);
        await Expect(back.Locator(".news")).ToBeVisibleAsync();
        await Sights.Look(back);

        Task<IPage> Open(string name) => browser.OpenAs(Email(name), true, sight, capture);

        string Email(string name) => $"{name}@{office}.example";
    }

    [Theory]
    [InlineData("ESP", "", Sight.Desk)]
    [InlineData("ING", "/en", Sight.Telephone)]
    public async Task Of_a_sheet_on_its_way(string office, string language, Sight sight)
    {
        var sheet = $"{language}/work/{office}/2024/capture/1/01";
        var (eva, late) = (await Open("eva", Role.Capture, "01"), await Open("ivan", Role.Capture, "01"));
        await eva.GotoAsync(sheet);
        await late.GotoAsync(sheet);
        await Type(eva, 0, "1");
        await eva.Locator("input[data-col=f]").FillAsync("300");
        await eva.Locator("input[data-col=m]").FillAsync("280");
        foreach (var text in await eva.Locator("textarea").AllAsync())
        {
            await text.EvaluateAsync("box => box.closest('details').open = true");
            await text.FillAsync("Se cumplió lo programado.");
        }

        await eva.Locator("button[value=submit]").ClickAsync();
        await Expect(eva.Locator("[name=note]")).ToBeVisibleAsync();
        await Sights.Look(eva);
        await Send(eva);
        await Expect(eva.Locator("capture-sheet, #sheet")).ToHaveCountAsync(1);
        await Sights.Look(eva);

        // Whoever was typing when it was sent is told, and loses nothing.
        await Type(late, 0, "2");
        await Expect(late.Locator("small.cell-wrong")).ToHaveCountAsync(1);
        await Sights.Look(late);

        // Returned without a reason; then by somebody slower than another reviewer.
        var (rosa, slow) = (await Open("rosa", Role.Review, null), await Open("raul", Role.Review, null));
        await rosa.GotoAsync(sheet + "/versions/1");
        await slow.GotoAsync(sheet + "/versions/1");
        await slow.Locator("[name=note]").FillAsync("Falta el acta.");
        await rosa.Locator("summary").First.ClickAsync();
        await rosa.Locator("[name^='remark.']").First.FillAsync("El acta dice 2.");
        await rosa.Locator("button[formaction$=return]").ClickAsync();
        await Expect(rosa.Locator(".error-summary")).ToBeVisibleAsync();
        await Sights.Look(rosa);
        await rosa.Locator("[name=note]").FillAsync("Una cifra no coincide.");
        await rosa.Locator("button[formaction$=return]").ClickAsync();
        await Expect(rosa.Locator(".notice-done")).ToBeVisibleAsync();
        await slow.Locator("button[formaction$=return]").ClickAsync();
        await Expect(slow.Locator("#unsaved")).ToBeVisibleAsync();
        await Sights.Look(slow);

        // A form of planning that lacks what it needs.
        var ana = await Open("ana", Role.Plan, null);
        foreach (var task in new[] { "extend", "missing" })
        {
            await ana.GotoAsync($"{language}/work/{office}/2024/periods/1/{task}");
            await Send(ana);
            await Expect(ana.Locator(".error-summary")).ToBeVisibleAsync();
            await Sights.Look(ana);
        }

        Task<IPage> Open(string name, Role role, string? unit) => browser.OpenAs($"{name}@{office}.example", true, sight, new Grant(role, office, unit));
    }

    [Theory]
    [InlineData("", Sight.Telephone)]
    [InlineData("/en", Sight.Desk)]
    public async Task Of_an_account(string language, Sight sight)
    {
        var email = $"codes{language.Replace('/', '-')}@example.org";
        var page = await browser.OpenAs(email, true, sight, new Grant(Role.Capture, "ESP", "03"));

        // Codes of the telephone: refused, then taken; and the recovery codes that are shown once.
        await page.GotoAsync(language + "/account/codes");
        await page.Locator("#code").FillAsync("000000");
        await Send(page);
        await Sights.Look(page);
        await page.Locator("#code").FillAsync(TelephoneCode.Of((await page.Locator(".secret").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal)));
        await page.Locator("#current-password").FillAsync(SignedIn.Password);
        await Send(page);
        var recovery = await page.Locator("li .secret").AllTextContentsAsync();
        Assert.Equal(10, recovery.Count);
        await Sights.Look(page);
        await page.GotoAsync(language + "/account/codes");
        await Sights.Look(page);

        // What it takes a role for that this person does not have.
        await page.GotoAsync(language + "/work/ESP/2024/trace");
        await Sights.Look(page);

        // A session that ends while a form is typed: sign in, the code, and what had been typed.
        await WithoutOwnScript(page);
        await page.GotoAsync(language + "/work/ESP/2024/capture/1/03");
        await Box(page, 0).FillAsync("700");
        await page.Context.ClearCookiesAsync();
        await Send(page);
        await Expect(page.Locator("#email")).ToBeVisibleAsync();
        await Sights.Look(page);
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(SignedIn.Password);
        await page.Locator("form:has(#password) button[type=submit]").ClickAsync();
        await page.Locator("#code").FillAsync("000000");
        await Send(page);
        await Sights.Look(page);
        await page.Locator("#code").FillAsync(recovery[0]);
        await Send(page);
        await Expect(page.Locator("main form")).ToHaveCountAsync(1);
        await Sights.Look(page);
    }

    [Theory]
    [InlineData("", Sight.Desk)]
    [InlineData("/en", Sight.Telephone)]
    public async Task Of_an_invitation(string language, Sight sight)
    {
        var page = await browser.Open(sight);
        await page.GotoAsync(language + "/work/IEPC/people/new");
        await Send(page);
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await Sights.Look(page);
        await page.Locator("#email").FillAsync($"otra{language.Replace('/', '-')}@example.org");
        await page.Locator("#name").FillAsync("Otra Persona");
        await page.Locator("[type=checkbox]").First.CheckAsync();
        await Send(page);
        var address = await page.Locator(".secret").TextContentAsync();
        await Sights.Look(page);
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync(new Uri(address!).PathAndQuery);
        await Send(page);
        await Expect(page.Locator(".error-summary")).ToBeVisibleAsync();
        await Sights.Look(page);
    }

    /// <summary>A sheet whose script never comes: a form like any other.</summary>
    private static Task WithoutOwnScript(IPage page) => page.Context.RouteAsync("**/assets/capture*", route => route.AbortAsync());

    private static ILocator Box(IPage page, int target) => page.Locator("input[data-col=t]").Nth(target);

    private static async Task Type(IPage page, int target, string figure)
    {
        await Box(page, target).FillAsync(figure);
        await page.Keyboard.PressAsync("Tab");
    }

    /// <summary>Presses the button of the page's form.</summary>
    private static Task Send(IPage page) => page.Locator("main form:not(.post-button):not([hidden]) button[type=submit]:not([aria-hidden])").First.ClickAsync();
}
