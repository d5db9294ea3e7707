using Avance.Progress;
using Avance.UnitTests.Building;
using Avance.UnitTests.Importing;
using CsCheck;
using Xunit;

namespace Avance.UnitTests.Pdf;

public class PdfRoundTripTests
{
    [Theory]
    [InlineData(Language.Spanish)]
    [InlineData(Language.English)]
    public void Reads_the_printed_sample_back(Language language)
    {
        var (report, problems) = Printed.Read(Printed.Pdf(Samples.Report, language));

        Assert.Empty(problems);
        Assert.Equal(ReportDump.Of(Samples.Report), ReportDump.Of(report!));
    }

    [Fact]
    public void Says_on_which_page_and_line_each_project_stands()
    {
        var (report, _) = Printed.Read(Printed.Sample);
        var places = report!.Projects.Select(p => p.Place).ToList();

        Assert.Equal(places, places.OrderBy(p => p.Page).ThenBy(p => p.Line));
        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.Equal([1, 2, 3, 4], places.Select(p => p.Page).Distinct());
    }

    [Fact]
    public void Reads_any_report_back() =>
        ReportGen.Any.Sample(IsKept, iter: 150);

    [Fact]
    public void Reads_four_hundred_projects_back() => ReportGen.Of(400, 400).Sample(IsKept, iter: 2);

    [Fact]
    public void Keeps_characters_that_the_font_lacks() => Assert.Equal("漢字 y 𝔘𝔫𝔦 و fin", NameKept("漢字 y 𝔘𝔫𝔦 و fin"));

    [Fact]
    public void Marks_half_a_character_as_lost() => Assert.Equal("half \uFFFD pair", NameKept("half \uD83D pair"));

    [Theory]
    [InlineData("line\none", "line one")]
    [InlineData("tab\tone", "tab one")]
    [InlineData("bell\u0007one", "bellone")]
    public void Prints_control_characters_as_space_or_not_at_all(string name, string kept) => Assert.Equal(kept, NameKept(name));

    [Theory]
    [InlineData(2_000, false)]
    [InlineData(2_000, true)]
    public void Keeps_the_longest_names(int length, bool isOneWord)
    {
        var name = string.Concat(Enumerable.Repeat(isOneWord ? "PALABRA" : "UNA PALABRA ", length))[..length].TrimEnd();

        Assert.Equal(name, NameKept(name));
    }

    [Fact]
    public void Splits_an_explanation_longer_than_a_page()
    {
        var text = string.Join(' ', Enumerable.Range(1, 9_000).Select(n => $"palabra{n}"));
        var explanation = new DeviationExplanation("A001", "Nombre", text);
        var (report, problems) = Printed.Read(Printed.Pdf(Samples.Report with { Explanations = [explanation, explanation] }));

        Assert.Empty(problems);
        Assert.Equal([text, text], report!.Explanations.Select(e => e.Text));
    }

    private static bool IsKept(ProgressReport report)
    {
        var language = report.Period.Quarter % 2 == 0 ? Language.English : Language.Spanish;
        var (back, problems) = Printed.Read(Printed.Pdf(report, language));
        return problems.Count == 0 && back is not null && ReportDump.Of(report) == ReportDump.Of(back with { Entity = report.Entity, Period = report.Period });
    }

    private static string NameKept(string name)
    {
        var report = Samples.Report;
        var function = report.Functions[0];
        var subfunction = function.Subfunctions[0];
        var type = subfunction.ProjectTypes[0];
        var project = type.Projects[0] with { Name = name };
        var (back, problems) = Printed.Read(Printed.Pdf(
            report with { Functions = [function with { Subfunctions = [subfunction with { ProjectTypes = [type with { Projects = [project] }] }] }] }));
        Assert.Empty(problems);
        return back!.Projects.Single().Name;
    }
}
