using System.Text.Json;
using Avance.Documents;
using Avance.Documents.Schemas;
using Avance.UnitTests.Importing;
using Xunit;

namespace Avance.UnitTests.Documents;

public sealed class ProgressJsonTests
{
    [Fact]
    public void Keeps_the_members_in_the_order_of_the_contract_and_the_printed_decimals()
    {
        using var json = JsonDocument.Parse(Written.Bytes(Samples.Report, ReportFormat.Json));
        var root = json.RootElement;
        Assert.Equal(["entity", "period", "totals", "functions", "justifications"], Names(root));
        Assert.Equal("2023-Q3", root.GetProperty("period").GetString());
        Assert.Equal("348872530.61", root.GetProperty("totals").GetProperty("modified").GetRawText());

        var project = root.GetProperty("functions")[0].GetProperty("subfunctions")[0].GetProperty("projectTypes")[0].GetProperty("projects")[0];
        Assert.Equal(["key", "sdgTargets", "name", "targets", "approved", "modified", "accrued", "municipality", "locality", "women", "men", "people"], Names(project));
        var target = project.GetProperty("targets")[0];
        Assert.Equal(["description", "unitOfMeasure", "programmedAnnual", "modifiedAnnual", "achieved", "percent"], Names(target));
        Assert.Equal("18.00", target.GetProperty("programmedAnnual").GetRawText());
        Assert.Equal("65", project.GetProperty("women").GetRawText());
    }

    [Fact]
    public void Writes_an_absent_figure_as_null()
    {
        var text = Written.Text(Samples.Report, ReportFormat.Text).Replace("\t65\t114\t179", "\t\tN/R\t179", StringComparison.Ordinal);
        using var json = JsonDocument.Parse(Written.Bytes(Samples.Read(System.Text.Encoding.UTF8.GetBytes(text)), ReportFormat.Json));
        var project = json.RootElement.GetProperty("functions")[0].GetProperty("subfunctions")[0].GetProperty("projectTypes")[0].GetProperty("projects")[0];
        Assert.Equal(JsonValueKind.Null, project.GetProperty("women").ValueKind);
        Assert.Equal(JsonValueKind.Null, project.GetProperty("men").ValueKind);
        Assert.Equal(179, project.GetProperty("people").GetInt64());
    }

    [Fact]
    public void Fits_its_schema()
    {
        using var schema = JsonDocument.Parse(JsonSchemas.ProgressReport());
        using var json = JsonDocument.Parse(Written.Bytes(Samples.Report, ReportFormat.Json));
        Assert.Empty(SchemaWalker.Validate(schema.RootElement, json.RootElement));
    }

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
