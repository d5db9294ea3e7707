using System.Text;
using Avance.App.Budget.Imports;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Planning;
using Avance.Web;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Avance.BrowserTests;

/// <summary>Accruals with three bad rows: looked at, mended, sent again; with and without JavaScript.</summary>
[Collection(nameof(Browser))]
public sealed class ImportJourneyTests(Browser browser)
{
    private const string Accruals = """
        documento,fecha,descripcion,clave_presupuestaria,mes,momento,importe
        D-1,2023-02-28,Papel,01-R101-A001-21101-1-11,2,comprometido+devengado,100.00
        D-2,2023-02-28,Tinta,01-R101-A001-21101-1-11,2,comprometido+devengado,"12,34"
        D-3,2023-02-30,Luz,01-R101-A001-21101-1-11,2,comprometido+devengado,10
        D-4,2023-02-28,Agua,01-R101-Z999-21101-1-11,2,comprometido+devengado,10
        """;

    [Theory]
    [InlineData(true, 1280)]
    [InlineData(false, 360)]
    public async Task Accruals_with_three_bad_rows_are_mended_and_sent_again(bool javaScript, int width)
    {
        var folder = Directory.CreateTempSubdirectory("avance-journey-").FullName;
        var location = Path.Combine(folder, "avance.db");
        Plan(location, folder);
        await using var app = WebHost.Build(new(location, ["http://127.0.0.1:0"]));
        await app.StartAsync(TestContext.Current.CancellationToken);
        var page = await browser.Open(width, javaScript: javaScript);
        await Browser.SignIn(page.Context, app);
        await page.GotoAsync($"{app.Urls.Single()}/work/IEPC/2023/imports");
        await Send(page, "devengados.csv", Encoding.UTF8.GetBytes(Accruals));
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Hay documentos con problemas");
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "Problemas" }).GetByRole(AriaRole.Row)).ToHaveCountAsync(4);
        await Look(page, javaScript, $"import-preview-{width}");

        await page.GetByRole(AriaRole.Button, new() { Name = "Registrar el documento sin problemas" }).ClickAsync();
        await Settled(page);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Se registraron los documentos sin problemas");
        var rejects = await Download(page);
        var mended = rejects.Replace("12,34", "12.34", StringComparison.Ordinal).Replace("2023-02-30", "2023-02-28", StringComparison.Ordinal).Replace("Z999-21101-1-11,2", "A001-21101-1-11,2", StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = "Subir otro archivo" }).ClickAsync();
        await Send(page, "rechazos.csv", Encoding.UTF8.GetBytes(mended));
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("El archivo se lee bien");
        await page.GetByRole(AriaRole.Button, new() { Name = "Registrar" }).ClickAsync();
        await Settled(page);
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Se registró todo");

        await page.GetByRole(AriaRole.Link, new() { Name = "Subir otro archivo" }).ClickAsync();
        await Look(page, javaScript, $"import-list-{width}");
        await Send(page, "rechazos.csv", Encoding.UTF8.GetBytes(mended));
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("todo está registrado ya");
        await page.GetByRole(AriaRole.Link, new() { Name = "Cambiar de qué columna" }).ClickAsync();
        await Look(page, javaScript, $"import-columns-{width}");
        await page.Context.CloseAsync();
        await app.StopAsync(TestContext.Current.CancellationToken);
    }

    private static async Task Send(IPage page, string name, byte[] content)
    {
        await page.GetByLabel("Archivo").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = content });
        await page.GetByLabel("Qué es").SelectOptionAsync("movimientos");
        await page.GetByRole(AriaRole.Button, new() { Name = "Subir y revisar" }).ClickAsync();
        await Settled(page);
    }

    /// <summary>Renews the page until nothing is done with the file any more, as a person does.</summary>
    private static async Task Settled(IPage page)
    {
        while (await page.Locator("#refresh").CountAsync() > 0)
        {
            await page.Locator("#refresh").ClickAsync();
        }
    }

    private static async Task<string> Download(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Descargar los 3 renglones" }).ClickAsync());
        await using var content = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(content);
        return await reader.ReadToEndAsync();
    }

    private static async Task Look(IPage page, bool javaScript, string name)
    {
        await page.ScreenshotAsync(new() { Path = Path.Combine(Browser.Screenshots, name + ".png"), FullPage = true });
        Assert.True(await page.Locator("h1").CountAsync() == 1);
        if (javaScript)
        {
            Assert.Empty(await Axe.Violations(page));
        }
    }

    private static void Plan(string location, string folder)
    {
        using var database = Database.Open(location);
        var years = new PlanYears(database, TimeProvider.System);
        years.Start(new PublicEntity("IEPC", "Instituto"), 2023, "", "ana");
        Import("unidades", "clave,nombre\n01,Presidencia\n");
        Import("programas", "clave,nombre\nR101,Elecciones\n");
        Import("proyectos", "unidad,clave,nombre,programa,subfuncion,ods,alineacion\n01,A001,Conducción,R101,1.3.6,16.7,Eje 1\n");
        Import("indicadores", "unidad,proyecto,nombre,unidad_medida,mar,jun,sep,dic\n01,A001,Sesiones,Sesión,3,3,3,3\n");
        Import("aprobado", "documento,fecha,autoridad,clave_presupuestaria,ene,feb\nDEC-1,2023-01-01,Decreto,01-R101-A001-21101-1-11,1000,1000\n");
        years.Approve("IEPC", 2023, new(new(2023, 1, 1), "Decreto"), "ana");
        years.Open("IEPC", 2023, "ana");

        void Import(string mapping, string content)
        {
            var path = Path.Combine(folder, mapping + ".csv");
            File.WriteAllText(path, content);
            var outcome = new ImportTable(database, TimeProvider.System).Execute(new()
            {
                Path = path,
                FileName = mapping,
                EntityCode = "IEPC",
                Year = 2023,
                Mapping = BuiltInMappings.Find(mapping)!,
                Actor = "ana",
            });
            Assert.Equal(ImportState.Applied, outcome.State);
        }
    }
}
