using Avance.App.Progress;
using Avance.Findings;

namespace Avance.App.Findings;

/// <summary>Gathers from the database what the rules look at.</summary>
public static class CheckQueries
{
    /// <summary>What the rules look at when they check a report: the report, its history, and when it was published.</summary>
    public static CheckContext CheckContext(this ReportQueries queries, StoredReport report)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(report);
        return new() { Report = report.Report, History = queries.History(report), PublishedOn = report.Version.PublishedOn };
    }
}
