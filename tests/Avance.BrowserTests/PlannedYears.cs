using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Planning;

namespace Avance.BrowserTests;

/// <summary>A plan of 2023 that is approved, and the draft of 2024 that was copied from it.</summary>
internal static class PlannedYears
{
    private const string Code = "IEPC";

    public static void Fill(Database database)
    {
        var years = new PlanYears(database, TimeProvider.System);
        var editor = new PlanEditor(database, TimeProvider.System);
        years.Start(new(Code, "Instituto de Elecciones y Participación Ciudadana"), 2023, "2.1.1.1.4", "pruebas");
        editor.Put(Code, 2023, new ResponsibleUnit("01", "Presidencia", null, 0), "pruebas");
        editor.Put(Code, 2023, new ResponsibleUnit("02", "Secretaría Ejecutiva", "01", 0), "pruebas");
        editor.Put(Code, 2023, new BudgetProgramme("R101", "Organización de procesos electorales"), "pruebas");
        foreach (var (unit, key, name) in new[] { ("01", "A002", "Dirigir y velar por la unidad y cohesión de las actividades de los órganos del Instituto"), ("02", "A008", "Integrar los informes cualitativos") })
        {
            var project = new PlannedProject { Id = Guid.CreateVersion7(), UnitCode = unit, Key = key, Name = name, ProgrammeCode = "R101", Subfunction = "1.3.6", SdgTargets = ["16.7"], Municipality = "Cobertura Estatal", PopulationWomen = 154, PopulationMen = 301 };
            editor.Put(Code, 2023, project, "pruebas");
            editor.Put(Code, 2023, project.Id, new Indicator
            {
                Id = Guid.CreateVersion7(),
                Name = "Porcentaje de acciones para el cumplimiento de las disposiciones legales",
                UnitOfMeasure = "Acción",
                AnnualTarget = 12,
                Calendar = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
            }, "pruebas");
        }

        years.Approve(Code, 2023, new(new(2022, 10, 21), "Acuerdo IEPC/CG-A/053/2022"), "pruebas");
        years.Copy(Code, 2023, 2024, "pruebas");
    }
}
