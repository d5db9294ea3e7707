using System.Text;

namespace Avance.Documents.Pdf;

/// <summary>
/// The characters of one font that one document uses. Each character has a code of its own, in the order of first use,
/// so pages can be written before the font is; two characters with the same shape stay two, and a character that the
/// font lacks shows its box but keeps its text.
/// </summary>
internal sealed class FontSubset(TrueTypeFont font, string resource)
{
    /// <summary>Code points by code; code 0 stands for no character.</summary>
    private readonly List<int> _characters = new() { 0 };
    private readonly List<int> _glyphs = new() { 0 };
    private readonly List<int> _advances = new() { font.Advance(0) };
    private readonly ushort[] _codes = new ushort[0x1_0000];
    private readonly Dictionary<int, int> _rareCodes = [];

    /// <summary>The font.</summary>
    public TrueTypeFont Font => font;

    /// <summary>Name under which pages refer to the font.</summary>
    public string Resource => resource;

    /// <summary>Code points by code, first the one that stands for none.</summary>
    public IReadOnlyList<int> Characters => _characters;

    /// <summary>Glyphs by code.</summary>
    public IReadOnlyList<int> Glyphs => _glyphs;

    /// <summary>Widths by code, font units.</summary>
    public IReadOnlyList<int> Advances => _advances;

    /// <summary>Width of the character at <paramref name="index"/>, font units; says how many chars it takes.</summary>
    public int Advance(ReadOnlySpan<char> text, int index, out int length) => _advances[Code(text, index, out length)];

    /// <summary>Width of a text, font units.</summary>
    public int Width(ReadOnlySpan<char> text)
    {
        var width = 0;
        for (var i = 0; i < text.Length;)
        {
            width += _advances[Code(text, i, out var length)];
            i += length;
        }

        return width;
    }

    /// <summary>Writes a text as the inside of a string of two-byte codes.</summary>
    public void Encode(ReadOnlySpan<char> text, ByteWriter output)
    {
        for (var i = 0; i < text.Length;)
        {
            var code = Code(text, i, out var length);
            output.StringByte((byte)(code >> 8));
            output.StringByte((byte)(code & 0xFF));
            i += length;
        }
    }

    private int Code(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 1;
        var c = text[index];
        var code = _codes[c];
        return code != 0 ? code : NewCode(text[index..], out length);
    }

    private int NewCode(ReadOnlySpan<char> text, out int length)
    {
        Rune.DecodeFromUtf16(text, out var rune, out length);
        if (_rareCodes.TryGetValue(rune.Value, out var known))
        {
            return known;
        }

        if (_characters.Count == ushort.MaxValue)
        {
            return 0;
        }

        var code = (ushort)_characters.Count;
        var glyph = font.Glyph(rune.Value);
        _characters.Add(rune.Value);
        _glyphs.Add(glyph);
        _advances.Add(font.Advance(glyph));
        if (rune.IsBmp)
        {
            _codes[rune.Value] = code;
        }
        else
        {
            _rareCodes[rune.Value] = code;
        }

        return code;
    }
}
