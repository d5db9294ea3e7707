using System.Text;

namespace Avance.Documents.Planning;

/// <summary>A sheet as one page that needs nothing else, on screen and on paper.</summary>
internal static class PlanSheetHtml
{
    private const string Style = """
        :root { color-scheme: light; --ink: #1d2731; --soft: #4f5b67; --line: #c9d1d9; --band: #e7ecf1; --accent: #7a1f3d; }
        * { box-sizing: border-box; }
        body { margin: 0; color: var(--ink); background: #fff; font: 15px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
        main { max-width: 1100px; margin: 0 auto; padding: 24px clamp(12px, 2vw, 32px) 48px; }
        header { border-top: 4px solid var(--accent); padding-top: 16px; }
        .entity { margin: 0; font-weight: 600; color: var(--accent); }
        .sheet { margin: 2px 0 12px; color: var(--soft); }
        h1 { margin: 0; font-size: 26px; line-height: 1.25; overflow-wrap: anywhere; }
        h1 span { color: var(--accent); }
        h2 { margin: 28px 0 8px; font-size: 18px; color: var(--accent); border-bottom: 1px solid var(--line); padding-bottom: 4px; }
        dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: 10px 32px; margin: 0; }
        dl div { min-width: 0; }
        .wide { grid-column: 1 / -1; }
        dt { color: var(--soft); font-size: 13px; }
        dd { margin: 0; overflow-wrap: anywhere; }
        .scroll { overflow-x: auto; }
        .scroll:focus-visible { outline: 3px solid #1f5c99; outline-offset: 2px; }
        table { border-collapse: collapse; width: 100%; font-size: 13px; }
        caption { text-align: left; padding: 0 0 6px; color: var(--soft); }
        th, td { padding: 5px 8px; border: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { background: var(--band); }
        .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .total { background: var(--band); font-weight: 700; }
        .signatures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 40px; margin-top: 88px; }
        .signatures p { margin: 0; border-top: 1px solid var(--ink); padding-top: 4px; text-align: center; color: var(--soft); font-size: 13px; }
        @page { size: letter landscape; margin: 12mm; }
        @media print { body { font-size: 9.5pt; } main { max-width: none; padding: 0; } .scroll { overflow: visible; } table { font-size: 7pt; } th, td { padding: 2pt 3pt; } section { break-inside: avoid; } thead th, .total { print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
        """;

    public static void Write(PlanSheet sheet, Stream output)
    {
        using var html = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        html.Write($"""
            <!DOCTYPE html>
            <html lang="{(sheet.Language == Language.English ? "en" : "es-MX")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Markup.Escape(sheet.Title)} · {Markup.Escape(sheet.Key)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            <header>
            <p class="entity">{Markup.Escape(sheet.Entity)}</p>
            <p class="sheet">{Markup.Escape(sheet.Title)}</p>
            <h1><span>{Markup.Escape(sheet.Key)}</span> {Markup.Escape(sheet.Name)}</h1>
            </header>

            """.ReplaceLineEndings("\n"));
        foreach (var section in sheet.Sections)
        {
            WriteSection(html, section);
        }

        if (sheet.Signatures.Count > 0)
        {
            html.WriteLine($"<div class=\"signatures\">{string.Concat(sheet.Signatures.Select(who => $"<p>{Markup.Escape(who)}</p>"))}</div>");
        }

        html.WriteLine("</main>\n</body>\n</html>");
    }

    private static void WriteSection(StreamWriter html, SheetSection section)
    {
        html.WriteLine($"<section>\n<h2>{Markup.Escape(section.Heading)}</h2>");
        if (section.Fields.Count > 0)
        {
            html.WriteLine("<dl>");
            foreach (var field in section.Fields)
            {
                html.WriteLine($"<div{(field.IsWide ? " class=\"wide\"" : "")}><dt>{Markup.Escape(field.Label)}</dt><dd>{Markup.Escape(field.Shown)}</dd></div>");
            }

            html.WriteLine("</dl>");
        }

        if (section.Table is { } table)
        {
            WriteTable(html, table);
        }

        html.WriteLine("</section>");
    }

    private static void WriteTable(StreamWriter html, SheetTable table)
    {
        html.WriteLine($"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{Markup.Escape(table.Caption)}\">\n<table>\n<caption>{Markup.Escape(table.Caption)}</caption>");
        html.WriteLine($"<thead><tr>{string.Concat(table.Columns.Select(column => $"<th scope=\"col\"{Class(column)}>{Markup.Escape(column.Heading)}</th>"))}</tr></thead>\n<tbody>");
        foreach (var row in table.Rows)
        {
            html.Write(row.IsTotal ? "<tr class=\"total\">" : "<tr>");
            for (var i = 0; i < table.Columns.Count; i++)
            {
                html.Write($"<td{Class(table.Columns[i])}>{Markup.Escape(row.Cells[i].Text)}</td>");
            }

            html.WriteLine("</tr>");
        }

        html.WriteLine("</tbody>\n</table>\n</div>");
    }

    private static string Class(SheetColumn column) => column.Kind == SheetColumnKind.Text ? "" : " class=\"n\"";
}
