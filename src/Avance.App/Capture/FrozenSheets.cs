using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Avance.App.Storage;
using Avance.Capture;

namespace Avance.App.Capture;

/// <summary>Frozen versions of sheets: as JSON in their rows, with a fingerprint that the journal has too.</summary>
internal static class FrozenSheets
{
    /// <summary>Freezes what a sheet says now.</summary>
    /// <returns>The fingerprint of the version.</returns>
    public static string Insert(Session session, SheetKey key, int version, FrozenSheet frozen, string actor, DateTimeOffset at)
    {
        var content = Write(key, version, frozen);
        var sha256 = SHA256.HashData(Encoding.UTF8.GetBytes(content));
        session.Execute(
            $"INSERT INTO capture_version ({SheetKey.Columns}, version, actor, recorded_at, sha256, content) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            key.Values(version, actor, at, sha256, content));
        return Convert.ToHexStringLower(sha256);
    }

    /// <summary>The versions of a sheet, oldest first.</summary>
    public static List<SheetVersion> List(Session session, SheetKey key) => session.Query(
        $"SELECT version, actor, recorded_at, sha256, content FROM capture_version WHERE {SheetKey.Where} ORDER BY version", Version, key.Values());

    /// <summary>One version; null when there is none.</summary>
    public static SheetVersion? Find(Session session, SheetKey key, int version) => session.Query(
        $"SELECT version, actor, recorded_at, sha256, content FROM capture_version WHERE {SheetKey.Where} AND version = $5", Version, key.Values(version)).FirstOrDefault();

    private static SheetVersion Version(Row row) => new(row.Int(0), row.Text(1), row.Moment(2), Convert.ToHexStringLower(row.Bytes(3)), Read(row.Text(4)));

    private static string Write(SheetKey key, int version, FrozenSheet frozen) => CaptureJson.Of(json =>
    {
        json.WriteString("format", "avance/sheet/1");
        json.WriteString("period", key.Period.ToString());
        json.WriteString("unit", key.Unit);
        json.WriteNumber("version", version);
        json.WriteString("plan", frozen.Plan);
        json.WriteStartArray("cells");
        foreach (var cell in frozen.Cells)
        {
            json.WriteStartObject();
            json.WriteString("subject", cell.Address.Subject);
            json.WriteString("field", cell.Address.Field);
            json.WriteString("value", cell.Value);
            json.WriteNumber("revision", cell.Revision);
            json.WriteString("actor", cell.Actor);
            json.WriteString("at", cell.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("evidence");
        foreach (var file in frozen.Evidence)
        {
            json.WriteStartObject();
            json.WriteNumber("number", file.Number);
            json.WriteString("subject", file.Subject);
            json.WriteString("name", file.Name);
            json.WriteString("sha256", file.Sha256);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteString("actor", file.Actor);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });

    private static FrozenSheet Read(string content)
    {
        using var json = JsonDocument.Parse(content);
        return new(
            [.. json.RootElement.GetProperty("cells").EnumerateArray().Select(static c => new CaptureCell(
                new(c.GetProperty("subject").GetGuid(), c.GetProperty("field").GetString()!),
                c.GetProperty("value").GetString()!,
                c.GetProperty("revision").GetInt32(),
                c.GetProperty("actor").GetString()!,
                c.GetProperty("at").GetDateTimeOffset()))],
            [.. json.RootElement.GetProperty("evidence").EnumerateArray().Select(static e => new FrozenEvidence(
                e.GetProperty("number").GetInt32(), e.GetProperty("subject").GetGuid(), e.GetProperty("name").GetString()!, e.GetProperty("sha256").GetString()!, e.GetProperty("bytes").GetInt64(), e.GetProperty("actor").GetString()!))],
            json.RootElement.GetProperty("plan").GetString()!);
    }
}
