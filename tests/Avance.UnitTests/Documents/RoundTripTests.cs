using Avance.App.Importing;
using Avance.Documents;
using Avance.Progress;
using Avance.UnitTests.Building;
using Avance.UnitTests.Importing;
using CsCheck;
using Xunit;

namespace Avance.UnitTests.Documents;

/// <summary>What a format writes, the importer reads back as the same report: for the sample and for random ones.</summary>
public sealed class RoundTripTests
{
    private const int Reports = 500;

    [Theory]
    [InlineData(ReportFormat.Text, Language.Spanish)]
    [InlineData(ReportFormat.Text, Language.English)]
    [InlineData(ReportFormat.Xlsx, Language.Spanish)]
    [InlineData(ReportFormat.Xlsx, Language.English)]
    public void The_sample_comes_back_the_same(ReportFormat format, Language language) =>
        AssertComesBack(Samples.Report, format, language);

    [Theory]
    [InlineData(ReportFormat.Text, Language.Spanish)]
    [InlineData(ReportFormat.Xlsx, Language.English)]
    public void Random_reports_come_back_the_same(ReportFormat format, Language language) =>
        ReportGen.Any.Sample(report => AssertComesBack(report, format, language), iter: Reports, threads: 1);

    private static void AssertComesBack(ProgressReport report, ReportFormat format, Language language)
    {
        var bytes = Written.Bytes(report, format, language);
        var problems = new ProblemList();
        var again = ReportReader.Read(bytes, report.Entity, report.Period, problems);
        Assert.True(again is not null, string.Join('\n', problems.Take(5)));
        Assert.Equal(ReportDump.Of(report), ReportDump.Of(again));
        Assert.Equal(Written.Text(report, ReportFormat.Json), Written.Text(again, ReportFormat.Json));
        Assert.True(bytes.AsSpan().SequenceEqual(Written.Bytes(again, format, language)), "The same report gives the same bytes.");
    }
}
