using Avance.Documents.Xlsx;

namespace Avance.Documents.Planning;

/// <summary>A sheet as a workbook: its values on the first sheet, and each table on one of its own, figures as numbers.</summary>
internal static class PlanSheetWorkbook
{
    private static readonly LocalizedText Page = new("Página &P de &N", "Page &P of &N");
    private static readonly int[] FieldWidths = [34, 100];
    private const int TitleRows = 3;
    private const int TableHeaderRows = 2;

    public static void Write(PlanSheet sheet, Stream output)
    {
        var tables = sheet.Sections.Where(section => section.Table is not null).ToList();
        var footer = $"&L{sheet.Key.Replace("&", "&&", StringComparison.Ordinal)}&C{Page.In(sheet.Language)}";
        var fields = sheet.Sections.Where(section => section.Fields.Count > 0).ToList();
        List<SheetLayout> layouts =
        [
            new(sheet.Language == Language.English ? "Sheet" : "Hoja", TitleRows, (1, TitleRows), TitleRows + fields.Sum(section => section.Fields.Count + 1), FieldWidths, footer, IsFirst: true),
            .. tables.Select(section => new SheetLayout(Tab(section.Heading), TableHeaderRows, (TableHeaderRows, TableHeaderRows), TableHeaderRows + section.Table!.Rows.Count, Widths(section.Table), footer, IsFirst: false)),
        ];
        var properties = new DocumentProperties($"{sheet.Title} · {sheet.Key}", sheet.Name, sheet.Entity, sheet.Language == Language.English ? "en" : "es-MX");
        using var package = new WorkbookPackage(layouts, properties);
        using (var page = new SheetWriter(package.OpenSheet(1), layouts[0]))
        {
            WriteFields(page, sheet, fields);
        }

        for (var i = 0; i < tables.Count; i++)
        {
            using var page = new SheetWriter(package.OpenSheet(i + 2), layouts[i + 1]);
            WriteTable(page, tables[i], sheet.Key);
        }

        package.Finish(output);
    }

    private static void WriteFields(SheetWriter page, PlanSheet sheet, List<SheetSection> sections)
    {
        WriteLine(page, CellStyle.Entity, sheet.Entity);
        WriteLine(page, CellStyle.Title, sheet.Title);
        WriteLine(page, CellStyle.Entity, $"{sheet.Key} {sheet.Name}");
        foreach (var section in sections)
        {
            page.BeginRow();
            page.Text(1, CellStyle.Heading, section.Heading);
            page.Text(2, CellStyle.Heading);
            page.Merge(1, 2);
            page.EndRow();
            foreach (var field in section.Fields)
            {
                page.BeginRow(TextFit.Points(TextFit.Lines(field.Shown, FieldWidths[1])));
                page.Text(1, CellStyle.ProjectType, field.Label);
                page.Text(2, CellStyle.Text, field.Shown);
                page.EndRow();
            }
        }
    }

    private static void WriteTable(SheetWriter page, SheetSection section, string key)
    {
        var table = section.Table!;
        WriteLine(page, CellStyle.Entity, $"{key} · {section.Heading} · {table.Caption}");
        page.BeginRow();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            page.Text(i + 1, CellStyle.Header, table.Columns[i].Heading);
        }

        page.EndRow();
        var widths = Widths(table);
        foreach (var row in table.Rows)
        {
            page.BeginRow(TextFit.Points(table.Columns.Select((column, i) => column.Kind == SheetColumnKind.Text ? TextFit.Lines(row.Cells[i].Text, widths[i], row.IsTotal) : 1).Max()));
            for (var i = 0; i < table.Columns.Count; i++)
            {
                WriteCell(page, i + 1, table.Columns[i].Kind, row.Cells[i], row.IsTotal);
            }

            page.EndRow();
        }
    }

    private static void WriteCell(SheetWriter page, int column, SheetColumnKind kind, SheetCell cell, bool isTotal)
    {
        if (kind == SheetColumnKind.Text)
        {
            page.Text(column, isTotal ? CellStyle.Heading : CellStyle.Text, cell.Text);
        }
        else
        {
            page.Number(column, isTotal ? CellStyle.HeadingAmount : kind == SheetColumnKind.Money ? CellStyle.Amount : CellStyle.Quantity, cell.Number);
        }
    }

    private static void WriteLine(SheetWriter page, CellStyle style, string text)
    {
        page.BeginRow();
        page.Text(1, style, text);
        page.EndRow();
    }

    private static int[] Widths(SheetTable table) => [.. table.Columns.Select(column => Math.Max(column.Kind == SheetColumnKind.Money ? 16 : 10, column.Weight))];

    /// <summary>A tab's name: 31 characters at most.</summary>
    private static string Tab(string heading) => heading.Length <= 31 ? heading : heading[..31];
}
