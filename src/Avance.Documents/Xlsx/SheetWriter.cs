using System.Globalization;
using System.Text;

namespace Avance.Documents.Xlsx;

/// <summary>
/// Writes one worksheet as a stream, row after row. What belongs before the rows is in <see cref="SheetLayout"/>, because
/// that is the order of the format.
/// </summary>
internal sealed class SheetWriter : IDisposable
{
    private readonly StreamWriter _xml;
    private readonly SheetLayout _layout;
    private readonly List<string> _merges = [];

    public SheetWriter(Stream part, SheetLayout layout)
    {
        _layout = layout;
        _xml = new StreamWriter(part, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 16 * 1024);
        _xml.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        _xml.Write("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>""");
        _xml.Write($"""<sheetViews><sheetView workbookViewId="0" showGridLines="0"{(layout.IsFirst ? " tabSelected=\"1\"" : "")}>""");
        _xml.Write($"""<pane ySplit="{layout.HeaderRows}" topLeftCell="A{layout.HeaderRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="13"/><cols>""");
        for (var i = 0; i < layout.ColumnWidths.Count; i++)
        {
            _xml.Write($"""<col min="{i + 1}" max="{i + 1}" width="{layout.ColumnWidths[i]}" customWidth="1"/>""");
        }

        _xml.Write("</cols><sheetData>");
    }

    /// <summary>The row being written, or the last one, from 1.</summary>
    public int Row { get; private set; }

    /// <summary>Begins the next row, so many points high.</summary>
    public void BeginRow(int? points = null)
    {
        Row++;
        _xml.Write(points is null ? $"<row r=\"{Row}\">" : $"<row r=\"{Row}\" ht=\"{points}\" customHeight=\"1\">");
    }

    public void EndRow() => _xml.Write("</row>");

    /// <summary>A text, or a blank cell with a look.</summary>
    public void Text(int column, CellStyle style, string text = "")
    {
        BeginCell(column, style);
        if (text.Length == 0)
        {
            _xml.Write("/>");
            return;
        }

        _xml.Write(" t=\"inlineStr\"><is><t>");
        _xml.Write(SheetText.Encode(text));
        _xml.Write("</t></is></c>");
    }

    /// <summary>A number with its exact decimals and the formula that gives it, or a blank cell when it is absent.</summary>
    public void Number(int column, CellStyle style, decimal? number, string? formula = null)
    {
        BeginCell(column, style);
        if (number is not { } value)
        {
            _xml.Write("/>");
            return;
        }

        _xml.Write('>');
        if (formula is not null)
        {
            _xml.Write($"<f>{formula}</f>");
        }

        _xml.Write("<v>");
        _xml.Write(value.ToString(CultureInfo.InvariantCulture));
        _xml.Write("</v></c>");
    }

    /// <summary>Merges cells of the row being written, or of it and those below.</summary>
    public void Merge(int fromColumn, int toColumn, int rows = 1) =>
        _merges.Add($"{Reference(fromColumn, Row)}:{Reference(toColumn, Row + rows - 1)}");

    /// <summary>A cell's name: <c>B7</c>.</summary>
    public static string Reference(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column - 1)}{row}");

    /// <summary>Ends the sheet.</summary>
    public void Dispose()
    {
        _xml.Write("</sheetData>");
        if (_merges.Count > 0)
        {
            _xml.Write($"<mergeCells count=\"{_merges.Count}\">");
            foreach (var merge in _merges)
            {
                _xml.Write($"<mergeCell ref=\"{merge}\"/>");
            }

            _xml.Write("</mergeCells>");
        }

        _xml.Write("""<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>""");
        _xml.Write("""<pageSetup paperSize="1" orientation="landscape" fitToWidth="1" fitToHeight="0"/>""");
        _xml.Write($"<headerFooter><oddFooter>{Markup.Escape(_layout.Footer)}</oddFooter></headerFooter></worksheet>");
        _xml.Dispose();
    }

    private void BeginCell(int column, CellStyle style) => _xml.Write($"<c r=\"{Reference(column, Row)}\" s=\"{(int)style}\"");
}

/// <summary>What a sheet has besides its rows.</summary>
/// <param name="Name">Its name on the tab.</param>
/// <param name="HeaderRows">How many rows stay in sight when the others scroll.</param>
/// <param name="TitleRows">First and last row to repeat on every printed page.</param>
/// <param name="LastRow">The last row to print.</param>
/// <param name="ColumnWidths">Widths in characters, one for each column.</param>
/// <param name="Footer">Footer of the printed pages, in the format's codes.</param>
/// <param name="IsFirst">Whether the sheet is in sight when the workbook opens.</param>
internal sealed record SheetLayout(
    string Name, int HeaderRows, (int First, int Last) TitleRows, int LastRow, IReadOnlyList<int> ColumnWidths, string Footer, bool IsFirst);
