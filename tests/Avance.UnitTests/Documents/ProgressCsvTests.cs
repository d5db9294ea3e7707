using Avance.Documents;
using Avance.UnitTests.Importing;
using Sylvan.Data.Csv;
using Xunit;

namespace Avance.UnitTests.Documents;

public sealed class ProgressCsvTests
{
    [Fact]
    public void Has_a_row_for_each_target_with_all_the_figures_of_the_sample()
    {
        using var csv = CsvDataReader.Create(new StringReader(Written.Text(Samples.Report, ReportFormat.Csv).TrimStart('\uFEFF')));
        Assert.Equal("Código del ente público", csv.GetName(0));
        var rows = new List<(int Project, decimal Revised, decimal Achieved)>();
        while (csv.Read())
        {
            rows.Add((csv.GetInt32(6), csv.GetDecimal(11), csv.GetDecimal(23)));
        }

        Assert.Equal(46, rows.Count);
        Assert.Equal(348_872_530.61m, rows.DistinctBy(r => r.Project).Sum(r => r.Revised));
        Assert.Equal(Samples.Report.Projects.SelectMany(p => p.Targets).Sum(t => t.Achieved), rows.Sum(r => r.Achieved));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+52 961", "'+52 961")]
    [InlineData("-uno", "'-uno")]
    [InlineData("@suma", "'@suma")]
    [InlineData("\tuno", "'\tuno")]
    [InlineData("\runo", "\"'\runo\"")]
    [InlineData("\nuno", "\"'\nuno\"")]
    [InlineData("-1-1", "'-1-1")]
    [InlineData("-1 200.50", "-1 200.50")]
    [InlineData("'=1+1", "''=1+1")]
    [InlineData("'uno'", "'uno'")]
    [InlineData("uno, \"dos\"", "\"uno, \"\"dos\"\"\"")]
    [InlineData("a=b", "a=b")]
    [InlineData(null, "")]
    public void Text_never_becomes_a_formula(string? text, string field)
    {
        using var stream = new MemoryStream();
        using (var csv = new CsvWriter(stream))
        {
            csv.Text(text);
            csv.Number(-5.00m);
            csv.Number((decimal?)null);
            csv.EndRow();
        }

        Assert.Equal($"\uFEFF{field},-5.00,\r\n", System.Text.Encoding.UTF8.GetString(stream.ToArray()));
    }
}
