using Microsoft.Playwright;
using Xunit;

namespace Avance.BrowserTests;

/// <summary>What somebody reads pages with.</summary>
public enum Sight
{
    /// <summary>The screen of a desk.</summary>
    Desk,

    /// <summary>A telephone.</summary>
    Telephone,

    /// <summary>The screen of a desk with everything at four times its size (WCAG 1.4.10).</summary>
    Narrowest,

    /// <summary>The screen of a desk with everything at twice its size.</summary>
    Zoomed,

    /// <summary>The screen of a desk with all text at twice its size (WCAG 1.4.4).</summary>
    LargeText,
}

/// <summary>What must hold of whatever a page shows, at every size: nothing is cut, nothing lies over anything else.</summary>
public static class Sights
{
    /// <summary>
    /// What cannot be read on a page: text or boxes beyond the window, cut by what they stand in, or over one another. What a region
    /// of its own scrolls may lie outside of it.
    /// </summary>
    private const string Unreadable = """
        () => {
          const found = [];
          const tell = (what, e) => found.push(`${what}: ${e.localName}.${e.className}#${e.id} «${(e.value || e.textContent).trim().slice(0, 50)}»`);
          if (document.documentElement.scrollWidth > innerWidth) {
            found.push(`the page is ${document.documentElement.scrollWidth - innerWidth} pixels too wide`);
          }

          const style = new Map();
          const styleOf = e => style.get(e) ?? (style.set(e, getComputedStyle(e)), style.get(e));
          const ancestors = function* (e) { for (let a = e.parentElement; a; a = a.parentElement) { yield a; } };
          const isUnseen = e => !e.checkVisibility({ visibilityProperty: true }) || e.closest('svg, .skip') || [e, ...ancestors(e)].some(a => styleOf(a).clipPath === 'inset(50%)');
          const isSticky = e => [e, ...ancestors(e)].some(a => styleOf(a).position === 'sticky');
          const boxes = [];
          const add = (e, rect, inset) => {
            let { left, right, top, bottom } = rect;
            for (const a of ancestors(e)) {
              const overflow = styleOf(a).overflowX;
              const frame = a.getBoundingClientRect();
              if (overflow === 'auto' || overflow === 'scroll') {
                [left, right, top, bottom] = [Math.max(left, frame.left), Math.min(right, frame.right), Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
              } else if (overflow !== 'visible' && (left < frame.left - 1 || right > frame.right + 1)) {
                tell('cut', e);
              }
            }

            if (right > innerWidth + 1 || left < -1) {
              tell('beyond the window', e);
            }

            const height = (bottom - top) * inset;
            if (right - left > 1 && bottom - top > 1) {
              boxes.push({ e, left, right, top: top + height, bottom: bottom - height });
            }
          };
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const [text, e] = [texts.currentNode, texts.currentNode.parentElement];
            if (!text.data.trim() || isUnseen(e) || isSticky(e) || e.closest('select, textarea, datalist')) {
              continue;
            }

            const range = document.createRange();
            range.selectNodeContents(text);
            const block = [e, ...ancestors(e)].find(a => !styleOf(a).display.startsWith('inline') || styleOf(a).display === 'inline-block');
            const frame = block.getBoundingClientRect();
            for (const rect of range.getClientRects()) {
              if (rect.right > frame.right + 1 || rect.left < frame.left - 1) {
                tell('out of its box', e);
              }

              add(e, rect, .25);
            }
          }

          for (const e of document.querySelectorAll('input:not([type=hidden], [type=file]), select, textarea, button, summary, a.button')) {
            if (isUnseen(e) || isSticky(e)) {
              continue;
            }

            if (e.matches('input.figure') && e.scrollWidth > e.clientWidth + 1) {
              tell('its text is cut', e);
            }

            add(e, e.getBoundingClientRect(), 0);
          }

          boxes.sort((a, b) => a.top - b.top);
          boxes.forEach((a, i) => {
            for (let j = i + 1; j < boxes.length && boxes[j].top < a.bottom - 1; j++) {
              const b = boxes[j];
              if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 && Math.min(a.bottom, b.bottom) - b.top > 2 && !a.e.contains(b.e) && !b.e.contains(a.e)) {
                tell('over another', a.e);
                tell('under another', b.e);
              }
            }
          });
          return found.slice(0, 8);
        }
        """;

    /// <summary>The window that it is.</summary>
    internal static BrowserNewContextOptions Window(this Sight sight) => sight switch
    {
        Sight.Telephone => new() { ViewportSize = new() { Width = 360, Height = 740 } },
        Sight.Narrowest => new() { ViewportSize = new() { Width = 320, Height = 256 } },
        Sight.Zoomed => new() { ViewportSize = new() { Width = 640, Height = 450 } },
        _ => new() { ViewportSize = new() { Width = 1280, Height = 900 } },
    };

    /// <summary>All that a page shows can be read.</summary>
    public static async Task CanRead(IPage page)
    {
        var found = string.Join('\n', await FindUnreadable(page));
        Assert.True(found.Length == 0, found);
    }

    /// <summary>What of a page cannot be read.</summary>
    public static async Task<IEnumerable<string>> FindUnreadable(IPage page) => (await page.EvaluateAsync<string[]>(Unreadable)).Select(found => $"{Of(page)}: {found}");

    /// <summary>All that a page shows can be read, and nothing of it is a barrier.</summary>
    public static async Task Look(IPage page)
    {
        await page.WaitForLoadStateAsync();
        var found = string.Join('\n', (await FindUnreadable(page)).Concat(await FindBarriers(page)));
        Assert.True(found.Length == 0, found);
    }

    /// <summary>What axe finds wrong with a page.</summary>
    public static async Task<IEnumerable<string>> FindBarriers(IPage page) => (await Axe.Violations(page)).Select(found => $"{Of(page)}: {found}");

    private static string Of(IPage page) => $"{new Uri(page.Url).PathAndQuery} at {page.ViewportSize!.Width}";
}
