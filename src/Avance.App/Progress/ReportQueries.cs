using Avance.App.Storage;
using Avance.Progress;

namespace Avance.App.Progress;

/// <summary>Reads the reports on record.</summary>
public sealed class ReportQueries(Database database)
{
    /// <summary>Every version of every entity: newest period first, then newest version, then by entity's code.</summary>
    public IReadOnlyList<ReportVersion> Versions() => database.Read(static session => ReportVersions
        .Where(session, "ORDER BY fiscal_year DESC, quarter DESC, version DESC, code")
        .ConvertAll(static row => row.Version));

    /// <summary>
    /// How many versions are on record. Versions only grow in number, so what was read at the same count still holds.
    /// </summary>
    public long Revision() => database.Read(static session => session.Query("SELECT count(*) FROM report", static row => row.Long(0))[0]);

    /// <summary>A report: the version that holds, or an earlier one by its number. Null when there is none.</summary>
    /// <param name="entityCode">Whose; null for the only entity in the database.</param>
    /// <param name="period">Of which quarter.</param>
    /// <param name="version">Which version; null for the newest.</param>
    /// <exception cref="RuleViolationException"><c>report.entity</c>: no entity was named and there are several.</exception>
    public StoredReport? Find(string? entityCode, FiscalPeriod period, int? version = null) => database.Read(session =>
    {
        var code = entityCode ?? OnlyEntity(session);
        return code is not null && ReportVersions.Find(session, code, period, version) is { } row ? ReportVersions.Load(session, row) : null;
    });

    /// <summary>The reports of the same entity for earlier periods, newest first, each in the version that holds.</summary>
    public IReadOnlyList<ProgressReport> History(StoredReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var (entity, period) = (report.Version.Entity, report.Version.Period);
        return database.Read(session => ReportVersions
            .Where(
                session,
                """
                WHERE code = $1 AND (fiscal_year, quarter) < ($2, $3) AND version = (
                    SELECT max(version) FROM report n
                    WHERE n.entity_id = r.entity_id AND n.fiscal_year = r.fiscal_year AND n.quarter = r.quarter)
                ORDER BY fiscal_year DESC, quarter DESC
                """,
                entity.Code, period.Year, period.Quarter)
            .ConvertAll(row => ReportVersions.Load(session, row).Report));
    }

    /// <summary>The file that a version came from, byte for byte.</summary>
    /// <exception cref="InvalidOperationException">The version is not of this database.</exception>
    public byte[] Source(ReportVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        var source = database.Read(session => Entities.Find(session, version.Entity.Code) is { } entity ? ReportVersions.Source(session, entity, version.ReportId) : null);
        return source ?? throw new InvalidOperationException($"Report {version.ReportId} is not in this database.");
    }

    private static string? OnlyEntity(Session session)
    {
        var codes = Entities.Codes(session);
        return codes.Count > 1 ? throw new RuleViolationException("report.entity", new(
            $"La base de datos tiene informes de varios entes ({string.Join(", ", codes)}). Indique de cuál con --entity-code.",
            $"The database has reports of several entities ({string.Join(", ", codes)}). Say which with --entity-code."))
            : codes.Count == 0 ? null : codes[0];
    }
}
