using System.Globalization;
using Avance.Documents.Pdf;

namespace Avance.Documents.Planning;

/// <summary>How a sheet's print looks. Lengths are twentieths of a point.</summary>
internal sealed class PlanSheetStyles(PdfDocument document)
{
    /// <summary>Colour of titles.</summary>
    public static PdfColor Accent { get; } = new(0x1F, 0x3A, 0x5F);

    /// <summary>Colour of text.</summary>
    public static PdfColor Ink { get; } = new(0x1B, 0x1F, 0x24);

    /// <summary>Colour of labels.</summary>
    public static PdfColor Muted { get; } = new(0x4A, 0x55, 0x65);

    /// <summary>Colour of thin rules.</summary>
    public static PdfColor Hairline { get; } = new(0xC3, 0xCC, 0xD6);

    /// <summary>Ground of table headers and totals.</summary>
    public static PdfColor Ground { get; } = new(0xE6, 0xEC, 0xF3);

    public TextStyle Entity { get; } = new(document.Bold, 220, 280, Accent);

    public TextStyle Sheet { get; } = new(document.Regular, 180, 240, Muted);

    public TextStyle Title { get; } = new(document.Bold, 320, 400, Ink);

    public TextStyle Section { get; } = new(document.Bold, 210, 290, Accent);

    public TextStyle Label { get; } = new(document.Regular, 150, 200, Muted);

    public TextStyle Value { get; } = new(document.Regular, 180, 235, Ink);

    public TextStyle Running { get; } = new(document.Regular, 140, 180, Muted);

    /// <summary>Cells of a table, in a size.</summary>
    public TextStyle Cell(int size) => new(document.Regular, size, size * 5 / 4, Ink);

    /// <summary>Headings and totals of a table, in a size.</summary>
    public TextStyle Strong(int size) => new(document.Bold, size, size * 5 / 4, Accent);
}

/// <summary>Fills pages from top to bottom: running headers, page numbers, paragraphs, and the room that is left.</summary>
internal sealed class PlanSheetPages(PdfDocument document, PlanSheetStyles styles, Language language, string entity, string running)
{
    private const int Margin = 720;
    private const int FooterHeight = 320;

    /// <summary>Left end of the text.</summary>
    public const int Left = Margin;

    public PdfPage Page { get; private set; } = null!;

    public StructureTree Tags => document.Tags;

    /// <summary>Right end of the text.</summary>
    public int Right => document.Width - Margin;

    /// <summary>Where the next thing goes: its upper end.</summary>
    public int Y { get; private set; }

    /// <summary>Begins the first page.</summary>
    public void Begin() => Start();

    /// <summary>Goes to the next page when what comes is higher than the room that is left. Returns whether it did.</summary>
    public bool Need(int height)
    {
        if (Y - height >= Margin + FooterHeight)
        {
            return false;
        }

        PrintFooter();
        Start();
        var room = Right - Left - styles.Running.Width(running) - 400;
        Page.BeginArtifact();
        Page.Text(Shortened(entity, room), Left, Y - styles.Running.Size, styles.Running);
        Page.Text(running, Right - styles.Running.Width(running), Y - styles.Running.Size, styles.Running);
        Page.End();
        Y -= 360;
        return true;
    }

    /// <summary>Leaves space.</summary>
    public void Skip(int height) => Y -= height;

    /// <summary>A paragraph or title across the page, with space before it.</summary>
    public void Paragraph(string tag, string text, TextStyle style, int before)
    {
        var lines = new Sequence<TextLine>();
        LineBreaker.Break(text, style, Right - Left, lines);
        Y -= before;
        Leaf(tag, text, lines.Items, style, Left, Y - style.Size);
        Y -= lines.Count * style.Leading;
    }

    /// <summary>A tagged line of text at a place.</summary>
    public void Leaf(string tag, string text, TextStyle style, int x, int y) => Leaf(tag, text, [new(0, text.Length, 0)], style, x, y);

    /// <summary>Tagged lines of text, the first with its baseline at a place.</summary>
    public void Leaf(string tag, string text, ReadOnlySpan<TextLine> lines, TextStyle style, int x, int y)
    {
        var element = Tags.Reserve();
        Tags.Leaf(element, tag, 0, [Mark(tag, element, text, lines, style, x, y)]);
    }

    /// <summary>Shows lines of text as the content of an element.</summary>
    public MarkedContent Mark(string tag, int element, string text, ReadOnlySpan<TextLine> lines, TextStyle style, int x, int y)
    {
        var content = Page.Begin(tag, element);
        foreach (var line in lines)
        {
            Page.Text(text.AsSpan(line.Start, line.Length), x, y, style);
            y -= style.Leading;
        }

        Page.End();
        return content;
    }

    /// <summary>Ends the last page and the document.</summary>
    public void Finish()
    {
        PrintFooter();
        document.Finish(string.Create(CultureInfo.InvariantCulture, $"{(language == Language.English ? " of" : " de")} {document.PageCount}"), styles.Running);
    }

    private void Start()
    {
        Page = document.NewPage();
        Y = document.Height - Margin;
        Page.Fill(0, document.Height - 160, document.Width, 160, PlanSheetStyles.Accent);
    }

    /// <summary>The page's number stands before a fixed point and the count after it: the count is known last.</summary>
    private void PrintFooter()
    {
        var style = styles.Running;
        var number = string.Create(CultureInfo.InvariantCulture, $"{(language == Language.English ? "Page" : "Página")} {document.PageCount}");
        var middle = document.Width / 2;
        Page.Rule(Left, Margin + 220, Right, Margin + 220, 8, PlanSheetStyles.Hairline);
        Page.BeginArtifact();
        Page.Text(number, middle - style.Width(number), Margin, style);
        Page.End();
        Page.Reserved = (middle, Margin);
    }

    private string Shortened(string text, int width)
    {
        if (styles.Running.Width(text) <= width)
        {
            return text;
        }

        var lines = new Sequence<TextLine>();
        LineBreaker.Break(text, styles.Running, width - styles.Running.Width("…"), lines);
        return string.Concat(text.AsSpan(0, lines[0].Length).TrimEnd(), "…");
    }
}
