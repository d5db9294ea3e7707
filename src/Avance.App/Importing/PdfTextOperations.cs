namespace Avance.App.Importing;

/// <summary>
/// Follows the operations of a page as far as they write text: which font, where, and inside which marked content. Draws
/// nothing.
/// </summary>
internal sealed class PdfTextOperations(
    Func<string, PdfFontText> fonts, Func<string, PdfDictionary> properties, PdfSource source, PdfBudget budget, bool isExact)
{
    private const int MaxNesting = 64;

    /// <summary>A step to the right of this many thousandths of the letters' size is a space that was not written.</summary>
    private const double SpaceStep = -180;

    private readonly double[] _numbers = new double[6];
    private readonly Stack<(int Content, bool IsReplaced)> _marks = new();
    private readonly Stack<PdfTransform> _saved = new();
    private PdfTransform _page = PdfTransform.Identity;
    private PdfTransform _line = PdfTransform.Identity;
    private PdfFontText? _font;
    private PdfDictionary? _dictionary;
    private byte[] _shown = [];
    private string _name = "";
    private double _leading;
    private double _height;
    private int _content = -1;
    private bool _isReplaced;

    /// <summary>What was found.</summary>
    public PdfPageText Page { get; } = new();

    /// <summary>Follows the operations of a content stream.</summary>
    public void Follow(PdfScanner scanner)
    {
        while (scanner.Next() != PdfTokenKind.End)
        {
            switch (scanner.Kind)
            {
                case PdfTokenKind.Number:
                    _numbers.AsSpan(1).CopyTo(_numbers);
                    _numbers[^1] = scanner.Number;
                    break;
                case PdfTokenKind.Name:
                    _name = scanner.TextString;
                    break;
                case PdfTokenKind.String:
                    _shown = scanner.Text.ToArray();
                    break;
                case PdfTokenKind.ArrayStart:
                    ShowPieces(scanner);
                    break;
                case PdfTokenKind.DictionaryStart:
                    _dictionary = new PdfParser(scanner, budget).ReadCurrent() as PdfDictionary;
                    break;
                case PdfTokenKind.Keyword:
                    Operate(scanner);
                    break;
            }
        }
    }

    private void Operate(PdfScanner scanner)
    {
        var name = scanner.Text;
        if (name is [(byte)'T', var t])
        {
            OperateText(t);
        }
        else if (name is [(byte)'\'' or (byte)'"'])
        {
            NextLine(0, -_leading);
            Show(_shown);
        }
        else if (name is [(byte)'c', (byte)'m'])
        {
            _page = Transform().Then(_page);
        }
        else if (name is [(byte)'q'] && _saved.Count < MaxNesting)
        {
            _saved.Push(_page);
        }
        else if (name is [(byte)'Q'] && _saved.Count > 0)
        {
            _page = _saved.Pop();
        }
        else if (name is [(byte)'B', (byte)'T'])
        {
            _line = PdfTransform.Identity;
        }
        else if (name is [(byte)'B', var kind and ((byte)'D' or (byte)'M'), (byte)'C'])
        {
            Begin(kind == 'M' ? PdfDictionary.Empty : _dictionary ?? properties(_name));
            _dictionary = null;
        }
        else if (name is [(byte)'E', (byte)'M', (byte)'C'] && _marks.Count > 0)
        {
            (_content, _isReplaced) = _marks.Pop();
        }
        else if (name is [(byte)'I', (byte)'D'])
        {
            SkipImage(scanner);
        }
    }

    private void OperateText(byte operation)
    {
        switch (operation)
        {
            case (byte)'j':
                Show(_shown);
                break;
            case (byte)'d':
                NextLine(_numbers[^2], _numbers[^1]);
                break;
            case (byte)'D':
                _leading = -_numbers[^1];
                NextLine(_numbers[^2], _numbers[^1]);
                break;
            case (byte)'*':
                NextLine(0, -_leading);
                break;
            case (byte)'L':
                _leading = _numbers[^1];
                break;
            case (byte)'m':
                _line = Transform();
                break;
            case (byte)'f':
                _font = fonts(_name);
                break;
        }
    }

    /// <summary>
    /// The pieces of text that an array shows, kept apart only where the step between them is as wide as a space. Other
    /// arrays, such as patterns of dashes, hold no text.
    /// </summary>
    private void ShowPieces(PdfScanner scanner)
    {
        while (scanner.Next() is not (PdfTokenKind.ArrayEnd or PdfTokenKind.End))
        {
            if (scanner.Kind == PdfTokenKind.String)
            {
                Show(scanner.Text);
            }
            else if (scanner.Kind == PdfTokenKind.Number && scanner.Number < SpaceStep)
            {
                Separate();
            }
        }
    }

    private void Show(ReadOnlySpan<byte> codes)
    {
        if (_font is null || codes.IsEmpty)
        {
            return;
        }

        var height = _line.Then(_page).Y;
        if (Math.Abs(height - _height) > 1)
        {
            Separate();
            _height = height;
        }

        var start = Page.Text.Length;
        if (!_isReplaced)
        {
            _font.Append(codes, Page.Text, budget);
        }

        Page.Mark(_content, start, height);
    }

    /// <summary>Puts a space between two pieces of the same content, where none is written.</summary>
    private void Separate()
    {
        if (!isExact && !_isReplaced && Page.Text.Length > 0 && Page.Text[^1] != ' ')
        {
            var start = Page.Text.Length;
            Page.Text.Append(' ');
            Page.Mark(_content, start, _height);
        }
    }

    private void Begin(PdfDictionary dictionary)
    {
        if (_marks.Count >= MaxNesting)
        {
            throw new InvalidDataException("Marked content is nested too deeply.");
        }

        _marks.Push((_content, _isReplaced));
        _content = dictionary["MCID"] is PdfNumber { Value: >= 0 and < int.MaxValue } id ? (int)id.Value : _content;
        if (dictionary["ActualText"] is PdfString actual && source.Text(actual) is { } text && !_isReplaced)
        {
            budget.Spend(text.Length * 8L);
            var start = Page.Text.Length;
            Page.Text.Append(text);
            Page.Mark(_content, start, _line.Then(_page).Y);
            _isReplaced = true;
        }
    }

    private void NextLine(double x, double y) => _line = new PdfTransform(1, 0, 0, 1, x, y).Then(_line);

    private PdfTransform Transform() => new(_numbers[0], _numbers[1], _numbers[2], _numbers[3], _numbers[4], _numbers[5]);

    /// <summary>Leaves out the bytes of an image that stands in the page's own stream.</summary>
    private static void SkipImage(PdfScanner scanner)
    {
        for (var at = scanner.Position; ;)
        {
            var found = scanner.Bytes.AsSpan(at, scanner.Limit - at).IndexOf("EI"u8);
            if (found < 0)
            {
                scanner.Position = scanner.Limit;
                return;
            }

            at += found + 2;
            if (PdfScanner.IsSpace(scanner.Bytes[at - 3]) && (at == scanner.Limit || PdfScanner.IsSpace(scanner.Bytes[at])))
            {
                scanner.Position = at;
                return;
            }
        }
    }
}
