using System.Text;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Avance.BrowserTests;

/// <summary>What people come to do, with and without JavaScript.</summary>
[Collection(nameof(Browser))]
public sealed class JourneyTests(Browser browser)
{
    private const string Report = "/IEPC/2023-Q3";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_board_to_a_project_to_its_finding_to_the_rule_and_back(bool javaScript)
    {
        var page = await browser.Open(javaScript: javaScript);
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Instituto de Elecciones y Participación Ciudadana");

        await page.GetByRole(AriaRole.Row, new() { Name = "A019" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("OFICINAS REGIONALES");
        await Expect(page.Locator(".finding").First).ToContainTextAsync("Requiere justificación");

        await page.GetByRole(AriaRole.Link, new() { Name = "AVP-020" }).ClickAsync();
        await Expect(page.Locator(".kicker")).ToHaveTextAsync("AVP-020");
        await page.GetByRole(AriaRole.Link, new() { Name = "2 hallazgos" }).ClickAsync();
        await Expect(page.Locator("tbody tr")).ToHaveCountAsync(2);

        await page.GoBackAsync();
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("OFICINAS REGIONALES");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_findings_to_those_of_one_severity_to_their_csv(bool javaScript)
    {
        var page = await browser.Open(javaScript: javaScript);
        await page.GotoAsync(Report + "/findings");
        await page.GetByLabel("Gravedad").SelectOptionAsync("warning");
        await page.GetByRole(AriaRole.Button, new() { Name = "Filtrar" }).ClickAsync();
        await Expect(page.GetByLabel("Gravedad")).ToHaveValueAsync("warning");
        var rows = await page.Locator("tbody tr").CountAsync();
        Assert.InRange(rows, 1, 100);
        await Expect(page.Locator("tbody tr .sev-warning")).ToHaveCountAsync(rows);

        var csv = await Download(page, page.GetByRole(AriaRole.Link, new() { Name = "CSV" }));
        Assert.Equal(rows + 1, Encoding.UTF8.GetString(csv.Content).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_the_report_to_its_print(bool javaScript)
    {
        var page = await browser.Open(javaScript: javaScript);
        await page.GotoAsync(Report);
        await page.GetByRole(AriaRole.Link, new() { Name = "Informe oficial" }).ClickAsync();
        var pdf = await Download(page, page.GetByRole(AriaRole.Link, new() { Name = "PDF" }));
        Assert.Equal("avance-IEPC-2023-Q3.pdf", pdf.Name);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(pdf.Content, 0, 5));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_Spanish_to_English_and_on_without_losing_the_language_or_the_filter(bool javaScript)
    {
        var page = await browser.Open(javaScript: javaScript);
        await page.GotoAsync(Report + "/findings?severity=warning");
        await page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Findings");
        await Expect(page.GetByLabel("Severity")).ToHaveValueAsync("warning");
        await page.GetByRole(AriaRole.Link, new() { Name = "Board" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(browser.Address + "/en/IEPC/2023-Q3");
        await page.GetByRole(AriaRole.Link, new() { Name = "Español" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(browser.Address + "/IEPC/2023-Q3");
    }

    [Fact]
    public async Task With_the_keyboard_alone_the_header_is_skipped_and_a_wide_table_is_scrolled()
    {
        var page = await browser.Open(360);
        await page.GotoAsync(Report + "/report");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip")).ToBeFocusedAsync();
        await Expect(page.Locator(".skip")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("main")).ToBeFocusedAsync();

        var region = page.GetByRole(AriaRole.Region, new() { Name = "Tabla del informe oficial" });
        for (var i = 0; i < 40 && !await region.EvaluateAsync<bool>("r => r === document.activeElement"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
        }

        await Expect(region).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("() => document.activeElement.scrollLeft > 0");
    }

    [Fact]
    public async Task With_the_keyboard_alone_the_findings_are_filtered()
    {
        var page = await browser.Open();
        await page.GotoAsync(Report + "/findings");
        await page.GetByLabel("Clave del proyecto").FocusAsync();
        await page.Keyboard.TypeAsync("A013");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("9 hallazgos de");
        await Expect(page.GetByLabel("Clave del proyecto")).ToHaveValueAsync("A013");
    }

    [Fact]
    public async Task On_paper_the_page_is_the_report_and_not_the_site()
    {
        var page = await browser.Open();
        await page.GotoAsync(Report + "/report");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".site-nav")).ToBeHiddenAsync();
        await Expect(page.Locator(".downloads")).ToBeHiddenAsync();
        await Expect(page.Locator("table.official")).ToBeVisibleAsync();
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true });
        var pages = Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length - 1;
        Assert.InRange(pages, 3, 8);
    }

    private static async Task<(string Name, byte[] Content)> Download(IPage page, ILocator link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => link.First.ClickAsync());
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }
}
