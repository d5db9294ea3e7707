using Avance.App.Importing;
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

        var arrival = new ReportArrival(command, report);
        return database is null ? arrival.Judge(null)
            : command.DryRun ? database.Read(session => arrival.Judge(arrival.OnRecord(session)))
            : database.Write(session => arrival.Store(session, clock));
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
}
