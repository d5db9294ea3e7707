using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Avance.IntegrationTests.Web;

/// <summary>A form of a page as a browser would send it, so that one of its texts can be another.</summary>
/// <param name="Address">Where it goes.</param>
/// <param name="Values">All that it sends.</param>
/// <param name="Texts">The names of what a person may type in it.</param>
/// <param name="Blanks">What somebody would fill in where nothing is.</param>
internal sealed record TypedForm(string Address, IReadOnlyList<(string Name, string Value)> Values, IReadOnlyList<string> Texts, IReadOnlyDictionary<string, string> Blanks)
{
    private static readonly string[] NotTyped = ["hidden", "checkbox", "radio", "file", "password", "submit"];

    /// <summary>The forms of a page in which something can be typed, once for each address to which a button of theirs sends them.</summary>
    /// <param name="page">The page.</param>
    /// <param name="path">Its address.</param>
    public static IEnumerable<TypedForm> Of(IHtmlDocument page, string path) =>
        from form in page.QuerySelectorAll("main form[method=post]:not([enctype])")
        let controls = form.QuerySelectorAll("input[name], textarea[name], select[name]").ToList()
        let texts = controls.Where(IsTyped).Select(NameOf).Distinct().ToList()
        where texts.Count > 0
        let values = controls.Where(IsSent).Select(e => (NameOf(e), ValueOf(e))).ToList()
        let blanks = controls.Where(e => IsBox(e) ? !controls.Exists(b => IsBox(b) && IsSent(b)) : ValueOf(e).Length == 0).GroupBy(NameOf).ToDictionary(g => g.Key, g => Filling(g.First()))
        from address in form.QuerySelectorAll("button[formaction]").Select(b => b.GetAttribute("formaction")!).Prepend(form.GetAttribute("action") ?? path)
        select new TypedForm(address, values, texts, blanks);

    /// <summary>The form with another text in one of its fields; something in every other, when it is to be filled in.</summary>
    public (string Name, string Value)[] With(string name, string text, bool isFilled) =>
        [.. Values.Where(v => v.Name != name && !(isFilled && Blanks.ContainsKey(v.Name))), .. Blanks.Where(b => isFilled && b.Key != name).Select(b => (b.Key, b.Value)), (name, text)];

    private static string NameOf(IElement e) => e.GetAttribute("name")!;

    private static bool IsTyped(IElement e) => e is IHtmlTextAreaElement ? !e.HasAttribute("hidden") : e is IHtmlInputElement && !NotTyped.Contains(e.GetAttribute("type"));

    private static bool IsBox(IElement e) => e.GetAttribute("type") is "checkbox" or "radio";

    private static bool IsSent(IElement e) => IsBox(e) ? e.HasAttribute("checked") : e.GetAttribute("type") != "file";

    private static string ValueOf(IElement e) => e switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => e.GetAttribute("value") ?? "",
    };

    private static string Filling(IElement e) => e switch
    {
        IHtmlSelectElement select => select.Options.Select(o => o.Value).FirstOrDefault(v => v.Length > 0) ?? "",
        _ when IsBox(e) => ValueOf(e),
        _ => (e.GetAttribute("type"), e.GetAttribute("inputmode")) switch
        {
            ("email", _) => "luis@example.org",
            (null, "numeric") => "15/11/2025",
            (null, null) => "Texto",
            _ => "",
        },
    };
}
