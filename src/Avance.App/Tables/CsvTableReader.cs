using System.Buffers;

namespace Avance.App.Tables;

/// <summary>
/// Reads fields parted by a sign (RFC 4180): a field may stand in quotes, and then holds signs, line breaks and doubled
/// quotes. Looks for the signs many characters at a time and copies nothing but the rest of a record at a buffer's end.
/// </summary>
internal sealed class CsvTableReader : TableReader
{
    /// <summary>The longest record. One that is longer has a quote that nobody closed.</summary>
    public const int MaxRecord = 1 << 20;

    private const int FirstBuffer = 1 << 16;

    private readonly TextReader _text;
    private readonly char _separator;
    private readonly SearchValues<char> _ends;
    private readonly List<int> _doubled = [];
    private char[] _buffer = new char[FirstBuffer];
    private int _position;
    private int _length;
    private bool _ended;
    private int _line = 1;

    /// <param name="text">Opens what to read; closed with the reader.</param>
    /// <param name="separator">The sign between fields; found out from the first lines when it is not said.</param>
    public CsvTableReader(Func<TextReader> text, char? separator = null)
    {
        _text = text();
        Fill();
        _separator = separator ?? CsvSeparator.Guess(_buffer.AsSpan(0, _length));
        _ends = SearchValues.Create([_separator, '\r', '\n']);
    }

    protected override bool ReadRow()
    {
        if (_position == _length && !Fill())
        {
            return false;
        }

        while (true)
        {
            Row.Clear();
            Row.Line = _line;
            _doubled.Clear();
            var end = Scan();
            if (end >= 0)
            {
                _position = end;
                Row.Buffer = _buffer;
                UndoEscapes();
                return true;
            }

            // The record goes on beyond the buffer: more of it, and once more from its beginning.
            if (_length - _position > MaxRecord)
            {
                throw new TableException(TableProblems.RecordTooLong(_line, Excerpt(_position)));
            }

            Fill();
        }
    }

    protected override void Dispose(bool disposing) => _text.Dispose();

    /// <summary>Finds the fields of the record at the position. Returns where the next begins; -1 when this one is not whole.</summary>
    private int Scan()
    {
        var lines = 0;
        var start = _position;
        while (true)
        {
            var quoted = start < _length && _buffer[start] == '"';
            var end = quoted ? ScanQuoted(start, ref lines) : ScanPlain(start);
            if (end < 0)
            {
                return -1;
            }

            if (end < _length && _buffer[end] == _separator)
            {
                start = end + 1;
                continue;
            }

            if (end < _length)
            {
                var carriage = _buffer[end] == '\r';
                if (carriage && end + 1 == _length && !_ended)
                {
                    return -1;
                }

                end += carriage && end + 1 < _length && _buffer[end + 1] == '\n' ? 2 : 1;
                lines++;
            }

            _line += lines;
            return end;
        }
    }

    private int ScanPlain(int start)
    {
        var length = _buffer.AsSpan(start, _length - start).IndexOfAny(_ends);
        if (length < 0)
        {
            if (!_ended)
            {
                return -1;
            }

            length = _length - start;
        }

        Row.Add(start, length);
        return start + length;
    }

    private int ScanQuoted(int start, ref int lines)
    {
        var doubled = false;
        for (var i = start + 1; ;)
        {
            var close = _buffer.AsSpan(i, _length - i).IndexOf('"') + i;
            if (close < i || (close + 1 == _length && !_ended))
            {
                return close >= i || !_ended ? -1 : throw new TableException(TableProblems.UnclosedQuote(_line, Excerpt(start)));
            }

            if (close + 1 < _length && _buffer[close + 1] == '"')
            {
                doubled = true;
                i = close + 2;
                continue;
            }

            if (close + 1 < _length && _buffer[close + 1] != _separator && _buffer[close + 1] is not ('\r' or '\n'))
            {
                throw new TableException(TableProblems.TextAfterQuote(_line, Excerpt(start)));
            }

            if (doubled)
            {
                _doubled.Add(Row.Count);
            }

            lines += _buffer.AsSpan(start, close - start).Count('\n');
            Row.Add(start + 1, close - start - 1);
            return close + 1;
        }
    }

    /// <summary>Doubled quotes to single ones, in place, and without the apostrophe that guards what looks like a formula.</summary>
    private void UndoEscapes()
    {
        foreach (var column in _doubled)
        {
            var start = Row.Start(column);
            var (write, end) = (start, start + Row.Raw(column).Length);
            for (var read = start; read < end; read++)
            {
                _buffer[write++] = _buffer[read];
                read += _buffer[read] == '"' ? 1 : 0;
            }

            Row.Set(column, start, write - start);
        }

        for (var column = 0; column < Row.Count; column++)
        {
            if (FormulaGuard.IsGuarded(Row.Raw(column)))
            {
                Row.Set(column, Row.Start(column) + 1, Row.Raw(column).Length - 1);
            }
        }
    }

    private ReadOnlySpan<char> Excerpt(int start) => _buffer.AsSpan(start, Math.Min(200, _length - start));

    /// <summary>Moves what is left to the beginning and reads more after it; false when there is no more.</summary>
    private bool Fill()
    {
        var rest = _length - _position;
        if (rest == _buffer.Length)
        {
            Array.Resize(ref _buffer, rest * 2);
        }
        else if (_position > 0)
        {
            _buffer.AsSpan(_position, rest).CopyTo(_buffer);
        }

        (_position, _length) = (0, rest);
        var read = _text.Read(_buffer.AsSpan(rest));
        _length += read;
        _ended = read == 0;
        return _length > 0;
    }
}
