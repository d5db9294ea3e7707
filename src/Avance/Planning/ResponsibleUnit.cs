namespace Avance.Planning;

/// <summary>A responsible unit (<em>unidad responsable</em>): an area of the office that answers for projects.</summary>
/// <param name="Code">Its code in the budget key: <c>06</c>. Unique in a year.</param>
/// <param name="Name">Its name.</param>
/// <param name="Parent">Code of the unit that it belongs to; null at the top.</param>
/// <param name="Position">Place in the office's order, from 1.</param>
public sealed record ResponsibleUnit(string Code, string Name, string? Parent, int Position)
{
    /// <summary>The plan's version in which it last changed, so that two people cannot overwrite each other; 0 before it is stored.</summary>
    public int Version { get; init; }
}

/// <summary>A budget programme (<em>programa presupuestario</em>, LGCG art. 46 III a).</summary>
/// <param name="Code">Letter of the programmatic classification and three digits: <c>R101</c>. Unique in a year.</param>
/// <param name="Name">Its name.</param>
public sealed record BudgetProgramme(string Code, string Name)
{
    /// <summary>The plan's version in which it last changed, so that two people cannot overwrite each other; 0 before it is stored.</summary>
    public int Version { get; init; }

    /// <summary>The letter of the programmatic classification: <c>R</c>.</summary>
    public string Category => Code.Length > 0 ? Code[..1] : "";
}
