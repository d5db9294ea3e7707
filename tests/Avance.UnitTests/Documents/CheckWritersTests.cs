using System.Text;
using System.Text.Json;
using Avance.Documents.Findings;
using Avance.Documents.Schemas;
using Avance.Findings;
using Xunit;

namespace Avance.UnitTests.Documents;

public sealed class CheckWritersTests
{
    private static readonly CheckResult Result = new(
        [
            new Finding
            {
                RuleId = "AVP-020",
                Severity = Severity.NeedsExplanation,
                Subject = new("A019 (22)", "A019 (22)"),
                Keys = ["A019"],
                ProjectNumbers = [22],
                TargetNumber = 1,
                Message = new("A019 quedó sin presupuesto y conserva metas por 10.00.", "A019 has no budget left and keeps targets of 10.00."),
                Remedy = new("Haga la adecuación programática.", "Amend the targets."),
                Figures = [new("revised", 0.00m), new("target", 10.00m), new("pace", null)],
            },
        ],
        [new InferredTransfer(8, "E001", 9, "E003", new Money(85_000_000))]);

    [Fact]
    public void Json_follows_the_contract_and_its_schema()
    {
        using var stream = new MemoryStream();
        CheckJson.Write(Result, Language.English, stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        using var schema = JsonDocument.Parse(JsonSchemas.CheckResult());
        Assert.Empty(SchemaWalker.Validate(schema.RootElement, json.RootElement));
        Assert.Equal(
            """{"findings":[{"rule":"AVP-020","severity":"needsExplanation","subject":"A019 (22)","keys":["A019"],"message":"A019 has no budget left and keeps targets of 10.00.","figures":{"revised":0.00,"target":10.00,"pace":null}}],"transfers":[{"from":"E001","to":"E003","amount":850000.00}]}""",
            Compact(stream));
    }

    [Fact]
    public void Csv_has_a_row_for_each_finding()
    {
        using var stream = new MemoryStream();
        CheckCsv.Write(Result, Language.Spanish, stream);
        Assert.Equal(
            "\uFEFFRegla,Gravedad,Asunto,Claves,Números de proyecto,Número de meta,Hallazgo,Cifras,Qué hacer\r\n"
            + "AVP-020,Requiere justificación,A019 (22),A019,22,1,A019 quedó sin presupuesto y conserva metas por 10.00.,revised=0.00; target=10.00; pace=,Haga la adecuación programática.\r\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static string Compact(MemoryStream stream) =>
        string.Concat(Encoding.UTF8.GetString(stream.ToArray()).Split('\n').Select(l => l.TrimStart())).Replace("\": ", "\":", StringComparison.Ordinal);
}
