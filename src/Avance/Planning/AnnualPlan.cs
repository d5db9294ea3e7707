namespace Avance.Planning;

/// <summary>The plan of an office for a year (<em>programa operativo anual</em>), as it stands.</summary>
/// <param name="Entity">Whose.</param>
/// <param name="Year">Which year, and where it stands.</param>
/// <param name="Units">Responsible units, in the office's order.</param>
/// <param name="Programmes">Budget programmes, by code.</param>
/// <param name="Projects">Projects, in printed order.</param>
public sealed record AnnualPlan(
    PublicEntity Entity,
    FiscalYear Year,
    IReadOnlyList<ResponsibleUnit> Units,
    IReadOnlyList<BudgetProgramme> Programmes,
    IReadOnlyList<PlannedProject> Projects)
{
    /// <summary>The unit with that code, or null.</summary>
    public ResponsibleUnit? Unit(string? code) => Units.FirstOrDefault(unit => unit.Code == code);

    /// <summary>The programme with that code, or null.</summary>
    public BudgetProgramme? Programme(string? code) => Programmes.FirstOrDefault(programme => programme.Code == code);

    /// <summary>The project with that unit and key, or null.</summary>
    public PlannedProject? Project(string unitCode, string key) => Projects.FirstOrDefault(project => project.UnitCode == unitCode && project.Key == key);

    /// <summary>The units as a tree: each with its depth, below the unit that it belongs to, in the office's order.</summary>
    public IEnumerable<(ResponsibleUnit Unit, int Depth)> UnitTree()
    {
        var children = Units.ToLookup(unit => unit.Parent is { } parent && Unit(parent) is not null ? parent : "");
        return Below("", 0);

        IEnumerable<(ResponsibleUnit, int)> Below(string code, int depth) => children[code]
            .SelectMany(unit => Below(unit.Code, depth + 1).Prepend((unit, depth)));
    }
}
