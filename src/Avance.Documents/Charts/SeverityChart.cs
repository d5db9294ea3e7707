using System.Globalization;
using Avance.Documents.Findings;
using Avance.Findings;

namespace Avance.Documents.Charts;

/// <summary>How many findings there are of each severity, as horizontal bars.</summary>
public static class SeverityChart
{
    private const int Width = 720;
    private const int Left = 170;
    private const int RowHeight = 32;
    private const int ValueRoom = 48;

    /// <summary>The picture as SVG text.</summary>
    /// <param name="findings">The findings to count.</param>
    /// <param name="title">What the picture shows, in one sentence.</param>
    /// <param name="language">Language of the labels.</param>
    public static string Svg(IReadOnlyCollection<Finding> findings, string title, Language language)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var severities = Enum.GetValues<Severity>();
        var counts = severities.Select(s => findings.Count(f => f.Severity == s)).ToList();
        var scale = (decimal)(Width - Left - ValueRoom) / Math.Max(1, counts.Max());
        var svg = new SvgWriter(Width, (severities.Length * RowHeight) + 8, title);
        for (var i = 0; i < severities.Length; i++)
        {
            var y = (i * RowHeight) + 8;
            var count = counts[i].ToString(CultureInfo.InvariantCulture);
            var label = severities[i].DisplayName().In(language);
            var (@class, fill) = Look(severities[i]);
            svg.Open("chart-row", $"{label}: {count}");
            svg.Text("chart-label", Left - 10, y + 15, label, "end");
            svg.Rect(@class, fill, Left, y, counts[i] * scale, 20);
            svg.Text("chart-value", Left + (counts[i] * scale) + 6, y + 15, count);
            svg.Close();
        }

        svg.Line("chart-axis-line", Palette.Axis, Left, 2, Left, (severities.Length * RowHeight) + 4);
        return svg.Finish();
    }

    private static (string Class, string Fill) Look(Severity severity) => severity switch
    {
        Severity.Error => ("chart-error", Palette.Red),
        Severity.NeedsExplanation => ("chart-explain", Palette.Amber),
        Severity.Warning => ("chart-warning", Palette.Physical),
        _ => ("chart-information", Palette.Grey),
    };
}
