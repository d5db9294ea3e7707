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
    [InlineData("CON", true, false, Sight.Desk)]
    [InlineData("SIN", false, true, Sight.Desk)]
    [InlineData("TEL", true, true, Sight.Telephone)]
    [InlineData("ZUM", false, true, Sight.Zoomed)]
    [InlineData("LET", true, true, Sight.LargeText)]
    public async Task A_quarter_from_blank_to_closed(string office, bool javaScript, bool byKeyboard, Sight sight)
    {
        var isPictured = javaScript && !byKeyboard;
        var eva = await Person("eva", new Grant(Role.Capture, office, "03"));
        await eva.Page.GotoAsync("/work");
        await eva.Follow("Capturar");
        await Expect(eva.Page.Locator("#standing-name")).ToHaveTextAsync("Faltan 3 datos");
        await Sights.CanRead(eva.Page);
        await eva.Write("Terapias otorgadas", "600");
        await eva.Write("Ayudas técnicas entregadas", "85");
        await eva.Write("Mujeres", "300");
        await eva.Write("Hombres", "280");
        await Settle(eva, javaScript);
        await Expect(eva.Page.Locator("#standing")).ToContainTextAsync("AVP-016");
        await Expect(eva.Page.Locator(".demands")).ToContainTextAsync("por debajo de lo esperado");
        await Sights.CanRead(eva.Page);
        await eva.Write("Causa", "El equipo de hidroterapia estuvo en reparación dos meses.");
        await eva.Write("Efecto", "Seiscientas terapias se reprograman al segundo trimestre.");
        await Settle(eva, javaScript);
        await Expect(eva.Page.Locator("#standing-name")).ToContainTextAsync("Completa");
        await Picture(eva, "captura-hoja", "main", isPictured);
        await eva.Press("Evidencia (0) Terapias otorgadas");
        await eva.ChooseFile(eva.Page.Locator("input[type=file]"), "bitácora de la clínica.pdf", "%PDF-1.7\n%%EOF\n"u8.ToArray());
        await eva.Press("Agregar");
        await Expect(eva.Page.GetByRole(AriaRole.Row, new() { Name = "bitácora de la clínica.pdf" })).ToBeVisibleAsync();
        await Sights.CanRead(eva.Page);
        await eva.Follow("Volver a la hoja");
        await Expect(eva.Page.GetByRole(AriaRole.Button, new() { Name = "Evidencia (1) Terapias otorgadas" })).ToBeVisibleAsync();
        await Send(eva);

        var rosa = await Person("rosa", new Grant(Role.Review, office));
        await rosa.Page.GotoAsync("/work");
        await rosa.Follow("Revisar");
        await rosa.Press(rosa.Page.GetByRole(AriaRole.Row, new() { Name = "Terapias otorgadas" }).Locator("summary"));
        await rosa.Write("Observación: Terapias otorgadas", "La bitácora de la clínica dice 650.");
        await rosa.Write("Motivo de la devolución", "Una cifra no coincide.");
        await Sights.CanRead(rosa.Page);
        await Picture(rosa, "revision-version", "main", isPictured);
        await rosa.Press("Devolver a la unidad");
        await Expect(rosa.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Se registró el paso");

        await eva.Page.GotoAsync("/work");
        await eva.Follow("Corregir la hoja devuelta");
        await Expect(eva.Page.Locator(".notice-warning").First).ToContainTextAsync("La bitácora de la clínica dice 650.");
        await eva.Write("Terapias otorgadas", "650");
        await eva.Write("Respuesta a la observación 1", "Corregido con la bitácora.");
        await Settle(eva, javaScript);
        await Sights.CanRead(eva.Page);
        await Picture(eva, "captura-devuelta", ".notice-warning", isPictured);
        await Send(eva);

        await rosa.Page.GotoAsync("/work");
        await rosa.Follow("Revisar");
        await Expect(rosa.Page.Locator("main")).ToContainTextAsync("Corregido con la bitácora.");
        await Expect(rosa.Page.Locator("tr.changed")).ToContainTextAsync("650.00");
        await Sights.CanRead(rosa.Page);
        await rosa.Press("Aprobar");
        await Expect(rosa.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Se registró el paso");

        var omar = await Person("omar", new Grant(Role.Authorise, office, "03"));
        await omar.Page.GotoAsync("/work");
        await Sights.CanRead(omar.Page);
        await omar.Follow("Firmar");
        await Expect(omar.Page.GetByRole(AriaRole.Button, new() { Name = "Firmar" })).ToBeVisibleAsync();
        await Sights.CanRead(omar.Page);
        await Picture(omar, "revision-firma", ".version-project", isPictured);
        await omar.Press("Firmar");
        await Expect(omar.Page.Locator("main")).ToContainTextAsync("Autorizada");

        var ana = await Person("ana", new Grant(Role.Plan, office));
        for (var unit = 1; unit <= 2; unit++)
        {
            // The first that has not come yet.
            await ana.Page.GotoAsync($"/work/{office}/2024/periods/1/missing");
            await ana.ChooseNext("Unidad");
            await ana.Write("Motivo", "No entregó en el plazo.");
            await ana.Press("Declarar faltante");
            await Expect(ana.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        }

        await Sights.CanRead(ana.Page);
        await ana.Page.GotoAsync("/work");
        await ana.Follow("Cerrar el trimestre");
        await ana.Press("Cerrar el periodo");
        await Expect(ana.Page.Locator("section .facts").First).ToContainTextAsync("Cerrado");
        await Picture(ana, "revision-periodo", "main", isPictured);
        await ana.Page.GotoAsync($"/work/{office}/2024/trace");
        await Expect(ana.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Terapias otorgadas" })).ToContainTextAsync("omar@");
        await Sights.CanRead(ana.Page);
        await Picture(ana, "auditoria-rastro", "main", isPictured);

        async Task<Visitor> Person(string name, Grant grant) => new(await browser.OpenAs(Email(name, office), javaScript, sight, grant), byKeyboard);
    }

    [Fact]
    public async Task The_keyboard_alone_fills_a_column_and_a_block_of_a_spreadsheet_fills_it_at_once()
    {
        var page = await Person("luis", new Grant(Role.Capture, "TEC", "02"));
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
        var page = await Person("mara", new Grant(Role.Capture, "TEC", "01"));
        await page.GotoAsync("/work/TEC/2024/capture/1/01");
        await page.Context.SetOfflineAsync(true);
        await Type(page, "Sesiones de la Junta de Gobierno", "2");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".sheet-status")).ToContainTextAsync("Sin conexión. Datos que esperan en este equipo: 1.");

        // Offered until it is answered.
        var again = await GoesOffAndOn(page);
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
    public async Task What_was_typed_offline_in_an_added_row_is_told_where_the_row_is_not()
    {
        var page = await Person("sara", new Grant(Role.Capture, "TEC", "03"));
        await page.GotoAsync("/work/TEC/2024/capture/1/03");
        await page.GetByRole(AriaRole.Button, new() { Name = "Agregar fila" }).First.ClickAsync();
        await page.Context.SetOfflineAsync(true);
        var added = page.Locator("input[name$='.locality-2']").First;
        await added.FillAsync("El Bosque");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".sheet-status")).ToContainTextAsync("Sin conexión.");
        var again = await GoesOffAndOn(page);
        await again.GotoAsync("/work/TEC/2024/capture/1/03");
        await Expect(again.GetByText("En filas que la hoja no muestra ahora")).ToContainTextAsync("«El Bosque»");
        await again.GetByRole(AriaRole.Button, new() { Name = "Agregar fila" }).First.ClickAsync();
        await Expect(again.GetByRole(AriaRole.Button, new() { Name = "Recuperarlos" })).ToBeVisibleAsync();
        await Press(again, "Descartarlos");
        await again.ReloadAsync();
        await Expect(again.Locator(".sheet-status")).ToBeAttachedAsync();
        await Expect(again.GetByText("sin guardarse")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_people_in_the_same_place_choose_which_holds_and_a_session_that_ended_goes_on()
    {
        var first = await Person("nora", new Grant(Role.Capture, "TEC", "03"));
        var second = await Person("ivan", new Grant(Role.Capture, "TEC", "03"));
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

    /// <summary>The machine of a page goes off while it is offline, and on again.</summary>
    private static async Task<IPage> GoesOffAndOn(IPage page)
    {
        // A page on its way to be closed may still send what waits; a machine that goes off does not.
        await page.EvaluateAsync("() => { window.fetch = () => new Promise(() => {}); }");
        var again = await page.Context.NewPageAsync();
        await page.CloseAsync();
        await again.Context.SetOfflineAsync(false);
        return again;
    }

    private Task<IPage> Person(string name, Grant grant) => browser.OpenAs(Email(name, grant.EntityCode), true, Sight.Desk, grant);

    private static ILocator Cell(IPage page, string target) => page.GetByLabel(target).First;

    private static Task Type(IPage page, string target, string figure) => Cell(page, target).FillAsync(figure);

    /// <summary>Until all is kept: by the script when a place is left, by the button otherwise.</summary>
    private static async Task Settle(Visitor visitor, bool javaScript)
    {
        if (javaScript)
        {
            await visitor.Page.Keyboard.PressAsync("Tab");
            await Expect(visitor.Page.Locator("small.cell-sending")).ToHaveCountAsync(0);
            await Expect(visitor.Page.Locator(".sheet-status")).ToContainTextAsync("Guardado.");
        }
        else
        {
            await visitor.Press("Guardar borrador");
            await Expect(visitor.Page.GetByText("Se guardó el borrador.")).ToBeVisibleAsync();
        }
    }

    private static async Task Send(Visitor visitor)
    {
        await visitor.Press("Guardar y enviar a revisión…");
        await Expect(visitor.Page.GetByLabel("Nota")).ToBeVisibleAsync();
        await Sights.CanRead(visitor.Page);
        await visitor.Press("Enviar a revisión");
        await Expect(visitor.Page.GetByText("La hoja se envió a revisión.")).ToBeVisibleAsync();
    }

    /// <summary>Presses a button without pointing.</summary>
    private static Task Press(IPage page, string button) => new Visitor(page, byKeyboard: true).Press(button);

    /// <summary>A picture for the manual from some place of a page down, when pictures are asked for.</summary>
    private static async Task Picture(Visitor visitor, string name, string from, bool isWanted)
    {
        if (isWanted && Environment.GetEnvironmentVariable("AVANCE_SCREENSHOTS") == "1")
        {
            await visitor.Page.Locator(from).First.EvaluateAsync("place => scrollTo(0, place.getBoundingClientRect().top + scrollY)");
            await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Browser.ManualPictures, name + ".png") });
        }
    }
}
