namespace Avance.Documents.Charts;

/// <summary>A project's two progresses, as bars side by side.</summary>
/// <param name="Label">Short label: the project's key.</param>
/// <param name="Name">The project's name, told when the pointer rests on the bars.</param>
/// <param name="Physical">Physical progress, percent; null when unknown.</param>
/// <param name="Financial">Financial progress, percent; null when unknown.</param>
public sealed record ProgressBar(string Label, string Name, decimal? Physical, decimal? Financial);

/// <summary>Horizontal bars of physical against financial progress, one pair for each project, with a line at 100 %.</summary>
public static class ProgressChart
{
    private const int Width = 720;
    private const int Left = 64;
    private const int Top = 44;
    private const int RowHeight = 34;
    private const int BarHeight = 12;

    /// <summary>Room to the right of the longest bar for its figure.</summary>
    private const int ValueRoom = 72;

    /// <summary>Bars beyond this percentage are cut with a mark; their figure says how far they go.</summary>
    private const decimal Longest = 160m;

    /// <summary>The picture as SVG text; the table beside it tells the same.</summary>
    /// <param name="bars">Projects in the order to draw them.</param>
    /// <param name="title">What the picture shows, in one sentence.</param>
    /// <param name="language">Language of the legend.</param>
    public static string Svg(IReadOnlyList<ProgressBar> bars, string title, Language language)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var height = Top + (bars.Count * RowHeight) + 12;
        var most = bars.SelectMany(b => new[] { b.Physical, b.Financial }).Max() ?? 0;
        var scale = (Width - Left - ValueRoom) / Math.Clamp(most, 100m, Longest);
        var svg = new SvgWriter(Width, height, title);
        DrawLegend(svg, language);
        var hundred = Left + (100m * scale);
        svg.Line("chart-limit", Palette.Ink, hundred, Top - 8, hundred, height - 8);
        svg.Text("chart-axis", hundred, Top - 12, "100 %", "middle");
        for (var i = 0; i < bars.Count; i++)
        {
            DrawPair(svg, bars[i], Top + (i * RowHeight), scale, language);
        }

        return svg.Finish();
    }

    private static void DrawLegend(SvgWriter svg, Language language)
    {
        svg.Rect("chart-physical", Palette.Physical, Left, 6, 12, 12);
        svg.Text("chart-legend", Left + 18, 16, Physical.In(language));
        svg.Rect("chart-financial", Palette.Financial, Left + 160, 6, 12, 12);
        svg.Text("chart-legend", Left + 178, 16, Financial.In(language));
    }

    private static void DrawPair(SvgWriter svg, ProgressBar bar, int y, decimal scale, Language language)
    {
        svg.Open("chart-row", $"{bar.Label} {bar.Name}: {Physical.In(language)} {Percent(bar.Physical)}, {Financial.In(language)} {Percent(bar.Financial)}");
        svg.Text("chart-label", Left - 8, y + BarHeight + 4, bar.Label, "end");
        DrawBar(svg, "chart-physical", Palette.Physical, bar.Physical, y, scale);
        DrawBar(svg, "chart-financial", Palette.Financial, bar.Financial, y + BarHeight + 2, scale);
        svg.Close();
    }

    private static void DrawBar(SvgWriter svg, string @class, string fill, decimal? percent, int y, decimal scale)
    {
        var length = Math.Clamp(percent ?? 0, 0, Longest) * scale;
        svg.Rect(@class, fill, Left, y, length, BarHeight);
        if (percent > Longest)
        {
            svg.Path("chart-cut", Palette.Paper, FormattableString.Invariant($"M{Left + length - 14:0.##} {y + BarHeight}l5 -{BarHeight}h4l-5 {BarHeight}z"));
        }

        svg.Text("chart-value", Left + length + 5, y + BarHeight - 2, Percent(percent));
    }

    private static string Percent(decimal? value) => value is { } percent ? $"{Figure.Grouped(percent, 2)} %" : "—";

    private static readonly LocalizedText Physical = new("Avance físico", "Physical progress");
    private static readonly LocalizedText Financial = new("Avance financiero", "Financial progress");
}
