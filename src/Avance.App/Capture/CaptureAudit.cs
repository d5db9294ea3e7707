using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.App.Capture;

/// <summary>Holds frozen sheets, their steps and remarks against what the journal said of them.</summary>
internal static class CaptureAudit
{
    /// <summary>
    /// The first record whose sheet no longer says the same, or the place where the record of a step should have been; null when all
    /// agree.
    /// </summary>
    public static JournalBreak? FirstBreak(Session session, Guid entity, IReadOnlyList<JournalRecord> records)
    {
        var steps = Steps(session, entity);
        var versions = Versions(session, entity);
        var remarks = Remarks(session, entity);
        foreach (var record in records.Where(static r => r.Subject.StartsWith("sheet ", StringComparison.Ordinal) && r.Action.StartsWith("capture.", StringComparison.Ordinal) && !r.Action.StartsWith("capture.evidence", StringComparison.Ordinal)))
        {
            using var value = JsonDocument.Parse(record.NewValue);
            if (!value.RootElement.TryGetProperty("step", out var number))
            {
                continue;
            }

            var (version, step) = (value.RootElement.GetProperty("version").GetInt32(), number.GetInt32());
            var told = Told(record, value.RootElement);
            if (!steps.Remove((record.Subject, step), out var stored) || stored != told)
            {
                return new(record.Sequence, new(
                    $"El paso {step} de la hoja que asienta el registro {record.Sequence} ({record.Subject}) fue cambiado o borrado.",
                    $"Step {step} of the sheet of record {record.Sequence} ({record.Subject}) was changed or removed."));
            }

            if (value.RootElement.TryGetProperty("sha256", out var sha256) && (!versions.Remove((record.Subject, version), out var frozen) || frozen != Frozen(sha256.GetString()!, record.Actor, record.RecordedAt)))
            {
                return new(record.Sequence, new(
                    $"La versión {version} de la hoja que asienta el registro {record.Sequence} ({record.Subject}) fue cambiada o borrada.",
                    $"Version {version} of the sheet of record {record.Sequence} ({record.Subject}) was changed or removed."));
            }

            var asked = value.RootElement.TryGetProperty("remarks", out var list) ? list.GetRawText() : "";
            if ((remarks.Remove((record.Subject, step), out var made) ? made : "") != asked)
            {
                return new(record.Sequence, new(
                    $"Las observaciones que asienta el registro {record.Sequence} ({record.Subject}) fueron cambiadas o borradas.",
                    $"The remarks of record {record.Sequence} ({record.Subject}) were changed or removed."));
            }
        }

        var loose = steps.Count + versions.Count + remarks.Count;
        return loose == 0 ? null : new(records.Count + 1, new(
            $"Pasos, versiones u observaciones de hojas sin registro en la bitácora: {loose}. Se borró su final.",
            $"Steps, versions or remarks of sheets without a record in the journal: {loose}. Its end was removed."));
    }

    private static string Told(JournalRecord record, JsonElement value) => string.Create(
        CultureInfo.InvariantCulture,
        $"{record.Action}|{value.GetProperty("version").GetInt32()}|{record.Actor}|{record.RecordedAt.UtcTicks / TimeSpan.TicksPerMicrosecond}|{value.GetProperty("reason").GetString()}|{(value.TryGetProperty("document", out var document) ? document.GetInt64() : 0)}");

    private static Dictionary<(string, int), string> Steps(Session session, Guid entity) => session.Query(
        "SELECT fiscal_year, quarter, unit_code, number, act, version, actor, recorded_at, reason, document_sequence FROM capture_step WHERE entity_id = $1",
        static row => (Key(row), Number: row.Int(3), Value: string.Create(
            CultureInfo.InvariantCulture,
            $"capture.{row.Text(4)}|{row.Int(5)}|{row.Text(6)}|{row.MomentOrFirst(7).UtcTicks / TimeSpan.TicksPerMicrosecond}|{row.Text(8)}|{row.OptionalLong(9) ?? 0}")),
        entity).ToDictionary(static s => (s.Item1, s.Number), static s => s.Value);

    /// <summary>The fingerprint of what each version says now, with who froze it and when.</summary>
    private static Dictionary<(string, int), string> Versions(Session session, Guid entity) => session.Query(
        "SELECT fiscal_year, quarter, unit_code, version, content, sha256, actor, recorded_at FROM capture_version WHERE entity_id = $1",
        static row => (Key(row), Number: row.Int(3), Value: Frozen(Fingerprint(row.Text(4), row.Bytes(5)), row.Text(6), row.MomentOrFirst(7))),
        entity).ToDictionary(static v => (v.Item1, v.Number), static v => v.Value);

    private static string Frozen(string sha256, string actor, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{sha256}|{actor}|{at.UtcTicks / TimeSpan.TicksPerMicrosecond}");

    private static string Fingerprint(string content, byte[] stored)
    {
        var actual = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        return actual.AsSpan().SequenceEqual(stored) ? Convert.ToHexStringLower(actual) : "";
    }

    private static Dictionary<(string, int), string> Remarks(Session session, Guid entity) => session.Query(
        "SELECT fiscal_year, quarter, unit_code, step, subject, field, remark FROM capture_remark WHERE entity_id = $1 ORDER BY fiscal_year, quarter, unit_code, number",
        static row => (Key(row), Step: row.Int(3), Value: (Subject: row.Id(4), Field: row.Text(5), Text: row.Text(6))),
        entity)
        .GroupBy(static r => (r.Item1, r.Step))
        .ToDictionary(static g => g.Key, static g => Json(g.Select(static r => r.Value)));

    private static string Json(IEnumerable<(Guid Subject, string Field, string Text)> remarks)
    {
        using var json = JsonDocument.Parse(CaptureJson.Of(writer =>
        {
            writer.WriteStartArray("remarks");
            foreach (var (subject, field, text) in remarks)
            {
                writer.WriteStartArray();
                writer.WriteStringValue(subject);
                writer.WriteStringValue(field);
                writer.WriteStringValue(text);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        }));
        return json.RootElement.GetProperty("remarks").GetRawText();
    }

    private static string Key(Row row) => SheetKey.SubjectOf(row.Int(0), row.Int(1), row.Text(2));
}
