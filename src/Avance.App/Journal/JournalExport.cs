using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Avance.App.Tables;

namespace Avance.App.Journal;

/// <summary>Writes records of a journal for other programs, as they come: the longest journal takes no more memory than a short one.</summary>
public static class JournalExport
{
    private static readonly string[] Columns = ["sequence", "recorded_at", "actor", "action", "subject", "old_value", "new_value", "previous_hash", "hash"];

    /// <summary>As comma-separated values, with an apostrophe before what a spreadsheet would run.</summary>
    /// <param name="records">The records.</param>
    /// <param name="output">Closed with the last record.</param>
    public static void WriteCsv(IEnumerable<JournalRecord> records, Stream output)
    {
        ArgumentNullException.ThrowIfNull(records);
        using var table = new TableWriter(output);
        Row(table, Columns);
        foreach (var r in records)
        {
            Row(table, [r.Sequence.ToString(CultureInfo.InvariantCulture), Moment(r), r.Actor, r.Action, r.Subject, r.OldValue, r.NewValue, r.PreviousHash, r.Hash]);
        }
    }

    /// <summary>As JSON, an object in each line. The old and the new value are JSON themselves; null where there is none.</summary>
    /// <param name="records">The records.</param>
    /// <param name="output">Stays open.</param>
    public static void WriteJsonLines(IEnumerable<JournalRecord> records, Stream output)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(output);
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var record in records)
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", record.Sequence);
            json.WriteString("recordedAt", Moment(record));
            json.WriteString("actor", record.Actor);
            json.WriteString("action", record.Action);
            json.WriteString("subject", record.Subject);
            Value(json, "oldValue", record.OldValue);
            Value(json, "newValue", record.NewValue);
            json.WriteString("previousHash", record.PreviousHash);
            json.WriteString("hash", record.Hash);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            output.WriteByte((byte)'\n');
        }
    }

    private static void Row(TableWriter table, IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            table.Field(field);
        }

        table.EndRow();
    }

    private static string Moment(JournalRecord record) => record.RecordedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static void Value(Utf8JsonWriter json, string name, string value)
    {
        json.WritePropertyName(name);
        if (value.Length == 0)
        {
            json.WriteNullValue();
        }
        else if (IsJson(value))
        {
            json.WriteRawValue(value);
        }
        else
        {
            json.WriteStringValue(value);
        }
    }

    /// <summary>Whether a value is still what it was written as: a journal that somebody spoilt is exported as it is.</summary>
    private static bool IsJson(string value)
    {
        try
        {
            using var read = JsonDocument.Parse(value);
            return !value.AsSpan().ContainsAny('\r', '\n');
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
