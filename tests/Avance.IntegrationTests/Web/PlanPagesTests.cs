using System.Net;
using System.Text;
using Avance.IntegrationTests.Planning;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>A plan written, approved and read by page alone.</summary>
public sealed class PlanPagesTests
{
    private const string Work = "/work/IEPC/2026/plan";

    [Fact]
    public async Task A_year_is_planned_approved_and_read_by_page()
    {
        await using var site = await Planned();
        var plan = await site.Page(Work);
        Assert.Equal(["1", "01/A002", "Dirigir el instituto", "1", "0"], plan.Table("Proyectos, en el orden en que se imprimen").Rows().Single());
        Assert.Contains("Nada que resolver", plan.QuerySelector("main").Words(), StringComparison.Ordinal);

        Assert.Equal("El plan quedó aprobado.", (await site.Saved(Work + "/approve", ("fecha", "23/10/2025"), ("autoridad", "Acuerdo 53"))).QuerySelector(".notice-done").Words());
        Assert.Equal("El ejercicio quedó abierto.", (await site.Saved(Work + "/open")).QuerySelector(".notice-done").Words());
        Assert.Contains("cerrados hasta marzo", (await site.Saved(Work + "/close-month", ("mes", "3"))).QuerySelector(".lead").Words(), StringComparison.Ordinal);

        var read = await site.Page("/IEPC/2026/plan");
        Assert.Equal(["01", "A002", "Dirigir el instituto", "R101", "16.7", "1"], read.Table("Proyectos del plan").Rows().Single());
        var project = await site.Page("/IEPC/2026/plan/01/A002");
        Assert.Contains("154 · 301", project.QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Equal(["1", "Actividad", "Porcentaje de acciones", "Acción", "3.00", "3.00", "3.00", "3.00", "12.00"], project.Table("Indicadores y metas programadas por trimestre").Rows().Single());
        var indicator = await site.Page("/IEPC/2026/plan/01/A002/1");
        Assert.Equal(["Septiembre", "3.00", "9.00"], indicator.Table("Calendario de la meta").Rows()[8]);
        using var cover = await site.Get("/IEPC/2026/plan/01/A002/cover.pdf");
        Assert.Equal("caratula-IEPC-2026-01-A002.pdf", cover.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(await cover.Content.ReadAsByteArrayAsync(), 0, 5));
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_what_was_typed_is_kept()
    {
        await using var site = await Planned();
        var page = await site.Refused(Work + "/projects/new", HttpStatusCode.UnprocessableEntity, [.. Project("01", "A002", "Otro").Where(f => f.Name != "ods"), ("ods", "16.99")]);
        Assert.Contains("16.99", page.QuerySelector("#ods-error").Words(), StringComparison.Ordinal);
        Assert.Contains("está repetida", page.QuerySelector("#clave-error").Words(), StringComparison.Ordinal);
        Assert.Equal("Otro", page.QuerySelector("#nombre")!.GetAttribute("value"));
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);

        page = await site.Refused(Work + "/projects/01/A002/indicators/1", HttpStatusCode.UnprocessableEntity, [.. Indicator("1").Where(f => f.Name != "calendario-6"), ("calendario-6", "-3")]);
        Assert.NotNull(page.QuerySelector("#calendario-6-error"));
        Assert.Equal("-3", page.QuerySelector("#calendario-6")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_plan_that_is_not_ready_is_not_approved_and_says_why()
    {
        await using var site = await Planned();
        await site.Saved(Work + "/projects/01/A002/indicators/1", [.. Indicator("1").Where(f => f.Name != "meta-anual"), ("meta-anual", "13")]);
        var page = await site.Refused(Work + "/approve", HttpStatusCode.UnprocessableEntity, ("fecha", "23/10/2025"), ("autoridad", "Acuerdo 53"));
        Assert.Contains("suma 12.00 y la meta anual es 13.00", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Impide aprobar", (await site.Page(Work)).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_people_sees_both_and_decides()
    {
        await using var site = await Planned();
        await site.Saved(Work + "/projects/01/A002", [.. Project("01", "A002", "Lo de Ana", version: "1")]);
        var page = await site.Refused(Work + "/projects/01/A002", HttpStatusCode.Conflict, [.. Project("01", "A002", "Lo de Beto", version: "1")]);
        Assert.Contains("Lo de Ana", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("Lo de Beto", page.QuerySelector("#nombre")!.GetAttribute("value"));
        await site.Saved(Work + "/projects/01/A002", [.. Project("01", "A002", "Lo de Beto", version: page.QuerySelector("input[name=version]")!.GetAttribute("value")!)]);
        Assert.Contains("Lo de Beto", (await site.Page(Work)).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_moved_and_taken_out_of_a_draft()
    {
        await using var site = await Planned();
        await site.Saved(Work + "/projects/new", [.. Project("01", "A003", "Segundo")]);
        await site.Saved(Work + "/projects/01/A003/move", ("lugar", "1"));
        Assert.Equal(["01/A003", "01/A002"], (await site.Page(Work)).Table("Proyectos, en el orden en que se imprimen").Rows().Select(r => r[1]));
        await site.Saved(Work + "/projects/01/A002/indicators/1/remove");
        await site.Saved(Work + "/projects/01/A003/remove");
        Assert.Contains("no tiene indicadores", (await site.Page(Work)).QuerySelector("main").Words(), StringComparison.Ordinal);
        var used = await site.Refused(Work + "/units/01/remove", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("No se puede quitar la unidad 01", used.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_not_published()
    {
        await using var site = await WebSite.Start();
        using (var database = site.Database.Open())
        {
            SmallPlan.Make(database);
        }

        foreach (var path in new[] { "/IEPC/2024/plan", "/IEPC/2024/plan/01/A002", "/IEPC/2024/plan/01/A002/1", "/IEPC/2024/plan/01/A002/cover.pdf", "/IEPC/2024/plan.csv" })
        {
            var page = await site.Refusal(path, HttpStatusCode.NotFound);
            Assert.Contains("aún no se aprueba", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        }
    }

    private static async Task<WebSite> Planned()
    {
        var site = await WebSite.StartWork();
        await site.Saved("/work/new", ("entidad", "iepc"), ("nombre", "Instituto de Elecciones"), ("ejercicio", "2026"), ("administrativa", "2.1.1.1.4"));
        await site.Saved(Work + "/units/new", ("clave", "01"), ("nombre", "Presidencia"), ("version", "0"));
        await site.Saved(Work + "/programmes/new", ("clave", "R101"), ("nombre", "Procesos electorales"), ("version", "0"));
        await site.Saved(Work + "/projects/new", [.. Project("01", "A002", "Dirigir el instituto")]);
        await site.Saved(Work + "/projects/01/A002/indicators/new", [.. Indicator("0")]);
        return site;
    }

    private static IEnumerable<(string Name, string Value)> Project(string unit, string key, string name, string version = "0") =>
    [
        ("unidad", unit), ("clave", key), ("nombre", name), ("tipo", "corriente"), ("programa", "R101"), ("subfuncion", "1.3.6"), ("ods", "16.7"),
        ("alineacion", "Eje 1"), ("tipo-beneficiario", "externo"), ("poblacion-mujeres", "154"), ("poblacion-hombres", "301"), ("version", version),
    ];

    private static IEnumerable<(string Name, string Value)> Indicator(string version) =>
    [
        ("nombre", "Porcentaje de acciones"), ("unidad-medida", "Acción"), ("nivel", "actividad"), ("meta-anual", "12"),
        ("calendario-3", "3"), ("calendario-6", "3"), ("calendario-9", "3"), ("calendario-12", "3"),
        ("dimension", "eficacia"), ("tipo", "gestion"), ("frecuencia", "trimestral"), ("acumulacion", "suma"), ("sentido", "ascendente"), ("formula", "directa"),
        ("semaforo", "simetrico"), ("version", version),
    ];
}
