using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Planning;

namespace Avance.IntegrationTests.Planning;

/// <summary>A small plan: three units, two programmes, two projects, three indicators.</summary>
internal static class SmallPlan
{
    public const string Code = "IEPC";
    public const int Year = 2024;
    public const string Actor = "ana";

    public static PublicEntity Entity { get; } = new(Code, "Instituto de Elecciones y Participación Ciudadana");

    public static PlanApproval Approval { get; } = new(new(2023, 10, 23), "Acuerdo IEPC/CG-A/053/2023");

    public static PlannedProject Project(string unit, string key) => new()
    {
        Id = Guid.CreateVersion7(),
        Key = key,
        Name = $"Proyecto {key} de la unidad {unit}",
        UnitCode = unit,
        ProgrammeCode = "R101",
        Subfunction = "1.3.6",
        SdgTargets = ["16.7", "5.5"],
        PlanAlignment = "Eje 1 «Gobierno cercano»",
        Objective = "Cumplir las disposiciones legales en materia electoral",
        Municipality = "Cobertura Estatal",
        Locality = "Cobertura Estatal",
        PopulationWomen = 154,
        PopulationMen = null,
    };

    public static Indicator Indicator(string name, params decimal?[] calendar) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = name,
        UnitOfMeasure = "Acción",
        Objective = "Acciones realizadas",
        Numerator = "Acciones realizadas",
        Denominator = "Acciones programadas",
        Baseline = 2.5m,
        Bands = ThresholdSet.FiveBands,
        MeansOfVerification = "Informe trimestral",
        Assumptions = "Hay presupuesto",
        Calendar = calendar.Length == 12 ? calendar : [null, null, 3, null, null, 3, null, null, 3, null, null, 3],
        AnnualTarget = calendar.Length == 12 ? calendar.Sum() : 12,
    };

    /// <summary>Starts the year and types the plan in.</summary>
    public static AnnualPlan Make(Database database)
    {
        var years = new PlanYears(database, TimeProvider.System);
        var editor = new PlanEditor(database, TimeProvider.System);
        years.Start(Entity, Year, "2.1.1.1.4", Actor);
        editor.Put(Code, Year, new ResponsibleUnit("01", "Presidencia", null, 0), Actor);
        editor.Put(Code, Year, new ResponsibleUnit("02", "Secretaría Ejecutiva", "01", 0), Actor);
        editor.Put(Code, Year, new ResponsibleUnit("03", "Organización Electoral", "02", 0), Actor);
        editor.Put(Code, Year, new BudgetProgramme("R101", "Organización de procesos electorales"), Actor);
        editor.Put(Code, Year, new BudgetProgramme("M001", "Apoyo administrativo"), Actor);
        var first = Project("01", "A002");
        var second = Project("03", "A008");
        editor.Put(Code, Year, first, Actor);
        editor.Put(Code, Year, second, Actor);
        editor.Put(Code, Year, first.Id, Indicator("Porcentaje de acciones"), Actor);
        editor.Put(Code, Year, first.Id, Indicator("Porcentaje de sesiones", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0), Actor);
        editor.Put(Code, Year, second.Id, Indicator("Porcentaje de actividades"), Actor);
        return Find(database);
    }

    public static AnnualPlan Find(Database database, int year = Year) => new PlanQueries(database).Find(Code, year)!;

    /// <summary>Everything that a plan says, identities and versions apart, a line each.</summary>
    public static List<string> Text(AnnualPlan plan) =>
    [
        .. plan.UnitTree().Select(n => $"{new string('>', n.Depth)}{n.Unit.Code} {n.Unit.Name}"),
        .. plan.Programmes.Select(p => $"{p.Code} {p.Name}"),
        .. plan.Projects.SelectMany(p => p.Indicators
            .Select(i => string.Join('|', PlanFields.Of(i).Select(f => f.Value)))
            .Prepend(string.Join('|', PlanFields.Of(p).Select(f => f.Value)))),
    ];
}
