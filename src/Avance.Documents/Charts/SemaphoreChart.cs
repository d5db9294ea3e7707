namespace Avance.Documents.Charts;

/// <summary>A light of the semaphore (<em>semáforo</em>).</summary>
public enum SemaphoreLight
{
    /// <summary>On course.</summary>
    Green,

    /// <summary>Behind or ahead enough to look at.</summary>
    Amber,

    /// <summary>Far from what was planned.</summary>
    Red,

    /// <summary>Nothing to measure.</summary>
    Grey,
}

/// <summary>One project in the strip.</summary>
/// <param name="Label">Short label: the project's key.</param>
/// <param name="Light">Its light.</param>
/// <param name="Description">What the pointer is told: name, figures, the light in words.</param>
public sealed record SemaphoreMark(string Label, SemaphoreLight Light, string Description);

/// <summary>
/// A strip of lights, one for each project, each colour with its own shape: disc, triangle, square and ring.
/// </summary>
public static class SemaphoreChart
{
    private const int Columns = 13;
    private const int CellWidth = 55;
    private const int CellHeight = 48;

    /// <summary>The picture as SVG text.</summary>
    /// <param name="marks">Projects in the order to draw them.</param>
    /// <param name="title">What the picture shows, in one sentence.</param>
    public static string Svg(IReadOnlyList<SemaphoreMark> marks, string title)
    {
        ArgumentNullException.ThrowIfNull(marks);
        var rows = Math.Max(1, (marks.Count + Columns - 1) / Columns);
        var svg = new SvgWriter(Columns * CellWidth, rows * CellHeight, title);
        for (var i = 0; i < marks.Count; i++)
        {
            var x = (i % Columns * CellWidth) + (CellWidth / 2);
            var y = i / Columns * CellHeight;
            svg.Open("chart-mark", $"{marks[i].Label}: {marks[i].Description}");
            Draw(svg, marks[i].Light, x, y + 16);
            svg.Text("chart-label", x, y + 42, marks[i].Label, "middle");
            svg.Close();
        }

        return svg.Finish();
    }

    /// <summary>One light alone, to stand beside a word in a table.</summary>
    /// <param name="light">Which light.</param>
    /// <param name="title">The light in words.</param>
    public static string Svg(SemaphoreLight light, string title)
    {
        var svg = new SvgWriter(28, 28, title);
        Draw(svg, light, 14, 14);
        return svg.Finish();
    }

    private static void Draw(SvgWriter svg, SemaphoreLight light, int x, int y)
    {
        var (@class, fill, shape) = light switch
        {
            SemaphoreLight.Green => ("chart-green", Palette.Green, $"M{x - 11} {y}a11 11 0 1 0 22 0a11 11 0 1 0 -22 0z"),
            SemaphoreLight.Amber => ("chart-amber", Palette.Amber, $"M{x} {y - 12}l13 23h-26z"),
            SemaphoreLight.Red => ("chart-red", Palette.Red, $"M{x - 10} {y - 10}h20v20h-20z"),
            _ => ("chart-grey", Palette.Grey, $"M{x - 11} {y}a11 11 0 1 0 22 0a11 11 0 1 0 -22 0zm4 0a7 7 0 1 1 14 0a7 7 0 1 1 -14 0z"),
        };
        svg.Path(@class, fill, shape);
    }
}
