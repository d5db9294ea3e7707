using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Avance.App.Planning;
using Avance.IntegrationTests.Planning;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>A plan written, approved and read by page alone.</summary>
public sealed class PlanPagesTests
{
    private const string Work = "/work/IEPC/2026/plan";
    private const string Only = Work + "/projects/01/A002";
    private const string First = Only + "/indicators/1";

    [Fact]
    public async Task A_year_is_planned_approved_and_read_by_page()
    {
        await using var site = await Planned();
        var plan = await site.Page(Work);
        Assert.Equal(["1", "01/A002", "Dirigir el instituto", "1", "0"], plan.Table("Proyectos, en el orden en que se imprimen").Rows().Single());
        Assert.Contains("Nada que resolver", plan.QuerySelector("main").Words(), StringComparison.Ordinal);

        Assert.Equal("El plan quedó aprobado.", (await Sent(site, Work + "/approve", Approval)).QuerySelector(".notice-done").Words());
        var page = await site.Refused(Work + "/open", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("no tiene presupuesto aprobado", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        Assert.Equal("El ejercicio quedó abierto.", (await site.Saved(Work + "/open", ("sin-presupuesto", "true"))).QuerySelector(".notice-done").Words());
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
        var page = await site.Refused(Work + "/projects/new", HttpStatusCode.UnprocessableEntity, await Form(site, Work + "/projects/new", [.. Project("01", "A002", "Otro").Where(f => f.Name != "ods"), ("ods", "16.99")]));
        Assert.Contains("16.99", page.QuerySelector("#ods-error").Words(), StringComparison.Ordinal);
        Assert.Contains("está repetida", page.QuerySelector("#clave-error").Words(), StringComparison.Ordinal);
        Assert.Equal("Otro", page.QuerySelector("#nombre")!.GetAttribute("value"));
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);

        page = await site.Refused(First, HttpStatusCode.UnprocessableEntity, await Form(site, First, [.. Indicator.Where(f => f.Name != "calendario-6"), ("calendario-6", "-3")]));
        Assert.NotNull(page.QuerySelector("#calendario-6-error"));
        Assert.Equal("-3", page.QuerySelector("#calendario-6")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_plan_that_is_not_ready_is_not_approved_and_says_why()
    {
        await using var site = await Planned();
        await Sent(site, First, [.. Indicator.Where(f => f.Name != "meta-anual"), ("meta-anual", "13")]);
        var page = await site.Refused(Work + "/approve", HttpStatusCode.UnprocessableEntity, await Form(site, Work + "/approve", Approval));
        Assert.Contains("suma 12.00 y la meta anual es 13.00", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Contains("Impide aprobar", (await site.Page(Work)).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_people_sees_both_and_decides()
    {
        await using var site = await Planned();
        var beto = await Form(site, Only, Project("01", "A002", "Lo de Beto"));
        await Sent(site, Only, Project("01", "A002", "Lo de Ana"));
        var page = await site.Refused(Only, HttpStatusCode.Conflict, beto);
        Assert.Contains("Lo de Ana", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("Lo de Beto", page.QuerySelector("#nombre")!.GetAttribute("value"));
        await site.Saved(Only, [.. Hidden(page), .. Project("01", "A002", "Lo de Beto")]);
        Assert.Contains("Lo de Beto", (await site.Page(Work)).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_saves_the_row_that_it_was_made_from_and_never_another_under_the_same_key()
    {
        await using var site = await Planned();
        var project = await Form(site, Only, Project("01", "A002", "Lo de Ana"));
        var indicator = await Form(site, First, Indicator);
        var added = await Form(site, Only + "/indicators/new", [.. Indicator.Where(f => f.Name != "nombre"), ("nombre", "Porcentaje de sesiones")]);
        await Sent(site, Only, Project("01", "A003", "Dirigir el instituto"));
        await Sent(site, Work + "/projects/new", Project("01", "A002", "Otro"));

        var page = await site.Refused(Only, HttpStatusCode.Conflict, project);
        Assert.Contains("01/A003", page.QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Contains(page.Table("Lo guardado y lo suyo").Rows(), r => r.SequenceEqual(["Clave del proyecto", "A003", "A002"]));
        await site.Saved(First, [.. indicator.Where(f => f.Name != "supuestos"), ("supuestos", "Hay quórum")]);
        await site.Saved(Only + "/indicators/new", added);
        var rows = (await site.Page(Work)).Table("Proyectos, en el orden en que se imprimen").Rows();
        Assert.Equal(["01/A003 Dirigir el instituto 2", "01/A002 Otro 0"], rows.Select(r => $"{r[1]} {r[2]} {r[3]}"));
    }

    [Fact]
    public async Task What_was_typed_of_a_row_that_somebody_took_out_is_shown_and_can_be_added_again()
    {
        await using var site = await Planned();
        var (project, indicator) = (await Form(site, Only, Project("01", "A002", "Lo de Ana")), await Form(site, First, Indicator));
        var unit = await Form(site, Work + "/units/02", ("nombre", "Lo de Ana"));
        await Sent(site, Only + "/remove");
        await Sent(site, Work + "/units/02/remove");
        await Sent(site, Work + "/units/new", ("clave", "02"), ("nombre", "Otra"));

        var page = await site.Refused(First, HttpStatusCode.Conflict, indicator);
        Assert.Contains("quitó el proyecto", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("Porcentaje de acciones", page.QuerySelector("#nombre")!.GetAttribute("value"));
        page = await site.Refused(Work + "/units/02", HttpStatusCode.Conflict, unit);
        Assert.Contains(page.Table("Lo guardado y lo suyo").Rows(), r => r.SequenceEqual(["Nombre", "Otra", "Lo de Ana"]));
        page = await site.Refused(Only, HttpStatusCode.Conflict, project);
        Assert.Contains("quitó el proyecto 01/A002", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal("Lo de Ana", page.QuerySelector("#nombre")!.GetAttribute("value"));
        await site.Saved(Only, [.. Hidden(page), .. Project("01", "A002", "Lo de Ana")]);
        Assert.Contains("Lo de Ana", (await site.Page(Work)).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_twice_is_kept_once()
    {
        await using var site = await Planned();
        var indicator = await Form(site, Only + "/indicators/new", Indicator);
        var project = await Form(site, Work + "/projects/new", Project("01", "A009", "Nuevo"));
        var unit = await Form(site, Work + "/units/new", ("clave", "09"), ("nombre", "Nueva"));
        foreach (var (path, fields) in new[] { (Only + "/indicators/new", indicator), (Work + "/projects/new", project), (Work + "/units/new", unit) })
        {
            await site.Saved(path, fields);
            await site.Saved(path, fields);
        }

        Assert.Equal(2, (await site.Page(Only)).Table("Indicadores del proyecto").Rows().Count);
        Assert.Equal(2, (await site.Page(Work)).Table("Proyectos, en el orden en que se imprimen").Rows().Count);
    }

    [Fact]
    public async Task What_was_typed_while_the_plan_was_approved_is_shown_and_not_lost()
    {
        await using var site = await Planned();
        var sent = new[]
        {
            (Only, await Form(site, Only, Project("01", "A002", "Lo de Ana"))),
            (First, await Form(site, First, [.. Indicator.Where(f => f.Name != "nombre"), ("nombre", "Lo de Ana")])),
            (Work + "/units/01", await Form(site, Work + "/units/01", ("nombre", "Lo de Ana"))),
            (Work + "/programmes/R101", await Form(site, Work + "/programmes/R101", ("nombre", "Lo de Ana"))),
        };
        await Sent(site, Work + "/approve", Approval);
        foreach (var (path, fields) in sent)
        {
            var page = await site.Refused(path, HttpStatusCode.UnprocessableEntity, fields);
            Assert.Contains("lo aprobado ya no se edita", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
            Assert.Equal("Lo de Ana", page.QuerySelector("#nombre")!.GetAttribute("value"));
            Assert.Null((await site.Page(path)).QuerySelector(".work-form"));
        }
    }

    [Fact]
    public async Task The_plan_approved_is_the_one_that_was_seen()
    {
        await using var site = await Planned();
        var approval = await Form(site, Work + "/approve", Approval);
        await Sent(site, Only, Project("01", "A002", "Otro nombre"));
        var page = await site.Refused(Work + "/approve", HttpStatusCode.Conflict, approval);
        Assert.Contains("cambió el plan de 2026", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        Assert.Equal("Acuerdo 53", page.QuerySelector("#autoridad")!.GetAttribute("value"));
        await site.Saved(Work + "/approve", [.. Hidden(page), .. Approval]);
    }

    [Fact]
    public async Task A_year_is_copied_with_what_was_typed()
    {
        await using var site = await Planned();
        await site.Saved("/work/new", ("entidad", "iepc"), ("ejercicio", "2027"), ("copiar-de", "2026"));
        await site.Saved("/work/new", ("entidad", "iepc"), ("nombre", "Instituto Electoral"), ("ejercicio", "2028"), ("copiar-de", "2026"), ("administrativa", "2.1.1.1.1"));
        using var database = site.Database.Open();
        Assert.Equal(
            ["2028 Instituto Electoral 2.1.1.1.1", "2027 Instituto de Elecciones 2.1.1.1.4", "2026 Instituto de Elecciones 2.1.1.1.4"],
            new PlanQueries(database).Years().Select(y => $"{y.Year.Year} {y.Entity.Name} {y.Year.AdministrativeCode}"));
        await site.Refused("/work/new", HttpStatusCode.UnprocessableEntity, ("entidad", "iepc"), ("ejercicio", "2029"));
    }

    [Fact]
    public async Task What_is_on_record_is_shown_though_it_is_no_longer_offered()
    {
        await using var site = await Planned();
        site.Database.Sql("UPDATE project SET subfunction = '9.9.9'");
        var chosen = (await site.Page(Only)).QuerySelector("#subfuncion option[selected]");
        Assert.Equal(("9.9.9", "9.9.9 (ya no está entre las opciones)"), (chosen!.GetAttribute("value"), chosen.Words()));
        Assert.Equal("9.9.9 (no longer one of the choices)", (await site.Page("/en" + Only)).QuerySelector("#subfuncion option[selected]").Words());
    }

    [Fact]
    public async Task A_refusal_of_the_plan_is_told_once()
    {
        await using var site = await Planned();
        await Sent(site, Work + "/approve", Approval);
        await site.Saved(Work + "/open", ("sin-presupuesto", "true"));
        var page = await site.Refused(Work + "/close-month", HttpStatusCode.UnprocessableEntity, ("mes", ""));
        Assert.Single(page.QuerySelectorAll("#problems"));
    }

    [Fact]
    public async Task Rows_are_moved_and_taken_out_of_a_draft()
    {
        await using var site = await Planned();
        await Sent(site, Work + "/projects/new", Project("01", "A003", "Segundo"));
        await site.Saved(Work + "/projects/01/A003/move", ("lugar", "1"));
        Assert.Equal(["01/A003", "01/A002"], (await site.Page(Work)).Table("Proyectos, en el orden en que se imprimen").Rows().Select(r => r[1]));
        await Sent(site, First + "/remove");
        var stale = await Form(site, Only + "/remove");
        await Sent(site, Only + "/indicators/new", Indicator);
        var page = await site.Refused(Only + "/remove", HttpStatusCode.Conflict, stale);
        Assert.Contains("Porcentaje de acciones", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        await site.Saved(Only + "/remove", Hidden(page));
        await Sent(site, Work + "/projects/01/A003/remove");
        Assert.Contains("El plan no tiene proyectos", (await site.Page(Work)).QuerySelector("main").Words(), StringComparison.Ordinal);
        await Sent(site, Work + "/projects/new", Project("01", "A004", "Tercero"));
        var used = await site.Refused(Work + "/units/01/remove", HttpStatusCode.UnprocessableEntity, await Form(site, Work + "/units/01/remove"));
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
        await Sent(site, Work + "/units/new", ("clave", "01"), ("nombre", "Presidencia"));
        await Sent(site, Work + "/units/new", ("clave", "02"), ("nombre", "Secretaría Ejecutiva"));
        await Sent(site, Work + "/programmes/new", ("clave", "R101"), ("nombre", "Procesos electorales"));
        await Sent(site, Work + "/projects/new", Project("01", "A002", "Dirigir el instituto"));
        await Sent(site, Only + "/indicators/new", Indicator);
        return site;
    }

    /// <summary>Fills in the form of a page and sends it.</summary>
    private static async Task<IHtmlDocument> Sent(WebSite site, string path, params (string Name, string Value)[] fields) => await site.Saved(path, await Form(site, path, fields));

    /// <summary>The form of a page, filled in, with what it carries.</summary>
    private static async Task<(string Name, string Value)[]> Form(WebSite site, string path, params (string Name, string Value)[] fields) => [.. Hidden(await site.Page(path)), .. fields];

    private static (string Name, string Value)[] Hidden(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".work-form input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!))];

    private static readonly (string Name, string Value)[] Approval = [("fecha", "23/10/2025"), ("autoridad", "Acuerdo 53")];

    private static (string Name, string Value)[] Project(string unit, string key, string name) =>
    [
        ("unidad", unit), ("clave", key), ("nombre", name), ("tipo", "corriente"), ("programa", "R101"), ("subfuncion", "1.3.6"), ("ods", "16.7"),
        ("alineacion", "Eje 1"), ("tipo-beneficiario", "externo"), ("acumulacion-beneficiarios", "ultimo"), ("poblacion-mujeres", "154"), ("poblacion-hombres", "301"),
    ];

    private static readonly (string Name, string Value)[] Indicator =
    [
        ("nombre", "Porcentaje de acciones"), ("unidad-medida", "Acción"), ("nivel", "actividad"), ("meta-anual", "12"),
        ("calendario-3", "3"), ("calendario-6", "3"), ("calendario-9", "3"), ("calendario-12", "3"),
        ("dimension", "eficacia"), ("tipo", "gestion"), ("frecuencia", "trimestral"), ("acumulacion", "suma"), ("sentido", "ascendente"), ("formula", "directa"),
        ("semaforo", "simetrico"),
    ];
}
