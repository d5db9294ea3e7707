using System.Buffers.Binary;

namespace Avance.Documents.Pdf;

/// <summary>The box around every glyph of a font, font units.</summary>
internal readonly record struct FontBox(int Left, int Bottom, int Right, int Top);

/// <summary>A TrueType font that ships with the product: its characters, widths and outlines.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly uint[] _tags;
    private readonly int[] _starts;
    private readonly int[] _lengths;
    private readonly int _longMetrics;
    private readonly int _glyphCount;
    private readonly int _characters;

    private TrueTypeFont(byte[] file)
    {
        _file = file;
        var count = U16(file, 4);
        (_tags, _starts, _lengths) = (new uint[count], new int[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            var entry = file.AsSpan(12 + (i * 16), 16);
            _tags[i] = BinaryPrimitives.ReadUInt32BigEndian(entry);
            _starts[i] = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[8..]);
            _lengths[i] = (int)BinaryPrimitives.ReadUInt32BigEndian(entry[12..]);
        }

        _longMetrics = U16(Table("hhea"u8), 34);
        _glyphCount = U16(Table("maxp"u8), 4);
        _characters = FindCharacters();
        PostScriptName = FindName(6);
        var head = Table("head"u8);
        UnitsPerEm = U16(head, 18);
        Box = new(S16(head, 36), S16(head, 38), S16(head, 40), S16(head, 42));
        Ascent = S16(Table("hhea"u8), 4);
        Descent = S16(Table("hhea"u8), 6);
        CapHeight = S16(Table("OS/2"u8), 88);
    }

    /// <summary>Noto Sans, regular weight.</summary>
    public static TrueTypeFont Regular => RegularOnce.Value;

    /// <summary>Noto Sans, bold.</summary>
    public static TrueTypeFont Bold => BoldOnce.Value;

    /// <summary>The font's name for PDF.</summary>
    public string PostScriptName { get; }

    /// <summary>Font units in the size of a letter: 1 000 in the fonts that ship.</summary>
    public int UnitsPerEm { get; }

    /// <summary>The box around every glyph, font units.</summary>
    public FontBox Box { get; }

    /// <summary>Height above the baseline, font units.</summary>
    public int Ascent { get; }

    /// <summary>Depth below the baseline, font units, negative.</summary>
    public int Descent { get; }

    /// <summary>Height of capitals, font units.</summary>
    public int CapHeight { get; }

    /// <summary>A whole table of the font.</summary>
    public ReadOnlySpan<byte> Table(ReadOnlySpan<byte> tag) => TableAt(Find(tag));

    /// <summary>The glyph of a character; 0, the box that stands for an unknown character, when the font lacks it.</summary>
    public int Glyph(int codePoint)
    {
        if (codePoint > 0xFFFF)
        {
            return 0;
        }

        var map = _file.AsSpan(_characters);
        var segments = U16(map, 6) / 2;
        int low = 0, high = segments - 1;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = U16(map, 14 + (middle * 2)) < codePoint ? (middle + 1, high) : (low, middle);
        }

        var starts = 16 + (segments * 2);
        var start = U16(map, starts + (low * 2));
        if (codePoint < start || codePoint > U16(map, 14 + (low * 2)))
        {
            return 0;
        }

        var delta = U16(map, starts + (segments * 2) + (low * 2));
        var offsetAt = starts + (segments * 4) + (low * 2);
        var offset = U16(map, offsetAt);
        if (offset == 0)
        {
            return (codePoint + delta) & 0xFFFF;
        }

        var glyph = U16(map, offsetAt + offset + ((codePoint - start) * 2));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
    }

    /// <summary>Width of a glyph, font units.</summary>
    public int Advance(int glyph) => U16(Table("hmtx"u8), Math.Min(glyph, _longMetrics - 1) * 4);

    /// <summary>White space at the left of a glyph, font units.</summary>
    public int LeftBearing(int glyph)
    {
        var metrics = Table("hmtx"u8);
        return glyph < _longMetrics ? S16(metrics, (glyph * 4) + 2) : S16(metrics, (_longMetrics * 4) + ((glyph - _longMetrics) * 2));
    }

    /// <summary>Outline of a glyph as the file has it; empty for a space.</summary>
    public ReadOnlySpan<byte> Outline(int glyph)
    {
        if (glyph >= _glyphCount)
        {
            return [];
        }

        var isLong = U16(Table("head"u8), 50) != 0;
        var places = Table("loca"u8);
        var start = isLong ? (int)BinaryPrimitives.ReadUInt32BigEndian(places[(glyph * 4)..]) : U16(places, glyph * 2) * 2;
        var end = isLong ? (int)BinaryPrimitives.ReadUInt32BigEndian(places[((glyph + 1) * 4)..]) : U16(places, (glyph + 1) * 2) * 2;
        return Table("glyf"u8)[start..end];
    }

    private int Find(ReadOnlySpan<byte> tag)
    {
        var wanted = BinaryPrimitives.ReadUInt32BigEndian(tag);
        for (var i = 0; i < _tags.Length; i++)
        {
            if (_tags[i] == wanted)
            {
                return i;
            }
        }

        throw new InvalidDataException("A font that ships has every table.");
    }

    private ReadOnlySpan<byte> TableAt(int index) => _file.AsSpan(_starts[index], _lengths[index]);

    private int FindCharacters()
    {
        var table = Find("cmap"u8);
        var map = TableAt(table);
        var count = U16(map, 2);
        for (var i = 0; i < count; i++)
        {
            var offset = (int)BinaryPrimitives.ReadUInt32BigEndian(map[(8 + (i * 8))..]);
            if (U16(map, offset) == 4)
            {
                return _starts[table] + offset;
            }
        }

        throw new InvalidDataException("A font that ships has a character map of format 4.");
    }

    private string FindName(int id)
    {
        var names = Table("name"u8);
        var texts = names[U16(names, 4)..];
        for (var i = 0; i < U16(names, 2); i++)
        {
            var record = names.Slice(6 + (i * 12), 12);
            if (U16(record, 0) == 3 && U16(record, 6) == id)
            {
                return System.Text.Encoding.BigEndianUnicode.GetString(texts.Slice(U16(record, 10), U16(record, 8)));
            }
        }

        throw new InvalidDataException("A font that ships has a name.");
    }

    private static int U16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt16BigEndian(bytes[offset..]);

    private static int S16(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadInt16BigEndian(bytes[offset..]);

    private static TrueTypeFont Load(string resource)
    {
        using var stream = typeof(TrueTypeFont).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not in the assembly.");
        var file = GC.AllocateUninitializedArray<byte>((int)stream.Length);
        stream.ReadExactly(file);
        return new TrueTypeFont(file);
    }

    private static readonly Lazy<TrueTypeFont> RegularOnce = new(() => Load("NotoSans-Regular.ttf"));
    private static readonly Lazy<TrueTypeFont> BoldOnce = new(() => Load("NotoSans-Bold.ttf"));
}
