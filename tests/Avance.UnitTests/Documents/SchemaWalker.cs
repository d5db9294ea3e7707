using System.Text.Json;
using System.Text.RegularExpressions;

namespace Avance.UnitTests.Documents;

/// <summary>Validates JSON against the keywords that our schemas use, and refuses a schema that uses others.</summary>
internal static class SchemaWalker
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "$schema", "$id", "title", "description", "type", "properties", "required", "additionalProperties", "items", "pattern", "enum", "exclusiveMinimum",
    };

    /// <summary>What does not fit, each with its path.</summary>
    public static IEnumerable<string> Validate(JsonElement schema, JsonElement value, string path = "$")
    {
        foreach (var keyword in schema.EnumerateObject().Where(k => !Known.Contains(k.Name)))
        {
            yield return $"{path}: unknown keyword {keyword.Name}";
        }

        var types = schema.GetProperty("type");
        var allowed = types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Select(t => t.GetString()!) : [types.GetString()!];
        if (!allowed.Any(t => IsOfType(value, t)))
        {
            yield return $"{path}: {value.ValueKind} is not {types}";
            yield break;
        }

        var inner = value.ValueKind switch
        {
            JsonValueKind.Object => Members(schema, value, path),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Validate(schema.GetProperty("items"), item, $"{path}[{i}]")),
            JsonValueKind.String => Texts(schema, value.GetString()!, path),
            JsonValueKind.Number when schema.TryGetProperty("exclusiveMinimum", out var least) && value.GetDecimal() <= least.GetDecimal() => [$"{path}: too small"],
            _ => [],
        };
        foreach (var problem in inner)
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> Members(JsonElement schema, JsonElement value, string path)
    {
        var properties = schema.TryGetProperty("properties", out var known) ? known : default;
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(n => n.GetString()!).Where(n => !value.TryGetProperty(n, out _)))
            {
                yield return $"{path}: {name} is missing";
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            var additional = schema.GetProperty("additionalProperties");
            if (properties.ValueKind == JsonValueKind.Object && properties.TryGetProperty(member.Name, out var inner))
            {
                foreach (var problem in Validate(inner, member.Value, $"{path}.{member.Name}"))
                {
                    yield return problem;
                }
            }
            else if (additional.ValueKind == JsonValueKind.Object)
            {
                foreach (var problem in Validate(additional, member.Value, $"{path}.{member.Name}"))
                {
                    yield return problem;
                }
            }
            else
            {
                yield return $"{path}: {member.Name} is not in the schema";
            }
        }
    }

    private static IEnumerable<string> Texts(JsonElement schema, string text, string path)
    {
        if (schema.TryGetProperty("pattern", out var pattern) && !Regex.IsMatch(text, pattern.GetString()!))
        {
            yield return $"{path}: «{text}» does not match {pattern}";
        }

        if (schema.TryGetProperty("enum", out var choices) && choices.EnumerateArray().All(c => c.GetString() != text))
        {
            yield return $"{path}: «{text}» is not one of {choices}";
        }
    }

    private static bool IsOfType(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => false,
    };
}
