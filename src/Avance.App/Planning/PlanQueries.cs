using Avance.App.Storage;
using Avance.Planning;

namespace Avance.App.Planning;

/// <summary>A year that an office plans or has planned.</summary>
/// <param name="Entity">Whose.</param>
/// <param name="Year">Which, and where it stands.</param>
public sealed record PlannedYear(PublicEntity Entity, FiscalYear Year);

/// <summary>Reads the plans on record.</summary>
public sealed class PlanQueries(Database database)
{
    /// <summary>Every year of every office: the newest first, then by the office's code.</summary>
    public IReadOnlyList<PlannedYear> Years() => database.Read(static session => PlanRows
        .Years(session, "ORDER BY fiscal_year DESC, code")
        .ConvertAll(static row => new PlannedYear(row.Entity, row.Year)));

    /// <summary>The plan of an office's year; null when it was not started.</summary>
    /// <param name="entityCode">Whose; null for the only office that has that year.</param>
    /// <param name="year">Which year.</param>
    /// <exception cref="RuleViolationException"><c>plan.entity</c>: no office was named and there are several.</exception>
    public AnnualPlan? Find(string? entityCode, int year) => database.Read(session =>
        (entityCode is null ? OnlyOne(session, year) : PlanRows.FindYear(session, entityCode, year)) is { } row ? PlanRows.Load(session, row) : null);

    /// <summary>The plan of an office's year, which has to be there.</summary>
    /// <param name="entityCode">Whose; null for the only office that has that year.</param>
    /// <param name="year">Which year.</param>
    /// <exception cref="RuleViolationException"><c>plan.year</c>: it was not started. <c>plan.entity</c>: no office was named and there are several.</exception>
    public AnnualPlan Get(string? entityCode, int year) => Find(entityCode, year) ?? throw PlanRefusals.NotStarted(entityCode, year);

    /// <summary>The units of all of an office's years that are not over, by code, each as the newest year names it.</summary>
    public IReadOnlyList<ResponsibleUnit> Units(string entityCode) => database.Read(session => PlanRows
        .Years(session, "WHERE code = $1 ORDER BY fiscal_year DESC", entityCode)
        .FindAll(static row => row.Year.State != PlanState.Closed)
        .SelectMany(row => PlanRows.Units(session, row.EntityId, row.Year.Year))
        .DistinctBy(static unit => unit.Code)
        .OrderBy(static unit => unit.Code, StringComparer.Ordinal)
        .ToList());

    /// <summary>Whether an office's year has an approved budget.</summary>
    public bool HasBudget(string entityCode, int year) => database.Read(session =>
        PlanRows.FindYear(session, entityCode, year) is { } row && PlanRows.HasBudget(session, row.EntityId, year));

    private static PlanYearRow? OnlyOne(Session session, int year)
    {
        var rows = PlanRows.Years(session, "WHERE fiscal_year = $1 ORDER BY code", year);
        return rows.Count > 1 ? throw new RuleViolationException("plan.entity", new(
            $"Varios entes tienen plan de {year} ({string.Join(", ", rows.Select(r => r.Entity.Code))}). Indique de cuál con --entity-code.",
            $"Several entities have a plan for {year} ({string.Join(", ", rows.Select(r => r.Entity.Code))}). Say which with --entity-code."))
            : rows.Count == 0 ? null : rows[0];
    }
}
