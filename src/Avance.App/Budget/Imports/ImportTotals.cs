using Avance.Ledger;

namespace Avance.App.Budget.Imports;

/// <summary>What rows add up to, by project and stage.</summary>
internal sealed class ImportTotals
{
    private readonly Dictionary<string, ProjectSums> _projects = new(StringComparer.Ordinal);

    /// <summary>Projects and what each stage of theirs adds up to, in order.</summary>
    public IReadOnlyList<ProjectTotals> Projects =>
    [
        .. _projects.Where(static p => p.Value.IsTold).OrderBy(static p => p.Key, StringComparer.Ordinal).Select(static p => new ProjectTotals(p.Key, p.Value.Stages())),
    ];

    /// <summary>The sums of a project.</summary>
    public ProjectSums Of(string project)
    {
        if (!_projects.TryGetValue(project, out var sums))
        {
            _projects.Add(project, sums = new());
        }

        return sums;
    }
}

/// <summary>The sums of one project, by stage.</summary>
internal sealed class ProjectSums
{
    private readonly long[] _amounts = new long[LedgerNames.Stages.Count + 1];
    private int _told;

    /// <summary>Whether anything was added.</summary>
    public bool IsTold => _told != 0;

    public void Add(BudgetStage stage, Money amount)
    {
        _amounts[(int)stage] += amount.Centavos;
        _told |= 1 << (int)stage;
    }

    /// <summary>The stages to which something was added.</summary>
    public IReadOnlyDictionary<BudgetStage, Money> Stages() =>
        LedgerNames.Stages.Where(stage => (_told & (1 << (int)stage)) != 0).ToDictionary(stage => stage, stage => new Money(_amounts[(int)stage]));
}

/// <summary>What the rows of a project add up to.</summary>
/// <param name="Project">Unit and key; a line's key when the line has no project.</param>
/// <param name="Stages">The sum of each stage that appears.</param>
public sealed record ProjectTotals(string Project, IReadOnlyDictionary<BudgetStage, Money> Stages);
