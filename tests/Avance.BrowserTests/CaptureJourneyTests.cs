using Avance.Access;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Avance.BrowserTests;

/// <summary>A unit's quarter by those who carry it: typed, explained, returned, answered, signed and closed; with and without JavaScript.</summary>
[Collection(nameof(Browser))]
public sealed class CaptureJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(true, "CON")]
    [InlineData(false, "SIN")]
    public async Task A_quarter_from_blank_to_closed(bool javaScript, string office)
    {
        var eva = await Person("eva", javaScript, new Grant(Role.Capture, office, "03"));
        await eva.GotoAsync("/work");
        await eva.GetByRole(AriaRole.Link, new() { Name = "Capturar" }).ClickAsync();
        await Expect(eva.Locator("#standing-name")).ToHaveTextAsync("Faltan 3 datos");
        await Type(eva, "Terapias otorgadas", "600");
        await Type(eva, "Ayudas técnicas entregadas", "85");
        await eva.GetByLabel("Mujeres").FillAsync("300");
        await eva.GetByLabel("Hombres").FillAsync("280");
        await Settle(eva, javaScript);
        await Expect(eva.Locator("#standing")).ToContainTextAsync("AVP-016");
        await Expect(eva.Locator(".demands")).ToContainTextAsync("por debajo de lo esperado");
        await eva.GetByLabel("Causa").FillAsync("El equipo de hidroterapia estuvo en reparación dos meses.");
        await eva.GetByLabel("Efecto").FillAsync("Seiscientas terapias se reprograman al segundo trimestre.");
        await Settle(eva, javaScript);
        await Expect(eva.Locator("#standing-name")).ToContainTextAsync("Completa");
        await Picture(eva, "captura-hoja", "main", javaScript);
        await Send(eva);

        var rosa = await Person("rosa", javaScript, new Grant(Role.Review, office));
        await rosa.GotoAsync("/work");
        await rosa.GetByRole(AriaRole.Link, new() { Name = "Revisar" }).ClickAsync();
        await rosa.GetByRole(AriaRole.Row, new() { Name = "Terapias otorgadas" }).GetByText("Agregar observación").ClickAsync();
        await rosa.GetByLabel("Observación: Terapias otorgadas").FillAsync("La bitácora de la clínica dice 650.");
        await rosa.GetByLabel("Motivo de la devolución").FillAsync("Una cifra no coincide.");
        await Picture(rosa, "revision-version", "main", javaScript);
        await Press(rosa, "Devolver a la unidad");
        await Expect(rosa.GetByRole(AriaRole.Status)).ToContainTextAsync("Se registró el paso");

        await eva.GotoAsync("/work");
        await eva.GetByRole(AriaRole.Link, new() { Name = "Corregir la hoja devuelta" }).ClickAsync();
        await Expect(eva.Locator(".notice-warning").First).ToContainTextAsync("La bitácora de la clínica dice 650.");
        await Type(eva, "Terapias otorgadas", "650");
        await eva.GetByLabel("Respuesta a la observación 1").FillAsync("Corregido con la bitácora.");
        await Settle(eva, javaScript);
        await Picture(eva, "captura-devuelta", "main", javaScript);
        await Send(eva);

        await rosa.GotoAsync("/work");
        await rosa.GetByRole(AriaRole.Link, new() { Name = "Revisar" }).ClickAsync();
        await Expect(rosa.Locator("main")).ToContainTextAsync("Corregido con la bitácora.");
        await Expect(rosa.Locator("tr.changed")).ToContainTextAsync("650.00");
        await Press(rosa, "Aprobar");

        var omar = await Person("omar", javaScript, new Grant(Role.Authorise, office, "03"));
        await omar.GotoAsync("/work");
        await omar.GetByRole(AriaRole.Link, new() { Name = "Firmar" }).ClickAsync();
        await Picture(omar, "revision-firma", ".version-project", javaScript);
        await Press(omar, "Firmar");
        await Expect(omar.Locator("main")).ToContainTextAsync("Autorizada");

        var ana = await Person("ana", javaScript, new Grant(Role.Plan, office));
        for (var unit = 1; unit <= 2; unit++)
        {
            // The first that has not come yet.
            await ana.GotoAsync($"/work/{office}/2024/periods/1/missing");
            await ana.GetByLabel("Unidad").SelectOptionAsync(new SelectOptionValue { Index = 1 });
            await ana.GetByLabel("Motivo").FillAsync("No entregó en el plazo.");
            await Press(ana, "Declarar faltante");
        }

        await ana.GotoAsync("/work");
        await ana.GetByRole(AriaRole.Link, new() { Name = "Cerrar el trimestre" }).ClickAsync();
        await Press(ana, "Cerrar el periodo");
        await Expect(ana.Locator("section .facts").First).ToContainTextAsync("Cerrado");
        await Picture(ana, "revision-periodo", "main", javaScript);
        await ana.GotoAsync($"/work/{office}/2024/trace");
        await Expect(ana.GetByRole(AriaRole.Row).Filter(new() { HasText = "Terapias otorgadas" })).ToContainTextAsync("omar@");
        await Picture(ana, "auditoria-rastro", "main", javaScript);
    }

    [Fact]
    public async Task The_keyboard_alone_fills_a_column_and_a_block_of_a_spreadsheet_fills_it_at_once()
    {
        var page = await Person("luis", true, new Grant(Role.Capture, "TEC", "02"));
        await page.GotoAsync("/work/TEC/2024/capture/1/02");
        await Cell(page, "Raciones alimentarias entregadas").FocusAsync();
        await page.Keyboard.TypeAsync("45,000");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("110");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.TypeAsync("6");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(Cell(page, "Escuelas atendidas")).ToBeFocusedAsync();
        await Expect(page.Locator("small.cell-kept")).ToHaveCountAsync(3);
        await Expect(page.Locator(".sheet-status")).ToContainTextAsync("Guardado.");
        await page.ReloadAsync();
        await Expect(Cell(page, "Cursos de orientación impartidos")).ToHaveValueAsync("6");

        await Cell(page, "Raciones alimentarias entregadas").EvaluateAsync(
            "input => { const data = new DataTransfer(); data.setData('text/plain', '44,100.00\\r\\n115\\r\\n5\\r\\n9\\r\\n'); input.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); }");
        await Expect(Cell(page, "Raciones alimentarias entregadas")).ToHaveValueAsync("44,100.00");
        await Expect(Cell(page, "Cursos de orientación impartidos")).ToHaveValueAsync("5");
        await Expect(page.Locator(".sheet-status")).ToContainTextAsync("Guardado.");
        await page.ReloadAsync();
        await Expect(Cell(page, "Escuelas atendidas")).ToHaveValueAsync("115");
    }

    [Fact]
    public async Task What_is_typed_offline_waits_on_the_machine_and_is_offered_again()
    {
        var page = await Person("mara", true, new Grant(Role.Capture, "TEC", "01"));
        await page.GotoAsync("/work/TEC/2024/capture/1/01");
        await page.Context.SetOfflineAsync(true);
        await Type(page, "Sesiones de la Junta de Gobierno", "2");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".sheet-status")).ToContainTextAsync("Sin conexión. Datos que esperan en este equipo: 1.");
        var again = await page.Context.NewPageAsync();
        await page.CloseAsync();
        await again.Context.SetOfflineAsync(false);

        // Offered until it is answered.
        await again.GotoAsync("/work/TEC/2024/capture/1/01");
        await Expect(again.GetByText("Datos que quedaron en este equipo sin guardarse: 1.")).ToBeVisibleAsync();
        await again.ReloadAsync();
        await Press(again, "Recuperarlos");
        await Expect(again.Locator("small.cell-kept")).ToHaveCountAsync(1);
        await again.ReloadAsync();
        await Expect(Cell(again, "Sesiones de la Junta de Gobierno")).ToHaveValueAsync("2");
        await Expect(again.GetByText("Recuperarlos")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_people_in_the_same_place_choose_which_holds_and_a_session_that_ended_goes_on()
    {
        var first = await Person("nora", true, new Grant(Role.Capture, "TEC", "03"));
        var second = await Person("ivan", true, new Grant(Role.Capture, "TEC", "03"));
        await first.GotoAsync("/work/TEC/2024/capture/1/03");
        await second.GotoAsync("/work/TEC/2024/capture/1/03");
        await Type(first, "Terapias otorgadas", "700");
        await first.Keyboard.PressAsync("Tab");
        await Expect(first.Locator("small.cell-kept")).ToHaveCountAsync(1);
        await Type(second, "Terapias otorgadas", "800");
        await second.Keyboard.PressAsync("Tab");
        await Expect(second.Locator(".cell-both")).ToContainTextAsync("nora escribió «700» y usted «800».");
        await Expect(second.Locator(".sheet-status a")).ToContainTextAsync("Terapias otorgadas");

        // Typed again, it is still in conflict; and nothing leaves while it is undecided.
        await Type(second, "Terapias otorgadas", "810");
        await second.Keyboard.PressAsync("Tab");
        await Expect(second.Locator(".cell-both")).ToContainTextAsync("nora escribió «700» y usted «810».");
        await Press(second, "Guardar borrador");
        await Expect(Cell(second, "Terapias otorgadas")).ToBeFocusedAsync();
        await Press(second, "Dejar lo mío");
        await Expect(second.Locator(".cell-both")).ToHaveCountAsync(0);
        await Expect(second.Locator("small.cell-kept")).ToHaveCountAsync(1);

        // Who left the box alone is shown what stands in it now, and may write there.
        await Type(first, "Ayudas técnicas entregadas", "70");
        await first.Keyboard.PressAsync("Tab");
        await Expect(Cell(first, "Terapias otorgadas")).ToHaveValueAsync("810");
        await Type(first, "Terapias otorgadas", "700");
        await first.Keyboard.PressAsync("Tab");
        await Expect(first.Locator(".sheet-status")).ToContainTextAsync("Guardado.");
        await Type(second, "Terapias otorgadas", "820");
        await second.Keyboard.PressAsync("Tab");
        await Press(second, "Dejar lo de nora");
        await Expect(Cell(second, "Terapias otorgadas")).ToHaveValueAsync("700");
        await Expect(second.Locator(".cell-both")).ToHaveCountAsync(0);

        await Expect(Cell(second, "Ayudas técnicas entregadas")).ToHaveValueAsync("70");
        await second.Context.ClearCookiesAsync();
        await Type(second, "Ayudas técnicas entregadas", "80");
        await second.Keyboard.PressAsync("Tab");
        await Expect(second.Locator(".sheet-status")).ToContainTextAsync("Su sesión terminó.");
        await Expect(second.GetByRole(AriaRole.Link, new() { Name = "Entrar en otra pestaña" })).ToHaveAttributeAsync("target", "_blank");
        await browser.SignInAgain(second.Context, Email("ivan", "TEC"), new Grant(Role.Capture, "TEC", "03"));
        await Expect(second.Locator("small.cell-kept")).ToHaveCountAsync(2, new() { Timeout = 10_000 });
    }

    private static string Email(string name, string office) => $"{name}@{office.ToLowerInvariant()}.example";

    private Task<IPage> Person(string name, bool javaScript, Grant grant) => browser.OpenAs(Email(name, grant.EntityCode), javaScript, grant);

    private static ILocator Cell(IPage page, string target) => page.GetByLabel(target).First;

    private static Task Type(IPage page, string target, string figure) => Cell(page, target).FillAsync(figure);

    /// <summary>Until all is kept: by the script when a place is left, by the button otherwise.</summary>
    private static async Task Settle(IPage page, bool javaScript)
    {
        if (javaScript)
        {
            await page.Keyboard.PressAsync("Tab");
            await Expect(page.Locator("small.cell-sending")).ToHaveCountAsync(0);
            await Expect(page.Locator(".sheet-status")).ToContainTextAsync("Guardado.");
        }
        else
        {
            await Press(page, "Guardar borrador");
            await Expect(page.GetByText("Se guardó el borrador.")).ToBeVisibleAsync();
        }
    }

    private static async Task Send(IPage page)
    {
        await Press(page, "Guardar y enviar a revisión…");
        await Press(page, "Enviar a revisión");
        await Expect(page.GetByText("La hoja se envió a revisión.")).ToBeVisibleAsync();
    }

    private static Task Press(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last.ClickAsync();

    /// <summary>A picture for the manual from some place of a page down, when pictures are asked for.</summary>
    private static async Task Picture(IPage page, string name, string from, bool isWanted)
    {
        if (isWanted && Environment.GetEnvironmentVariable("AVANCE_SCREENSHOTS") == "1")
        {
            await page.Locator(from).First.EvaluateAsync("place => place.scrollIntoView()");
            await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.ManualPictures, name + ".png") });
        }
    }
}
