using System.Globalization;
using Avance.Documents.Pdf;

namespace Avance.Documents.Reporting;

/// <summary>Fills pages from top to bottom: running headers, page numbers, paragraphs, and the room that is left.</summary>
internal sealed class ProgressPdfPages(PdfDocument document, ProgressPdfTheme theme, Language language, string entity, string running)
{
    private const int FooterHeight = 300;
    private const int RunningHeight = 300;

    /// <summary>The page being painted.</summary>
    public PdfPage Page { get; private set; } = null!;

    /// <summary>The document's tags.</summary>
    public StructureTree Tags => document.Tags;

    /// <summary>Left end of the text.</summary>
    public static int Left => ProgressPdfTheme.Margin;

    /// <summary>Right end of the text.</summary>
    public int Right => document.Width - ProgressPdfTheme.Margin;

    /// <summary>Where the next thing goes: its upper end.</summary>
    public int Y { get; private set; }

    /// <summary>Room from there to the footer.</summary>
    public int Room => Y - Bottom;

    /// <summary>Room of a whole page after the first.</summary>
    public int FullRoom => document.Height - (2 * ProgressPdfTheme.Margin) - FooterHeight - RunningHeight;

    private static int Bottom => ProgressPdfTheme.Margin + FooterHeight;

    /// <summary>Begins the first page.</summary>
    public void Begin()
    {
        Page = document.NewPage();
        Y = document.Height - ProgressPdfTheme.Margin;
    }

    /// <summary>Ends the page with its number and begins the next with its running header.</summary>
    public void Next()
    {
        PrintFooter();
        Page = document.NewPage();
        Y = document.Height - ProgressPdfTheme.Margin;
        var style = theme.Running;
        var room = Right - Left - style.Width(running) - 400;
        Page.BeginArtifact();
        Page.Text(Shortened(entity, style, room), Left, Y - style.Size, style);
        Page.Text(running, Right - style.Width(running), Y - style.Size, style);
        Page.End();
        Y -= RunningHeight;
    }

    /// <summary>Ends the last page and the document.</summary>
    public void Finish()
    {
        PrintFooter();
        document.Finish(
            string.Create(CultureInfo.InvariantCulture, $"{(language == Language.English ? " of" : " de")} {document.PageCount}"), theme.Running);
    }

    /// <summary>Leaves space.</summary>
    public void Skip(int height) => Y -= height;

    /// <summary>A paragraph or title of its own, with space before it.</summary>
    public void Paragraph(string tag, string text, TextStyle style, int before)
    {
        var lines = new Sequence<TextLine>();
        LineBreaker.Break(text, style, Right - Left, lines);
        Y -= before;
        var element = Tags.Reserve();
        var content = Page.Begin(tag, element);
        foreach (var line in lines.Items)
        {
            Page.Text(text.AsSpan(line.Start, line.Length), Left, Y - (style.Size * 17 / 16), style);
            Y -= style.Leading;
        }

        Page.End();
        Tags.Leaf(element, tag, 0, [content]);
    }

    /// <summary>The page's number stands before a fixed point and the count after it: the count is known last.</summary>
    private void PrintFooter()
    {
        var style = theme.Running;
        var y = ProgressPdfTheme.Margin;
        var number = string.Create(CultureInfo.InvariantCulture, $"{(language == Language.English ? "Page" : "Página")} {document.PageCount}");
        var middle = document.Width / 2;
        Page.Rule(Left, y + 220, Right, y + 220, 8, ProgressPdfTheme.Hairline);
        Page.BeginArtifact();
        Page.Text(number, middle - style.Width(number), y, style);
        Page.End();
        Page.Reserved = (middle, y);
    }

    private static string Shortened(string text, TextStyle style, int width)
    {
        if (style.Width(text) <= width)
        {
            return text;
        }

        var lines = new Sequence<TextLine>();
        LineBreaker.Break(text, style, width - style.Width("…"), lines);
        return string.Concat(text.AsSpan(0, lines[0].Length).TrimEnd(), "…");
    }
}
