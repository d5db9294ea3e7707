using System.Globalization;
using Avance.App.Capture;
using Avance.Capture;
using Avance.Planning;
using Avance.Web.Ui;
using Avance.Web.Work;

namespace Avance.Web.Capture;

/// <summary>A figure of a quarter on its way from who typed it to the ledger.</summary>
/// <param name="Sheet">The sheet that it is in, with the version that counts.</param>
/// <param name="Project">Its project.</param>
/// <param name="Indicator">Its target.</param>
/// <param name="SentOn">The day, where the office is, on which the version that counts was sent; null while there is none.</param>
public sealed record TracedFigure(TracedSheet Sheet, PlannedProject Project, Indicator Indicator, DateOnly? SentOn)
{
    /// <summary>The figure as it was typed; null while no version has it.</summary>
    public CaptureCell? Cell => Sheet.Version?.Content.Cells.FirstOrDefault(c => c.Address == new CellAddress(Indicator.Id, CaptureField.Achieved));

    /// <summary>How many files support it, or its project.</summary>
    public int Evidence => Sheet.Version?.Content.Evidence.Count(e => e.Subject == Indicator.Id || e.Subject == Project.Id) ?? 0;

    /// <summary>What its trail lacks, or should be looked at.</summary>
    public IEnumerable<LocalizedText> Gaps
    {
        get
        {
            if (Sheet.Sheet.State == SheetState.Missing)
            {
                yield return new("declarada faltante", "declared missing");
            }

            if (Sheet.Version is null)
            {
                yield return new("sin enviar", "not sent");
                yield break;
            }

            if (Cell is null)
            {
                yield return new("sin dato", "no figure");
            }

            if (Evidence == 0)
            {
                yield return new("sin evidencia", "no evidence");
            }

            if (Sheet.Step(SheetAct.Authorise) is not { } signed)
            {
                yield return new("sin firma", "not signed");
            }
            else if (signed.Actor == Sheet.Step(SheetAct.Approve)?.Actor)
            {
                yield return new("revisó y firmó la misma persona", "the same person reviewed and signed");
            }

            if (SentOn > Sheet.DueWhenSent)
            {
                yield return new("enviada después del plazo", "sent after the deadline");
            }
        }
    }
}

/// <summary>The figures of a year with their trails.</summary>
/// <param name="Request">Who looks.</param>
/// <param name="Figures">The figures, by quarter and unit.</param>
/// <param name="Page">Which page of them, from 1; 0 for all.</param>
public sealed record TraceView(WorkRequest Request, IReadOnlyList<TracedFigure> Figures, int Page)
{
    internal const int PerPage = 80;

    /// <summary>Whether only those with a gap are asked for.</summary>
    public bool OnlyGaps => Request.Query("only") == "gaps";

    /// <summary>How many pages there are.</summary>
    public int Pages => Pager.Count(Figures.Count, PerPage);

    /// <summary>The figures of this page, or all.</summary>
    public Table Table => new(
        new("Cifras y su rastro", "Figures and their trail"),
        [
            new("quarter", new("Trimestre", "Quarter"), ColumnKind.Code), new("unit", new("Unidad", "Unit"), ColumnKind.Code), new("project", new("Proyecto", "Project"), ColumnKind.Code),
            new("target", new("Meta", "Target"), ColumnKind.RowHeader), new("achieved", new("Alcanzado", "Achieved"), ColumnKind.Figure), new("gaps", new("Qué falta", "What is missing"), ColumnKind.Prose), new("typedBy", new("Capturó", "Typed by")),
            new("sentBy", new("Envió", "Sent by")), new("reviewedBy", new("Revisó", "Reviewed by")), new("signedBy", new("Firmó", "Signed by")),
            new("document", new("Documento", "Document"), ColumnKind.Figure), new("evidence", new("Evidencia", "Evidence"), ColumnKind.Figure),
        ],
        [.. (Page == 0 ? Figures : Figures.Skip((Page - 1) * PerPage).Take(PerPage)).Select(Row)]);

    /// <summary>Address of this list: another page of it, or in another format.</summary>
    public string To(string extension = "", int page = 0)
    {
        var query = Words.Query(("only", OnlyGaps ? "gaps" : null), ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null));
        return Request.To("/trace" + extension) + (query.Length > 0 ? "?" + query : "");
    }

    /// <summary>Address of the trail of a figure.</summary>
    public static string AddressOf(WorkRequest request, int quarter, string unit, Guid subject)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.To(string.Create(CultureInfo.InvariantCulture, $"/trace/{quarter}/{Uri.EscapeDataString(unit)}/{subject}"));
    }

    private TableRow Row(TracedFigure figure)
    {
        var (sheet, quarter) = (figure.Sheet, figure.Sheet.Period.Period.Quarter);
        var document = sheet.Step(SheetAct.Authorise)?.Document;
        return new(
        [
            TableCell.Of(sheet.Period.Period.ToString()), TableCell.Of(sheet.Unit.Code), TableCell.Of(figure.Project.Key),
            TableCell.Of(figure.Indicator.Name, AddressOf(Request, quarter, sheet.Unit.Code, figure.Indicator.Id)),
            TableCell.Of(SheetReading.Figure(figure.Cell?.Value ?? "")),
            TableCell.Of(string.Join("; ", figure.Gaps.Select(Request.Site.Text))),
            TableCell.Of(figure.Cell?.Actor ?? ""), TableCell.Of(sheet.Version?.Actor ?? ""),
            TableCell.Of(sheet.Step(SheetAct.Approve)?.Actor ?? ""), TableCell.Of(sheet.Step(SheetAct.Authorise)?.Actor ?? ""),
            TableCell.Of(document, document is { } number ? Request.DocumentAddress(number) : null),
            TableCell.Of((long)figure.Evidence),
        ]);
    }
}
