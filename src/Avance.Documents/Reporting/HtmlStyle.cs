namespace Avance.Documents.Reporting;

/// <summary>The looks of the self-contained page, on screen and on paper.</summary>
internal static class HtmlStyle
{
    private static readonly LocalizedText PageOf = new("\"Página \" counter(page) \" de \" counter(pages)", "\"Page \" counter(page) \" of \" counter(pages)");

    public static string Css(Language language) => Screen + Print.Replace("$page", PageOf.In(language), StringComparison.Ordinal);

    private const string Screen = """
        :root { color-scheme: light; --ink: #1d2731; --soft: #55616d; --line: #c9d1d9; --head: #2f3e4e; --band: #e7ecf1; --accent: #7a1f3d; }
        * { box-sizing: border-box; }
        body { margin: 0; color: var(--ink); background: #fff; font: 14px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; }
        main { max-width: 1680px; margin: 0 auto; padding: 24px clamp(12px, 2vw, 32px) 48px; }
        header { border-top: 4px solid var(--accent); padding-top: 16px; }
        .entity { margin: 0; font-weight: 600; color: var(--accent); }
        h1 { margin: 2px 0 0; font-size: 26px; line-height: 1.2; }
        .period { margin: 4px 0 16px; color: var(--soft); }
        .totals { display: flex; flex-wrap: wrap; gap: 8px 40px; margin: 0 0 20px; }
        .totals dt { color: var(--soft); font-size: 12px; }
        .totals dd { margin: 0; font-size: 19px; font-weight: 600; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
        .scroll:focus-visible { outline: 3px solid #1f5c99; outline-offset: 2px; }
        table { border-collapse: collapse; width: 100%; min-width: 1340px; font-size: 12px; line-height: 1.35; }
        caption { caption-side: bottom; padding: 8px; text-align: left; color: var(--soft); }
        th, td { padding: 4px 6px; border: 1px solid var(--line); text-align: left; vertical-align: top; }
        thead th { background: var(--head); color: #fff; text-align: center; vertical-align: middle; font-size: 11px; border-color: #51616f; }
        .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .function th, .function td, .subfunction th, .subfunction td, .total th, .total td { background: var(--band); font-weight: 700; }
        .subfunction th { padding-left: 18px; }
        .type th, .name { font-weight: 700; }
        .target { padding-left: 18px; min-width: 290px; }
        h2 { margin: 32px 0 8px; font-size: 20px; }
        article { max-width: 80ch; padding: 4px 0 4px 16px; border-left: 3px solid var(--accent); margin-bottom: 16px; }
        h3 { margin: 0 0 4px; font-size: 15px; }
        h3 span { color: var(--accent); margin-right: 4px; }
        article p { margin: 0; overflow-wrap: anywhere; }

        """;

    private const string Print = """
        @page { size: letter landscape; margin: 12mm 10mm 14mm; @bottom-center { content: $page; font: 8pt Arial, sans-serif; } }
        @media print {
        body { font-size: 9pt; }
        main { max-width: none; padding: 0; }
        .scroll { overflow: visible; border: 0; }
        table { min-width: 0; font-size: 6.5pt; }
        thead { display: table-header-group; }
        thead th { font-size: 6pt; }
        th, td { padding: 1.5pt 3pt; }
        .target { min-width: 58mm; padding-left: 9pt; }
        thead th, .function th, .function td, .subfunction th, .subfunction td, .total th, .total td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        tbody, tr, article { break-inside: avoid; }
        .function, .subfunction, .type, h2, h3 { break-after: avoid; }
        }
        """;
}
