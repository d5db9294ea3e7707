using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace Avance.BrowserTests;

/// <summary>What must hold on every page, in a real browser: a page is covered the day it is mapped.</summary>
[Collection(nameof(Browser))]
public sealed class EveryPageTests(Browser browser)
{
    private const int MaxBytes = 40 * 1024;
    private const int MaxScripts = 4;
    private const int Windows = 4;

    [Theory]
    [InlineData("", Sight.Desk)]
    [InlineData("", Sight.Telephone)]
    [InlineData("/en", Sight.Desk)]
    [InlineData("/en", Sight.Telephone)]
    public async Task Axe_finds_nothing(string language, Sight sight) => await OnEach((await All()).Append("/nothing"), sight, async (page, path) =>
    {
        await page.GotoAsync(language + path);
        await Sights.HasNoBarrier(page);
    });

    [Fact]
    public async Task Axe_finds_what_is_wrong_when_something_is()
    {
        var page = await browser.Open();
        await page.GotoAsync("/IEPC/2023-Q3/findings");
        await page.EvaluateAsync("document.documentElement.removeAttribute('lang'); document.querySelector('label[for=rule]').remove(); document.querySelector('main').replaceWith(...document.querySelector('main').childNodes);");
        var violations = await Axe.Violations(page);
        Assert.Contains(violations, v => v.StartsWith("html-has-lang:", StringComparison.Ordinal));
        Assert.Contains(violations, v => v.StartsWith("select-name:", StringComparison.Ordinal));
        Assert.Contains(violations, v => v.StartsWith("landmark-one-main:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Sight.Desk)]
    [InlineData(Sight.Telephone)]
    [InlineData(Sight.Narrowest)]
    [InlineData(Sight.Zoomed)]
    [InlineData(Sight.LargeText)]
    public async Task Everything_can_be_read(Sight sight)
    {
        var unreadable = new ConcurrentQueue<string>();
        await OnEach((await All()).Append("/nothing"), sight, async (page, path) =>
        {
            await page.GotoAsync(path);
            foreach (var found in await Sights.FindUnreadable(page))
            {
                unreadable.Enqueue(found);
            }
        });
        Assert.True(unreadable.IsEmpty, string.Join('\n', unreadable));
    }

    [Fact]
    public async Task A_first_visit_is_light()
    {
        await OnEach(await All(), Sight.Desk, async (page, path) =>
        {
            // Nothing is kept from the page before.
            var tools = await page.Context.NewCDPSessionAsync(page);
            await tools.SendAsync("Network.enable");
            await tools.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
            var requests = new List<IRequest>();
            EventHandler<IRequest> add = (_, request) => requests.Add(request);
            page.Request += add;
            await page.GotoAsync(path);
            page.Request -= add;
            await tools.DetachAsync();
            var bytes = 0;
            foreach (var request in requests.ToList())
            {
                bytes += (await request.SizesAsync()).ResponseBodySize;
            }

            var scripts = requests.Count(r => r.ResourceType == "script");
            Assert.InRange(scripts, 0, MaxScripts);
            Assert.InRange(requests.Count - scripts, 2, 3);
            Assert.True(bytes is > 1024 and <= MaxBytes, $"{path} weighs {bytes} bytes.");
        });
    }

    [Fact]
    public async Task No_page_breaks_its_own_security_policy_or_logs_an_error()
    {
        var messages = new ConcurrentQueue<string>();
        await OnEach(
            await All(),
            Sight.Desk,
            static (page, path) => page.GotoAsync(path),
            page =>
            {
                // What the browser advises about forms with passwords is neither an error nor a breach.
                page.Console += (_, message) =>
                {
                    if (!message.Text.StartsWith("[DOM]", StringComparison.Ordinal))
                    {
                        messages.Enqueue($"{page.Url}: {message.Text}");
                    }
                };
                page.PageError += (_, error) => messages.Enqueue($"{page.Url}: {error}");
            });
        Assert.Empty(messages);
    }

    [Theory]
    [InlineData(Sight.Desk)]
    [InlineData(Sight.Telephone)]
    public async Task Every_page_is_pictured_for_the_manual(Sight sight)
    {
        await OnEach(await All(), sight, async (page, path) =>
        {
            await page.GotoAsync(path);
            var name = string.Join('-', path.Split('/', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
            var file = Path.Combine(Browser.Screenshots, $"{name}-{page.ViewportSize!.Width}.png");
            await page.ScreenshotAsync(new() { Path = file, FullPage = true });
            Assert.True(new FileInfo(file).Length > 10_000, $"The picture of {path} is blank.");
        });
    }

    /// <summary>Looks at pages in several windows at once: a browser mostly waits, and there are hundreds of pages.</summary>
    private async Task OnEach(IEnumerable<string> paths, Sight sight, Func<IPage, string, Task> look, Action<IPage>? begin = null)
    {
        var left = new ConcurrentQueue<string>(paths);
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(async _ =>
        {
            var page = await browser.Open(sight);
            begin?.Invoke(page);
            while (left.TryDequeue(out var path))
            {
                await look(page, path);
            }

            await page.Context.CloseAsync();
        }));
    }

    private async Task<IReadOnlyList<string>> All()
    {
        var pages = await browser.Pages();
        Assert.True(pages.Count >= 9, $"Only {pages.Count} pages were found.");
        return pages;
    }
}
