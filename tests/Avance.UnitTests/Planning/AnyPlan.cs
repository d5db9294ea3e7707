using Avance.Planning;

namespace Avance.UnitTests.Planning;

/// <summary>A small plan without faults, for tests to spoil.</summary>
internal static class AnyPlan
{
    public static Indicator Indicator { get; } = new()
    {
        Id = Id(10),
        Position = 1,
        Name = "Porcentaje de acciones realizadas",
        UnitOfMeasure = "Acción",
        Numerator = "Acciones realizadas",
        Denominator = "Acciones programadas",
        AnnualTarget = 12,
        Calendar = Months(null, null, 3, null, null, 3, null, null, 3, null, null, 3),
    };

    public static PlannedProject Project { get; } = new()
    {
        Id = Id(1),
        Position = 1,
        Key = "A002",
        Name = "Dirigir y velar por la unidad",
        UnitCode = "01",
        ProgrammeCode = "R101",
        Subfunction = "1.3.6",
        SdgTargets = ["16.7"],
        PlanAlignment = "Eje 1, objetivo 2",
        Objective = "Cumplir las disposiciones legales",
        Municipality = "Cobertura Estatal",
        Locality = "Cobertura Estatal",
        PopulationWomen = 154,
        PopulationMen = 301,
        Indicators = [Indicator],
    };

    public static AnnualPlan Plan { get; } = new(
        new("IEPC", "Instituto de Elecciones y Participación Ciudadana"),
        new(2024, PlanState.Draft, 0, 1) { AdministrativeCode = "2.1.1.1.4" },
        [new("01", "Presidencia", null, 1), new("02", "Secretaría Ejecutiva", "01", 2), new("03", "Organización", "02", 3)],
        [new("R101", "Organización de procesos electorales")],
        [Project]);

    public static AnnualPlan With(PlannedProject project) => Plan with { Projects = [project] };

    public static AnnualPlan With(Indicator indicator) => With(Project with { Indicators = [indicator] });

    public static decimal?[] Months(params decimal?[] months) => months;

    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
