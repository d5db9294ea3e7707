using System.Globalization;
using System.Text;
using Avance.Progress;
using Avance.Reporting;

namespace Avance.Documents.Reporting;

/// <summary>
/// The report as one page that needs nothing else: no script, no font, no picture. A screen reader gets a caption, header
/// cells and a group of rows for each project; a printer gets landscape letter with the header on every page.
/// </summary>
internal sealed class ProgressHtml
{
    private static readonly LocalizedText TableLabel = new("Tabla del avance por proyecto y meta", "Table of progress by project and target");
    private static readonly LocalizedText Amounts = new("Importes en pesos, acumulados al corte del periodo.", "Amounts in pesos, cumulative to the cut-off of the period.");
    private static readonly LocalizedText Approved = new("Presupuesto aprobado", "Approved budget");
    private static readonly LocalizedText Revised = new("Presupuesto modificado", "Revised budget");
    private static readonly LocalizedText Accrued = new("Presupuesto devengado", "Accrued expenditure");
    private static readonly LocalizedText Financial = new("Avance financiero", "Financial progress");

    private readonly StreamWriter _html;
    private readonly Language _language;

    /// <summary>Marks what the entity wrote, which is Spanish, inside a page in another language.</summary>
    private readonly string _spanish;

    private ProgressHtml(StreamWriter html, Language language)
    {
        _html = html;
        _language = language;
        _spanish = language == Language.English ? " lang=\"es-MX\"" : "";
    }

    public static void Write(ProgressReport report, Language language, Stream output)
    {
        using var html = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        new ProgressHtml(html, language).Write(report);
    }

    private void Write(ProgressReport report)
    {
        var title = OfficialLayout.Title.In(_language);
        _html.Write($"""
            <!DOCTYPE html>
            <html lang="{(_language == Language.English ? "en" : "es-MX")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title} · {Markup.Escape(report.Entity.Code)} · {report.Period}</title>
            <style>
            {HtmlStyle.Css(_language)}
            </style>
            </head>
            <body>
            <main>
            <header>
            <p class="entity"{_spanish}>{Markup.Escape(report.Entity.Name)}</p>
            <h1>{title}</h1>
            <p class="period">{report.Period.Name.In(_language)} · {report.Period.Describe().In(_language)}</p>

            """.ReplaceLineEndings("\n"));
        WriteTotals(report.Totals);
        _html.WriteLine("</header>");
        WriteTable(report);
        WriteExplanations(report.Explanations);
        _html.WriteLine("</main>\n</body>\n</html>");
    }

    private void WriteTotals(BudgetFigures totals)
    {
        _html.WriteLine("<dl class=\"totals\">");
        WriteTotal(Approved, Figure.Print(totals.Approved));
        WriteTotal(Revised, Figure.Print(totals.Revised));
        WriteTotal(Accrued, Figure.Print(totals.Accrued));
        WriteTotal(Financial, Percentage.Of(totals.Accrued, totals.Revised) is { } rate ? $"{Figure.Print(rate)} %" : "");
        _html.WriteLine("</dl>");
    }

    private void WriteTotal(LocalizedText name, string figure) =>
        _html.WriteLine($"<div><dt>{name.In(_language)}</dt><dd>{(figure.Length == 0 ? "—" : figure)}</dd></div>");

    private void WriteTable(ProgressReport report)
    {
        _html.WriteLine($"<div class=\"scroll\" role=\"region\" aria-label=\"{TableLabel.In(_language)}\" tabindex=\"0\">");
        _html.WriteLine($"<table>\n<caption>{Amounts.In(_language)}</caption>");
        WriteHeader();
        foreach (var row in OfficialLayout.Rows(report))
        {
            switch (row.Kind)
            {
                case LayoutRowKind.Project:
                    WriteProject(row.Project!);
                    break;
                case LayoutRowKind.Target:
                    break; // In its project's group of rows.
                case LayoutRowKind.ProjectType:
                    _html.WriteLine($"<tbody class=\"type\"{_spanish}><tr><td></td><td></td><th scope=\"row\" colspan=\"14\">{Markup.Escape(row.Text)}</th></tr></tbody>");
                    break;
                default:
                    WriteHeading(row);
                    break;
            }
        }

        _html.WriteLine("</table>\n</div>");
    }

    private void WriteHeader()
    {
        _html.Write("<thead>\n<tr>");
        var previous = default(LocalizedText);
        foreach (var heading in OfficialLayout.Headings)
        {
            if (heading.Group is null)
            {
                _html.Write($"<th scope=\"col\" rowspan=\"2\">{heading.Text.In(_language)}</th>");
            }
            else if (heading.Group != previous)
            {
                _html.Write($"<th scope=\"colgroup\" colspan=\"{OfficialLayout.Headings.Count(h => h.Group == heading.Group)}\">{heading.Group.In(_language)}</th>");
            }

            previous = heading.Group;
        }

        _html.Write("</tr>\n<tr>");
        foreach (var heading in OfficialLayout.Headings.Where(h => h.Group is not null))
        {
            _html.Write($"<th scope=\"col\">{heading.Text.In(_language)}</th>");
        }

        _html.WriteLine("</tr>\n</thead>");
    }

    private void WriteHeading(LayoutRow row)
    {
        var @class = row.Kind switch { LayoutRowKind.Function => "function", LayoutRowKind.Subfunction => "subfunction", _ => "total" };
        var budget = row.Budget ?? default;
        _html.Write($"<tbody class=\"{@class}\"{_spanish}><tr><th scope=\"row\" colspan=\"8\">{Markup.Escape(row.Text)}</th>");
        WriteFigure(Figure.Print(budget.Approved));
        WriteFigure(Figure.Print(budget.Revised));
        WriteFigure(Figure.Print(budget.Accrued));
        _html.WriteLine("<td colspan=\"5\"></td></tr></tbody>");
    }

    /// <summary>A project is a group of rows: its own, over which its figures span, and one for each target.</summary>
    private void WriteProject(ReportProject project)
    {
        var rows = project.Targets.Count + 1;
        var span = rows == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" rowspan=\"{rows}\"");
        _html.Write($"<tbody{_spanish}>\n<tr><th scope=\"rowgroup\"{span}>{Markup.Escape(project.Key)}</th><td{span}>{Markup.Escape(string.Join(' ', project.SdgTargets))}</td>");
        _html.Write($"<td colspan=\"6\" class=\"name\">{Markup.Escape(project.Name)}</td>");
        WriteFigure(Figure.Print(project.Budget.Approved), span);
        WriteFigure(Figure.Print(project.Budget.Revised), span);
        WriteFigure(Figure.Print(project.Budget.Accrued), span);
        _html.Write($"<td{span}>{Markup.Escape(project.Municipality)}</td><td{span}>{Markup.Escape(project.Locality)}</td>");
        WriteFigure(Figure.Print(project.Beneficiaries.Women), span);
        WriteFigure(Figure.Print(project.Beneficiaries.Men), span);
        WriteFigure(Figure.Print(project.Beneficiaries.People), span);
        _html.WriteLine("</tr>");
        foreach (var target in project.Targets)
        {
            _html.Write($"<tr><td class=\"target\">{Markup.Escape(target.Description)}</td><td>{Markup.Escape(target.UnitOfMeasure)}</td>");
            WriteFigure(Figure.Print(target.Original));
            WriteFigure(Figure.Print(target.Revised));
            WriteFigure(Figure.Print(target.Achieved));
            WriteFigure(Figure.Print(target.PrintedRate));
            _html.WriteLine("</tr>");
        }

        _html.WriteLine("</tbody>");
    }

    private void WriteFigure(string figure, string span = "") => _html.Write($"<td class=\"n\"{span}>{figure}</td>");

    private void WriteExplanations(IReadOnlyList<DeviationExplanation> explanations)
    {
        if (explanations.Count == 0)
        {
            return;
        }

        _html.WriteLine($"<section>\n<h2>{OfficialLayout.ExplanationsTitle.In(_language)}</h2>");
        foreach (var explanation in explanations)
        {
            _html.WriteLine($"<article{_spanish}>\n<h3><span>{Markup.Escape(explanation.Key)}</span> {Markup.Escape(explanation.ProjectName)}</h3>\n<p>{Markup.Escape(explanation.Text)}</p>\n</article>");
        }

        _html.WriteLine("</section>");
    }
}
