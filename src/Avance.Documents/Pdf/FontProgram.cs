using System.Buffers.Binary;

namespace Avance.Documents.Pdf;

/// <summary>
/// A TrueType program with only the outlines that a document uses, one for each code, and the parts that composite
/// letters (á, ñ) are made of. Screen hinting is left out: nothing that draws a PDF needs it, and it is half the size.
/// </summary>
internal static class FontProgram
{
    private const int ArgumentsAreWords = 0x0001;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;
    private const int HasInstructions = 0x0100;

    /// <summary>Writes the program.</summary>
    public static void Write(FontSubset subset, ByteWriter output)
    {
        var font = subset.Font;
        using var outlines = new ByteWriter();
        using var places = new ByteWriter();
        using var metrics = new ByteWriter();
        var glyphs = new List<int>(subset.Glyphs);
        var slots = new Dictionary<int, int>();
        for (var slot = 0; slot < glyphs.Count; slot++)
        {
            slots.TryAdd(glyphs[slot], slot);
        }

        for (var slot = 0; slot < glyphs.Count; slot++)
        {
            places.UInt32((uint)outlines.Length);
            AddOutline(font.Outline(glyphs[slot]), outlines, glyphs, slots);
            metrics.UInt16(font.Advance(glyphs[slot])).UInt16(font.LeftBearing(glyphs[slot]));
        }

        places.UInt32((uint)outlines.Length);
        var head = font.Table("head"u8).ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);
        BinaryPrimitives.WriteUInt16BigEndian(head.AsSpan(50), 1);
        var header = font.Table("hhea"u8).ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(34), (ushort)glyphs.Count);
        var limits = font.Table("maxp"u8).ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(limits.AsSpan(4), (ushort)glyphs.Count);
        BinaryPrimitives.WriteUInt16BigEndian(limits.AsSpan(14), 1);
        limits.AsSpan(16, 12).Clear();
        FontTable[] tables =
        [
            new("glyf", outlines.Written.ToArray()), new("head", head), new("hhea", header),
            new("hmtx", metrics.Written.ToArray()), new("loca", places.Written.ToArray()), new("maxp", limits),
        ];
        WriteTables(output, tables);
    }

    private static void AddOutline(ReadOnlySpan<byte> outline, ByteWriter output, List<int> glyphs, Dictionary<int, int> slots)
    {
        if (outline.IsEmpty)
        {
            return;
        }

        var contours = BinaryPrimitives.ReadInt16BigEndian(outline);
        if (contours >= 0)
        {
            var hints = 10 + (contours * 2);
            output.Raw(outline[..hints]).UInt16(0).Raw(outline[(hints + 2 + BinaryPrimitives.ReadUInt16BigEndian(outline[hints..]))..]);
        }
        else
        {
            AddComposite(outline, output, glyphs, slots);
        }

        while (output.Length % 4 != 0)
        {
            output.Byte(0);
        }
    }

    private static void AddComposite(ReadOnlySpan<byte> outline, ByteWriter output, List<int> glyphs, Dictionary<int, int> slots)
    {
        output.Raw(outline[..10]);
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline[at..]);
            var component = BinaryPrimitives.ReadUInt16BigEndian(outline[(at + 2)..]);
            if (!slots.TryGetValue(component, out var slot))
            {
                slot = glyphs.Count;
                slots.Add(component, slot);
                glyphs.Add(component);
            }

            var arguments = (flags & ArgumentsAreWords) != 0 ? 4 : 2;
            var scale = (flags & HasMatrix) != 0 ? 8 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasScale) != 0 ? 2 : 0;
            output.UInt16(flags & ~HasInstructions).UInt16(slot).Raw(outline.Slice(at + 4, arguments + scale));
            at += 4 + arguments + scale;
        }
        while ((flags & MoreComponents) != 0);
    }

    private static void WriteTables(ByteWriter output, FontTable[] tables)
    {
        var power = System.Numerics.BitOperations.Log2((uint)tables.Length);
        output.UInt32(0x0001_0000).UInt16(tables.Length).UInt16(16 << power).UInt16(power).UInt16((tables.Length * 16) - (16 << power));
        var offset = 12 + (tables.Length * 16);
        var adjustmentAt = 0;
        foreach (var (tag, bytes) in tables)
        {
            adjustmentAt = tag == "head" ? offset + 8 : adjustmentAt;
            output.Raw(System.Text.Encoding.ASCII.GetBytes(tag)).UInt32(Sum(bytes)).UInt32((uint)offset).UInt32((uint)bytes.Length);
            offset += (bytes.Length + 3) & ~3;
        }

        foreach (var (_, bytes) in tables)
        {
            output.Raw(bytes);
            while (output.Length % 4 != 0)
            {
                output.Byte(0);
            }
        }

        Span<byte> adjustment = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(adjustment, unchecked(0xB1B0_AFBA - Sum(output.Written)));
        output.Patch(adjustmentAt, adjustment);
    }

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (; bytes.Length >= 4; bytes = bytes[4..])
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes));
        }

        Span<byte> last = stackalloc byte[4];
        last.Clear();
        bytes.CopyTo(last);
        return unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(last));
    }

    private sealed record FontTable(string Tag, byte[] Bytes);
}
