using System.Buffers.Binary;
using System.Text;

namespace Avance.UnitTests.Tables;

/// <summary>The smallest workbook of the format of before 2007: one sheet in a compound file, made byte by byte.</summary>
internal static class LegacyWorkbook
{
    private const int Sector = 512;

    /// <summary>A workbook of one sheet; doubles are numbers, texts are labels, null is no cell.</summary>
    public static byte[] Of(string sheet, params object?[][] rows)
    {
        var name = Encoding.Latin1.GetBytes(sheet);
        var globals = Record(0x809, [0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        var offset = globals.Length + 4 + 8 + name.Length + 4;
        var bound = Record(0x85, [.. BitConverter.GetBytes(offset), 0, 0, (byte)name.Length, 0, .. name]);
        var cells = rows.SelectMany((row, r) => row.SelectMany((value, c) => Cell(r, c, value)));
        var stream = globals.Concat(bound).Concat(Record(0x0A, []))
            .Concat(Record(0x809, [0, 6, 16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]))
            .Concat(Record(0x200, [0, 0, 0, 0, .. BitConverter.GetBytes(rows.Length), 0, 0, .. BitConverter.GetBytes((short)rows.Max(r => r.Length)), 0, 0]))
            .Concat(cells).Concat(Record(0x0A, [])).ToArray();
        return Compound(stream);
    }

    private static byte[] Cell(int row, int column, object? value)
    {
        byte[] place = [.. BitConverter.GetBytes((short)row), .. BitConverter.GetBytes((short)column), 0, 0];
        return value switch
        {
            null => [],
            double number => Record(0x203, [.. place, .. BitConverter.GetBytes(number)]),
            _ => Record(0x204, [.. place, .. BitConverter.GetBytes((short)value.ToString()!.Length), 1, .. Encoding.Unicode.GetBytes(value.ToString()!)]),
        };
    }

    private static byte[] Record(int id, byte[] content) => [.. BitConverter.GetBytes((short)id), .. BitConverter.GetBytes((short)content.Length), .. content];

    /// <summary>Header, one table of sectors, the directory, and the stream, which must not be small to stand in sectors of its own.</summary>
    private static byte[] Compound(byte[] stream)
    {
        var sectors = Math.Max(8, (stream.Length + Sector - 1) / Sector);
        var file = new byte[Sector * (3 + sectors)];
        ((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).CopyTo(file);
        Shorts(file, 0x18, 0x3E, 3, 0xFFFE, 9, 6);
        Ints(file, 0x2C, 1, 1, 0, 4096, -2, 0, -2, 0, 0);
        file.AsSpan(0x50, Sector - 0x50).Fill(0xFF);
        var table = file.AsSpan(Sector, Sector);
        table.Fill(0xFF);
        Ints(file, Sector, -3, -2);
        for (var i = 0; i < sectors; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(table[((2 + i) * 4)..], i == sectors - 1 ? -2 : 3 + i);
        }

        Entry(file, 2 * Sector, "Root Entry", 5, 1, -2, 0);
        Entry(file, 2 * Sector + 128, "Workbook", 2, -1, 2, sectors * Sector);
        stream.CopyTo(file, 3 * Sector);
        return file;
    }

    private static void Entry(byte[] file, int at, string name, byte type, int child, int start, int size)
    {
        Encoding.Unicode.GetBytes(name).CopyTo(file, at);
        Shorts(file, at + 64, (name.Length + 1) * 2);
        (file[at + 66], file[at + 67]) = (type, 1);
        Ints(file, at + 68, -1, -1, child);
        Ints(file, at + 116, start, size);
    }

    private static void Shorts(byte[] file, int at, params ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), (ushort)value);
            at += 2;
        }
    }

    private static void Ints(byte[] file, int at, params ReadOnlySpan<int> values)
    {
        foreach (var value in values)
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
            at += 4;
        }
    }
}
