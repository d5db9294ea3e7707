using System.Security.Cryptography;
using Avance.App.Journal;
using Avance.App.Storage;

namespace Avance.App.Progress;

/// <summary>Holds the stored reports against what the journal said of them when they were imported.</summary>
internal static class ReportAudit
{
    /// <summary>
    /// The first record whose report is gone or no longer says the same, or the place where the record of a stored
    /// version should have been; null when all agree.
    /// </summary>
    public static JournalBreak? FirstBreak(Session session, Guid entity, IReadOnlyList<JournalRecord> records)
    {
        var stored = ReportVersions.Where(session, "WHERE r.entity_id = $1", entity).Select(row => AsJournalled(session, row)).ToHashSet();
        foreach (var record in records.Where(static record => record.Action is "report.imported" or "report.replaced"))
        {
            if (!stored.Remove((record.Subject, record.NewValue)))
            {
                return new(record.Sequence, new(
                    $"El informe que asienta el registro {record.Sequence} ({record.Subject}) fue cambiado o borrado después de importarse.",
                    $"The report of record {record.Sequence} ({record.Subject}) was changed or removed after it was imported."));
            }
        }

        return stored.Count == 0 ? null : new(records.Count + 1, new(
            $"Versiones de informes sin registro en la bitácora: {stored.Count}. Se borró su final.",
            $"Report versions without a record in the journal: {stored.Count}. Its end was removed."));
    }

    /// <summary>What the journal would say of a version, from nothing but what is stored now.</summary>
    private static (string Subject, string Value) AsJournalled(Session session, VersionRow row)
    {
        var source = ReportVersions.Source(session, row.EntityId, row.Version.ReportId) ?? [];
        var version = row.Version with { SourceSha256 = Convert.ToHexStringLower(SHA256.HashData(source)), SourceBytes = source.Length };
        var fingerprint = ReportFingerprint.Of(ReportVersions.Load(session, row).Report);
        return (ReportVersions.JournalSubject(version.Period), ReportVersions.JournalValue(version, fingerprint));
    }
}
