namespace Avance.App.Importing;

/// <summary>The pages of a PDF in order, and their text; the last few read are kept.</summary>
internal sealed class PdfPages
{
    private const int MaxPages = 20_000;
    private const int MaxDepth = 48;
    private const int MaxKept = 2_000_000;

    private readonly PdfSource _source;
    private readonly PdfPageReader _reader;
    private readonly List<(int Number, PdfValue Resources)> _pages = [];
    private readonly Dictionary<int, int> _positions = [];
    private readonly Dictionary<int, PdfPageText> _texts = [];
    private readonly Queue<int> _order = new();
    private int _kept;

    public PdfPages(PdfSource source, PdfPageReader reader, PdfValue root)
    {
        _source = source;
        _reader = reader;
        Collect(root, PdfValue.None, 0);
    }

    /// <summary>How many there are.</summary>
    public int Count => _pages.Count;

    /// <summary>1-based position of a page, by its object number; 0 when it is no page.</summary>
    public int Position(int number) => _positions.GetValueOrDefault(number);

    /// <summary>Whether any of the first pages has text: what was scanned has none.</summary>
    public bool HaveText(int pages) => _pages.Take(pages).Any(p => Text(p.Number)?.HasText == true);

    /// <summary>The text of a page, by its object number; null when it is no page.</summary>
    public PdfPageText? Text(int number)
    {
        if (_texts.TryGetValue(number, out var text) || !_positions.TryGetValue(number, out var position))
        {
            return text;
        }

        var page = _source.Dictionary(new PdfReference(number));
        text = _reader.Read(page, _source.Dictionary(page["Resources"] is var own && own != PdfValue.None ? own : _pages[position - 1].Resources));
        _texts.Add(number, text);
        _order.Enqueue(number);
        for (_kept += text.Size; _kept > MaxKept && _order.Count > 2;)
        {
            _texts.Remove(_order.Dequeue(), out var oldest);
            _kept -= oldest!.Size;
        }

        return text;
    }

    private void Collect(PdfValue value, PdfValue resources, int depth)
    {
        var node = _source.Dictionary(value);
        if (depth > MaxDepth || _pages.Count > MaxPages)
        {
            throw new InvalidDataException("The tree of pages is too deep or too large.");
        }

        resources = node["Resources"] is var own && own != PdfValue.None ? own : resources;
        if (node["Kids"] != PdfValue.None)
        {
            foreach (var kid in _source.Values(node["Kids"]))
            {
                Collect(kid, resources, depth + 1);
            }
        }
        else if (value is PdfReference { Number: var number } && _positions.TryAdd(number, _pages.Count + 1))
        {
            _pages.Add((number, resources));
        }
    }
}
