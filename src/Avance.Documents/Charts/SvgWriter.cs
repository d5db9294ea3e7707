using System.Globalization;
using System.Text;

namespace Avance.Documents.Charts;

/// <summary>
/// Builds one SVG picture. Looks are attributes and classes, never inline styles, so that a strict content security policy
/// lets it in and a theme can restyle it; the title is what a screen reader says of the picture.
/// </summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder _svg = new();

    public SvgWriter(int width, int height, string title)
    {
        Append($"""<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="system-ui, sans-serif" font-size="12">""");
        Title(title);
    }

    /// <summary>Opens a group; what stands in it is told by <paramref name="title"/> when the pointer rests on it.</summary>
    public void Open(string @class, string title)
    {
        Append($"""<g class="{@class}">""");
        Title(title);
    }

    public void Close() => _svg.Append("</g>");

    public void Rect(string @class, string fill, decimal x, decimal y, decimal width, decimal height) =>
        Append($"""<rect class="{@class}" fill="{fill}" x="{x:0.##}" y="{y:0.##}" width="{width:0.##}" height="{height:0.##}"/>""");

    public void Line(string @class, string stroke, decimal x1, decimal y1, decimal x2, decimal y2) =>
        Append($"""<line class="{@class}" stroke="{stroke}" x1="{x1:0.##}" y1="{y1:0.##}" x2="{x2:0.##}" y2="{y2:0.##}"/>""");

    public void Path(string @class, string fill, string data) =>
        Append($"""<path class="{@class}" fill="{fill}" d="{data}"/>""");

    /// <summary>Text with a halo of paper, so that a line behind it does not cross its letters.</summary>
    public void Text(string @class, decimal x, decimal y, string text, string anchor = "start") =>
        Append($"""<text class="{@class}" fill="{Palette.Ink}" stroke="{Palette.Paper}" stroke-width="3" paint-order="stroke" x="{x:0.##}" y="{y:0.##}" text-anchor="{anchor}">{Markup.Escape(text)}</text>""");

    /// <summary>Ends the picture.</summary>
    public string Finish() => _svg.Append("</svg>").ToString();

    private void Title(string title) => Append($"<title>{Markup.Escape(title)}</title>");

    private void Append(FormattableString markup) => _svg.Append(markup.ToString(CultureInfo.InvariantCulture));
}
