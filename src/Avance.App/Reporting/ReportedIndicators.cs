using Avance.App.Importing;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.Planning;
using Avance.Progress;
using Avance.Reporting;

namespace Avance.App.Reporting;

/// <summary>Finds the indicators of the plan that the targets of a report are of, and how they stood at its cut-off.</summary>
public sealed class ReportedIndicators(Database database)
{
    /// <summary>
    /// How each target of a project stands as the indicator that it is: null where the plan has no such indicator, or where
    /// nothing achieved is on record of it.
    /// </summary>
    /// <param name="version">The version that prints the project.</param>
    /// <param name="project">The project.</param>
    public IReadOnlyList<IndicatorProgress?> Find(ReportVersion version, ReportProject project)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(project);
        return database.Read(session =>
        {
            var nothing = new IndicatorProgress?[project.Targets.Count];
            if (PlanRows.FindYear(session, version.Entity.Code, version.Period.Year) is not { } year)
            {
                return nothing;
            }

            var planned = ReportComposition.Ordered(PlanRows.Load(session, year));
            if (ExplainFigure.Match(planned, project) is not { } place)
            {
                return nothing;
            }

            var indicators = ReportComposition.Printed(planned[place - 1]);
            DateTimeOffset? knownAt = version.SourceFormat == SourceFormat.Ledger ? version.ImportedAt : null;
            var balances = LedgerQueries.TargetBalances(session, year.EntityId, version.Period.Year, new AsOf(version.Period.CutOffDate, knownAt));
            var standings = PlanProgress.Of(indicators, balances, version.Period.CutOffDate.Month).Indicators;
            return
            [
                .. project.Targets.Select((target, i) => i < indicators.Count && FoldedText.Fold(indicators[i].Name) == FoldedText.Fold(target.Description)
                    ? standings.GetValueOrDefault(indicators[i].Id)
                    : null),
            ];
        });
    }
}
