using System.Text.Encodings.Web;
using System.Text.Json;
using Avance.Documents;

namespace Avance.Web.Ui;

/// <summary>The twins of a table: the same cells as CSV and as JSON.</summary>
public static class TableWriter
{
    private static readonly JsonWriterOptions JsonOptions = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The headings and every row but totals, in the words of the page; figures as plain numbers.</summary>
    public static byte[] Csv(Table table, Language language)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var stream = new MemoryStream();
        using (var csv = new CsvWriter(stream))
        {
            csv.Header(table.Columns.Select(c => c.Heading.In(language)));
            foreach (var cells in DataRows(table))
            {
                foreach (var cell in cells)
                {
                    WriteCell(csv, cell);
                }

                csv.EndRow();
            }
        }

        return stream.ToArray();
    }

    /// <summary>The caption and every row but totals, each an object by column; words that stand for codes are codes.</summary>
    public static byte[] Json(Table table, Language language)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonOptions))
        {
            json.WriteStartObject();
            json.WriteString("caption", table.Caption.In(language));
            json.WriteStartArray("rows");
            foreach (var cells in DataRows(table))
            {
                json.WriteStartObject();
                foreach (var (column, cell) in table.Columns.Zip(cells))
                {
                    WriteCell(json, column.Id, cell);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static IEnumerable<IReadOnlyList<TableCell>> DataRows(Table table) => table.Rows.Where(r => !r.IsTotal).Select(r => r.Cells);

    private static void WriteCell(CsvWriter csv, TableCell cell)
    {
        if (cell.IsFigure)
        {
            csv.Number(cell.Number);
        }
        else
        {
            csv.Text(cell.Text);
        }
    }

    private static void WriteCell(Utf8JsonWriter json, string name, TableCell cell)
    {
        if (!cell.IsFigure)
        {
            json.WriteString(name, cell.Code ?? cell.Text ?? "");
        }
        else if (cell.Number is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
