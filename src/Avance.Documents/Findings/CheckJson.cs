using System.Text.Json;
using Avance.Findings;

namespace Avance.Documents.Findings;

/// <summary>
/// What the rules found, as JSON for programs. <see cref="Schemas.JsonSchemas.CheckResult"/> describes it.
/// </summary>
public static class CheckJson
{
    /// <summary>Writes to <paramref name="output"/>, which stays open.</summary>
    /// <param name="result">What the rules found.</param>
    /// <param name="language">Language of subjects and messages; names and words for programs do not change.</param>
    /// <param name="output">Where to.</param>
    public static void Write(CheckResult result, Language language, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var json = new Utf8JsonWriter(output, JsonStyle.Options);
        json.WriteStartObject();
        json.WriteStartArray("findings");
        foreach (var finding in result.Findings)
        {
            WriteFinding(json, finding, language);
        }

        json.WriteEndArray();
        json.WriteStartArray("transfers");
        foreach (var transfer in result.Transfers)
        {
            json.WriteStartObject();
            json.WriteString("from", transfer.From);
            json.WriteString("to", transfer.To);
            json.WriteNumber("amount", transfer.Amount.Pesos);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter json, Finding finding, Language language)
    {
        json.WriteStartObject();
        json.WriteString("rule", finding.RuleId);
        json.WriteString("severity", finding.Severity.JsonName());
        json.WriteString("subject", finding.Subject.In(language));
        json.WriteStartArray("keys");
        foreach (var key in finding.Keys)
        {
            json.WriteStringValue(key);
        }

        json.WriteEndArray();
        json.WriteString("message", finding.Message.In(language));
        json.WriteStartObject("figures");
        foreach (var figure in finding.Figures)
        {
            json.WriteFigure(figure.Name, figure.Value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
