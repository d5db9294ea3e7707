using System.Collections.Concurrent;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Progress;
using Avance.App.Reporting;
using Avance.App.Storage;
using Avance.Capture;
using Avance.Ledger;

namespace Avance.App.Capture;

/// <summary>
/// What sheets are judged on, kept while plan, ledger and reports stay as they are: forty people capture on the same ground.
/// </summary>
public sealed class SheetGrounds
{
    /// <summary>The most quarters that are kept: those of as many offices as capture at once on one server.</summary>
    private const int MostKept = 64;

    private readonly ConcurrentDictionary<(Guid Entity, FiscalPeriod Period), (string State, SheetGround Ground)> _kept = [];

    /// <summary>The ground of an office's quarter.</summary>
    /// <param name="session">A session.</param>
    /// <param name="year">The office's year.</param>
    /// <param name="period">The quarter.</param>
    internal SheetGround Load(Session session, PlanYearRow year, FiscalPeriod period)
    {
        var entity = year.EntityId;
        var reports = session.Query("SELECT count(*) FROM report WHERE entity_id = $1", static row => row.Long(0), entity)[0];
        var state = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{LedgerQueries.Revision(session, entity, period.Year)} {year.Year.Version} {reports}");
        if (_kept.TryGetValue((entity, period), out var kept) && kept.State == state)
        {
            return kept.Ground;
        }

        var ground = new SheetGround(period, LedgerReport.Sources(session, year, period, null).Sources, ServedBefore(session, entity, period), History(session, year, period));
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[(entity, period)] = (state, ground);
        return ground;
    }

    /// <summary>Whom each project had served by the end of the last quarter before that told it.</summary>
    internal static Dictionary<Guid, BeneficiaryEntry> ServedBefore(Session session, Guid entity, FiscalPeriod period)
    {
        var served = new Dictionary<Guid, BeneficiaryEntry>();
        for (var quarter = period.Quarter - 1; quarter > 0; quarter--)
        {
            foreach (var (project, last) in LedgerQueries.Beneficiaries(session, entity, period.Year, quarter, AsOf.Now))
            {
                served.TryAdd(project, last.Entry);
            }
        }

        return served;
    }

    private static List<Avance.Progress.ProgressReport> History(Session session, PlanYearRow year, FiscalPeriod period) => ReportVersions.Where(
        session,
        """
        WHERE r.entity_id = $1 AND (fiscal_year, quarter) < ($2, $3) AND version = (
            SELECT max(version) FROM report n WHERE n.entity_id = r.entity_id AND n.fiscal_year = r.fiscal_year AND n.quarter = r.quarter)
        ORDER BY fiscal_year DESC, quarter DESC LIMIT 8
        """,
        year.EntityId, period.Year, period.Quarter).ConvertAll(row => ReportVersions.Load(session, row).Report);
}
