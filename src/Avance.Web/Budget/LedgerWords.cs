using Avance.Budget;
using Avance.Planning;
using Avance.Web.Ui;

namespace Avance.Web.Budget;

/// <summary>Names of what entries move, and where each leads.</summary>
/// <param name="request">Of which office and year, and who reads.</param>
/// <param name="lines">The year's budget lines.</param>
/// <param name="plan">The year's plan; null when there is none.</param>
public sealed class LedgerWords(YearRequest request, IEnumerable<BudgetLine> lines, AnnualPlan? plan)
{
    private readonly Dictionary<Guid, BudgetLine> _lines = lines.ToDictionary(l => l.Id);
    private readonly Dictionary<Guid, PlannedProject> _projects = plan?.Projects.ToDictionary(p => p.Id) ?? [];
    private readonly Dictionary<Guid, (PlannedProject Project, Indicator Indicator)> _indicators =
        plan?.Projects.SelectMany(p => p.Indicators.Select(i => (p, i))).ToDictionary(x => x.i.Id) ?? [];

    /// <summary>A line's key.</summary>
    public string Key(Guid line) => _lines.TryGetValue(line, out var found) ? found.Key : line.ToString();

    /// <summary>Address of a line's page.</summary>
    public string? LineAddress(Guid line) => _lines.TryGetValue(line, out var found) ? LineAddress(request, found.Key) : null;

    /// <summary>A project by unit, key and name.</summary>
    public string Project(Guid project) => _projects.TryGetValue(project, out var found) ? $"{found.Address} · {found.Name}" : project.ToString();

    /// <summary>The project that a line pays for; blank when it pays for none.</summary>
    public string ProjectOfLine(Guid line) => _lines.TryGetValue(line, out var found) && found.ProjectId is { } project ? Project(project) : "";

    /// <summary>An indicator with its project.</summary>
    public string Indicator(Guid indicator) => _indicators.TryGetValue(indicator, out var found) ? $"{found.Project.Address} · {found.Indicator.Name}" : indicator.ToString();

    /// <summary>Address of the page of the line with that key.</summary>
    public static string LineAddress(YearRequest request, string key)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.To("/budget/lines/" + Uri.EscapeDataString(key));
    }
}
