namespace Avance.App.Importing;

/// <summary>Puts the tokens of a PDF together as values, within limits that no honest file reaches.</summary>
internal sealed class PdfParser(PdfScanner scanner, PdfBudget budget)
{
    private const int MaxDepth = 48;
    private const int MaxValues = 400_000;

    private int _values;

    /// <summary>The next value.</summary>
    /// <exception cref="InvalidDataException">It is nested too deeply or too large.</exception>
    public PdfValue Read()
    {
        _values = 0;
        scanner.Next();
        return Value(0);
    }

    /// <summary>The value that begins with the token just read.</summary>
    public PdfValue ReadCurrent()
    {
        _values = 0;
        return Value(0);
    }

    private PdfValue Value(int depth)
    {
        budget.Spend(20);
        if (depth > MaxDepth || ++_values > MaxValues)
        {
            throw new InvalidDataException("The object is nested too deeply or too large.");
        }

        return scanner.Kind switch
        {
            PdfTokenKind.Number => NumberOrReference(),
            PdfTokenKind.Name => new PdfName(scanner.TextString),
            PdfTokenKind.String => new PdfString(scanner.Text.ToArray()),
            PdfTokenKind.ArrayStart => Array(depth),
            PdfTokenKind.DictionaryStart => Dictionary(depth),
            _ => PdfValue.None,
        };
    }

    private PdfValue NumberOrReference()
    {
        var number = scanner.Number;
        var after = scanner.Position;
        if (number is >= 0 and <= int.MaxValue && number == Math.Floor(number) && IsDigit(after)
            && scanner.Next() == PdfTokenKind.Number && scanner.Next() == PdfTokenKind.Keyword && scanner.Is("R"u8))
        {
            return new PdfReference((int)number);
        }

        scanner.Position = after;
        return new PdfNumber(number);
    }

    /// <summary>Whether a digit follows one space: most numbers are no reference, and this tells so at once.</summary>
    private bool IsDigit(int position)
    {
        while (position < scanner.Limit && PdfScanner.IsSpace(scanner.Bytes[position]))
        {
            position++;
        }

        return position < scanner.Limit && char.IsAsciiDigit((char)scanner.Bytes[position]);
    }

    private PdfArray Array(int depth)
    {
        var values = new List<PdfValue>();
        while (scanner.Next() is not (PdfTokenKind.ArrayEnd or PdfTokenKind.End))
        {
            values.Add(Value(depth + 1));
        }

        return new PdfArray(values);
    }

    private PdfDictionary Dictionary(int depth)
    {
        var entries = new List<KeyValuePair<string, PdfValue>>(6);
        while (scanner.Next() is not (PdfTokenKind.DictionaryEnd or PdfTokenKind.End))
        {
            if (scanner.Kind != PdfTokenKind.Name)
            {
                continue;
            }

            var key = scanner.TextString;
            scanner.Next();
            if (scanner.Kind == PdfTokenKind.DictionaryEnd)
            {
                break;
            }

            entries.Add(new(key, Value(depth + 1)));
        }

        return new PdfDictionary(entries);
    }
}
