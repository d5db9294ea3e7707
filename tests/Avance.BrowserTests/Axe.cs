using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Avance.BrowserTests;

/// <summary>Asks axe what is wrong with a page.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// What is wrong with a page by every rule that axe has on, each with the first places where it is. What is in order is not
    /// described, and results are gathered in the page itself, which has no frames: either takes longer than finding out.
    /// </summary>
    public static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        await page.EvaluateAsync(Script);
        return await page.EvaluateAsync<string[]>(
            "async () => (await axe.run({ resultTypes: ['violations'] })).violations.map(v => `${v.id}: ${v.help} ${v.nodes.slice(0, 3).map(n => n.html).join(' ')}`)");
    }
}
