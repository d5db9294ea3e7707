using Avance.Documents.Pdf;

namespace Avance.Documents.Planning;

/// <summary>A sheet as print: letter, landscape, tagged for screen readers. Values lie three abreast under their labels.</summary>
internal sealed class PlanSheetPdf
{
    private const int Gap = 500;
    private const int RowGap = 110;
    private const int Abreast = 3;

    private readonly PlanSheetPages _pages;
    private readonly PlanSheetStyles _styles;

    private PlanSheetPdf(PlanSheetPages pages, PlanSheetStyles styles)
    {
        _pages = pages;
        _styles = styles;
    }

    public static void Write(PlanSheet sheet, Stream output)
    {
        var entity = LineBreaker.Printable(sheet.Entity);
        var name = LineBreaker.Printable($"{sheet.Key} {sheet.Name}");
        var description = new PdfDescription($"{sheet.Title} · {name}", entity, sheet.Title, sheet.Language == Language.English ? "en" : "es-MX");
        using var document = new PdfDocument(output, description, 792 * PdfDocument.UnitsPerPoint, 612 * PdfDocument.UnitsPerPoint);
        var styles = new PlanSheetStyles(document);
        var pages = new PlanSheetPages(document, styles, sheet.Language, entity, $"{sheet.Title} · {sheet.Key}");
        document.Tags.Open("Document");
        pages.Begin();
        pages.Paragraph("P", entity, styles.Entity, 0);
        pages.Paragraph("P", sheet.Title, styles.Sheet, 20);
        pages.Paragraph("H1", name, styles.Title, 60);
        var painter = new PlanSheetPdf(pages, styles);
        foreach (var section in sheet.Sections)
        {
            painter.Print(section);
        }

        painter.Sign(sheet.Signatures);
        document.Tags.Close();
        pages.Finish();
    }

    private void Print(SheetSection section)
    {
        // A heading never stands alone at the foot of a page.
        _pages.Need(1_500);
        _pages.Paragraph("H2", LineBreaker.Printable(section.Heading), _styles.Section, 200);
        _pages.Page.Rule(PlanSheetPages.Left, _pages.Y + 40, _pages.Right, _pages.Y + 40, 10, PlanSheetStyles.Hairline);
        _pages.Skip(60);
        if (section.Fields.Count > 0)
        {
            Print(section.Fields);
        }

        if (section.Table is { } table)
        {
            new PlanSheetPdfTable(_pages, _styles, table).Print();
        }
    }

    private void Print(IReadOnlyList<SheetField> fields)
    {
        var full = _pages.Right - PlanSheetPages.Left;
        var third = (full - (Abreast - 1) * Gap) / Abreast;
        var row = new List<LaidField>();
        _pages.Tags.Open("L");
        for (var i = 0; i < fields.Count; i++)
        {
            row.Add(new LaidField(fields[i], fields[i].IsWide ? full : third, _styles));
            if (fields[i].IsWide || row.Count == Abreast || i + 1 == fields.Count || fields[i + 1].IsWide)
            {
                Print(row, third);
                row.Clear();
            }
        }

        _pages.Tags.Close();
    }

    private void Print(List<LaidField> row, int width)
    {
        var height = row.Max(field => field.Height) + RowGap;
        _pages.Need(height);
        for (var i = 0; i < row.Count; i++)
        {
            row[i].Print(_pages, PlanSheetPages.Left + i * (width + Gap));
        }

        _pages.Skip(height);
    }

    /// <summary>Lines to sign on, with room above them for the hand.</summary>
    private void Sign(IReadOnlyList<string> signatures)
    {
        if (signatures.Count == 0)
        {
            return;
        }

        const int Room = 1_100;
        _pages.Need(Room + _styles.Label.Leading);
        _pages.Skip(Room);
        var width = (_pages.Right - PlanSheetPages.Left - Gap * (signatures.Count - 1)) / signatures.Count;
        for (var i = 0; i < signatures.Count; i++)
        {
            var x = PlanSheetPages.Left + i * (width + Gap);
            _pages.Page.Rule(x, _pages.Y, x + width, _pages.Y, 10, PlanSheetStyles.Ink);
            _pages.Leaf("P", signatures[i], _styles.Label, x + (width - _styles.Label.Width(signatures[i])) / 2, _pages.Y - _styles.Label.Leading);
        }

        _pages.Skip(_styles.Label.Leading * 2);
    }

    /// <summary>A field whose value is wrapped.</summary>
    private sealed class LaidField
    {
        private readonly Sequence<TextLine> _lines = new();
        private readonly string _label;
        private readonly string _value;
        private readonly PlanSheetStyles _styles;

        public LaidField(SheetField field, int width, PlanSheetStyles styles)
        {
            _label = LineBreaker.Printable(field.Label);
            _value = LineBreaker.Printable(field.Shown);
            _styles = styles;
            LineBreaker.Break(_value, styles.Value, width, _lines);
        }

        public int Height => _styles.Label.Leading + (_lines.Count * _styles.Value.Leading);

        public void Print(PlanSheetPages pages, int x)
        {
            pages.Tags.Open("LI");
            pages.Leaf("Lbl", _label, _styles.Label, x, pages.Y - _styles.Label.Size);
            pages.Leaf("LBody", _value, _lines.Items, _styles.Value, x, pages.Y - _styles.Label.Leading - _styles.Value.Size);
            pages.Tags.Close();
        }
    }
}
