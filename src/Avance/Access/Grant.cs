namespace Avance.Access;

/// <summary>A role that a person has in an office, for one of its units or for all of it.</summary>
/// <param name="Role">What they do.</param>
/// <param name="EntityCode">In which office.</param>
/// <param name="UnitCode">For which of its units; null for the whole office, and so for each of its units.</param>
public sealed record Grant(Role Role, string EntityCode, string? UnitCode = null)
{
    /// <summary>Refuses what makes no sense: a role of the whole office given for a unit.</summary>
    /// <exception cref="RuleViolationException"><c>access.unit</c>.</exception>
    public Grant Checked() => UnitCode is null || Role.IsOfUnit() ? this : throw new RuleViolationException("access.unit", new(
        $"«{Role.DisplayName().Spanish}» es un permiso de toda la oficina y no de la unidad {UnitCode}. Delo sin unidad.",
        $"“{Role.DisplayName().English}” is a role of the whole office and not of unit {UnitCode}. Give it without a unit."));
}
