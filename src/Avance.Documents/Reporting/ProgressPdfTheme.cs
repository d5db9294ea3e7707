using Avance.Documents.Pdf;

namespace Avance.Documents.Reporting;

/// <summary>How the print looks: sizes, colours, spaces. Lengths are twentieths of a point.</summary>
internal sealed class ProgressPdfTheme
{
    /// <summary>White border of the page.</summary>
    public const int Margin = 520;

    /// <summary>Space at each side of a cell's text.</summary>
    public const int CellPadding = 48;

    /// <summary>Sizes of the table's text, best first; figures too wide for the first take the next.</summary>
    public static ReadOnlySpan<int> BodySizes => [136, 124, 112, 100, 90];

    private static readonly PdfColor Black = new(0x1B, 0x1F, 0x24);

    /// <summary>A theme whose table has text of a size.</summary>
    public ProgressPdfTheme(PdfDocument document, int bodySize)
    {
        Entity = new(document.Bold, 220, 280, Accent);
        Title = new(document.Bold, 320, 400, Black);
        Period = new(document.Regular, 180, 240, Muted);
        Section = new(document.Bold, 220, 280, Accent);
        Running = new(document.Regular, 140, 180, Muted);
        Head = new(document.Bold, 130, 148, Accent, 90);
        Body = new(document.Regular, bodySize, bodySize * 5 / 4, Black);
        Strong = new(document.Bold, bodySize, bodySize * 5 / 4, Black);
        Heading = new(document.Bold, bodySize, bodySize * 5 / 4, Accent);
        Prose = new(document.Regular, 150, 200, Black);
        ProseStrong = new(document.Bold, 150, 200, Black);
    }

    /// <summary>Colour of titles and strong rules.</summary>
    public static PdfColor Accent { get; } = new(0x1F, 0x3A, 0x5F);

    /// <summary>Colour of what accompanies.</summary>
    public static PdfColor Muted { get; } = new(0x4A, 0x55, 0x65);

    /// <summary>Colour of the rules between rows.</summary>
    public static PdfColor Hairline { get; } = new(0xC3, 0xCC, 0xD6);

    /// <summary>Ground of the table's header.</summary>
    public static PdfColor HeadGround { get; } = new(0xE6, 0xEC, 0xF3);

    /// <summary>Ground of a function's heading and of the total.</summary>
    public static PdfColor StrongGround { get; } = new(0xD3, 0xDE, 0xEA);

    /// <summary>Ground of a subfunction's heading.</summary>
    public static PdfColor MiddleGround { get; } = new(0xE8, 0xEE, 0xF5);

    /// <summary>Ground of a project type's heading.</summary>
    public static PdfColor LightGround { get; } = new(0xF4, 0xF7, 0xFA);

    /// <summary>Name of the institution.</summary>
    public TextStyle Entity { get; }

    /// <summary>Title of the report.</summary>
    public TextStyle Title { get; }

    /// <summary>The period under the title.</summary>
    public TextStyle Period { get; }

    /// <summary>Title of a section.</summary>
    public TextStyle Section { get; }

    /// <summary>Headers and footers of pages.</summary>
    public TextStyle Running { get; }

    /// <summary>Headings of columns.</summary>
    public TextStyle Head { get; }

    /// <summary>Cells.</summary>
    public TextStyle Body { get; }

    /// <summary>Names of projects.</summary>
    public TextStyle Strong { get; }

    /// <summary>Headings of groups, and their totals.</summary>
    public TextStyle Heading { get; }

    /// <summary>Explanations.</summary>
    public TextStyle Prose { get; }

    /// <summary>Keys of explanations.</summary>
    public TextStyle ProseStrong { get; }
}
