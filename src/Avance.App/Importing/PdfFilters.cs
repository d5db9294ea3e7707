using System.IO.Compression;

namespace Avance.App.Importing;

/// <summary>Unpacks the streams of a PDF, never into more than <see cref="MaxBytes"/>.</summary>
internal static class PdfFilters
{
    /// <summary>The largest stream unpacked; a page of a report takes some kilobytes.</summary>
    public const int MaxBytes = 12 << 20;

    /// <summary>Undoes one filter.</summary>
    /// <exception cref="InvalidDataException">The filter is unknown, or the stream damaged or too large.</exception>
    public static ArraySegment<byte> Undo(string filter, PdfDictionary parameters, ArraySegment<byte> data, PdfBudget budget) => filter switch
    {
        "FlateDecode" or "Fl" => Unpredict(parameters, Inflate(data, budget)),
        "ASCIIHexDecode" or "AHx" => Hexadecimal(data),
        "ASCII85Decode" or "A85" => Base85(data),
        _ => throw new InvalidDataException($"The filter {filter} is not known."),
    };

    private static ArraySegment<byte> Inflate(ArraySegment<byte> data, PdfBudget budget)
    {
        using var packed = new MemoryStream(data.Array!, data.Offset, data.Count, writable: false);
        using var inflate = new ZLibStream(packed, CompressionMode.Decompress);
        var bytes = new byte[Math.Clamp(data.Count * 4, 1024, 1 << 20)];
        var length = 0;
        while (inflate.Read(bytes, length, bytes.Length - length) is > 0 and var read)
        {
            budget.Spend(read);
            length += read;
            if (length > MaxBytes)
            {
                throw new InvalidDataException("A stream unpacks into too much.");
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }
        }

        return new(bytes, 0, length);
    }

    /// <summary>Undoes the difference to the row before that PNG and cross-reference tables are packed with.</summary>
    private static ArraySegment<byte> Unpredict(PdfDictionary parameters, ArraySegment<byte> data)
    {
        var predictor = Whole(parameters, "Predictor", 1);
        if (predictor < 10)
        {
            return predictor == 1 ? data : throw new InvalidDataException("The predictor is not known.");
        }

        var pixel = Math.Max(1, Whole(parameters, "Colors", 1) * Whole(parameters, "BitsPerComponent", 8) / 8);
        var width = ((Whole(parameters, "Columns", 1) * Whole(parameters, "Colors", 1) * Whole(parameters, "BitsPerComponent", 8)) + 7) / 8;
        var source = data.AsSpan();
        var result = new byte[data.Count];
        var length = 0;
        Span<byte> before = new byte[width];
        while (source.Length > width)
        {
            var row = result.AsSpan(length, width);
            source.Slice(1, width).CopyTo(row);
            UndoRow(source[0], row, before, pixel);
            before = row;
            source = source[(width + 1)..];
            length += width;
        }

        return new(result, 0, length);
    }

    private static void UndoRow(byte kind, Span<byte> row, ReadOnlySpan<byte> before, int pixel)
    {
        for (var i = 0; i < row.Length; i++)
        {
            int left = i >= pixel ? row[i - pixel] : 0, up = before[i], corner = i >= pixel ? before[i - pixel] : 0;
            var guess = kind switch
            {
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => 0,
            };
            row[i] = (byte)((row[i] + guess) & 0xFF);
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        int toLeft = Math.Abs(guess - left), toUp = Math.Abs(guess - up), toCorner = Math.Abs(guess - corner);
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }

    private static ArraySegment<byte> Hexadecimal(ArraySegment<byte> data)
    {
        var scanner = new PdfScanner([(byte)'<', .. data], 0, data.Count + 1);
        scanner.Next();
        return scanner.Text.ToArray();
    }

    private static ArraySegment<byte> Base85(ReadOnlySpan<byte> data)
    {
        var result = new List<byte>(data.Length);
        var (value, count) = (0L, 0);
        foreach (var b in data)
        {
            if (b == 'z' && count == 0)
            {
                result.AddRange([0, 0, 0, 0]);
            }
            else if (b is >= (byte)'!' and <= (byte)'u')
            {
                value = (value * 85) + (b - '!');
                if (++count == 5)
                {
                    Flush(4);
                }
            }
            else if (b == '~')
            {
                break;
            }
        }

        if (count > 1)
        {
            var bytes = count - 1;
            for (; count < 5; count++)
            {
                value = (value * 85) + 84;
            }

            Flush(bytes);
        }

        return result.ToArray();

        void Flush(int bytes)
        {
            for (var i = 0; i < bytes; i++)
            {
                result.Add((byte)((value >> (24 - (i * 8))) & 0xFF));
            }

            (value, count) = (0, 0);
        }
    }

    private static int Whole(PdfDictionary parameters, string key, int otherwise)
    {
        var value = parameters[key] is PdfNumber number ? number.Value : otherwise;
        return value is >= 1 and <= 100_000 ? (int)value : throw new InvalidDataException("A filter's parameter is out of range.");
    }
}
