using Avance.App.Ledger;
using Avance.App.Storage;
using Avance.Ledger;
using Avance.Planning;

namespace Avance.App.Planning;

/// <summary>How the indicators of a year stand at the end of a month.</summary>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="Indicators">Each by its identity; those of which nothing achieved was told by then are not among them.</param>
public sealed record IndicatorStandings(int Month, IReadOnlyDictionary<Guid, IndicatorProgress> Indicators);

/// <summary>
/// Measures the indicators of a plan by their own formula, direction and bands, from what the ledger adds up to. The official
/// report prints achieved over revised of the year for all of them alike; this is the other figure, of the period.
/// </summary>
public sealed class PlanProgress(Database database)
{
    /// <summary>How they stand at the end of the last month of which anything achieved was told; null while nothing was.</summary>
    /// <param name="plan">The plan.</param>
    public IndicatorStandings? Latest(AnnualPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return database.Read(session =>
        {
            if (Entities.Find(session, plan.Entity.Code) is not { } entity)
            {
                return null;
            }

            var balances = LedgerQueries.TargetBalances(session, entity, plan.Year.Year, AsOf.Now);
            var month = balances.Values.Select(LastTold).DefaultIfEmpty().Max();
            return month == 0 ? null : Of(plan.Projects.SelectMany(static p => p.Indicators), balances, month);
        });
    }

    /// <summary>How indicators stand at the end of a month, from what is in force then.</summary>
    internal static IndicatorStandings Of(IEnumerable<Indicator> indicators, IReadOnlyDictionary<Guid, TargetBalance> balances, int month)
    {
        var standings = new Dictionary<Guid, IndicatorProgress>();
        foreach (var indicator in indicators)
        {
            if (balances.TryGetValue(indicator.Id, out var balance) && balance.Months12(TargetStage.Achieved) is var achieved && achieved.Take(month).Any(static m => m is not null))
            {
                standings.Add(indicator.Id, IndicatorProgress.Of(indicator, balance.Revised12(), achieved, month));
            }
        }

        return new(month, standings);
    }

    private static int LastTold(TargetBalance balance)
    {
        var month = 12;
        while (month > 0 && balance[TargetStage.Achieved, month] is null)
        {
            month--;
        }

        return month;
    }
}
