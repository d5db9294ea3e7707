using Avance.App.Importing;
using Avance.App.Ledger;
using Avance.App.Planning;
using Avance.App.Progress;
using Avance.App.Storage;
using Avance.Planning;
using Avance.Progress;
using Avance.Reporting;

namespace Avance.App.Reporting;

/// <summary>
/// Opens a printed figure: the entries that add up to it and their documents. A report that was issued is read as its
/// documents stood then; one that was imported, as they stand now.
/// </summary>
public sealed class ExplainFigure(Database database)
{
    /// <summary>The chain behind a figure; null when the report has no such figure.</summary>
    /// <param name="stored">The version that prints it.</param>
    /// <param name="address">Which figure.</param>
    public FigureExplanation? Find(StoredReport stored, FigureAddress address)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var projects = stored.Report.Projects.ToList();
        var project = address.Project is { } number && number <= projects.Count ? projects[number - 1] : null;
        var target = project is not null && address.Target is { } t && t <= project.Targets.Count ? project.Targets[t - 1] : null;
        if ((address.Project is not null && project is null) || (address.Target is not null && target is null))
        {
            return null;
        }

        var blank = new FigureExplanation
        {
            Address = address,
            Version = stored.Version,
            Project = project,
            Target = target,
            Printed = FigureReading.Printed(stored.Report, address),
            Formula = FigureReading.Formula(address.Column),
        };
        return database.Read(session => Open(session, stored, blank));
    }

    private static FigureExplanation Open(Session session, StoredReport stored, FigureExplanation blank)
    {
        var version = stored.Version;
        DateTimeOffset? knownAt = version.SourceFormat == SourceFormat.Ledger ? version.ImportedAt : null;
        if (LedgerReport.Load(session, version.Entity.Code, version.Period, knownAt) is not { } ledger || PlanRows.FindYear(session, version.Entity.Code, version.Period.Year) is not { } year)
        {
            return blank;
        }

        var place = blank.Project is { } printed ? Match(ledger.Composed.Projects, printed) : null;
        if (blank.Project is not null && place is null)
        {
            return blank;
        }

        var computed = FigureReading.Printed(ledger.Composed.Report, blank.Address with { Project = place });
        var opened = new OpenedBook(session, year.EntityId, version.Period, ledger, new AsOf(version.Period.CutOffDate, knownAt));
        var entries = opened.Entries(blank.Address, place is { } p ? p - 1 : null);
        return blank with
        {
            Computed = computed,
            Entries = entries.Count > FigureExplanation.MaxListed ? [.. entries.Take(FigureExplanation.MaxListed)] : entries,
            HasMore = entries.Count > FigureExplanation.MaxListed,
        };
    }

    /// <summary>
    /// The place, from 1, of a printed project among those of the plan in printed order: the same place when key and name
    /// agree, or the only one with that key and name.
    /// </summary>
    internal static int? Match(IReadOnlyList<PlannedProject> planned, ReportProject project)
    {
        var name = FoldedText.Fold(project.Name);
        var same = planned.Index().Where(p => p.Item.Key == project.Key && FoldedText.Fold(p.Item.Name) == name).Select(static p => p.Index + 1).ToList();
        return same.Contains(project.Number) ? project.Number : same.Count == 1 ? same[0] : null;
    }
}
