namespace Avance.App.Importing;

/// <summary>Reads the text of pages. Fonts are read once for all of them.</summary>
/// <param name="source">The file.</param>
/// <param name="budget">What reading may cost.</param>
/// <param name="isExact">Whether the file writes every space: ours do, others leave some to the reader's eye.</param>
internal sealed class PdfPageReader(PdfSource source, PdfBudget budget, bool isExact)
{
    private const int MaxFonts = 200;
    private const int MaxParts = 1_000;

    private readonly Dictionary<int, PdfFontText> _fonts = [];

    /// <summary>Reads the text of a page.</summary>
    public PdfPageText Read(PdfDictionary page, PdfDictionary resources)
    {
        var fonts = source.Dictionary(resources["Font"]);
        var properties = source.Dictionary(resources["Properties"]);
        var operations = new PdfTextOperations(
            name => Font(fonts[name]), name => source.Dictionary(properties[name]), source, budget, isExact);
        var parts = source.Values(page["Contents"]);
        if (parts.Count > MaxParts)
        {
            throw new InvalidDataException("A page has too many parts.");
        }

        foreach (var part in parts)
        {
            if (source.Resolve(part) is PdfStream stream)
            {
                var data = source.Data(stream);
                budget.Spend(data.Count * 4L);
                operations.Follow(new PdfScanner(data.Array!, data.Offset, data.Offset + data.Count));
            }
        }

        return operations.Page;
    }

    private PdfFontText Font(PdfValue value)
    {
        if (value is not PdfReference { Number: var number })
        {
            return new PdfFontText(source, source.Dictionary(value), budget);
        }

        if (!_fonts.TryGetValue(number, out var font))
        {
            if (_fonts.Count >= MaxFonts)
            {
                throw new InvalidDataException("The file has too many fonts.");
            }

            font = new PdfFontText(source, source.Dictionary(value), budget);
            _fonts.Add(number, font);
        }

        return font;
    }
}
