using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Avance.App.Tables;

namespace Avance.App.Budget.Imports;

/// <summary>A mapping as a small JSON file, to be kept, compared and sent to another office.</summary>
public static class MappingJson
{
    /// <summary>The largest file read; the longest mapping has a fiftieth of it.</summary>
    public const int MaxBytes = 256 * 1024;

    private static readonly JsonWriterOptions Style = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a mapping.</summary>
    public static string Write(ImportMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Style))
        {
            json.WriteStartObject();
            json.WriteString("name", mapping.Name);
            json.WriteString("kind", ImportForms.Of(mapping.Kind).Code);
            Text("description", mapping.Description);
            Text("system", mapping.System);
            Text("sheet", mapping.Sheet);
            if (mapping.HeaderRow > 0)
            {
                json.WriteNumber("headerRow", mapping.HeaderRow);
            }

            json.WriteString("numbers", mapping.Numbers == NumberStyle.Comma ? "comma" : "point");
            json.WriteString("dates", mapping.Dates == DateStyle.MonthFirst ? "month-first" : "day-first");
            json.WriteBoolean("thirdParty", mapping.ThirdParty);
            json.WriteBoolean("skipTotals", mapping.SkipTotals);
            json.WriteStartObject("fields");
            foreach (var field in ImportForms.Of(mapping.Kind).Fields)
            {
                if (mapping.Fields.TryGetValue(field.Name, out var source))
                {
                    json.WritePropertyName(field.Name);
                    Source(json, source);
                }
            }

            json.WriteEndObject();
            json.WriteEndObject();

            void Text(string name, string value)
            {
                if (value.Length > 0)
                {
                    json.WriteString(name, value);
                }
            }
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    /// <summary>Reads a mapping.</summary>
    /// <exception cref="RuleViolationException"><c>mapping.invalid</c>: says everything that is wrong with it.</exception>
    public static ImportMapping Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var json = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = 8 });
            var mapping = Read(json.RootElement);
            return mapping.Problems() is { Count: > 0 } problems
                ? throw Invalid(new(string.Join(' ', problems.Select(p => p.Spanish)), string.Join(' ', problems.Select(p => p.English))))
                : mapping;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Invalid(new(
                "No es un archivo de correspondencia: vea uno con «avance import mapping show movimientos».",
                "It is no mapping file: see one with «avance import mapping show movimientos»."));
        }
    }

    private static ImportMapping Read(JsonElement root)
    {
        var kind = root.GetProperty("kind").GetString()!;
        var form = ImportForms.Find(kind) ?? throw Invalid(new($"No hay tablas de tipo «{kind}».", $"There are no tables of kind «{kind}»."));
        return new()
        {
            Name = root.GetProperty("name").GetString()!,
            Kind = form.Kind,
            Description = Text("description"),
            System = Text("system"),
            Sheet = Text("sheet"),
            HeaderRow = root.TryGetProperty("headerRow", out var row) ? row.GetInt32() : 0,
            Numbers = OneOf("numbers", "point", "comma") ? NumberStyle.Comma : NumberStyle.Point,
            Dates = OneOf("dates", "day-first", "month-first") ? DateStyle.MonthFirst : DateStyle.DayFirst,
            ThirdParty = root.TryGetProperty("thirdParty", out var party) && party.GetBoolean(),
            SkipTotals = root.TryGetProperty("skipTotals", out var totals) && totals.GetBoolean(),
            Fields = root.GetProperty("fields").EnumerateObject().DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => Source(f.Value)),
        };

        string Text(string name) => root.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

        bool OneOf(string name, string first, string second) => Text(name) is var value && (value == second
            || (value == first || value.Length == 0 ? false : throw Invalid(new($"«{name}» es {first} o {second}.", $"«{name}» is {first} or {second}."))));
    }

    private static FieldSource Source(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => FieldSource.Of(value.GetString()!),
        JsonValueKind.Array => FieldSource.Of([.. value.EnumerateArray().Select(column => column.GetString()!)]),
        _ => FieldSource.Always(value.GetProperty("constant").GetString()!),
    };

    private static void Source(Utf8JsonWriter json, FieldSource source)
    {
        if (source.Constant is { } constant)
        {
            json.WriteStartObject();
            json.WriteString("constant", constant);
            json.WriteEndObject();
        }
        else if (source.Columns.Count == 1)
        {
            json.WriteStringValue(source.Columns[0]);
        }
        else
        {
            json.WriteStartArray();
            foreach (var column in source.Columns)
            {
                json.WriteStringValue(column);
            }

            json.WriteEndArray();
        }
    }

    private static RuleViolationException Invalid(LocalizedText text) => new("mapping.invalid", text);
}
