using Avance.Ledger;

namespace Avance.App.Budget.Imports;

/// <summary>
/// What a kind of table does with its rows. Rows are read on one thread, where only what was looked up before may be used,
/// and recorded on another, which has the transaction.
/// </summary>
internal abstract class ImportHandler
{
    /// <summary>What the rows add up to, as understood.</summary>
    public ImportTotals Totals { get; } = new();

    /// <summary>The number of the document that a row belongs to; rows of a document stand together. Reading thread.</summary>
    public abstract ReadOnlySpan<char> DocumentOf(RowReader row);

    /// <summary>Takes a row into its document. Reading thread.</summary>
    /// <param name="row">The row; what is wrong with it is left there.</param>
    /// <param name="draft">The document.</param>
    /// <param name="isFirst">Whether the document begins here.</param>
    public abstract void Read(RowReader row, Draft draft, bool isFirst);

    /// <summary>Ends a document: all its rows are there. Reading thread.</summary>
    public abstract void End(Draft draft);

    /// <summary>Records the sound documents of a batch. Posting thread.</summary>
    /// <returns>What became of each.</returns>
    public abstract IReadOnlyList<DraftOutcome> Post(IReadOnlyList<Draft> sound);

    /// <summary>Ends the import: all batches were recorded. Posting thread.</summary>
    public virtual void Finish()
    {
    }
}

/// <summary>What rows add up to, by project and stage.</summary>
internal sealed class ImportTotals
{
    private readonly Dictionary<string, Dictionary<BudgetStage, Money>> _projects = new(StringComparer.Ordinal);

    /// <summary>Projects and what each stage of theirs adds up to, in order.</summary>
    public IReadOnlyList<ProjectTotals> Projects =>
        [.. _projects.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new ProjectTotals(p.Key, p.Value.OrderBy(s => s.Key).ToDictionary()))];

    public void Add(string project, BudgetStage stage, Money amount)
    {
        if (!_projects.TryGetValue(project, out var stages))
        {
            _projects.Add(project, stages = []);
        }

        stages[stage] = stages.GetValueOrDefault(stage) + amount;
    }
}

/// <summary>What the rows of a project add up to.</summary>
/// <param name="Project">Unit and key; a line's key when the line has no project.</param>
/// <param name="Stages">The sum of each stage that appears.</param>
public sealed record ProjectTotals(string Project, IReadOnlyDictionary<BudgetStage, Money> Stages);
