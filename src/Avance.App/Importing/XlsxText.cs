using System.Globalization;
using System.Text;
using System.Xml;

namespace Avance.App.Importing;

/// <summary>Texts and numbers of cells as the format writes them, back to what people see.</summary>
internal static class XlsxText
{
    private static readonly string[] LineEnds = ["\r\n", "\n", "\r"];

    /// <summary>
    /// Reads a string item (<c>is</c> or <c>si</c>) on which the reader stands, up to its end: one text, or runs, of which
    /// the first ones may be bold.
    /// </summary>
    public static SourceCell ReadItem(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return SourceCell.Blank;
        }

        var end = xml.Depth;
        var bold = new StringBuilder();
        var rest = new StringBuilder();
        var isBold = false;
        var inText = false;
        var phonetic = 0;
        while (xml.Next() && xml.Depth > end)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "r":
                    isBold = false;
                    break;
                case XmlNodeType.Element when xml.LocalName == "b":
                    isBold = xml.GetAttribute("val") is not ("0" or "false");
                    break;
                case XmlNodeType.Element when xml.LocalName == "rPh" && !xml.IsEmptyElement:
                    phonetic = xml.Depth;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "rPh" && xml.Depth == phonetic:
                    phonetic = 0;
                    break;
                case XmlNodeType.Element when xml.LocalName == "t":
                    inText = !xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "t":
                    inText = false;
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inText && phonetic == 0:
                    (isBold && rest.Length == 0 ? bold : rest).Append(xml.Value);
                    Refuse(bold.Length + rest.Length);
                    break;
                default:
                    break;
            }
        }

        return Cell(Decode(bold.ToString()), Decode(rest.ToString()));
    }

    /// <summary>Reads the characters of a simple element (<c>v</c>) on which the reader stands, up to its end.</summary>
    public static string ReadValue(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var end = xml.Depth;
        var value = "";
        while (xml.Next() && xml.Depth > end)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                value = value.Length == 0 ? xml.Value : value + xml.Value;
                Refuse(value.Length);
            }
        }

        return value;
    }

    /// <summary>A cell of plain text, its lines apart.</summary>
    public static SourceCell Cell(string text) => Cell("", text);

    /// <summary>
    /// A number as a figure to read. Spreadsheets compute in binary and write what that leaves: <c>27524608.870000001</c> is
    /// 27524608.87. What has four decimals or fewer is taken as it stands.
    /// </summary>
    public static string Number(string value)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            return value.Trim();
        }

        if (exact.Scale > 4 && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var binary)
            && decimal.TryParse(binary.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var shortest))
        {
            exact = decimal.Round(shortest, 4, MidpointRounding.AwayFromZero);
        }

        return exact.ToString("0.####", CultureInfo.InvariantCulture);
    }

    /// <summary>Undoes <c>_x0041_</c>, which stands for the character of that code.</summary>
    public static string Decode(string text)
    {
        var start = text.IndexOf("_x", StringComparison.Ordinal);
        if (start < 0)
        {
            return text;
        }

        var decoded = new StringBuilder(text, 0, start, text.Length);
        for (var i = start; i < text.Length; i++)
        {
            if (i + 6 < text.Length && text[i] == '_' && text[i + 1] == 'x' && text[i + 6] == '_'
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                decoded.Append((char)code);
                i += 6;
            }
            else
            {
                decoded.Append(text[i]);
            }
        }

        return decoded.ToString();
    }

    private static SourceCell Cell(string bold, string text)
    {
        var leading = CellMarkup.Squeeze(bold);
        if (text.AsSpan().IndexOfAny('\r', '\n') < 0)
        {
            return new SourceCell(leading, [CellMarkup.Squeeze(text)]);
        }

        var lines = text.Split(LineEnds, StringSplitOptions.None).Select(l => CellMarkup.Squeeze(l)).ToList();

        // A break between the bold name and the first target parts nothing.
        if (leading.Length > 0 && lines.Count > 1 && lines[0].Length == 0)
        {
            lines.RemoveAt(0);
        }

        return new SourceCell(leading, lines);
    }

    private static void Refuse(int length)
    {
        if (length > GuardedXml.MaxRun)
        {
            throw new LimitException("text");
        }
    }
}
