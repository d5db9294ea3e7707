using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;

namespace Avance.Documents.Pdf;

/// <summary>Bytes that grow, in a pooled array: what content streams, dictionaries and font tables are written to.</summary>
internal sealed class ByteWriter : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4096);

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes written; good until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Forgets what is written and keeps the space.</summary>
    public void Clear() => Length = 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    /// <summary>Bytes as they are.</summary>
    public ByteWriter Raw(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    /// <summary>One byte.</summary>
    public ByteWriter Byte(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
        return this;
    }

    /// <summary>A whole number in decimal digits.</summary>
    public ByteWriter Int(long value)
    {
        var space = Reserve(20);
        if (value is >= 0 and < 10)
        {
            space[0] = (byte)('0' + value);
            Length++;
            return this;
        }

        Utf8Formatter.TryFormat(value, space, out var written);
        Length += written;
        return this;
    }

    /// <summary>A reference to an object: <c>12 0 R</c>.</summary>
    public ByteWriter Reference(int number) => Int(number).Raw(" 0 R"u8);

    /// <summary>A fraction of one with three decimals at most: <c>.875</c>, <c>1</c>.</summary>
    public ByteWriter Fraction(int thousandths)
    {
        if (thousandths is <= 0 or >= 1000)
        {
            return Byte(thousandths <= 0 ? (byte)'0' : (byte)'1');
        }

        Byte((byte)'.');
        for (var place = 100; thousandths > 0; place /= 10)
        {
            Byte((byte)('0' + (thousandths / place)));
            thousandths %= place;
        }

        return this;
    }

    /// <summary>A text string as PDF writes them outside pages: UTF-16 with its mark, or plain ASCII.</summary>
    public ByteWriter TextString(string text)
    {
        Byte((byte)'(');
        var isAscii = System.Text.Ascii.IsValid(text);
        if (!isAscii)
        {
            Raw([0xFE, 0xFF]);
        }

        foreach (var c in text)
        {
            if (!isAscii)
            {
                StringByte((byte)(c >> 8));
            }

            StringByte((byte)(c & 0xFF));
        }

        return Byte((byte)')');
    }

    /// <summary>A byte inside a literal string, escaped where it would end or change the string.</summary>
    public void StringByte(byte value)
    {
        var space = Reserve(2);
        if (value is (byte)'(' or (byte)')' or (byte)'\\' or (byte)'\r')
        {
            space[0] = (byte)'\\';
            space[1] = value == '\r' ? (byte)'r' : value;
            Length += 2;
            return;
        }

        space[0] = value;
        Length++;
    }

    /// <summary>Two bytes, the high one first.</summary>
    public ByteWriter UInt16(int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(Reserve(2), (ushort)(value & 0xFFFF));
        Length += 2;
        return this;
    }

    /// <summary>Four bytes, the highest first.</summary>
    public ByteWriter UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(Reserve(4), value);
        Length += 4;
        return this;
    }

    /// <summary>Writes over two bytes already written.</summary>
    public void Patch(int position, ReadOnlySpan<byte> bytes) => bytes.CopyTo(_bytes.AsSpan(position, Length - position));

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + count));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(Length);
    }
}
