namespace Avance.App.Importing;

/// <summary>What a token of a PDF is.</summary>
internal enum PdfTokenKind
{
    /// <summary>Nothing is left.</summary>
    End,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A name: <c>/Type</c>.</summary>
    Name,

    /// <summary>A string, literal or hexadecimal.</summary>
    String,

    /// <summary><c>[</c>.</summary>
    ArrayStart,

    /// <summary><c>]</c>.</summary>
    ArrayEnd,

    /// <summary><c>&lt;&lt;</c>.</summary>
    DictionaryStart,

    /// <summary><c>&gt;&gt;</c>.</summary>
    DictionaryEnd,

    /// <summary>A word: <c>obj</c>, <c>true</c>, an operator of a page.</summary>
    Keyword,
}

/// <summary>
/// Cuts the bytes of a PDF into tokens. Never reads outside them and never fails: what is no PDF comes out as keywords
/// that nobody knows.
/// </summary>
internal sealed class PdfScanner(byte[] bytes, int start, int end)
{
    private byte[] _text = new byte[64];

    /// <summary>The bytes.</summary>
    public byte[] Bytes => bytes;

    /// <summary>Where the next token is looked for.</summary>
    public int Position { get; set; } = start;

    /// <summary>End of what may be read.</summary>
    public int Limit => end;

    /// <summary>What the last token is.</summary>
    public PdfTokenKind Kind { get; private set; }

    /// <summary>Where the last token begins.</summary>
    public int TokenStart { get; private set; }

    /// <summary>Value of the last token, a number.</summary>
    public double Number { get; private set; }

    /// <summary>Bytes of the last token: a keyword, or a name or string with its escapes undone. Good until the next.</summary>
    public ReadOnlySpan<byte> Text => _text.AsSpan(0, TextLength);

    private int TextLength { get; set; }

    /// <summary>The last token as text of one byte a character.</summary>
    public string TextString => System.Text.Encoding.Latin1.GetString(Text);

    /// <summary>Reads the next token.</summary>
    public PdfTokenKind Next()
    {
        SkipSpace();
        TokenStart = Position;
        TextLength = 0;
        if (Position >= end)
        {
            return Kind = PdfTokenKind.End;
        }

        var b = bytes[Position++];
        return Kind = b switch
        {
            (byte)'/' => ReadName(),
            (byte)'(' => ReadLiteral(),
            (byte)'<' => Takes((byte)'<') ? PdfTokenKind.DictionaryStart : ReadHexadecimal(),
            (byte)'>' => Takes((byte)'>') ? PdfTokenKind.DictionaryEnd : PdfTokenKind.Keyword,
            (byte)'[' => PdfTokenKind.ArrayStart,
            (byte)']' => PdfTokenKind.ArrayEnd,
            (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.' => ReadNumber(),
            _ => ReadKeyword(b),
        };
    }

    /// <summary>Whether the last token is this keyword.</summary>
    public bool Is(ReadOnlySpan<byte> keyword) => Kind == PdfTokenKind.Keyword && Text.SequenceEqual(keyword);

    /// <summary>Whether a byte is white space of PDF.</summary>
    public static bool IsSpace(byte b) => b is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte b) =>
        b is (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private void SkipSpace()
    {
        while (Position < end)
        {
            var b = bytes[Position];
            if (b == '%')
            {
                while (Position < end && bytes[Position] is not (10 or 13))
                {
                    Position++;
                }
            }
            else if (IsSpace(b))
            {
                Position++;
            }
            else
            {
                return;
            }
        }
    }

    private bool Takes(byte expected)
    {
        if (Position >= end || bytes[Position] != expected)
        {
            return false;
        }

        Position++;
        return true;
    }

    private PdfTokenKind ReadNumber()
    {
        var at = TokenStart;
        var isNegative = false;
        while (at < end && bytes[at] is (byte)'+' or (byte)'-')
        {
            isNegative |= bytes[at++] == '-';
        }

        double value = 0, place = 0;
        for (; at < end && (char.IsAsciiDigit((char)bytes[at]) || (bytes[at] == '.' && place == 0)); at++)
        {
            if (bytes[at] == '.')
            {
                place = 1;
                continue;
            }

            value = (value * 10) + (bytes[at] - '0');
            place *= 10;
        }

        Number = (isNegative ? -value : value) / (place == 0 ? 1 : place);
        Position = Math.Max(at, TokenStart + 1);
        return PdfTokenKind.Number;
    }

    private PdfTokenKind ReadKeyword(byte first)
    {
        Append(first);
        while (!IsDelimiter(first) && Position < end && !IsSpace(bytes[Position]) && !IsDelimiter(bytes[Position]))
        {
            Append(bytes[Position++]);
        }

        return PdfTokenKind.Keyword;
    }

    private PdfTokenKind ReadName()
    {
        while (Position < end && !IsSpace(bytes[Position]) && !IsDelimiter(bytes[Position]))
        {
            var b = bytes[Position++];
            if (b == '#' && Position + 1 < end && Hex(bytes[Position]) is >= 0 and var high && Hex(bytes[Position + 1]) is >= 0 and var low)
            {
                b = (byte)((high << 4) | low);
                Position += 2;
            }

            Append(b);
        }

        return PdfTokenKind.Name;
    }

    private PdfTokenKind ReadHexadecimal()
    {
        var high = -1;
        while (Position < end)
        {
            var b = bytes[Position++];
            if (b == '>')
            {
                break;
            }

            var digit = Hex(b);
            if (digit < 0)
            {
                continue;
            }

            if (high < 0)
            {
                high = digit;
            }
            else
            {
                Append((byte)((high << 4) | digit));
                high = -1;
            }
        }

        if (high >= 0)
        {
            Append((byte)(high << 4));
        }

        return PdfTokenKind.String;
    }

    private PdfTokenKind ReadLiteral()
    {
        var depth = 1;
        while (Position < end)
        {
            var b = bytes[Position++];
            if (b == '\\')
            {
                ReadEscape();
                continue;
            }

            depth += b == '(' ? 1 : b == ')' ? -1 : 0;
            if (depth == 0)
            {
                break;
            }

            Append(b);
        }

        return PdfTokenKind.String;
    }

    private void ReadEscape()
    {
        if (Position >= end)
        {
            return;
        }

        var b = bytes[Position++];
        switch (b)
        {
            case (byte)'n':
                Append(10);
                break;
            case (byte)'r':
                Append(13);
                break;
            case (byte)'t':
                Append(9);
                break;
            case (byte)'b':
                Append(8);
                break;
            case (byte)'f':
                Append(12);
                break;
            case 13:
                Takes(10);
                break;
            case 10:
                break;
            case >= (byte)'0' and <= (byte)'7':
                var value = b - '0';
                for (var i = 0; i < 2 && Position < end && bytes[Position] is >= (byte)'0' and <= (byte)'7'; i++)
                {
                    value = (value * 8) + (bytes[Position++] - '0');
                }

                Append((byte)(value & 0xFF));
                break;
            default:
                Append(b);
                break;
        }
    }

    private void Append(byte b)
    {
        if (TextLength == _text.Length)
        {
            Array.Resize(ref _text, _text.Length * 2);
        }

        _text[TextLength++] = b;
    }

    private static int Hex(byte b) => b switch
    {
        >= (byte)'0' and <= (byte)'9' => b - '0',
        >= (byte)'A' and <= (byte)'F' => b - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => b - 'a' + 10,
        _ => -1,
    };
}
