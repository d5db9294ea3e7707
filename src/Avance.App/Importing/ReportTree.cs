using Avance.Progress;

namespace Avance.App.Importing;

/// <summary>
/// Grows a report's tree from rows in printed order. Two headings in a row open a function and its subfunction; one
/// heading alone opens the next subfunction of the same function.
/// </summary>
internal sealed class ReportTree(ICollection<Problem> problems)
{
    private const int MaxProjects = 100_000;
    private const int MaxTargets = 400_000;
    private const decimal MaxPesos = 90_000_000_000_000_000m;

    private readonly List<ReportFunction> _functions = [];
    private readonly List<(string Name, BudgetFigures? Totals, SourcePlace Place)> _pending = [];
    private List<ReportSubfunction>? _subfunctions;
    private List<ReportProjectType>? _types;
    private List<ReportProject>? _projects;
    private List<ReportTarget>? _targets;
    private bool _lastProjectFailed;
    private int _targetCount;
    private decimal _pesos;

    /// <summary>
    /// Whether there are more projects, targets or pesos than any report has: nothing else should be read. The bound on money
    /// is what lets every later sum be made without overflow.
    /// </summary>
    public bool IsFull => NextNumber > MaxProjects || _targetCount > MaxTargets || _pesos > MaxPesos;

    /// <summary>The entity's total as printed, if a row printed it.</summary>
    public BudgetFigures? Totals { get; private set; }

    /// <summary>The number that the next project takes.</summary>
    public int NextNumber { get; private set; } = 1;

    /// <summary>Keeps the entity's total.</summary>
    public void SetTotals(BudgetFigures totals, SourcePlace place)
    {
        if (Totals is not null)
        {
            problems.Add(ImportProblems.SecondTotal(place));
        }

        Weigh(totals);
        Totals = totals;
    }

    /// <summary>A heading of a function or a subfunction; which, the next row tells.</summary>
    public void AddHeading(string name, BudgetFigures? totals, SourcePlace place)
    {
        Weigh(totals ?? default);
        _pending.Add((name, totals, place));
    }

    /// <summary>A heading of a type of project.</summary>
    public void AddType(string name, SourcePlace place)
    {
        OpenPending();
        if (_types is null)
        {
            problems.Add(ImportProblems.OutsideSubfunction(place, name));
            return;
        }

        _projects = [];
        _targets = null;
        _lastProjectFailed = false;
        _types.Add(new ReportProjectType(name, _projects) { Place = place });
    }

    /// <summary>A project; null when its row had problems, already told.</summary>
    public void AddProject(ReportProject? project, SourcePlace place)
    {
        if (_pending.Count > 0)
        {
            OpenPending();
        }

        NextNumber++;
        _lastProjectFailed = project is null;
        if (project is null)
        {
            return;
        }

        if (_projects is null)
        {
            problems.Add(ImportProblems.OutsideType(place, project.Key));
            return;
        }

        Weigh(project.Budget);
        _targets = [.. project.Targets];
        _targetCount += project.Targets.Count;
        _projects.Add(project with { Targets = _targets });
    }

    /// <summary>A target in a row of its own, below its project; null when its row had problems, already told.</summary>
    public void AddTarget(ReportTarget? target, SourceRow row)
    {
        if (_targets is null && !_lastProjectFailed)
        {
            problems.Add(ImportProblems.TargetWithoutProject(row));
        }
        else if (target is not null && !_lastProjectFailed)
        {
            _targets!.Add(target);
            _targetCount++;
        }
    }

    /// <summary>The functions read.</summary>
    public IReadOnlyList<ReportFunction> Finish()
    {
        OpenPending();
        return _functions;
    }

    private void Weigh(BudgetFigures budget) => _pesos += Math.Abs(budget.Approved?.Pesos ?? 0) + Math.Abs(budget.Revised?.Pesos ?? 0) + Math.Abs(budget.Accrued?.Pesos ?? 0);

    private void OpenPending()
    {
        if (_pending.Count == 0)
        {
            return;
        }

        if (_pending.Count > 2)
        {
            problems.Add(ImportProblems.TooManyHeadings(_pending[2].Place, _pending[2].Name));
        }
        else if (_pending.Count == 1 && _subfunctions is null)
        {
            problems.Add(ImportProblems.SubfunctionWithoutFunction(_pending[0].Place, _pending[0].Name));
        }

        if (_pending.Count >= 2 || _subfunctions is null)
        {
            var (name, totals, place) = _pending[0];
            _subfunctions = [];
            _functions.Add(new ReportFunction(name, totals, _subfunctions) { Place = place });
        }

        var last = _pending[^1];
        _types = [];
        _projects = null;
        _targets = null;
        _subfunctions.Add(new ReportSubfunction(last.Name, last.Totals, _types) { Place = last.Place });
        _pending.Clear();
    }
}
