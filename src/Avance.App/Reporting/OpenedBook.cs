using Avance.App.Ledger;
using Avance.App.Storage;
using Avance.Ledger;
using Avance.Planning;
using Avance.Reporting;

namespace Avance.App.Reporting;

/// <summary>The books of a report, open at the entries.</summary>
internal sealed class OpenedBook(Session session, Guid entity, FiscalPeriod period, LedgerReport ledger, AsOf asOf)
{
    public List<FigureEntry> Entries(FigureAddress address, int? project)
    {
        if (address.IsMoney)
        {
            return Money(address.Column, project is { } p ? ledger.Composed.Projects[p].Id : null);
        }

        if (address.Target is { } target)
        {
            return Targets(address.Column, ledger.Composed.Indicators[project!.Value][target - 1]);
        }

        return People(address.Column, ledger.Composed.Projects[project!.Value].Id);
    }

    private List<FigureEntry> Money(ReportColumn column, Guid? project)
    {
        var lines = ledger.Book.Lines.Where(l => project is null ? l.ProjectId is not null : l.ProjectId == project).ToDictionary(static l => l.Id);
        BudgetStage[] stages = column switch
        {
            ReportColumn.ApprovedBudget => [BudgetStage.Approved],
            ReportColumn.RevisedBudget => [BudgetStage.Approved, BudgetStage.Increase, BudgetStage.Decrease],
            _ => [BudgetStage.Accrued],
        };
        var filter = new EntryFilter { Lines = lines.Keys, Stages = stages, AsOf = asOf };
        return LedgerEntryReader.Read(session, entity, period.Year, filter, 0, FigureExplanation.MaxListed + 1)
            .ConvertAll(e => Entry(e.Document, e.Sequence, lines[e.Entry.LineId].Key, e.Entry.Month, e.Entry.Stage.Name(), e.Entry.Stage == BudgetStage.Decrease ? -e.Entry.Amount.Pesos : e.Entry.Amount.Pesos));
    }

    private List<FigureEntry> Targets(ReportColumn column, Indicator indicator)
    {
        TargetStage[] stages = column switch
        {
            ReportColumn.OriginalTarget => [TargetStage.Original],
            ReportColumn.RevisedTarget => [TargetStage.Original, TargetStage.Amendment],
            ReportColumn.AchievedValue => [TargetStage.Achieved],
            _ => [TargetStage.Original, TargetStage.Amendment, TargetStage.Achieved],
        };
        return LedgerEntryReader.Targets(session, entity, period.Year, indicator.Id, asOf)
            .Where(t => stages.Contains(t.Entry.Stage) && (t.Entry.Stage != TargetStage.Achieved || t.Entry.Month <= period.CutOffDate.Month))
            .Select(t => Entry(t.Document, t.Sequence, indicator.Name, t.Entry.Month, t.Entry.Stage.Name(), t.Entry.Quantity))
            .ToList();
    }

    private List<FigureEntry> People(ReportColumn column, Guid project)
    {
        if (!LedgerQueries.Beneficiaries(session, entity, period.Year, period.Quarter, asOf with { On = null }).TryGetValue(project, out var served))
        {
            return [];
        }

        var (count, word) = column switch
        {
            ReportColumn.Women => (served.Entry.Women, new LocalizedText("mujeres", "women")),
            ReportColumn.Men => (served.Entry.Men, new LocalizedText("hombres", "men")),
            _ => (served.Entry.People, new LocalizedText("personas", "people")),
        };
        var document = LedgerRows.Where(session, "WHERE entity_id = $1 AND fiscal_year = $2 AND sequence = $3", entity, period.Year, served.Sequence)[0];
        return count is { } people ? [Entry(document.Header, served.Sequence, "", 0, word, people)] : [];
    }

    private static FigureEntry Entry(LedgerDocument document, long sequence, string of, int month, LocalizedText stage, decimal amount) =>
        new(sequence, document.Folio, document.Kind.Name(), document.EffectiveOn, document.Authority, document.Description, of, month, stage, amount);
}
