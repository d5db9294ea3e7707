using System.Text;

namespace Avance.Documents.Pdf;

/// <summary>
/// The sRGB colour space as an ICC profile of version 2, which PDF/A asks a document to carry: primaries adapted to D50
/// and the curve of IEC 61966-2-1.
/// </summary>
internal static class SrgbProfile
{
    /// <summary>Name of the colour space.</summary>
    public const string Name = "sRGB IEC61966-2.1";

    private const int HeaderBytes = 128;

    /// <summary>Writes the profile.</summary>
    public static void Write(ByteWriter output)
    {
        using var curve = new ByteWriter();
        WriteCurve(curve);
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Description()),
            ("cprt", [.. "text\0\0\0\0CC0\0"u8]),
            ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("rXYZ", Xyz(0.4360, 0.2225, 0.0139)),
            ("gXYZ", Xyz(0.3851, 0.7169, 0.0971)),
            ("bXYZ", Xyz(0.1431, 0.0606, 0.7141)),
            ("rTRC", curve.Written.ToArray()),
        ];
        var data = HeaderBytes + 4 + ((tags.Length + 2) * 12);
        var size = data;
        foreach (var (_, bytes) in tags)
        {
            size += Padded(bytes.Length);
        }

        WriteHeader(output, size);
        output.UInt32((uint)tags.Length + 2);
        foreach (var (tag, bytes) in tags)
        {
            output.Raw(Encoding.ASCII.GetBytes(tag)).UInt32((uint)data).UInt32((uint)bytes.Length);
            data += Padded(bytes.Length);
        }

        // Green and blue share the curve of red.
        var last = data - Padded(tags[^1].Data.Length);
        output.Raw("gTRC"u8).UInt32((uint)last).UInt32((uint)tags[^1].Data.Length).Raw("bTRC"u8).UInt32((uint)last).UInt32((uint)tags[^1].Data.Length);
        foreach (var (_, bytes) in tags)
        {
            output.Raw(bytes);
            Zeros(output, Padded(bytes.Length) - bytes.Length);
        }
    }

    private static void WriteHeader(ByteWriter output, int size)
    {
        output.UInt32((uint)size).UInt32(0).UInt32(0x0210_0000).Raw("mntrRGB XYZ "u8)
            .UInt16(2000).UInt16(1).UInt16(1).UInt16(0).UInt16(0).UInt16(0).Raw("acsp"u8);
        Zeros(output, 28);
        output.UInt32(0x0000_F6D6).UInt32(0x0001_0000).UInt32(0x0000_D32D);
        Zeros(output, 48);
    }

    private static void WriteCurve(ByteWriter output)
    {
        const int Points = 256;
        output.Raw("curv"u8).UInt32(0).UInt32(Points);
        for (var i = 0; i < Points; i++)
        {
            var value = i / (Points - 1.0);
            var linear = value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
            output.UInt16((int)Math.Round(linear * 65535));
        }
    }

    private static byte[] Description()
    {
        using var output = new ByteWriter();
        output.Raw("desc"u8).UInt32(0).UInt32((uint)Name.Length + 1).Raw(Encoding.ASCII.GetBytes(Name));
        Zeros(output, 1 + 4 + 4 + 2 + 1 + 67);
        return output.Written.ToArray();
    }

    private static byte[] Xyz(double x, double y, double z)
    {
        using var output = new ByteWriter();
        output.Raw("XYZ "u8).UInt32(0);
        output.UInt32(Fixed(x)).UInt32(Fixed(y)).UInt32(Fixed(z));
        return output.Written.ToArray();
    }

    private static uint Fixed(double value) => (uint)Math.Round(value * 65536);

    private static int Padded(int length) => (length + 3) & ~3;

    private static void Zeros(ByteWriter output, int count)
    {
        for (var i = 0; i < count; i++)
        {
            output.Byte(0);
        }
    }
}
