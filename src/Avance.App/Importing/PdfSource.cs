namespace Avance.App.Importing;

/// <summary>The objects of a PDF file, found through its cross references and read when asked for.</summary>
internal sealed class PdfSource
{
    /// <summary>The most objects that a file may have; a report of sixteen thousand projects has a quarter of them.</summary>
    public const int MaxObjects = 2_000_000;

    private const int MaxCachedBytes = 16 << 20;

    private readonly byte[] _file;
    private readonly PdfBudget _budget;
    private readonly Dictionary<int, Place> _places = [];
    private readonly Dictionary<int, ObjectStream> _streams = [];
    private readonly Queue<int> _streamOrder = new();
    private int _cachedBytes;

    /// <summary>Opens a file.</summary>
    /// <exception cref="InvalidDataException">Its cross references cannot be read.</exception>
    public PdfSource(byte[] file, PdfBudget budget)
    {
        _file = file;
        _budget = budget;
        var start = file.AsSpan().LastIndexOf("startxref"u8);
        if (start < 0)
        {
            throw new InvalidDataException("The file has no end.");
        }

        var scanner = new PdfScanner(file, start + 9, file.Length);
        scanner.Next();
        var seen = new HashSet<int>();
        var next = Offset(scanner.Kind == PdfTokenKind.Number ? scanner.Number : -1);
        while (next >= 0 && seen.Add(next))
        {
            var trailer = ReadSection(next);
            Trailer = Trailer == PdfDictionary.Empty ? trailer : Trailer;
            if (trailer["XRefStm"] is PdfNumber hybrid && Offset(hybrid.Value) is >= 0 and var extra && seen.Add(extra))
            {
                ReadSection(extra);
            }

            next = trailer["Prev"] is PdfNumber previous ? Offset(previous.Value) : -1;
        }
    }

    /// <summary>The trailer: where the catalogue is, and whether the file is encrypted.</summary>
    public PdfDictionary Trailer { get; } = PdfDictionary.Empty;

    /// <summary>The value itself where a reference to it may stand.</summary>
    public PdfValue Resolve(PdfValue value)
    {
        for (var i = 0; i < 8 && value is PdfReference reference; i++)
        {
            value = Object(reference.Number);
        }

        return value is PdfReference ? PdfValue.None : value;
    }

    /// <summary>The dictionary, perhaps a stream's, where one may stand; empty when there is none.</summary>
    public PdfDictionary Dictionary(PdfValue value) => Resolve(value) switch
    {
        PdfDictionary dictionary => dictionary,
        PdfStream stream => stream.Dictionary,
        _ => PdfDictionary.Empty,
    };

    /// <summary>A whole number where one may stand.</summary>
    public int? Whole(PdfValue value) =>
        Resolve(value) is PdfNumber { Value: >= int.MinValue and <= int.MaxValue } number ? (int)number.Value : null;

    /// <summary>A name where one may stand.</summary>
    public string? Name(PdfValue value) => (Resolve(value) as PdfName)?.Value;

    /// <summary>A text where one may stand.</summary>
    public string? Text(PdfValue value) => Resolve(value) is not PdfString { Value: var bytes } ? null
        : bytes is [0xFE, 0xFF, ..] ? System.Text.Encoding.BigEndianUnicode.GetString(bytes, 2, bytes.Length - 2)
        : bytes is [0xEF, 0xBB, 0xBF, ..] ? System.Text.Encoding.UTF8.GetString(bytes, 3, bytes.Length - 3)
        : System.Text.Encoding.Latin1.GetString(bytes);

    /// <summary>The values of an array where one may stand, or the one value.</summary>
    public IReadOnlyList<PdfValue> Values(PdfValue value) => Resolve(value) switch
    {
        PdfArray array => array.Values,
        var other => other == PdfValue.None ? [] : [value],
    };

    /// <summary>The bytes of a stream, unpacked.</summary>
    public ArraySegment<byte> Data(PdfStream stream)
    {
        var length = Whole(stream.Dictionary["Length"]) ?? -1;
        if (length < 0 || length > _file.Length - stream.Start || !IsEnd(stream.Start + length))
        {
            length = _file.AsSpan(stream.Start).IndexOf("endstream"u8);
            if (length < 0)
            {
                throw new InvalidDataException("A stream has no end.");
            }
        }

        _budget.Spend(length);
        var data = new ArraySegment<byte>(_file, stream.Start, length);
        var parameters = Values(stream.Dictionary["DecodeParms"]);
        var filters = Values(stream.Dictionary["Filter"]);
        if (filters.Count > 4)
        {
            throw new InvalidDataException("A stream is packed too many times.");
        }

        for (var i = 0; i < filters.Count; i++)
        {
            data = PdfFilters.Undo(Name(filters[i]) ?? "", i < parameters.Count ? Dictionary(parameters[i]) : PdfDictionary.Empty, data, _budget);
        }

        return data;
    }

    private bool IsEnd(int position)
    {
        var rest = _file.AsSpan(position);
        return rest[..Math.Min(rest.Length, 16)].IndexOf("endstream"u8) is >= 0 and <= 4;
    }

    private PdfValue Object(int number)
    {
        if (!_places.TryGetValue(number, out var place))
        {
            return PdfValue.None;
        }

        return place.Index < 0 ? ReadAt(place.Where, number) : Packed(place.Where, place.Index, number);
    }

    private PdfValue ReadAt(int offset, int number)
    {
        var scanner = new PdfScanner(_file, offset, _file.Length);
        if (scanner.Next() != PdfTokenKind.Number || (int)Math.Clamp(scanner.Number, -1, int.MaxValue) != number
            || scanner.Next() != PdfTokenKind.Number || scanner.Next() != PdfTokenKind.Keyword || !scanner.Is("obj"u8))
        {
            throw new InvalidDataException("An object is not where the file says.");
        }

        var value = new PdfParser(scanner, _budget).Read();
        _budget.Spend(scanner.Position - offset);
        if (value is not PdfDictionary dictionary || scanner.Next() != PdfTokenKind.Keyword || !scanner.Is("stream"u8))
        {
            return value;
        }

        var start = scanner.Position;
        start += start < _file.Length && _file[start] == 13 ? 1 : 0;
        start += start < _file.Length && _file[start] == 10 ? 1 : 0;
        return new PdfStream(dictionary, start);
    }

    private PdfValue Packed(int streamNumber, int index, int number)
    {
        if (!_streams.TryGetValue(streamNumber, out var stream))
        {
            stream = Unpack(streamNumber);
            _streams.Add(streamNumber, stream);
            _streamOrder.Enqueue(streamNumber);
            for (_cachedBytes += stream.Data.Count; _cachedBytes > MaxCachedBytes && _streamOrder.Count > 1;)
            {
                _streams.Remove(_streamOrder.Dequeue(), out var oldest);
                _cachedBytes -= oldest!.Data.Count;
            }
        }

        if (index >= stream.Numbers.Length || stream.Numbers[index] != number)
        {
            throw new InvalidDataException("An object is not where the file says.");
        }

        var data = stream.Data;
        var scanner = new PdfScanner(data.Array!, data.Offset + Math.Min(data.Count, stream.Offsets[index]), data.Offset + data.Count);
        return new PdfParser(scanner, _budget).Read();
    }

    private ObjectStream Unpack(int number)
    {
        if (!_places.TryGetValue(number, out var place) || place.Index >= 0 || ReadAt(place.Where, number) is not PdfStream stream)
        {
            throw new InvalidDataException("An object stream is missing.");
        }

        var data = Data(stream);
        var count = Whole(stream.Dictionary["N"]) ?? 0;
        var first = Whole(stream.Dictionary["First"]) ?? 0;
        if (count < 0 || count > data.Count || first < 0 || first > data.Count)
        {
            throw new InvalidDataException("An object stream is damaged.");
        }

        _budget.Spend(count * 8L);
        var (numbers, offsets) = (new int[count], new int[count]);
        var scanner = new PdfScanner(data.Array!, data.Offset, data.Offset + first);
        for (var i = 0; i < count; i++)
        {
            numbers[i] = scanner.Next() == PdfTokenKind.Number ? (int)Math.Clamp(scanner.Number, -1, int.MaxValue) : -1;
            offsets[i] = first + (scanner.Next() == PdfTokenKind.Number ? (int)Math.Clamp(scanner.Number, 0, data.Count - first) : 0);
        }

        return new(data, numbers, offsets);
    }

    private PdfDictionary ReadSection(int offset)
    {
        var scanner = new PdfScanner(_file, offset, _file.Length);
        scanner.Next();
        if (scanner.Is("xref"u8))
        {
            return ReadTable(scanner);
        }

        if (scanner.Kind == PdfTokenKind.Number && ReadAt(offset, (int)Math.Clamp(scanner.Number, -1, int.MaxValue)) is PdfStream stream)
        {
            ReadStream(stream);
            return stream.Dictionary;
        }

        throw new InvalidDataException("The cross references are not where the file says.");
    }

    private PdfDictionary ReadTable(PdfScanner scanner)
    {
        while (scanner.Next() == PdfTokenKind.Number)
        {
            var number = scanner.Number;
            scanner.Next();
            var count = scanner.Number;
            for (var i = 0; i < count && scanner.Next() == PdfTokenKind.Number; i++)
            {
                var offset = Offset(scanner.Number);
                scanner.Next();
                scanner.Next();
                if (scanner.Is("n"u8) && offset > 0)
                {
                    Add(number + i, new(offset, -1));
                }
            }
        }

        return scanner.Is("trailer"u8) && new PdfParser(scanner, _budget).Read() is PdfDictionary trailer
            ? trailer
            : throw new InvalidDataException("The cross references are damaged.");
    }

    private void ReadStream(PdfStream stream)
    {
        var data = Data(stream).AsSpan();
        var widths = Values(stream.Dictionary["W"]).Select(w => Whole(w) ?? -1).ToArray();
        if (widths.Length != 3 || widths.Any(w => w is < 0 or > 8))
        {
            throw new InvalidDataException("The cross references are damaged.");
        }

        var ranges = stream.Dictionary["Index"] is PdfArray index
            ? index.Values.Select(v => Whole(v) ?? 0).ToArray()
            : [0, Whole(stream.Dictionary["Size"]) ?? 0];
        for (var r = 0; r + 1 < ranges.Length; r += 2)
        {
            for (var i = 0; i < ranges[r + 1] && data.Length >= widths.Sum() && data.Length > 0; i++)
            {
                var kind = widths[0] == 0 ? 1 : Field(ref data, widths[0]);
                var (where, position) = (Field(ref data, widths[1]), Field(ref data, widths[2]));
                if (kind == 1 && Offset(where) > 0)
                {
                    Add(ranges[r] + (double)i, new((int)where, -1));
                }
                else if (kind == 2 && where is > 0 and <= int.MaxValue && position <= MaxObjects)
                {
                    Add(ranges[r] + (double)i, new((int)where, (int)position));
                }
            }
        }
    }

    private static long Field(ref Span<byte> data, int width)
    {
        ulong value = 0;
        foreach (var b in data[..width])
        {
            value = (value << 8) | b;
        }

        data = data[width..];
        return (long)(value & long.MaxValue);
    }

    private void Add(double number, Place place)
    {
        _budget.Spend(16);
        if (_places.Count >= MaxObjects)
        {
            throw new InvalidDataException("The file has too many objects.");
        }

        if (number is > 0 and < MaxObjects)
        {
            _places.TryAdd((int)number, place);
        }
    }

    /// <summary>An offset inside the file, or -1.</summary>
    private int Offset(double value) => value >= 0 && value < _file.Length ? (int)value : -1;

    private readonly record struct Place(int Where, int Index);

    private sealed record ObjectStream(ArraySegment<byte> Data, int[] Numbers, int[] Offsets);
}
