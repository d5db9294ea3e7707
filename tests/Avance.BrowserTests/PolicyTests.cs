using Microsoft.Playwright;
using Xunit;

namespace Avance.BrowserTests;

/// <summary>Markup that came into a page all the same, as a browser reads it: nothing in it runs.</summary>
[Collection(nameof(Browser))]
public sealed class PolicyTests(Browser browser)
{
    private const string Markup =
        """
        <script>window.ran = "a script"</script><script src="data:text/javascript,window.ran='data'"></script>
        <img src="x" onerror="window.ran = 'a handler'"><a id="trap" href="javascript:void(window.ran = 'an address')">x</a>
        <style>h1 { color: rgb(1, 2, 3) }</style><base href="https://example.org/"><iframe src="/reports"></iframe>
        """;

    /// <summary>On pages that have no script and on those that have ours.</summary>
    [Theory]
    [InlineData("/IEPC/2023-Q3")]
    [InlineData("/account/passkeys")]
    [InlineData("/work/DIF/2024/capture/2/02")]
    public async Task Nothing_that_came_into_a_page_runs(string path)
    {
        var page = await browser.Open();
        await page.RouteAsync("**" + path, async route =>
        {
            var response = await route.FetchAsync();
            await route.FulfillAsync(new() { Response = response, Body = (await response.TextAsync()).Replace("</main>", Markup + "</main>", StringComparison.Ordinal) });
        });
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Equal(1, await page.Locator("#trap").CountAsync());
        await page.EvaluateAsync("document.getElementById('trap').click()");
        await page.WaitForTimeoutAsync(200);
        Assert.Equal("nothing", await page.EvaluateAsync<string>("window.ran ?? 'nothing'"));
        Assert.NotEqual("rgb(1, 2, 3)", await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('h1')).color"));
        Assert.StartsWith(browser.Address, await page.EvaluateAsync<string>("document.baseURI"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
