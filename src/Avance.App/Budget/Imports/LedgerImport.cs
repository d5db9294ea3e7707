using Avance.App.Ledger;
using Avance.App.Storage;
using Avance.Budget;
using Avance.Ledger;

namespace Avance.App.Budget.Imports;

/// <summary>What all tables have in common whose rows make documents of the ledger: number, day, lines by key.</summary>
internal abstract class LedgerImport(ImportContext context, ImportForm form) : ImportHandler
{
    private readonly int _document = form.IndexOf("documento");
    private readonly int _day = form.IndexOf("fecha");

    protected ImportContext Context => context;

    public override bool Continues(RowReader row, Draft draft) => row.Table[_document].SequenceEqual(draft.Id);

    public override string NumberOf(RowReader row) => row.Table[_document].ToString();

    public sealed override IReadOnlyList<DraftOutcome> Post(IReadOnlyList<Draft> sound)
    {
        Prepare(sound);
        var verdicts = context.Writer.Accept([.. sound.Select(static d => (LedgerDocument)d.Content!)]);
        var outcomes = new DraftOutcome[sound.Count];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = Judge(sound[i], verdicts[i]);
        }

        return outcomes;
    }

    /// <summary>Writes what documents need to be there before them.</summary>
    protected virtual void Prepare(IReadOnlyList<Draft> sound)
    {
    }

    /// <summary>The day of a document from its first row, which the others must repeat.</summary>
    protected DateOnly Day(RowReader row, DateOnly? first)
    {
        var day = row.Day(_day);
        if (first is { } before && day is { } other && other != before)
        {
            row.Add(RowProblems.DiffersWithin(row.Table.Column(_day), RowReader.Excerpt(row.Table[_day]), row.Form.Fields[_day].Name));
        }

        return first ?? day ?? default;
    }

    /// <summary>The document's number; its first row has it.</summary>
    protected void RequireNumber(RowReader row) => row.Text(_document, 100);

    /// <summary>The year's plan: projects by unit and key.</summary>
    protected static Dictionary<string, Guid> Projects(Session session, Guid entity, int year)
    {
        var projects = new Dictionary<string, Guid>(StringComparer.Ordinal);
        session.Each(
            "SELECT project_id, unit_code, project_key FROM project WHERE entity_id = $1 AND fiscal_year = $2",
            row => projects[Address(row.Text(1), row.Text(2))] = row.Id(0),
            entity, year);
        return projects;
    }

    protected static string Address(string unit, string key) => $"{unit}/{key}";

    /// <summary>The project that a line's key names: unit and key.</summary>
    protected static string ProjectOf(BudgetLine line, BudgetKeyLayout layout)
    {
        var (unit, project) = (layout.IndexOf(KeySegment.Unit), layout.IndexOf(KeySegment.Project));
        return unit < 0 || project < 0 || line.Codes.Count <= Math.Max(unit, project) ? line.Key : Address(line.Codes[unit], line.Codes[project]);
    }

    private static DraftOutcome Judge(Draft draft, LedgerVerdict verdict)
    {
        if (verdict.Status == LedgerStatus.Refused)
        {
            draft.Add(verdict.Entry is { } entry ? draft.EntryRows?[entry] ?? entry : 0, RowProblems.Refused(verdict.RuleId!, verdict.Text!));
            return DraftOutcome.Refused;
        }

        foreach (var warning in verdict.Warnings)
        {
            draft.Warn(0, RowProblems.Refused(warning.RuleId, warning.Text));
        }

        return verdict.Status == LedgerStatus.Posted ? DraftOutcome.Posted : DraftOutcome.AlreadyPosted;
    }
}
