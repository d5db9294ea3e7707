using System.Xml.Linq;
using Avance.Documents.Charts;
using Avance.Findings;
using Xunit;

namespace Avance.UnitTests.Documents;

public sealed class ChartsTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Progress_bars_are_as_long_as_their_figures()
    {
        var svg = Parse(ProgressChart.Svg([new("A001", "Uno & dos <tres>", 50m, 100m), new("A002", "", 372.50m, null)], "Avance", Language.Spanish));
        decimal Width(string @class, int index) => (decimal)svg.Descendants(Svg + "g").ElementAt(index).Elements(Svg + "rect").Single(r => (string?)r.Attribute("class") == @class).Attribute("width")!;
        Assert.Equal(Width("chart-financial", 0), Width("chart-physical", 0) * 2);
        Assert.Equal(1.6m, decimal.Round(Width("chart-physical", 1) / Width("chart-financial", 0), 2));
        Assert.Equal(0, Width("chart-financial", 1));
        Assert.Contains("372.50 %", svg.Value, StringComparison.Ordinal);
        Assert.Contains("A001 Uno & dos <tres>: Avance físico 50.00 %, Avance financiero 100.00 %", svg.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Semaphore_gives_each_light_its_own_shape()
    {
        var svg = Parse(SemaphoreChart.Svg([.. Enum.GetValues<SemaphoreLight>().Select(l => new SemaphoreMark("A001", l, "x"))], "Semáforo"));
        Assert.Equal(4, svg.Descendants(Svg + "path").Select(p => string.Concat(((string)p.Attribute("d")!).Where(char.IsLetter))).Distinct().Count());
        Assert.Equal("Rojo", Parse(SemaphoreChart.Svg(SemaphoreLight.Red, "Rojo")).Element(Svg + "title")!.Value);
    }

    [Fact]
    public void Severities_are_counted()
    {
        Finding Of(Severity severity) => new()
        {
            RuleId = "AVP-001",
            Severity = severity,
            Subject = new("", ""),
            Keys = [],
            ProjectNumbers = [],
            Message = new("", ""),
            Remedy = new("", ""),
        };
        var svg = Parse(SeverityChart.Svg([Of(Severity.Error), Of(Severity.Warning), Of(Severity.Warning)], "Hallazgos", Language.Spanish));
        Assert.Equal(["Error: 1", "Requiere justificación: 0", "Advertencia: 2", "Información: 0"], svg.Descendants(Svg + "g").Select(g => g.Element(Svg + "title")!.Value));
    }

    [Fact]
    public void Empty_charts_are_charts()
    {
        Parse(ProgressChart.Svg([], "Nada", Language.English));
        Parse(SemaphoreChart.Svg([], "Nada"));
        Parse(SeverityChart.Svg([], "Nada", Language.English));
    }

    private static XElement Parse(string svg)
    {
        var root = XDocument.Parse(svg).Root!;
        Assert.Equal("img", (string?)root.Attribute("role"));
        Assert.Equal(Svg + "title", root.Elements().First().Name);
        Assert.DoesNotContain(root.DescendantsAndSelf().Attributes(), a => a.Name == "style");
        return root;
    }
}
