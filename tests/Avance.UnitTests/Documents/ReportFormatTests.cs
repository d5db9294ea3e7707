using Avance.Documents;
using Xunit;

namespace Avance.UnitTests.Documents;

public sealed class ReportFormatTests
{
    [Fact]
    public void Every_format_is_read_back_from_its_own_name()
    {
        Assert.Equal(Enum.GetValues<ReportFormat>().Order(), ReportFormats.All.Order());
        Assert.All(ReportFormats.All, format =>
        {
            Assert.True(ReportFormats.TryParse(format.Extension().ToUpperInvariant(), out var again));
            Assert.Equal(format, again);
            Assert.Contains('/', format.ContentType());
        });
    }

    [Theory]
    [InlineData("doc")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_names_are_no_format(string? name) => Assert.False(ReportFormats.TryParse(name, out _));
}
