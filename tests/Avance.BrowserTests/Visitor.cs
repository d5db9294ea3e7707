using Microsoft.Playwright;
using Xunit;

namespace Avance.BrowserTests;

/// <summary>Somebody at a page, with a mouse or with nothing but the keyboard.</summary>
/// <param name="page">The page.</param>
/// <param name="byKeyboard">Whether they never point.</param>
internal sealed class Visitor(IPage page, bool byKeyboard)
{
    /// <summary>Further than any page has places to stop at.</summary>
    private const int MostSteps = 300;

    /// <summary>
    /// Which key leads from what has the focus to an element, or nothing once it has it; and what keeps the focus from being seen: no
    /// line around it, outside the window, under something that stays there.
    /// </summary>
    private const string Way = """
        wanted => {
          const now = document.activeElement;
          const say = (key, problem = '') => `${key}|${problem}`;
          const key = now === wanted ? '' : now.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_FOLLOWING ? 'Tab' : 'Shift+Tab';
          if (now === document.body || now.id === 'main' || now.matches('[autofocus]')) {
            return say(key);
          }

          const style = getComputedStyle(now);
          const name = `${now.localName}.${now.className}#${now.id} «${(now.value || now.textContent).trim().slice(0, 40)}»`;
          if ((style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) && style.boxShadow === 'none') {
            return say(key, `nothing around ${name}`);
          }

          const box = now.getClientRects()[0];
          // Of a text area the browser shows the line that is written; of a region that is as high as the window, its beginning.
          const isTall = now.localName === 'textarea' || box.height > innerHeight / 2;
          const [top, bottom] = [Math.max(box.top, 0), Math.min(box.bottom, innerHeight)];
          const [left, right] = [Math.max(box.left, 0), Math.min(box.right, innerWidth)];
          if (right - left < Math.min(box.width, 32) || bottom - top < (isTall ? 30 : box.height - 2)) {
            return say(key, `outside the window: ${name} ${JSON.stringify(box)}`);
          }

          for (const y of isTall ? [top + 3, top + 27] : [top + 3, (top + bottom) / 2, bottom - 3]) {
            const over = document.elementFromPoint((left + right) / 2, y);
            if (over && !now.contains(over) && !over.contains(now)) {
              return say(key, `${name} is under ${over.localName}.${over.className}`);
            }
          }

          return say(key);
        }
        """;

    /// <summary>The page.</summary>
    public IPage Page => page;

    /// <summary>Follows a link, presses a button, opens what is closed.</summary>
    public async Task Press(ILocator place)
    {
        if (byKeyboard)
        {
            await Reach(place);
            await page.Keyboard.PressAsync("Enter");
        }
        else
        {
            await place.ClickAsync();
        }
    }

    /// <summary>Presses the last button of a name.</summary>
    public Task Press(string button) => Press(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).Last);

    /// <summary>Follows the first link whose name has these words.</summary>
    public Task Follow(string link) => Press(page.GetByRole(AriaRole.Link, new() { Name = link }).First);

    /// <summary>Writes in the first box of a name.</summary>
    public Task Write(string label, string text) => Write(page.GetByLabel(label).First, text);

    /// <summary>Writes in a box, in place of what it says.</summary>
    public async Task Write(ILocator box, string text)
    {
        if (byKeyboard)
        {
            await Reach(box);
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.TypeAsync(text);
        }
        else
        {
            await box.FillAsync(text);
        }
    }

    /// <summary>Chooses the next of a list.</summary>
    public async Task ChooseNext(string label)
    {
        if (byKeyboard)
        {
            await Reach(page.GetByLabel(label));
            await page.Keyboard.PressAsync("ArrowDown");
        }
        else
        {
            await page.GetByLabel(label).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        }
    }

    /// <summary>Chooses a file. The window of files that opens is the machine's own.</summary>
    public async Task ChooseFile(ILocator box, string name, byte[] content)
    {
        if (byKeyboard)
        {
            await Reach(box);
        }

        await box.SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
    }

    /// <summary>Goes to a place by the Tab key, forwards or backwards, and sees at each stop where it is.</summary>
    public async Task Reach(ILocator place)
    {
        var wanted = await place.ElementHandleAsync();
        for (var step = 0; step < MostSteps; step++)
        {
            var answer = (await wanted.EvaluateAsync<string>(Way)).Split('|', 2);
            if (answer[1].Length > 0)
            {
                // What just moved is put right in the next picture that the browser draws.
                await Task.Delay(100);
                answer = (await wanted.EvaluateAsync<string>(Way)).Split('|', 2);
            }

            Assert.True(answer[1].Length == 0, $"{new Uri(page.Url).PathAndQuery}: the focus cannot be seen: {answer[1]}");
            if (answer[0].Length == 0)
            {
                return;
            }

            await page.Keyboard.PressAsync(answer[0]);
        }

        Assert.Fail($"{new Uri(page.Url).PathAndQuery}: no key leads to {place}.");
    }
}
