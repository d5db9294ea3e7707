namespace Avance.App.Importing;

/// <summary>A value of a PDF: a number, name, string, array, dictionary, stream, reference, or none of them.</summary>
internal abstract record PdfValue
{
    /// <summary>Null, a boolean, and whatever is no value.</summary>
    public static PdfValue None { get; } = new PdfNone();

    private sealed record PdfNone : PdfValue;
}

/// <summary>A number.</summary>
internal sealed record PdfNumber(double Value) : PdfValue;

/// <summary>A name, without its slash.</summary>
internal sealed record PdfName(string Value) : PdfValue;

/// <summary>A string of bytes.</summary>
internal sealed record PdfString(byte[] Value) : PdfValue;

/// <summary>A reference to an object.</summary>
internal sealed record PdfReference(int Number) : PdfValue;

/// <summary>An array.</summary>
internal sealed record PdfArray(IReadOnlyList<PdfValue> Values) : PdfValue;

/// <summary>A dictionary. They are small: a list is faster than a table.</summary>
internal sealed record PdfDictionary(IReadOnlyList<KeyValuePair<string, PdfValue>> Entries) : PdfValue
{
    /// <summary>A dictionary with nothing in it.</summary>
    public static PdfDictionary Empty { get; } = new([]);

    /// <summary>The value of a key as written, perhaps a reference; nothing when there is none.</summary>
    public PdfValue this[string key]
    {
        get
        {
            foreach (var (name, value) in Entries)
            {
                if (name == key)
                {
                    return value;
                }
            }

            return None;
        }
    }
}

/// <summary>A stream: its dictionary and where its bytes begin in the file.</summary>
internal sealed record PdfStream(PdfDictionary Dictionary, int Start) : PdfValue;
