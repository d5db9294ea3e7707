namespace Avance.Documents.Pdf;

/// <summary>Writes a font as PDF wants it: a composite font of two-byte codes, its widths, program and text.</summary>
internal static class FontWriter
{
    /// <summary>Characters that one block of the text map may hold.</summary>
    private const int MapBlock = 100;

    /// <summary>Writes the font under a number taken before.</summary>
    public static void Write(FontSubset subset, PdfFile file, int number)
    {
        var (descendant, descriptor, program, map) = (file.Reserve(), file.Reserve(), file.Reserve(), file.Reserve());
        using var output = new ByteWriter();
        FontProgram.Write(subset, output);
        using var entries = new ByteWriter();
        file.WriteStream(program, entries.Raw("/Length1 "u8).Int(output.Length).Written, output.Written);
        output.Clear();
        WriteTextMap(subset, output);
        file.WriteStream(map, [], output.Written);

        var font = subset.Font;
        var name = System.Text.Encoding.ASCII.GetBytes($"{Tag(subset)}+{font.PostScriptName}");
        output.Clear();
        file.Write(number, output.Raw("<</Type/Font/Subtype/Type0/BaseFont/"u8).Raw(name).Raw("/Encoding/Identity-H/DescendantFonts["u8)
            .Reference(descendant).Raw("]/ToUnicode "u8).Reference(map).Raw(">>"u8).Written);
        output.Clear();
        output.Raw("<</Type/Font/Subtype/CIDFontType2/BaseFont/"u8).Raw(name)
            .Raw("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity/FontDescriptor "u8).Reference(descriptor).Raw("/W[0["u8);
        foreach (var advance in subset.Advances)
        {
            output.Int(Scaled(font, advance)).Byte((byte)' ');
        }

        file.Write(descendant, output.Raw("]]>>"u8).Written);
        output.Clear();
        output.Raw("<</Type/FontDescriptor/FontName/"u8).Raw(name).Raw("/Flags 4/ItalicAngle 0/StemV "u8).Int(subset.Resource == "B" ? 140 : 80)
            .Raw("/FontBBox["u8).Int(Scaled(font, font.Box.Left)).Byte((byte)' ').Int(Scaled(font, font.Box.Bottom)).Byte((byte)' ')
            .Int(Scaled(font, font.Box.Right)).Byte((byte)' ').Int(Scaled(font, font.Box.Top)).Raw("]/Ascent "u8).Int(Scaled(font, font.Ascent))
            .Raw("/Descent "u8).Int(Scaled(font, font.Descent)).Raw("/CapHeight "u8).Int(Scaled(font, font.CapHeight)).Raw("/FontFile2 "u8).Reference(program).Raw(">>"u8);
        file.Write(descriptor, output.Written);
    }

    /// <summary>Six capitals that name this subset: another document's subset of the same font has others.</summary>
    private static string Tag(FontSubset subset)
    {
        var hash = ContentHash.Start;
        Span<byte> bytes = stackalloc byte[4];
        foreach (var character in subset.Characters)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes, character);
            hash.Add(bytes);
        }

        var value = hash.First;
        Span<char> tag = stackalloc char[6];
        foreach (ref var letter in tag)
        {
            letter = (char)('A' + (int)(value % 26));
            value /= 26;
        }

        return tag.ToString();
    }

    private static void WriteTextMap(FontSubset subset, ByteWriter output)
    {
        output.Raw("/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"u8)
            .Raw("/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n"u8);
        Span<char> pair = stackalloc char[2];
        for (var code = 1; code < subset.Characters.Count; code++)
        {
            if ((code - 1) % MapBlock == 0)
            {
                output.Int(Math.Min(MapBlock, subset.Characters.Count - code)).Raw(" beginbfchar\n"u8);
            }

            output.Byte((byte)'<');
            Hex(output, code);
            output.Raw("><"u8);
            var length = new System.Text.Rune(subset.Characters[code]).EncodeToUtf16(pair);
            foreach (var unit in pair[..length])
            {
                Hex(output, unit);
            }

            output.Raw(">\n"u8);
            if (code % MapBlock == 0 || code == subset.Characters.Count - 1)
            {
                output.Raw("endbfchar\n"u8);
            }
        }

        output.Raw("endcmap CMapName currentdict/CMap defineresource pop end end"u8);
    }

    private static void Hex(ByteWriter output, int value)
    {
        for (var shift = 12; shift >= 0; shift -= 4)
        {
            output.Byte("0123456789ABCDEF"u8[(value >> shift) & 15]);
        }
    }

    private static int Scaled(TrueTypeFont font, int units) => units * 1000 / font.UnitsPerEm;
}
