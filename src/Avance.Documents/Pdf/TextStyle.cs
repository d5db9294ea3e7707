namespace Avance.Documents.Pdf;

/// <summary>How text looks. Lengths are twentieths of a point.</summary>
/// <param name="Font">Its font.</param>
/// <param name="Size">Size of the letters.</param>
/// <param name="Leading">From one baseline to the next.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="Stretch">Width of the letters, per cent of what the font draws.</param>
internal sealed record TextStyle(FontSubset Font, int Size, int Leading, PdfColor Ink, int Stretch = 100)
{
    /// <summary>Font units that fit in a width.</summary>
    public long Fits(int width) => (long)width * 100_000 / (Size * Stretch);

    /// <summary>Width of a text, without the spaces at its end.</summary>
    public int Width(ReadOnlySpan<char> text) => FromUnits(Font.Width(text.TrimEnd(' ')));

    /// <summary>Font units as a width, rounded up.</summary>
    public int FromUnits(long units) => (int)(((units * Size * Stretch) + 99_999) / 100_000);
}

/// <summary>A line of a wrapped text: where it begins, how long it is with its trailing spaces, and how wide without.</summary>
internal readonly record struct TextLine(int Start, int Length, int Width);
