using System.Globalization;
using System.Text;
using Avance.App.Planning;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.Progress;

namespace Avance.App.Reporting;

/// <summary>
/// Issues a quarter's report: composes it from the documents in force at the cut-off and puts it on record as a version of
/// its period, beside those that were imported. What is issued is frozen; a later document changes the next version only.
/// </summary>
/// <param name="database">Where.</param>
/// <param name="clock">Tells when.</param>
public sealed class IssueReport(Database database, TimeProvider clock)
{
    /// <summary>The report that would be issued now; null when the office has not started that year.</summary>
    /// <exception cref="RuleViolationException"><c>ledger.summary</c>: the stored sums disagree with the entries.</exception>
    public ProgressReport? Compose(string entityCode, FiscalPeriod period) =>
        database.Read(session => LedgerReport.Load(session, entityCode, period, null)?.Composed.Report);

    /// <summary>Issues it.</summary>
    /// <param name="entityCode">Whose.</param>
    /// <param name="period">Which quarter.</param>
    /// <param name="publishedOn">The day that it is published, when known.</param>
    /// <param name="replace">Whether a different report of the period becomes its next version.</param>
    /// <param name="actor">Who issues it.</param>
    /// <exception cref="RuleViolationException">
    /// <c>plan.year</c>: the year was not started. <c>report.exists</c>: the period has a different report and replacing it was not
    /// asked for. <c>report.capture</c>: its units are still capturing. <c>ledger.summary</c>: the stored sums disagree with the entries.
    /// </exception>
    public ImportOutcome Execute(string entityCode, FiscalPeriod period, DateOnly? publishedOn, bool replace, string actor) => database.Write(session =>
    {
        session.LockEntity(entityCode);
        var composed = LedgerReport.Load(session, entityCode, period, null)
            ?? throw new RuleViolationException("plan.year", new(
                $"{entityCode} no ha iniciado el ejercicio {period.Year}; no hay documentos de los cuales componer el informe.",
                $"{entityCode} has not started the fiscal year {period.Year}; there are no documents to compose the report from."));
        if (PlanRows.FindYear(session, entityCode, period.Year) is { } year && PlanRows.QuarterInCapture(session, year.EntityId, period.Year) == period.Quarter)
        {
            throw new RuleViolationException("report.capture", new(
                $"Las unidades aún capturan {period}: el informe saldría incompleto. Cierre la captura y emítalo después.",
                $"The units are still capturing {period}: the report would be incomplete. Close the capture and issue it then."));
        }

        var report = composed.Composed.Report;
        var command = new ImportReportCommand
        {
            Content = Record(entityCode, period, composed.Book.Revision, report),
            SourceName = string.Create(CultureInfo.InvariantCulture, $"documentos 1-{composed.Book.Revision} de {period.Year}"),
            Entity = report.Entity,
            Period = period,
            PublishedOn = publishedOn,
            Replace = replace,
            Actor = actor,
        };
        return new ReportArrival(command, report).Store(session, clock);
    });

    /// <summary>
    /// What stands in place of a source file: which documents the report was composed from, and a fingerprint of what it says, as
    /// the plan may have changed without any document.
    /// </summary>
    private static byte[] Record(string entityCode, FiscalPeriod period, long revision, ProgressReport report) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""
        {"issued":"avance/1","entity":"{{entityCode}}","period":"{{period}}","cutOff":"{{period.CutOffDate:yyyy-MM-dd}}","lastDocument":{{revision}},"sha256":"{{Convert.ToHexStringLower(ReportFingerprint.Of(report))}}"}

        """));
}
