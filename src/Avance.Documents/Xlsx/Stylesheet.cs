using System.Text;

namespace Avance.Documents.Xlsx;

/// <summary>
/// The workbook's styles part. Thousands are parted by spaces, as the official report prints them: a number format can
/// only do that with a section for each size.
/// </summary>
internal static class Stylesheet
{
    private const int AmountFormat = 164;
    private const int QuantityFormat = 165;
    private const int CountFormat = 166;

    private const string TopLeft = """<alignment horizontal="left" vertical="top" wrapText="1"/>""";
    private const string Indented = """<alignment horizontal="left" vertical="top" wrapText="1" indent="1"/>""";
    private const string TopCenter = """<alignment horizontal="center" vertical="top" wrapText="1"/>""";
    private const string TopRight = """<alignment horizontal="right" vertical="top"/>""";

    /// <summary>Font, fill, border, number format and alignment, in the order of <see cref="CellStyle"/>.</summary>
    private static readonly (int Font, int Fill, int Border, int Format, string Alignment)[] Records =
    [
        (0, 0, 0, 0, ""),
        (2, 0, 0, 0, ""),
        (1, 0, 0, 0, ""),
        (4, 0, 0, 0, ""),
        (3, 2, 1, 0, """<alignment horizontal="center" vertical="center" wrapText="1"/>"""),
        (1, 3, 1, 0, TopLeft),
        (1, 3, 1, AmountFormat, TopRight),
        (5, 3, 1, AmountFormat, TopRight),
        (1, 0, 1, 0, TopLeft),
        (1, 0, 1, 0, TopLeft),
        (0, 0, 1, 0, TopCenter),
        (0, 0, 1, 0, Indented),
        (0, 0, 1, AmountFormat, TopRight),
        (0, 0, 1, CountFormat, TopRight),
        (0, 0, 1, 0, Indented),
        (0, 0, 1, QuantityFormat, TopRight),
        (0, 0, 1, AmountFormat, TopRight),
        (5, 0, 1, AmountFormat, TopRight),
    ];

    /// <summary>The part's XML.</summary>
    public static string Xml()
    {
        var xml = new StringBuilder();
        xml.Append("""
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="3">
            """);
        AppendFormat(xml, AmountFormat, "0.00");
        AppendFormat(xml, QuantityFormat, "0.00##");
        AppendFormat(xml, CountFormat, "0");
        xml.Append("""
            </numFmts><fonts count="6"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font><font><b/><sz val="14"/><name val="Arial"/></font><font><b/><sz val="9"/><color rgb="FFFFFFFF"/><name val="Arial"/></font><font><i/><sz val="10"/><color rgb="FF9C1C1C"/><name val="Arial"/></font><font><b/><sz val="10"/><color rgb="FF9C1C1C"/><name val="Arial"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF2F3E4E"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF1"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color rgb="FFB4BDC6"/></left><right style="thin"><color rgb="FFB4BDC6"/></right><top style="thin"><color rgb="FFB4BDC6"/></top><bottom style="thin"><color rgb="FFB4BDC6"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
            """);
        xml.Append(Invariant($"<cellXfs count=\"{Records.Length}\">"));
        foreach (var (font, fill, border, format, alignment) in Records)
        {
            xml.Append(Invariant($"<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">{alignment}</xf>"));
        }

        xml.Append("""</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>""");
        return xml.ToString();
    }

    private static void AppendFormat(StringBuilder xml, int id, string units) =>
        xml.Append(Invariant($"""<numFmt numFmtId="{id}" formatCode="[&gt;=1000000]#\ ###\ ##{units};[&gt;=1000]#\ ##{units};{units}"/>"""));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
