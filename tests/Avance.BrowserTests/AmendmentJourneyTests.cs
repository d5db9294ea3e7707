using Avance.IntegrationTests.Budget;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Avance.BrowserTests;

/// <summary>Money moved from one project to another together with a target, with and without JavaScript.</summary>
[Collection(nameof(Browser))]
public sealed class AmendmentJourneyTests(Browser browser)
{
    private const string Work = "/work/IEPC/2023";

    /// <summary>Each run moves money of a month of its own, so that both find the same balances.</summary>
    [Theory]
    [InlineData(true, "Mayo", 5)]
    [InlineData(false, "Junio", 6)]
    public async Task From_an_unbalanced_transfer_to_one_that_is_applied_with_its_target(bool javaScript, string month, int number)
    {
        var page = await browser.Open(javaScript: javaScript);
        await page.GotoAsync(Work);
        await page.GetByRole(AriaRole.Link, new() { Name = "Adecuaciones", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Nueva adecuación" }).ClickAsync();
        await page.GetByLabel("Tipo").SelectOptionAsync("transfer");
        await page.GetByLabel("Unidad responsable que la pide").SelectOptionAsync("06");
        await page.GetByLabel("Fecha de aplicación").FillAsync($"15/0{number}/2023");
        await page.GetByLabel("Justificación").FillAsync("Certificación del sistema de gestión de calidad.");
        await page.GetByLabel("Fundamento legal").FillAsync("Normas presupuestarias, artículo 12");
        await Row(page, "Renglón 1", AmendmentOffice.Origin, month, "Reduce", "1,000.00");
        await Row(page, "Renglón 2", AmendmentOffice.New, month, "Amplía", "900");
        await page.GetByRole(AriaRole.Button, new() { Name = "Agregar renglón" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Group, new() { Name = "Renglón 3" }).GetByLabel("Clave presupuestaria")).ToBeVisibleAsync();
        var target = page.GetByRole(AriaRole.Group, new() { Name = "Meta 1" });
        await target.GetByLabel("Meta").SelectOptionAsync("06|E003|1");
        await target.GetByLabel("Mes").SelectOptionAsync(new SelectOptionValue { Label = month });
        await target.GetByLabel("Cambio").FillAsync("4");
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).Last.ClickAsync();

        // Kept as a draft, and the rules say what is wrong before anyone asks for it.
        await Expect(page.Locator(".notice-warning")).ToContainTextAsync("El traspaso no está compensado: amplía 900.00 y reduce 1 000.00");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Screenshots, "amendment-preview.png"), FullPage = true });
        await page.GetByRole(AriaRole.Link, new() { Name = "Solicitar" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Solicitar" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("AVP-050");

        await page.GetByRole(AriaRole.Link, new() { Name = "Cancelar", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Editar" }).ClickAsync();
        await page.GetByRole(AriaRole.Group, new() { Name = "Renglón 2" }).GetByLabel("Amplía").FillAsync("1 000");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Screenshots, "amendment-edit.png"), FullPage = true });
        await page.GetByRole(AriaRole.Button, new() { Name = "Guardar borrador" }).Last.ClickAsync();
        await Expect(page.GetByText("Cumple todas las reglas")).ToBeVisibleAsync();
        await Step(page, "Solicitar");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("AP-2023-");
        await Step(page, "Pasar a revisión");
        await page.GetByRole(AriaRole.Link, new() { Name = "Autorizar" }).ClickAsync();
        await page.GetByLabel("Número del acuerdo").FillAsync("IEPC/JGE-A/006/2023");
        await page.GetByRole(AriaRole.Button, new() { Name = "Autorizar" }).ClickAsync();
        await Step(page, "Aplicar");
        await Expect(page.Locator("dl.facts")).ToContainTextAsync("Aplicada");

        // Whoever reads sees it, and the document that moved the money.
        await page.GetByRole(AriaRole.Link, new() { Name = "que la aplicó" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Adecuación presupuestaria AP-2023-");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = AmendmentOffice.New })).ToContainTextAsync("1 000.00");
    }

    private static async Task Row(IPage page, string row, string key, string month, string column, string amount)
    {
        var group = page.GetByRole(AriaRole.Group, new() { Name = row });
        await group.GetByLabel("Clave presupuestaria").FillAsync(key);
        await group.GetByLabel("Mes").SelectOptionAsync(new SelectOptionValue { Label = month });
        await group.GetByLabel(column).FillAsync(amount);
    }

    private static async Task Step(IPage page, string verb)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = verb }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = verb }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Se registró el paso.");
    }
}
