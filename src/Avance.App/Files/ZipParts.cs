using System.Buffers.Binary;
using System.Text;

namespace Avance.App.Files;

/// <summary>
/// The directory at the end of a ZIP package, walked without keeping it: a file made to have a great many parts takes no more
/// memory than one with three.
/// </summary>
internal static class ZipParts
{
    private const int EndSize = 22;
    private const int EntrySize = 46;

    /// <summary>A package may end with a remark of so many bytes.</summary>
    private const int LongestRemark = ushort.MaxValue;

    /// <summary>Tells the path of each part.</summary>
    /// <returns>Whether the directory holds together.</returns>
    public static bool Each(Stream file, Action<string> part)
    {
        if (Directory(file) is not var (start, count))
        {
            return false;
        }

        Span<byte> entry = stackalloc byte[EntrySize];
        var name = new byte[ushort.MaxValue];
        file.Position = start;
        for (var i = 0; i < count; i++)
        {
            if (file.ReadAtLeast(entry, EntrySize, throwOnEndOfStream: false) < EntrySize || !entry.StartsWith("PK\x1\x2"u8))
            {
                return false;
            }

            var length = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
            if (file.ReadAtLeast(name.AsSpan(0, length), length, throwOnEndOfStream: false) < length)
            {
                return false;
            }

            part(Encoding.UTF8.GetString(name, 0, length));
            file.Position += BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }

        return true;
    }

    /// <summary>Where the directory starts and how many parts it names.</summary>
    private static (long Start, int Count)? Directory(Stream file)
    {
        var tail = new byte[(int)Math.Min(file.Length, EndSize + LongestRemark)];
        file.Position = file.Length - tail.Length;
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\x5\x6"u8);
        if (end < 0 || end + EndSize > tail.Length)
        {
            return null;
        }

        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        return start <= file.Length ? (start, BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10))) : null;
    }
}
