using Avance.Progress;

namespace Avance.IntegrationTests.Progress;

/// <summary>The sample's shape at any size: a target or more a project, names as long as real ones.</summary>
internal static class LargeReport
{
    public static ProgressReport Of(int projects) => new()
    {
        Entity = Sample.Iepc,
        Period = Sample.Period,
        Functions =
        [
            new("COORDINACIÓN DE LA POLÍTICA DE GOBIERNO", null,
            [
                new("ORGANIZACIÓN DE PROCESOS ELECTORALES", null,
                [
                    new("PROYECTOS DE GASTO CORRIENTE:", [.. Enumerable.Range(1, projects).Select(Project)]),
                ]),
            ]),
        ],
        Explanations = [],
    };

    private static ReportProject Project(int number) => new()
    {
        Number = number,
        Key = $"A{number % 1000:000}",
        SdgTargets = ["16.7"],
        Name = $"PROMOVER Y SUPERVISAR EL CUMPLIMIENTO DE LAS DISPOSICIONES ELECTORALES DEL INSTITUTO {number}",
        Targets = [.. Enumerable.Range(1, 1 + (number % 3)).Select(i => new ReportTarget(
            $"Porcentaje de acciones para el cumplimiento de las disposiciones legales {i}", "Acción", 12.00m, 12.00m, 9.00m, 75.00m) { Place = new(1, number) })],
        Budget = new(new Money(number * 100L), new Money(number * 120L), new Money(number * 90L)),
        Municipality = "Cobertura Estatal",
        Locality = "Cobertura Estatal",
        Beneficiaries = new(number, number * 2L, number * 3L),
        Place = new(1, number),
    };
}
