using System.CommandLine;
using Avance.App.Progress;
using Avance.Cli.Commands;

namespace Avance.Cli;

/// <summary>Finds the report that a command names, or says why it cannot.</summary>
internal static class StoredReports
{
    /// <summary>The report that the options name.</summary>
    /// <exception cref="RuleViolationException"><c>report.missing</c>: the database has no such report.</exception>
    public static StoredReport Find(ReportQueries queries, ReportOptions options, ParseResult parsed)
    {
        var (code, period, version) = (options.EntityCodeOf(parsed), options.PeriodOf(parsed), options.VersionOf(parsed));
        return queries.Find(code, period, version) ?? throw Missing(queries.Versions(), code, period, version);
    }

    private static RuleViolationException Missing(IReadOnlyList<ReportVersion> versions, string? code, FiscalPeriod period, int? version)
    {
        var wanted = new LocalizedText(
            $"No hay informe {(code is null ? "" : $"de {code} ")}para {period}{(version is null ? "" : $" en su versión {version}")}.",
            $"There is no report {(code is null ? "" : $"of {code} ")}for {period}{(version is null ? "" : $" in its version {version}")}.");
        var known = string.Join(", ", versions.Select(v => $"{v.Entity.Code} {v.Period}").Distinct().Take(10));
        return new RuleViolationException("report.missing", versions.Count == 0
            ? new($"{wanted.Spanish} La base está vacía: impórtelo con «avance import report».", $"{wanted.English} The database is empty: import it with «avance import report».")
            : new($"{wanted.Spanish} La base tiene: {known}.", $"{wanted.English} The database has: {known}."));
    }
}
