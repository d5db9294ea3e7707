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
    private const string Nothing = "/nothing";

    /// <summary>One visit of each page for all that is asked of it at that size: a visit takes longer than a question.</summary>
    [Theory]
    [InlineData("", Sight.Desk)]
    [InlineData("", Sight.Telephone)]
    [InlineData("", Sight.Narrowest)]
    [InlineData("", Sight.Zoomed)]
    [InlineData("", Sight.LargeText)]
    [InlineData("/en", Sight.Desk)]
    [InlineData("/en", Sight.Telephone)]
    public async Task Can_be_read_and_has_neither_barrier_nor_error(string language, Sight sight)
    {
        var wrong = new ConcurrentQueue<string>();
        await OnEach((await All()).Append(Nothing), sight, page => Listen(page, wrong), async (page, path) =>
        {
            await page.GotoAsync(language + path);
            if (sight is Sight.Desk or Sight.Telephone)
            {
                await Picture(page, language, path);
                Tell(await Sights.FindBarriers(page), wrong);
            }

            Tell(await Sights.FindUnreadable(page), wrong);
        });
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong));
    }

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

    [Fact]
    public async Task A_first_visit_is_light()
    {
        await OnEach(await All(), Sight.Desk, static _ => { }, async (page, path) =>
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

    /// <summary>A picture for the manual.</summary>
    private static async Task Picture(IPage page, string language, string path)
    {
        if (language.Length > 0 || path == Nothing)
        {
            return;
        }

        var name = string.Join('-', path.Split('/', StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        var file = Path.Combine(Browser.Screenshots, $"{name}-{page.ViewportSize!.Width}.png");
        await page.ScreenshotAsync(new() { Path = file, FullPage = true });
        Assert.True(new FileInfo(file).Length > 10_000, $"The picture of {path} is blank.");
    }

    /// <summary>From now on whatever a page logs, a breach of its own security policy too, is wrong.</summary>
    private static void Listen(IPage page, ConcurrentQueue<string> wrong)
    {
        page.Console += (_, message) =>
        {
            // What the browser advises about forms with passwords is neither an error nor a breach; nor is a page that is not there.
            var isAdvice = message.Text.StartsWith("[DOM]", StringComparison.Ordinal);
            if (!isAdvice && !page.Url.EndsWith(Nothing, StringComparison.Ordinal))
            {
                wrong.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => wrong.Enqueue($"{page.Url}: {error}");
    }

    private static void Tell(IEnumerable<string> found, ConcurrentQueue<string> wrong)
    {
        foreach (var one in found)
        {
            wrong.Enqueue(one);
        }
    }

    /// <summary>Looks at pages in several windows at once: a browser mostly waits, and there are hundreds of pages.</summary>
    private async Task OnEach(IEnumerable<string> paths, Sight sight, Action<IPage> begin, Func<IPage, string, Task> look)
    {
        var left = new ConcurrentQueue<string>(paths);
        await Task.WhenAll(Enumerable.Range(0, Windows).Select(async _ =>
        {
            var page = await browser.Open(sight);
            begin(page);
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
