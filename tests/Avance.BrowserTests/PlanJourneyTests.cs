using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Avance.BrowserTests;

/// <summary>A year planned from nothing: a project with two indicators, approved, with and without JavaScript.</summary>
[Collection(nameof(Browser))]
public sealed class PlanJourneyTests(Browser browser)
{
    [Theory]
    [InlineData(true, 2031)]
    [InlineData(false, 2032)]
    public async Task From_nothing_to_an_approved_plan_of_a_project_with_two_indicators(bool javaScript, int year)
    {
        var page = await browser.Open(javaScript: javaScript);
        await page.GotoAsync("/work");
        await page.GetByRole(AriaRole.Link, new() { Name = "Iniciar un ejercicio" }).ClickAsync();
        await page.GetByLabel("Clave del ente").FillAsync("IEPC");
        await page.GetByLabel("Nombre oficial del ente").FillAsync("Instituto de Elecciones y Participación Ciudadana");
        await page.GetByLabel("Ejercicio fiscal").FillAsync(year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await Press(page, "Iniciar el ejercicio");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Se guardó");

        await Follow(page, "Agregar una unidad");
        await page.GetByLabel("Clave").FillAsync("06");
        await page.GetByLabel("Nombre").FillAsync("Organización Electoral");
        await Press(page, "Guardar");
        await Follow(page, "Agregar un programa");
        await page.GetByLabel("Clave").FillAsync("A001");
        await page.GetByLabel("Nombre").FillAsync("Procesos electorales");
        await Press(page, "Guardar");
        await Expect(page.Locator("#clave-error")).ToContainTextAsync("exclusiva del Gobierno Federal");
        await page.GetByLabel("Clave").FillAsync("R101");
        await Press(page, "Guardar");

        await Follow(page, "Agregar un proyecto");
        await page.GetByLabel("Clave del proyecto").FillAsync("A008");
        await page.GetByLabel("Nombre").FillAsync("Organizar las elecciones");
        await page.GetByLabel("Programa presupuestario").SelectOptionAsync("R101");
        await page.GetByLabel("Subfunción").SelectOptionAsync("1.3.6");
        await page.GetByLabel("Metas ODS").FillAsync("16.7");
        await page.GetByLabel("Alineación").FillAsync("Plan Estatal de Desarrollo");
        await Press(page, "Guardar el proyecto");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("06/A008 Organizar las elecciones");

        await Add(page, "Porcentaje de casillas instaladas", "Casilla", "6,500", ("Junio", "6500"));
        await Add(page, "Porcentaje de cursos impartidos", "Curso", "12", ("Marzo", "3"), ("Junio", "3"), ("Septiembre", "3"), ("Diciembre", "3"));
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Curso" })).ToContainTextAsync("12.00");

        await page.GetByRole(AriaRole.Link, new() { Name = "Planeación" }).First.ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("Nada que resolver");
        await page.GetByRole(AriaRole.Link, new() { Name = "Aprobar el plan…" }).ClickAsync();
        await page.GetByLabel("Día en que se aprobó").FillAsync("23/10/2023");
        await page.GetByLabel("Acuerdo o decreto").FillAsync("Acuerdo IEPC/CG-A/053/2023");
        await Press(page, "Aprobar el plan");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("El plan quedó aprobado");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Abrir el ejercicio" })).ToBeVisibleAsync();

        await Follow(page, "Ver el plan publicado");
        await Follow(page, "Organizar las elecciones");
        await Follow(page, "Porcentaje de cursos impartidos");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Septiembre" })).ToContainTextAsync("9.00");
    }

    private static async Task Add(IPage page, string name, string unit, string annual, params (string Month, string Quantity)[] months)
    {
        await Follow(page, "Agregar un indicador");
        await page.GetByLabel("Nombre del indicador").FillAsync(name);
        await page.GetByLabel("Unidad de medida").FillAsync(unit);
        await page.GetByLabel("Meta anual").FillAsync(annual);
        foreach (var (month, quantity) in months)
        {
            await page.GetByLabel(month, new() { Exact = true }).FillAsync(quantity);
        }

        await Press(page, "Guardar el indicador");
    }

    private static Task Follow(IPage page, string link) => page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync();

    private static Task Press(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
