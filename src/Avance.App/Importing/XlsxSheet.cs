using System.Globalization;
using System.Xml;

namespace Avance.App.Importing;

/// <summary>Reads the rows of one worksheet as a stream.</summary>
internal sealed class XlsxSheet(XmlReader xml, int number, Func<int, SourceCell> sharedString)
{
    /// <summary>Columns beyond these are nobody's business: the layout has sixteen.</summary>
    private const int MaxColumns = 64;

    private int _row;

    /// <summary>The next row that is not blank; null at the end.</summary>
    public SourceRow? Next()
    {
        while (xml.Next())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "row")
            {
                _row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : _row + 1;
                if (!xml.IsEmptyElement && ReadCells() is { } cells)
                {
                    return new SourceRow(new SourcePlace(number, _row), cells);
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "sheetData")
            {
                return null;
            }
        }

        return null;
    }

    private List<SourceCell>? ReadCells()
    {
        List<SourceCell>? cells = null;
        var end = xml.Depth;
        var column = 0;
        while (xml.Next() && xml.Depth > end)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            column = ColumnOf(xml.GetAttribute("r")) ?? column + 1;
            var cell = xml.IsEmptyElement ? SourceCell.Blank : ReadCell();
            if (column is < 1 or > MaxColumns || cell.IsBlank)
            {
                continue;
            }

            cells ??= new List<SourceCell>(16);
            while (cells.Count < column)
            {
                cells.Add(SourceCell.Blank);
            }

            cells[column - 1] = cell;
        }

        return cells;
    }

    private SourceCell ReadCell()
    {
        var type = xml.GetAttribute("t");
        var end = xml.Depth;
        var cell = SourceCell.Blank;
        while (xml.Next() && xml.Depth > end)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "is")
            {
                cell = XlsxText.ReadItem(xml);
            }
            else if (xml.LocalName == "v")
            {
                cell = Value(type, XlsxText.ReadValue(xml));
            }
        }

        return cell;
    }

    private SourceCell Value(string? type, string value) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index)
            ? sharedString(index)
            : SourceCell.Blank,
        "str" or "inlineStr" or "d" or "e" => XlsxText.Cell(XlsxText.Decode(value)),
        "b" => XlsxText.Cell(value == "1" ? "VERDADERO" : "FALSO"),
        _ => XlsxText.Cell(XlsxText.Number(value)),
    };

    /// <summary>The column of a cell's name: 2 for <c>B7</c>; null when there is no name.</summary>
    private static int? ColumnOf(string? name)
    {
        if (name is null)
        {
            return null;
        }

        var column = 0;
        foreach (var c in name)
        {
            var letter = char.ToUpperInvariant(c) - 'A';
            if (letter is < 0 or > 25 || column > MaxColumns)
            {
                break;
            }

            column = (column * 26) + letter + 1;
        }

        return column == 0 ? null : column;
    }
}
