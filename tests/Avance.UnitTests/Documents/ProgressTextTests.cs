using Avance.Documents;
using Avance.UnitTests.Importing;
using Xunit;

namespace Avance.UnitTests.Documents;

public sealed class ProgressTextTests
{
    [Fact]
    public void Writes_the_sample_as_it_was_published()
    {
        var published = Lines(System.Text.Encoding.UTF8.GetString(Samples.ReportBytes));
        var written = Lines(Written.Text(Samples.Report, ReportFormat.Text));

        // No page header is repeated, the explanations' header takes one line instead of two, and prose keeps no bold.
        Assert.Equal(published.TakeWhile(l => !l.StartsWith("PROYECTOS", StringComparison.Ordinal)).Distinct(), written.TakeWhile(l => !l.StartsWith("CLAVE\tNOMBRE", StringComparison.Ordinal)));
        Assert.Contains("CLAVE\tNOMBRE\tDESCRIPCIÓN", written);
        Assert.Single(written, l => l.StartsWith("E001\tImplementación", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Language.Spanish)]
    [InlineData(Language.English)]
    public void Reads_back_as_the_same_report(Language language)
    {
        var text = Written.Bytes(Samples.Report, ReportFormat.Text, language);
        var again = Samples.Read(text);
        Assert.Equal(text, Written.Bytes(again, ReportFormat.Text, language));
        Assert.Equal(Written.Text(Samples.Report, ReportFormat.Json), Written.Text(again, ReportFormat.Json));
    }

    private static List<string> Lines(string text) => [.. text.Split('\n').Select(l => l.TrimEnd('\t', '\r')).Where(l => l.Length > 0)];
}
