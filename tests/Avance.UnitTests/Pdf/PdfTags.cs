using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Avance.UnitTests.Pdf;

/// <summary>A tag of a PDF as another reader finds it.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Scope">Which cells it heads, or null.</param>
/// <param name="Columns">How many columns it spans.</param>
/// <param name="Rows">How many rows it spans.</param>
/// <param name="Kids">The tags inside.</param>
/// <param name="Text">Its own text, without that of the tags inside.</param>
internal sealed record PdfTag(string Type, string? Scope, int Columns, int Rows, IReadOnlyList<PdfTag> Kids, string Text)
{
    /// <summary>This tag and all inside, in reading order.</summary>
    public IEnumerable<PdfTag> All() => Kids.SelectMany(k => k.All()).Prepend(this);
}

/// <summary>Reads the tags of a PDF with PdfPig, so that our writer is not judged by our reader.</summary>
internal sealed class PdfTags(PdfDocument document)
{
    private readonly Dictionary<IndirectReference, Dictionary<int, string>> _pages = [];

    public static PdfTag Read(PdfDocument document)
    {
        var tags = new PdfTags(document);
        var pages = tags.Dictionary(document.Structure.Catalog.CatalogDictionary.Data["Pages"]);
        foreach (var (index, page) in ((ArrayToken)pages.Data["Kids"]).Data.Index())
        {
            tags._pages.Add(((IndirectReferenceToken)page).Data, Texts(document.GetPage(index + 1)));
        }

        var tree = tags.Dictionary(document.Structure.Catalog.CatalogDictionary.Data["StructTreeRoot"]);
        return tags.Tag(((ArrayToken)tree.Data["K"]).Data[0]);
    }

    private PdfTag Tag(IToken token)
    {
        var element = Dictionary(token);
        var attributes = element.Data.TryGetValue("A", out var a) ? Dictionary(a) : new DictionaryToken(new Dictionary<NameToken, IToken>());
        var kids = new List<PdfTag>();
        var text = "";
        if (element.Data.TryGetValue("K", out var content))
        {
            foreach (var kid in content is ArrayToken array ? array.Data : [content])
            {
                if (kid is NumericToken id)
                {
                    text += _pages[((IndirectReferenceToken)element.Data["Pg"]).Data].GetValueOrDefault(id.Int, "");
                }
                else if (kid is DictionaryToken marked)
                {
                    text += _pages[((IndirectReferenceToken)marked.Data["Pg"]).Data].GetValueOrDefault(((NumericToken)marked.Data["MCID"]).Int, "");
                }
                else
                {
                    kids.Add(Tag(kid));
                }
            }
        }

        return new(
            ((NameToken)element.Data["S"]).Data,
            attributes.Data.TryGetValue("Scope", out var scope) ? ((NameToken)scope).Data : null,
            attributes.Data.TryGetValue("ColSpan", out var columns) ? ((NumericToken)columns).Int : 1,
            attributes.Data.TryGetValue("RowSpan", out var rows) ? ((NumericToken)rows).Int : 1,
            kids,
            text);
    }

    private DictionaryToken Dictionary(IToken token) => token is IndirectReferenceToken reference
        ? (DictionaryToken)document.Structure.GetObject(reference.Data).Data
        : (DictionaryToken)token;

    private static Dictionary<int, string> Texts(Page page) => page.GetMarkedContents()
        .Where(m => m.MarkedContentIdentifier >= 0)
        .ToDictionary(m => m.MarkedContentIdentifier, m => string.Concat(m.Letters.Select(l => l.Value)));
}
