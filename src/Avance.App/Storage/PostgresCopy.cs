using System.Buffers.Binary;
using System.Text;
using Npgsql;

namespace Avance.App.Storage;

/// <summary>
/// Rows on their way into a table by COPY, in the server's binary format: for each row the number of its values, and for each
/// value its length and its bytes. Npgsql's own importer takes ten times as long for a value as the server does.
/// </summary>
internal sealed class PostgresCopy : IDisposable
{
    private const int BufferSize = 1 << 16;

    /// <summary>The server counts days and microseconds from here.</summary>
    private static readonly DateOnly FirstDay = new(2000, 1, 1);

    private static readonly DateTimeOffset FirstMoment = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly NpgsqlRawCopyStream _stream;
    private byte[] _buffer = new byte[BufferSize];
    private int _length;
    private bool _isEnded;

    public PostgresCopy(NpgsqlConnection connection, string table, string columns)
    {
        _stream = connection.BeginRawBinaryCopy($"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)");
        ReadOnlySpan<byte> signature = [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0];
        signature.CopyTo(Take(signature.Length));
        Number(0);
        Number(0);
    }

    /// <summary>Adds a row. A value's type must be that of its column.</summary>
    public void Row(object?[] values)
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), (short)values.Length);
        foreach (var value in values)
        {
            Write(value);
        }
    }

    /// <summary>Ends the copy: the server then says what is wrong with it, if anything.</summary>
    public void Complete()
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(sizeof(short)), -1);
        Flush();
        _isEnded = true;
        _stream.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isEnded)
        {
            _stream.Cancel();
        }

        _stream.Dispose();
    }

    private void Write(object? value)
    {
        switch (value)
        {
            case null:
                Number(-1);
                break;
            case int number:
                Number(sizeof(int));
                Number(number);
                break;
            case long number:
                Whole(number);
                break;
            case Guid id:
                Number(16);
                id.TryWriteBytes(Take(16), bigEndian: true, out _);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetByteCount(text);
                Number(bytes);
                Encoding.UTF8.GetBytes(text, Take(bytes));
                break;
            case bool flag:
                Number(1);
                Take(1)[0] = flag ? (byte)1 : (byte)0;
                break;
            case DateOnly day:
                Number(sizeof(int));
                Number(day.DayNumber - FirstDay.DayNumber);
                break;
            case DateTimeOffset moment:
                Whole((moment - FirstMoment).Ticks / TimeSpan.TicksPerMicrosecond);
                break;
            case byte[] content:
                Number(content.Length);
                content.CopyTo(Take(content.Length));
                break;
            default:
                throw new ArgumentException($"No column holds a {value.GetType()}.", nameof(value));
        }
    }

    private void Whole(long value)
    {
        Number(sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(Take(sizeof(long)), value);
    }

    private void Number(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(sizeof(int)), value);

    private Span<byte> Take(int count)
    {
        if (_length + count > _buffer.Length)
        {
            Flush();
            _buffer = count > _buffer.Length ? new byte[count] : _buffer;
        }

        var room = _buffer.AsSpan(_length, count);
        _length += count;
        return room;
    }

    private void Flush()
    {
        // Whatever stops the writing has ended the copy too: there is nothing left to cancel.
        var ended = _isEnded;
        _isEnded = true;
        _stream.Write(_buffer, 0, _length);
        (_isEnded, _length) = (ended, 0);
    }
}
