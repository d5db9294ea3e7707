using Avance.UnitTests.Building;
using System.Text.Json;
using Avance.Documents.Schemas;
using Xunit;

namespace Avance.UnitTests.Documents;

/// <summary>Set <c>UPDATE_SNAPSHOTS=1</c> to write the files again.</summary>
public sealed class JsonSchemasTests
{
    [Theory]
    [InlineData("progress-report.schema.json")]
    [InlineData("check-result.schema.json")]
    public void The_documented_schema_is_the_generated_one(string name)
    {
        var generated = Generated(name);
        var path = Path.Combine(RepositoryRoot.Path, "docs", "reference", name);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, generated);
        }

        Assert.Equal(generated, File.ReadAllText(path));
    }

    [Fact]
    public void A_schema_names_what_does_not_fit()
    {
        using var schema = JsonDocument.Parse(JsonSchemas.CheckResult());
        using var json = JsonDocument.Parse("""{"findings":[{"rule":"X","severity":"E","subject":"s","keys":[1],"message":"m","figures":{"a":"b"}}],"more":1}""");
        Assert.Equal(6, SchemaWalker.Validate(schema.RootElement, json.RootElement).Count());
    }

    private static string Generated(string name) =>
        name.StartsWith("check", StringComparison.Ordinal) ? JsonSchemas.CheckResult() : JsonSchemas.ProgressReport();
}
