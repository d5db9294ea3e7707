using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Avance.IntegrationTests.Web;

/// <summary>What people read of a page.</summary>
internal static partial class PageText
{
    /// <summary>A page from its text.</summary>
    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>The words of an element, spaces of any kind and number as one.</summary>
    public static string Words(this INode? node) => Spaces().Replace(node!.TextContent, " ").Trim();

    /// <summary>The body cells of a table, row by row.</summary>
    public static List<List<string>> Rows(this IElement table) =>
        [.. table.QuerySelectorAll("tbody tr").Select(r => r.Children.Select(c => c.Words()).ToList())];

    /// <summary>The table with that caption.</summary>
    public static IElement Table(this IHtmlDocument page, string caption) =>
        page.QuerySelectorAll("table").Single(t => t.QuerySelector("caption").Words() == caption);

    [GeneratedRegex(@"[\s\u00A0]+")]
    private static partial Regex Spaces();
}
