using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Avance.App.Storage;

/// <summary>
/// SHA-256 over values written in one fixed way: whole numbers as eight bytes, most significant first; texts as UTF-8 after
/// their length; a byte before whatever may be absent. Two sequences of values have the same bytes only when they are equal.
/// The encoding is part of the stored data: to change it is to break every hash on record.
/// </summary>
internal sealed class CanonicalHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _length;

    public void Add(long value) => BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), value);

    public void Add(long? value)
    {
        Add(value is not null);
        if (value is { } number)
        {
            Add(number);
        }
    }

    public void Add(bool value) => Take(1)[0] = value ? (byte)1 : (byte)0;

    public void Add(string text)
    {
        Add((long)Encoding.UTF8.GetByteCount(text));
        var rest = text.AsSpan();
        while (rest.Length > 0)
        {
            // A slice never ends between the halves of a surrogate pair, which UTF-8 could not write.
            var slice = Math.Min(rest.Length, 4096);
            slice -= slice < rest.Length && char.IsHighSurrogate(rest[slice - 1]) ? 1 : 0;
            var room = Take(Encoding.UTF8.GetByteCount(rest[..slice]));
            Encoding.UTF8.GetBytes(rest[..slice], room);
            rest = rest[slice..];
        }
    }

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Add((long)bytes.Length);
        Flush();
        _hash.AppendData(bytes);
    }

    /// <summary>A target's quantity, in the unit in which it is stored.</summary>
    public void AddQuantity(decimal? value) => Add(ReportRows.Stored(value));

    public byte[] Finish()
    {
        Flush();
        return _hash.GetHashAndReset();
    }

    public void Dispose() => _hash.Dispose();

    private Span<byte> Take(int count)
    {
        if (_length + count > _buffer.Length)
        {
            Flush();
        }

        var room = _buffer.AsSpan(_length, count);
        _length += count;
        return room;
    }

    private void Flush()
    {
        _hash.AppendData(_buffer, 0, _length);
        _length = 0;
    }
}
