using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Avance.Web.Ui;

/// <summary>Long lists in pages, so that no page is heavier than a poor network can carry.</summary>
internal static class Pager
{
    /// <summary>How many pages <paramref name="items"/> make; at least one, even when empty.</summary>
    public static int Count(int items, int perPage) => Math.Max(1, (items + perPage - 1) / perPage);

    /// <summary>Reads the page asked for: 1 when none is; false when it is no page of these.</summary>
    public static bool TryRead(HttpContext context, int pages, out int page)
    {
        var text = context.Request.Query["page"].ToString();
        page = 1;
        return text.Length == 0 || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) && page >= 1 && page <= pages);
    }

    /// <summary>Why a page was refused.</summary>
    public static LocalizedText Refusal(int pages) => new($"La página se escribe con un número del 1 al {pages}: ?page=1.", $"The page is written as a number from 1 to {pages}: ?page=1.");
}
