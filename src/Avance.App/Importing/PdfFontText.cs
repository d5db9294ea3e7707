using System.Text;

namespace Avance.App.Importing;

/// <summary>What the codes of a font say: its text map, or the Windows encoding that simple fonts have without one.</summary>
internal sealed class PdfFontText
{
    private const int MaxTextLength = 64;

    /// <summary>The longest text of one page; a page of a report has some thousands of characters.</summary>
    private const int MaxPageText = 4 << 20;

    private readonly Dictionary<int, string> _texts = [];
    private readonly bool _isComposite;

    public PdfFontText(PdfSource source, PdfDictionary font, PdfBudget budget)
    {
        _isComposite = source.Name(font["Subtype"]) == "Type0";
        if (source.Resolve(font["ToUnicode"]) is PdfStream map)
        {
            var data = source.Data(map);
            Read(new PdfScanner(data.Array!, data.Offset, data.Offset + data.Count), budget);
        }
    }

    /// <summary>Appends what a string of codes says.</summary>
    public void Append(ReadOnlySpan<byte> codes, StringBuilder text, PdfBudget budget)
    {
        var before = text.Length;
        if (_isComposite)
        {
            for (var i = 0; i + 1 < codes.Length; i += 2)
            {
                Limit(text);
                text.Append(_texts.GetValueOrDefault((codes[i] << 8) | codes[i + 1], "\uFFFD"));
            }
        }
        else
        {
            foreach (var code in codes)
            {
                Limit(text);
                if (_texts.TryGetValue(code, out var mapped))
                {
                    text.Append(mapped);
                }
                else
                {
                    text.Append(code is >= 0x80 and < 0xA0 ? Windows1252[code - 0x80] : (char)code);
                }
            }
        }

        budget.Spend((text.Length - before) * 8L);
    }

    /// <summary>A font may say that one code stands for many letters: the text is watched while it grows.</summary>
    private static void Limit(StringBuilder text)
    {
        if (text.Length > MaxPageText)
        {
            throw new InvalidDataException("A page has too much text.");
        }
    }

    private void Read(PdfScanner scanner, PdfBudget budget)
    {
        while (scanner.Next() != PdfTokenKind.End)
        {
            budget.Spend(2);
            if (scanner.Is("beginbfchar"u8))
            {
                while (scanner.Next() == PdfTokenKind.String)
                {
                    var code = Code(scanner);
                    scanner.Next();
                    Add(code, Unicode(scanner), budget);
                }
            }
            else if (scanner.Is("beginbfrange"u8))
            {
                while (scanner.Next() == PdfTokenKind.String)
                {
                    ReadRange(scanner, budget);
                }
            }
        }
    }

    private void ReadRange(PdfScanner scanner, PdfBudget budget)
    {
        var first = Code(scanner);
        scanner.Next();
        var last = Math.Min(Code(scanner), 0xFFFF);
        if (scanner.Next() == PdfTokenKind.ArrayStart)
        {
            for (var code = first; scanner.Next() == PdfTokenKind.String; code++)
            {
                Add(code, Unicode(scanner), budget);
            }

            return;
        }

        var text = Unicode(scanner).ToCharArray();
        for (var code = first; code <= last && text.Length > 0; code++)
        {
            Add(code, new string(text), budget);
            text[^1] = (char)((text[^1] + 1) & 0xFFFF);
        }
    }

    private void Add(int code, string text, PdfBudget budget)
    {
        budget.Spend(64);
        if (code <= 0xFFFF)
        {
            _texts[code] = text;
        }
    }

    private static int Code(PdfScanner scanner)
    {
        var code = 0;
        foreach (var b in scanner.Text[..Math.Min(scanner.Text.Length, 3)])
        {
            code = (code << 8) | b;
        }

        return code;
    }

    private static string Unicode(PdfScanner scanner) =>
        Encoding.BigEndianUnicode.GetString(scanner.Text[..(Math.Min(scanner.Text.Length, MaxTextLength) & ~1)]);

    private const string Windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";
}
