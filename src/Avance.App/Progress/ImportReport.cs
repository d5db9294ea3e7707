using System.Security.Cryptography;
using Avance.App.Importing;
using Avance.App.Journal;
using Avance.App.Storage;
using Avance.Progress;

namespace Avance.App.Progress;

/// <summary>
/// Takes a published report into the database: all of it or nothing, and never twice. What is on record is never
/// changed, only followed by a new version.
/// </summary>
/// <param name="database">Where to; may be null for a dry run, when there is no database yet.</param>
/// <param name="clock">Tells when.</param>
public sealed class ImportReport(Database? database, TimeProvider clock)
{
    /// <summary>Reads the file, and stores it unless it has problems or is a dry run.</summary>
    /// <exception cref="RuleViolationException">
    /// <c>report.exists</c>: the period has a different report, and replacing it was not asked for. Or the database cannot
    /// be written, as <see cref="Database.Open"/> tells.
    /// </exception>
    public ImportOutcome Execute(ImportReportCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentException.ThrowIfNullOrWhiteSpace(command.Entity?.Code);
        ArgumentException.ThrowIfNullOrWhiteSpace(command.Entity.Name);
        ArgumentOutOfRangeException.ThrowIfZero(command.Period.Quarter);
        if (database is null && !command.DryRun)
        {
            throw new InvalidOperationException("Only a dry run can do without a database.");
        }

        var problems = new ProblemList();
        var report = Read(command, problems);
        if (report is null)
        {
            return new() { Status = ImportStatus.Rejected, Problems = problems, UnlistedProblems = problems.Unlisted };
        }

        var arrival = new Arrival(command, report);
        return database is null ? arrival.Judge(null)
            : command.DryRun ? database.Read(session => arrival.Judge(arrival.OnRecord(session)))
            : database.Write(session => Store(session, arrival));
    }

    private static ProgressReport? Read(ImportReportCommand command, ProblemList problems)
    {
        var report = ReportReader.Read(command.Content, command.Entity, command.Period, problems);
        if (report is null)
        {
            return null;
        }

        StorableText.Check(report, problems);
        return problems.Count == 0 ? report : null;
    }

    private ImportOutcome Store(Session session, Arrival arrival)
    {
        var command = arrival.Command;
        session.LockEntity(command.Entity.Code);
        var before = arrival.OnRecord(session);
        var judgement = arrival.Judge(before);
        if (judgement.Status == ImportStatus.Unchanged)
        {
            return judgement;
        }

        // To the microsecond, which is what both engines keep: the hash must come out the same when read back.
        var now = clock.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var entity = Entities.FindOrAdd(session, command.Entity.Code, now);
        var version = new ReportVersion(
            command.Entity, command.Period, before is null ? 1 : before.Version.Version + 1, Guid.CreateVersion7(now), now,
            command.PublishedOn, command.SourceName, SourceFormats.Detect(command.Content), arrival.Sha256, command.Content.Length);
        ReportVersions.Insert(session, new(entity, version, arrival.Fingerprint, arrival.Report.PrintedTotals), command.Content, arrival.Report);
        JournalChain.Append(
            session, entity, now, command.Actor,
            before is null ? "report.imported" : "report.replaced",
            ReportVersions.JournalSubject(command.Period),
            before is null ? "" : ReportVersions.JournalValue(before.Version, before.Fingerprint),
            ReportVersions.JournalValue(version, arrival.Fingerprint));
        return judgement with { Status = before is null ? ImportStatus.Imported : ImportStatus.Replaced, Version = version, SameFile = true };
    }

    /// <summary>A report at the door, compared with the one that the database has of its period.</summary>
    private sealed class Arrival(ImportReportCommand command, ProgressReport report)
    {
        public ImportReportCommand Command => command;

        public ProgressReport Report => report;

        public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(command.Content));

        public byte[] Fingerprint { get; } = ReportFingerprint.Of(report);

        public VersionRow? OnRecord(Session session) => ReportVersions.Find(session, command.Entity.Code, command.Period);

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
}
