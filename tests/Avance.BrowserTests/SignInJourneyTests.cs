using Avance.IntegrationTests.Access;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Avance.BrowserTests;

/// <summary>Signing in, as a person does it: by keyboard, without scripts, and with a passkey of the device.</summary>
[Collection(nameof(Browser))]
public sealed class SignInJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 320)]
    public async Task A_person_signs_in_by_keyboard_and_comes_to_where_they_were_going(bool javaScript, int width)
    {
        var page = await Nobody(width, javaScript);
        await page.GotoAsync($"{browser.Address}/work/IEPC/2023/plan");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Entrar", Exact = true })).ToBeVisibleAsync();
        Assert.Equal(0, await page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - window.innerWidth)"));
        if (javaScript)
        {
            Assert.Empty(await Axe.Violations(page));
        }

        await page.GetByLabel("Correo").FillAsync(SignedIn.Worker);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("otra contraseña larga");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("no son correctos");
        await page.GetByLabel("Contraseña").FillAsync(SignedIn.Password);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync($"{browser.Address}/work/IEPC/2023/plan");
        await page.GetByRole(AriaRole.Button, new() { Name = "Salir" }).ClickAsync();
        await page.GotoAsync($"{browser.Address}/work");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Entrar", Exact = true })).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_passkey_is_added_and_opens_the_account_without_a_password()
    {
        var page = await Nobody(1280, javaScript: true);
        var address = browser.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        await page.GotoAsync($"{address}/account/passkeys");
        await page.GetByLabel("Correo").FillAsync(SignedIn.Worker);
        await page.GetByLabel("Contraseña").FillAsync(SignedIn.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrar", Exact = true }).ClickAsync();
        await page.GetByLabel("Cómo llamarla").FillAsync("mi computadora");
        await page.GetByLabel("Contraseña actual").FillAsync(SignedIn.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Agregar una llave de este dispositivo" }).ClickAsync();
        await Expect(page.GetByText("mi computadora", new() { Exact = true })).ToBeVisibleAsync();
        await Sights.Look(page);

        await page.GetByRole(AriaRole.Button, new() { Name = "Salir" }).ClickAsync();
        await page.GotoAsync($"{address}/work/IEPC/2023");
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrar con llave de acceso" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{address}/work/IEPC/2023");

        await page.GotoAsync($"{address}/account/passkeys");
        await page.Locator("form[action='/account/passkeys/remove']").GetByLabel("Contraseña actual").FillAsync(SignedIn.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Quitar mi computadora" }).ClickAsync();
        await Expect(page.GetByText("Todavía no tiene ninguna.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Salir" }).ClickAsync();
        await page.GotoAsync($"{address}/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Entrar con llave de acceso" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("no abre ninguna cuenta");
        await page.Context.CloseAsync();
    }

    private async Task<IPage> Nobody(int width, bool javaScript)
    {
        var page = await browser.Open(width, javaScript: javaScript);
        await page.Context.ClearCookiesAsync();
        return page;
    }
}
