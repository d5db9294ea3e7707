using System.Globalization;
using System.Xml;
using Avance.App.Importing;

namespace Avance.App.Tables;

/// <summary>
/// Reads a sheet of a workbook row by row, never the whole of it. Values of formulas are those that the spreadsheet kept; a
/// formula without one is shown as a formula, because a blank would be an invented figure.
/// </summary>
internal sealed class XlsxTableReader : TableReader
{
    /// <summary>What a workbook of tables may inflate to: a sheet can have a million rows, and ten columns of them take a third.</summary>
    private const long MaxInflated = 1L << 30;

    private const int MaxTags = 96_000_000;

    /// <summary>All the shared texts together, with room for a number each; they are kept while the sheet is read.</summary>
    private const long MaxShared = 32L << 20;

    private readonly XlsxPackage _package;
    private readonly XmlReader _xml;
    private TextStore? _shared;
    private char[] _text = new char[4096];
    private int _used;

    /// <param name="file">Opens the workbook; closed with the reader.</param>
    /// <param name="sheet">Which of its visible sheets, from 0.</param>
    public XlsxTableReader(Func<Stream> file, int sheet)
    {
        _package = Package(file);
        try
        {
            _xml = Guarded(() => _package.VisibleSheets() is var sheets && sheet < sheets.Count
                ? _package.Open(sheets[sheet])
                : throw new TableException(XlsxProblems.NotAWorkbook()));
        }
        catch
        {
            _package.Dispose();
            throw;
        }
    }

    /// <summary>The names of a workbook's visible sheets.</summary>
    public static List<string> Sheets(Func<Stream> file)
    {
        using var package = Package(file);
        Guarded(package.VisibleSheets);
        return package.SheetNames.Count > 0 ? package.SheetNames : throw new TableException(XlsxProblems.NotAWorkbook());
    }

    protected override bool ReadRow() => Guarded(NextRow);

    protected override void Dispose(bool disposing)
    {
        _xml.Dispose();
        _package.Dispose();
    }

    private static XlsxPackage Package(Func<Stream> open) => Guarded(() =>
    {
        var file = open();
        try
        {
            return new XlsxPackage(file, new InflationBudget(MaxInflated, MaxTags));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    });

    private bool NextRow()
    {
        while (_xml.Next())
        {
            if (_xml.NodeType == XmlNodeType.Element && _xml.LocalName == "row")
            {
                Row.Clear();
                _used = 0;
                Row.Line = int.TryParse(_xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : Row.Line + 1;
                if (!_xml.IsEmptyElement)
                {
                    ReadCells();
                }

                Row.Buffer = _text;
                return true;
            }

            if (_xml.NodeType == XmlNodeType.EndElement && _xml.LocalName == "sheetData")
            {
                return false;
            }
        }

        return false;
    }

    private void ReadCells()
    {
        var end = _xml.Depth;
        while (_xml.Next() && _xml.Depth > end)
        {
            if (_xml.NodeType != XmlNodeType.Element || _xml.LocalName != "c")
            {
                continue;
            }

            var column = ColumnOf(_xml.GetAttribute("r")) ?? Row.Count;
            while (Row.Count < column)
            {
                Row.Add(_used, 0);
            }

            var start = _used;
            var isNumber = _xml.GetAttribute("t") is null or "n";
            if (!_xml.IsEmptyElement)
            {
                ReadCell();
            }

            if (column == Row.Count)
            {
                Row.Add(start, _used - start, isNumber);
            }
        }
    }

    private void ReadCell()
    {
        var type = _xml.GetAttribute("t");
        var end = _xml.Depth;
        var start = _used;
        var formula = "";
        while (_xml.Next() && _xml.Depth > end)
        {
            if (_xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (_xml.LocalName)
            {
                case "is":
                    Append(XlsxText.ReadItem(_xml).Text);
                    break;
                case "f":
                    formula = _xml.IsEmptyElement ? "=" : "=" + XlsxText.ReadValue(_xml);
                    break;
                case "v":
                    AppendValue(type, XlsxText.ReadValue(_xml));
                    break;
                default:
                    break;
            }
        }

        if (_used == start && type != "str")
        {
            Append(formula);
        }
    }

    private void AppendValue(string? type, string value)
    {
        switch (type)
        {
            case "s":
                Append(int.TryParse(value, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var index) ? Shared[index] : default);
                break;
            case "str" or "inlineStr" or "d" or "e":
                Append(XlsxText.Decode(value));
                break;
            case "b":
                Append(value == "1" ? "VERDADERO" : "FALSO");
                break;
            default:
                Append(value.Contains('E', StringComparison.OrdinalIgnoreCase) ? XlsxText.Number(value) : value);
                break;
        }
    }

    private TextStore Shared
    {
        get
        {
            if (_shared is null)
            {
                _shared = new(MaxShared);
                using var xml = _package.OpenSharedStrings();
                while (xml is not null && xml.Next())
                {
                    if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
                    {
                        _shared.Add(XlsxText.ReadItem(xml).Text);
                    }
                }
            }

            return _shared;
        }
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_used + text.Length > CsvTableReader.MaxRecord)
        {
            throw new TableException(TableProblems.RecordTooLong(Row.Line, default));
        }

        if (_used + text.Length > _text.Length)
        {
            Array.Resize(ref _text, Math.Max(_text.Length * 2, _used + text.Length));
        }

        text.CopyTo(_text.AsSpan(_used));
        _used += text.Length;
    }

    /// <summary>The 0-based column of a cell's name: 1 for <c>B7</c>; null when there is no name.</summary>
    private int? ColumnOf(string? name)
    {
        var column = 0;
        foreach (var c in name ?? "")
        {
            var letter = char.ToUpperInvariant(c) - 'A';
            if (letter is < 0 or > 25)
            {
                break;
            }

            column = (column * 26) + letter + 1;
            if (column > TableRow.MaxColumns)
            {
                throw new TableException(TableProblems.TooManyColumns(Row.Line));
            }
        }

        return column == 0 ? null : column - 1;
    }

    /// <summary>Files from people are damaged in every possible way, and the libraries tell so by throwing.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (LimitException)
        {
            throw new TableException(TableProblems.TooLarge());
        }
        catch (Exception e) when (e is not TableException and (InvalidDataException or XmlException or IOException or NotSupportedException or ArgumentException or OverflowException))
        {
            throw new TableException(XlsxProblems.Damaged());
        }
    }
}
