using System.Text.Json;
using System.Text.Json.Nodes;

namespace Avance.Documents.Schemas;

/// <summary>
/// JSON Schemas (draft 2020-12) of what the product writes as JSON. <c>docs/reference/</c> holds them as files, and a test
/// keeps those equal to these.
/// </summary>
public static class JsonSchemas
{
    /// <summary>Schema of a report: <c>progress-report.schema.json</c>.</summary>
    public static string ProgressReport() => Print("progress-report.schema.json", "Progress report",
        Object(
            "A quarterly programme and budget progress report as published. Members keep this order; figures keep the printed decimals; a figure that the report leaves blank is null, which is not zero.",
            ("entity", Object("Who reports.", ("code", Text("Short code of the public entity.")), ("name", Text("Official name.")))),
            ("period", Pattern("Fiscal year and quarter. Figures are cumulative from 1 January to the end of the quarter.", "^[0-9]{4}-Q[1-4]$")),
            ("totals", Budget("The entity's totals: as printed, or the sum of its subfunctions when none is printed.")),
            ("functions", List("Functions of the functional classification, in printed order.", Object(
                "A function.",
                ("name", Text("Printed name.")),
                ("subfunctions", List("Its subfunctions, in printed order.", Object(
                    "A subfunction.",
                    ("name", Text("Printed name.")),
                    ("totals", Budget("As printed, or the sum of its projects when none is printed.")),
                    ("projectTypes", List("Its types of project, in printed order.", Object(
                        "A type of project.",
                        ("name", Text("Printed name.")),
                        ("projects", List("Its projects, in printed order.", Project()))))))))))),
            ("justifications", List("Explanations of deviations, in printed order.", Object(
                "An explanation.",
                ("key", Text("Printed key of the project that it explains.")),
                ("name", Text("The project's name as the explanation prints it.")),
                ("text", Text("The explanation.")))))));

    /// <summary>Schema of what the rules find: <c>check-result.schema.json</c>.</summary>
    public static string CheckResult() => Print("check-result.schema.json", "Check result",
        Object(
            "What the rules found in one report, in the order of the rules and of the report.",
            ("findings", List("What does not hold together.", Object(
                "A finding.",
                ("rule", Pattern("Id of the rule in the catalogue.", "^[A-Z]{3}-[0-9]{3}$")),
                ("severity", Choice("How much it weighs: an error blocks closing, needsExplanation needs a written explanation.", "error", "needsExplanation", "warning", "information")),
                ("subject", Text("What it is about, in the language asked for.")),
                ("keys", List("Printed keys of the projects concerned; keys may repeat in a report.", Text("A printed key."))),
                ("message", Text("What does not hold together, in the language asked for.")),
                ("figures", new JsonObject
                {
                    ["description"] = "The figures compared, by name; null when absent.",
                    ["type"] = "object",
                    ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("number", "null") },
                })))),
            ("transfers", List("Movements of money between projects, inferred from their figures before and after.", Object(
                "A transfer.",
                ("from", Text("Printed key of the project that gave.")),
                ("to", Text("Printed key of the project that received.")),
                ("amount", new JsonObject { ["description"] = "Pesos, above zero.", ["type"] = "number", ["exclusiveMinimum"] = 0 }))))));

    private static JsonObject Project() => Object(
        "A project. Its printed key is not unique.",
        ("key", Text("Printed key: one letter and three digits.")),
        ("sdgTargets", List("Targets of the Sustainable Development Goals, primary first. Codes, not decimals.", Text("A code: 16.7, 16.a."))),
        ("name", Text("Printed name.")),
        ("targets", List("Its targets, in printed order.", Object(
            "A target. Quantities are cumulative and have at most four decimals.",
            ("description", Text("Printed concept.")),
            ("unitOfMeasure", Text("Printed unit.")),
            ("programmedAnnual", Figure("Programmed for the year when the plan was approved.")),
            ("modifiedAnnual", Figure("Programmed for the year after amendments.")),
            ("achieved", Figure("Achieved from January to the cut-off.")),
            ("percent", Figure("The printed percentage of modifiedAnnual; not capped at 100."))))),
        ("approved", Figure("Approved budget, pesos.")),
        ("modified", Figure("Revised budget, pesos.")),
        ("accrued", Figure("Accrued expenditure from January to the cut-off, pesos.")),
        ("municipality", Text("Name, or a literal such as «Cobertura Estatal»; empty when blank.")),
        ("locality", Text("Name, or a literal; empty when blank.")),
        ("women", Count("Women served.")),
        ("men", Count("Men served.")),
        ("people", Count("Women and men served.")));

    private static JsonObject Budget(string description) => Object(
        description,
        ("approved", Figure("Approved budget, pesos.")),
        ("modified", Figure("Revised budget, pesos.")),
        ("accrued", Figure("Accrued expenditure, pesos.")));

    private static JsonObject Object(string description, params (string Name, JsonObject Schema)[] members) => new()
    {
        ["description"] = description,
        ["type"] = "object",
        ["properties"] = new JsonObject(members.Select(m => KeyValuePair.Create(m.Name, (JsonNode?)m.Schema))),
        ["required"] = new JsonArray([.. members.Select(m => (JsonNode)m.Name)]),
        ["additionalProperties"] = false,
    };

    private static JsonObject List(string description, JsonObject items) =>
        new() { ["description"] = description, ["type"] = "array", ["items"] = items };

    private static JsonObject Text(string description) => new() { ["description"] = description, ["type"] = "string" };

    private static JsonObject Pattern(string description, string pattern) =>
        new() { ["description"] = description, ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Choice(string description, params string[] values) =>
        new() { ["description"] = description, ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) };

    private static JsonObject Figure(string description) =>
        new() { ["description"] = description, ["type"] = new JsonArray("number", "null") };

    private static JsonObject Count(string description) =>
        new() { ["description"] = description, ["type"] = new JsonArray("integer", "null") };

    private static string Print(string id, string title, JsonObject schema)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, JsonStyle.Options))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("$id", id);
            json.WriteString("title", title);
            foreach (var (name, node) in schema)
            {
                json.WritePropertyName(name);
                node!.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }
}
