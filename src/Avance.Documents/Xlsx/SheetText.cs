using System.Globalization;
using System.Text;

namespace Avance.Documents.Xlsx;

/// <summary>
/// Text in a cell (ST_Xstring of ISO/IEC 29500): what XML cannot hold is written <c>_x0001_</c>, and so is the underscore
/// of a text that looks like that.
/// </summary>
internal static class SheetText
{
    /// <summary>The longest text of a cell; a spreadsheet repairs a file with a longer one.</summary>
    public const int MaxLength = 32_767;

    /// <summary>The text as a cell's content.</summary>
    public static string Encode(string text)
    {
        var start = FirstToEncode(text);
        if (start == text.Length)
        {
            return Markup.Escape(text);
        }

        var encoded = new StringBuilder(text, 0, start, text.Length + 16);
        for (var i = start; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                encoded.Append(text, i++, 2);
            }
            else if (!Markup.IsAllowed(text[i]) || text[i] == '\r' || LooksEncoded(text, i))
            {
                encoded.Append(CultureInfo.InvariantCulture, $"_x{(int)text[i]:X4}_");
            }
            else
            {
                encoded.Append(text[i]);
            }
        }

        return Markup.Escape(encoded.ToString());
    }

    private static int FirstToEncode(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Markup.IsAllowed(text[i]) || text[i] == '\r' || LooksEncoded(text, i))
            {
                return i;
            }
        }

        return text.Length;
    }

    private static bool LooksEncoded(string text, int i) =>
        text[i] == '_' && i + 6 < text.Length && text[i + 1] == 'x' && text[i + 6] == '_'
        && char.IsAsciiHexDigit(text[i + 2]) && char.IsAsciiHexDigit(text[i + 3]) && char.IsAsciiHexDigit(text[i + 4]) && char.IsAsciiHexDigit(text[i + 5]);
}
