namespace Avance.Documents.Pdf;

/// <summary>A colour of the sRGB space.</summary>
internal readonly record struct PdfColor(byte Red, byte Green, byte Blue);

/// <summary>
/// A page being painted. Lengths are twentieths of a point, from the lower left corner, whole numbers: they stay short in
/// the file and never round. Shapes lie under the text and mean nothing; text is marked with the element it belongs to, or
/// as an artifact.
/// </summary>
internal sealed class PdfPage(int number, ByteWriter shapes, ByteWriter text)
{
    private readonly List<int> _elements = [];
    private PdfColor _fill = new(1, 2, 3);
    private PdfColor _stroke = new(1, 2, 3);
    private PdfColor _ink;
    private int _ruleWidth = -1;
    private FontSubset? _font;
    private int _size;
    private int _stretch = 100;
    private int _leading = int.MinValue;
    private int _lineX;
    private int _lineY;

    /// <summary>Object number of the page.</summary>
    public int Number => number;

    /// <summary>Elements by the number of their marked content.</summary>
    public ReadOnlySpan<int> Elements => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_elements);

    /// <summary>A filled rectangle.</summary>
    public void Fill(int x, int y, int width, int height, PdfColor color)
    {
        if (color != _fill)
        {
            Color(shapes, color, "rg "u8);
            _fill = color;
        }

        shapes.Int(x).Byte((byte)' ').Int(y).Byte((byte)' ').Int(width).Byte((byte)' ').Int(height).Raw(" re f\n"u8);
    }

    /// <summary>A straight rule.</summary>
    public void Rule(int x1, int y1, int x2, int y2, int width, PdfColor color)
    {
        if (color != _stroke)
        {
            Color(shapes, color, "RG "u8);
            _stroke = color;
        }

        if (width != _ruleWidth)
        {
            shapes.Int(width).Raw(" w "u8);
            _ruleWidth = width;
        }

        shapes.Int(x1).Byte((byte)' ').Int(y1).Raw(" m "u8).Int(x2).Byte((byte)' ').Int(y2).Raw(" l S\n"u8);
    }

    /// <summary>Where the text begins that is known only when the document ends; null when the page has none.</summary>
    public (int X, int Y)? Reserved { get; set; }

    /// <summary>Begins content of an element.</summary>
    public MarkedContent Begin(string tag, int element)
    {
        var id = _elements.Count;
        _elements.Add(element);
        text.Byte((byte)'/');
        foreach (var letter in tag)
        {
            text.Byte((byte)letter);
        }

        text.Raw("<</MCID "u8).Int(id).Raw(">>BDC\n"u8);
        return new(number, id);
    }

    /// <summary>Begins text that is no part of the document's content: repeated headers, page numbers.</summary>
    public void BeginArtifact() => text.Raw("/Artifact<</Type/Pagination>>BDC\n"u8);

    /// <summary>Ends what was begun.</summary>
    public void End() => text.Raw("EMC\n"u8);

    /// <summary>Shows a piece of text.</summary>
    /// <param name="piece">The text.</param>
    /// <param name="x">Left end.</param>
    /// <param name="y">Baseline.</param>
    /// <param name="style">How it looks.</param>
    public void Text(ReadOnlySpan<char> piece, int x, int y, TextStyle style)
    {
        Use(style);
        var (dx, dy) = (x - _lineX, y - _lineY);
        (_lineX, _lineY) = (x, y);
        var isNextLine = dx == 0 && dy == -_leading;
        if (!isNextLine && (dx != 0 || dy != 0))
        {
            text.Int(dx).Byte((byte)' ').Int(dy).Raw(" Td"u8);
        }

        text.Byte((byte)'(');
        style.Font.Encode(piece, text);
        text.Raw(isNextLine ? ")'\n"u8 : ")Tj\n"u8);
    }

    /// <summary>Writes a colour and the operation that sets it.</summary>
    public static void Color(ByteWriter output, PdfColor color, ReadOnlySpan<byte> operation) => output
        .Fraction(color.Red * 1000 / 255).Byte((byte)' ').Fraction(color.Green * 1000 / 255).Byte((byte)' ').Fraction(color.Blue * 1000 / 255).Byte((byte)' ').Raw(operation);

    private void Use(TextStyle style)
    {
        if (style.Font != _font || style.Size != _size)
        {
            text.Byte((byte)'/').Byte((byte)style.Font.Resource[0]).Byte((byte)' ').Int(style.Size).Raw(" Tf "u8);
            (_font, _size) = (style.Font, style.Size);
        }

        if (style.Leading != _leading)
        {
            text.Int(style.Leading).Raw(" TL "u8);
            _leading = style.Leading;
        }

        if (style.Stretch != _stretch)
        {
            text.Int(style.Stretch).Raw(" Tz "u8);
            _stretch = style.Stretch;
        }

        if (style.Ink != _ink)
        {
            Color(text, style.Ink, "rg "u8);
            _ink = style.Ink;
        }
    }
}
