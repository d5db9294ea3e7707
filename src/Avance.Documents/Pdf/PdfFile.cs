using System.IO.Compression;

namespace Avance.Documents.Pdf;

/// <summary>
/// The objects of a PDF 1.7 file, written as they come. Small objects gather in compressed object streams; a compressed
/// cross-reference stream at the end says where each one is. Nothing of a finished object stays in memory but its place.
/// </summary>
internal sealed class PdfFile(Stream output) : IDisposable
{
    /// <summary>Larger object streams compress better, and cost readers that want a single object of them more.</summary>
    private const int ObjectStreamBytes = 128 * 1024;

    private readonly Sequence<Place> _places = new();
    private readonly ByteWriter _index = new();
    private readonly ByteWriter _objects = new();
    private readonly ByteWriter _scratch = new();
    private readonly MemoryStream _deflated = new();
    private ContentHash _hash = ContentHash.Start;
    private long _position;
    private int _objectStream;
    private int _objectCount;

    /// <summary>Begins the file. The second line tells programs that move files that this one is not text.</summary>
    public void Begin()
    {
        _places.Add(new(0, -1));
        Emit([.. "%PDF-1.7\n%"u8, 0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);
    }

    /// <summary>Takes the next object number.</summary>
    public int Reserve()
    {
        _places.Add(default);
        return _places.Count - 1;
    }

    /// <summary>Writes a small object under a number taken before.</summary>
    public void Write(int number, ReadOnlySpan<byte> body)
    {
        if (_objectStream == 0)
        {
            _objectStream = Reserve();
        }

        _places[number] = new(_objectStream, _objectCount++);
        _index.Int(number).Byte((byte)' ').Int(_objects.Length).Byte((byte)' ');
        _objects.Raw(body).Byte((byte)'\n');
        if (_objects.Length >= ObjectStreamBytes)
        {
            FlushObjects();
        }
    }

    /// <summary>Writes a compressed stream under a number taken before.</summary>
    /// <param name="number">Its object number.</param>
    /// <param name="entries">Entries of its dictionary besides filter and length.</param>
    /// <param name="data">Its data.</param>
    public void WriteStream(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data)
    {
        _deflated.SetLength(0);
        using (var deflate = new ZLibStream(_deflated, CompressionLevel.Optimal, leaveOpen: true))
        {
            deflate.Write(data);
        }

        EmitStream(number, entries, "/Filter/FlateDecode"u8, _deflated.GetBuffer().AsSpan(0, (int)_deflated.Length));
    }

    /// <summary>Writes a stream that readers want to find without inflating anything: the metadata.</summary>
    public void WritePlainStream(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> data) => EmitStream(number, entries, [], data);

    /// <summary>Ends the file.</summary>
    /// <param name="catalog">Number of the catalogue.</param>
    /// <param name="info">Number of the information dictionary.</param>
    public void Finish(int catalog, int info)
    {
        FlushObjects();
        var number = Reserve();
        var start = _position;
        _places[number] = new(start, -1);
        using var entries = new ByteWriter();
        var (first, second) = (_hash.First, _hash.Second);
        entries.Raw("/Type/XRef/Root "u8).Reference(catalog).Raw("/Info "u8).Reference(info).Raw("/Size "u8).Int(_places.Count)
            .Raw("/W[1 4 2]/DecodeParms<</Predictor 12/Columns 7>>/ID[<"u8);
        Hex(entries, first);
        Hex(entries, second);
        entries.Raw("><"u8);
        Hex(entries, first);
        Hex(entries, second);
        entries.Raw(">]"u8);
        WriteStream(number, entries.Written, CrossReferences());
        Emit(System.Text.Encoding.ASCII.GetBytes($"startxref\n{start}\n%%EOF\n"));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _index.Dispose();
        _objects.Dispose();
        _scratch.Dispose();
        _deflated.Dispose();
    }

    private void FlushObjects()
    {
        if (_objectCount == 0)
        {
            return;
        }

        var first = _index.Length;
        _index.Raw(_objects.Written);
        using var entries = new ByteWriter();
        entries.Raw("/Type/ObjStm/N "u8).Int(_objectCount).Raw("/First "u8).Int(first);
        WriteStream(_objectStream, entries.Written, _index.Written);
        _index.Clear();
        _objects.Clear();
        _objectStream = 0;
        _objectCount = 0;
    }

    /// <summary>The places of all objects, each row as its difference from the one before: runs compress to nothing.</summary>
    private ReadOnlySpan<byte> CrossReferences()
    {
        _scratch.Clear();
        Span<byte> before = stackalloc byte[7];
        Span<byte> row = stackalloc byte[7];
        for (var i = 0; i < _places.Count; i++)
        {
            var (where, index) = (_places[i].Where, _places[i].Index);
            row[0] = i == 0 ? (byte)0 : index < 0 ? (byte)1 : (byte)2;
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(row[1..], checked((uint)where));
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(row[5..], i == 0 ? ushort.MaxValue : (ushort)Math.Max(index, 0));
            _scratch.Byte(2);
            for (var b = 0; b < row.Length; b++)
            {
                _scratch.Byte(unchecked((byte)(row[b] - before[b])));
            }

            row.CopyTo(before);
        }

        return _scratch.Written;
    }

    private void EmitStream(int number, ReadOnlySpan<byte> entries, ReadOnlySpan<byte> filter, ReadOnlySpan<byte> data)
    {
        _places[number] = new(_position, -1);
        using var head = new ByteWriter();
        head.Int(number).Raw(" 0 obj\n<<"u8).Raw(entries).Raw(filter).Raw("/Length "u8).Int(data.Length).Raw(">>stream\n"u8);
        Emit(head.Written);
        Emit(data);
        Emit("\nendstream\nendobj\n"u8);
    }

    private void Emit(ReadOnlySpan<byte> bytes)
    {
        _hash.Add(bytes);
        output.Write(bytes);
        _position += bytes.Length;
    }

    private static void Hex(ByteWriter output, ulong value)
    {
        for (var shift = 60; shift >= 0; shift -= 4)
        {
            output.Byte("0123456789ABCDEF"u8[(int)((value >> shift) & 15)]);
        }
    }

    /// <summary>Where an object is: its offset, or the number of its object stream and its position there.</summary>
    private readonly record struct Place(long Where, int Index);
}
