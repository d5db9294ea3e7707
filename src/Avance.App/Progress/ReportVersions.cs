using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Avance.App.Importing;
using Avance.App.Storage;
using Avance.Planning;
using Avance.Progress;

namespace Avance.App.Progress;

/// <summary>A version's own row: what the public record says, and what only storage needs.</summary>
internal sealed record VersionRow(Guid EntityId, ReportVersion Version, byte[] Fingerprint, BudgetFigures? Totals);

/// <summary>The rows of report versions.</summary>
internal static class ReportVersions
{
    private const string Columns =
        """
        entity_id, report_id, fiscal_year, quarter, version, entity_name, imported_at, published_on, fingerprint,
        source_name, source_format, source_sha256, source_bytes, has_totals, total_approved, total_revised, total_accrued
        """;

    /// <summary>Versions that meet a condition on <c>r</c> (a report) and <c>e</c> (its entity).</summary>
    public static List<VersionRow> Where(Session session, string condition, params object?[] values) => session.Query(
        $"""
        SELECT r.entity_id, report_id, fiscal_year, quarter, version, entity_name, imported_at, published_on, fingerprint,
            source_name, source_format, source_sha256, source_bytes, has_totals, total_approved, total_revised, total_accrued, code
        FROM report r JOIN entity e ON e.entity_id = r.entity_id {condition}
        """,
        static row => new VersionRow(
            row.Id(0),
            new ReportVersion(
                new PublicEntity(row.Text(17), row.Text(5)),
                new FiscalPeriod(row.Int(2), row.Int(3)),
                row.Int(4),
                row.Id(1),
                row.Moment(6),
                row.OptionalDay(7),
                row.Text(9),
                SourceFormats.FromName(row.Text(10)),
                row.Text(11),
                row.Long(12)),
            row.Bytes(8),
            ReportRows.Totals(row, 13)),
        values);

    /// <summary>The version of a period that holds: the newest, or the one asked for.</summary>
    public static VersionRow? Find(Session session, string entityCode, FiscalPeriod period, int? version = null)
    {
        var found = version is { } number
            ? Where(session, "WHERE code = $1 AND fiscal_year = $2 AND quarter = $3 AND version = $4", entityCode, period.Year, period.Quarter, number)
            : Where(session, "WHERE code = $1 AND fiscal_year = $2 AND quarter = $3 ORDER BY version DESC LIMIT 1", entityCode, period.Year, period.Quarter);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>What a version says.</summary>
    public static StoredReport Load(Session session, VersionRow row) => new(row.Version, ReportRows.Load(
        session, row.EntityId, row.Version.ReportId, row.Version.Entity, row.Version.Period, row.Totals));

    /// <summary>The file that a version came from; null when there is none.</summary>
    public static byte[]? Source(Session session, Guid entity, Guid id)
    {
        var found = session.Query("SELECT content FROM report_source WHERE entity_id = $1 AND report_id = $2", static row => row.Bytes(0), entity, id);
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>Inserts a version, its file and its content.</summary>
    public static void Insert(Session session, VersionRow row, byte[] source, ProgressReport report)
    {
        var version = row.Version;
        session.Execute(
            $"INSERT INTO report ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
            row.EntityId, version.ReportId, version.Period.Year, version.Period.Quarter, version.Version, version.Entity.Name,
            version.ImportedAt, version.PublishedOn, row.Fingerprint, version.SourceName, version.SourceFormat.Name(),
            version.SourceSha256, version.SourceBytes, row.Totals is not null,
            row.Totals?.Approved?.Centavos, row.Totals?.Revised?.Centavos, row.Totals?.Accrued?.Centavos);
        session.Execute("INSERT INTO report_source (entity_id, report_id, content) VALUES ($1, $2, $3)", row.EntityId, version.ReportId, source);
        ReportRows.Insert(session, row.EntityId, version.ReportId, report);
    }

    /// <summary>The subject under which the journal keeps a period's versions.</summary>
    public static string JournalSubject(FiscalPeriod period) => $"report {period}";

    /// <summary>What the journal says of a version: enough to tell later whether anything in it was touched.</summary>
    public static string JournalValue(ReportVersion version, byte[] fingerprint)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", version.Version);
            json.WriteString("fingerprint", Convert.ToHexStringLower(fingerprint));
            json.WriteString("publishedOn", version.PublishedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("sourceName", version.SourceName);
            json.WriteString("sourceFormat", version.SourceFormat.Name());
            json.WriteString("sourceSha256", version.SourceSha256);
            json.WriteNumber("sourceBytes", version.SourceBytes);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }
}
