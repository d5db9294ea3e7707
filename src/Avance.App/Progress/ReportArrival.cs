using System.Security.Cryptography;
using Avance.App.Importing;
using Avance.App.Journal;
using Avance.App.Storage;
using Avance.Progress;

namespace Avance.App.Progress;

/// <summary>A report at the door, compared with the one that the database has of its period.</summary>
internal sealed class ReportArrival(ImportReportCommand command, ProgressReport report)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(command.Content));

    public byte[] Fingerprint { get; } = ReportFingerprint.Of(report);

    public VersionRow? OnRecord(Session session) => ReportVersions.Find(session, command.Entity.Code, command.Period);

    /// <summary>Stores it as the period's next version, unless it says nothing new.</summary>
    public ImportOutcome Store(Session session, TimeProvider clock)
    {
        session.LockEntity(command.Entity.Code);
        var before = OnRecord(session);
        var judgement = Judge(before);
        if (judgement.Status == ImportStatus.Unchanged)
        {
            return judgement;
        }

        var now = StoredMoment.Now(clock);
        var entity = Entities.FindOrAdd(session, command.Entity.Code, now);
        var version = new ReportVersion(
            command.Entity, command.Period, before is null ? 1 : before.Version.Version + 1, Guid.CreateVersion7(now), now,
            command.PublishedOn, command.SourceName, SourceFormats.Detect(command.Content), Sha256, command.Content.Length);
        ReportVersions.Insert(session, new(entity, version, Fingerprint, report.PrintedTotals), command.Content, report);
        JournalChain.Append(
            session, entity, now, command.Actor,
            before is null ? "report.imported" : "report.replaced",
            ReportVersions.JournalSubject(command.Period),
            before is null ? "" : ReportVersions.JournalValue(before.Version, before.Fingerprint),
            ReportVersions.JournalValue(version, Fingerprint));
        return judgement with { Status = before is null ? ImportStatus.Imported : ImportStatus.Replaced, Version = version, SameFile = true };
    }

    /// <summary>Whether it says something new, and whether it may.</summary>
    public ImportOutcome Judge(VersionRow? before)
    {
        if (before is null)
        {
            return new() { Status = ImportStatus.Valid, Report = report };
        }

        var sameFile = before.Version.SourceSha256 == Sha256;
        if (SaysTheSame(before, sameFile))
        {
            return new() { Status = ImportStatus.Unchanged, Report = report, Version = before.Version, SameFile = sameFile };
        }

        return command.Replace ? new() { Status = ImportStatus.Valid, Report = report, Version = before.Version }
            : throw Exists(before.Version);
    }

    /// <summary>
    /// Usually the fingerprint tells. A later program may read the same file better and so differently: then the same
    /// file is still the same, unless replacing is asked for. A publication date that was not given changes nothing.
    /// </summary>
    private bool SaysTheSame(VersionRow before, bool sameFile)
    {
        var content = before.Fingerprint.AsSpan().SequenceEqual(Fingerprint)
            || (sameFile && before.Version.Entity == command.Entity && !command.Replace);
        return content && (command.PublishedOn is null || command.PublishedOn == before.Version.PublishedOn);
    }

    private static RuleViolationException Exists(ReportVersion version) => new("report.exists", new(
        $"{version.Entity.Code} ya tiene un informe distinto de {version.Period} (versión {version.Version}, del archivo «{version.SourceName}»). Si este lo corrige, impórtelo con --replace; la versión anterior se conserva.",
        $"{version.Entity.Code} already has a different report for {version.Period} (version {version.Version}, from the file «{version.SourceName}»). If this one corrects it, import it with --replace; the earlier version is kept."));
}
