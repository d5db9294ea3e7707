using System.Net;
using Avance.Access;
using Avance.Capture;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Capture;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>Quarters and versions by page: opened, reviewed, signed, closed, opened again, and followed by who audits.</summary>
public sealed class CapturePagesTests
{
    private const string Year = CaptureSite.Year;
    private const string Version = CaptureSite.Sheet + "/versions/1";

    [Fact]
    public async Task A_quarter_is_opened_extended_closed_and_opened_again_by_page()
    {
        await using var test = await CaptureSite.Start(opened: false);
        Assert.Contains("Abrir la captura del trimestre 1", (await test.Site.Page(Year + "/capture")).QuerySelector("main").Words(), StringComparison.Ordinal);
        var page = await test.Site.Refused(Year + "/periods/1/open", HttpStatusCode.UnprocessableEntity, ("opens", "15/03/2024"), ("due", "15/04/2024"));
        Assert.Contains("el trimestre termina", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        Assert.Equal("15/03/2024", page.QuerySelector("#opens")!.GetAttribute("value"));
        page = await test.Site.Saved(Year + "/periods/1/open", ("opens", "01/04/2024"), ("due", "15/05/2024"));
        Assert.Contains("termina después del día en que el informe debe estar publicado", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(["01 Presidencia", "En captura"], page.Table("Hojas del primer trimestre de 2024").Rows()[0][..2]);

        await test.Site.Refused(Year + "/periods/1/extend", HttpStatusCode.UnprocessableEntity, ("unit", "03"), ("due", "20/05/2024"), ("reason", " "));
        page = await test.Site.Saved(Year + "/periods/1/extend", ("unit", "03"), ("due", "20/05/2024"), ("reason", "Inundación en la sede."));
        Assert.Equal("2024-05-20 *", page.Table("Hojas del primer trimestre de 2024").Rows()[1][2]);
        await test.Site.Refused(Year + "/periods/1/close", HttpStatusCode.UnprocessableEntity);
        test.Office.Finish(CaptureOffice.First, "01", "eva");
        await test.Site.Saved(Year + "/periods/1/missing", ("unit", "capturing:03"), ("reason", "No entregó."));
        page = await test.Site.Saved(Year + "/periods/1/close");
        Assert.Contains("Cerrado", page.QuerySelector("section .facts").Words(), StringComparison.Ordinal);
        Assert.Contains("Inundación en la sede.", page.Table("Qué se hizo con el periodo").Words(), StringComparison.Ordinal);
        Assert.Equal((422, "AVP-052"), ((await test.Keep(CaptureSite.Sheet, (test.Achieved, "9"))).Status, (await test.Keep(CaptureSite.Sheet, (test.Achieved, "9"))).Answer.GetProperty("rule").GetString()));

        await test.Site.Refused(Year + "/periods/1/reopen", HttpStatusCode.UnprocessableEntity, ("due", "30/05/2024"), ("reason", "Un acta llegó tarde."));
        page = await test.Site.Saved(Year + "/periods/1/reopen", ("unit-01", "true"), ("due", "30/05/2024"), ("reason", "Un acta llegó tarde."));
        Assert.Contains("reapertura 1", page.QuerySelector("section .facts").Words(), StringComparison.Ordinal);
        Assert.Equal(SheetState.Returned, test.Office.Sheet("01").State);
    }

    [Fact]
    public async Task A_version_is_returned_with_remarks_beside_its_figures_and_comes_back_with_answers()
    {
        await using var test = await CaptureSite.Start();
        test.Submitted();
        var page = await test.Site.Page(Version);
        Assert.Contains("eva", page.QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Contains("nada: es la primera", page.QuerySelector(".facts").Words(), StringComparison.Ordinal);
        page = await test.Site.Refused(Version + "/return", HttpStatusCode.UnprocessableEntity, ("note", ""), ("remark." + test.Achieved, "El acta dice 4."));
        Assert.Contains("necesita un motivo", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        Assert.Equal("El acta dice 4.", page.QuerySelector($"textarea[name='remark.{test.Achieved}']")!.TextContent.Trim());
        await test.Site.Saved(Version + "/return", ("note", "Falta una acción."), ("remark." + test.Achieved, "El acta dice 4."));

        page = await test.Site.Page(CaptureSite.Sheet);
        Assert.Contains("Falta una acción.", page.QuerySelector(".notice-warning").Words(), StringComparison.Ordinal);
        var answer = page.QuerySelector(".sheet-notes .remark textarea")!.Id!;
        Assert.Equal($"{test.Office.Indicator("01").Id}.answer-1", answer);
        Assert.Equal("Completa; faltan respuestas a las observaciones", page.QuerySelector("#standing-name").Words());
        Assert.Equal("#" + answer, page.QuerySelector("#standing a")!.GetAttribute("href"));
        test.Office.Type("01", "eva", (test.Office.Indicator("01").Id, CaptureField.Achieved, "4"), (test.Office.Indicator("01").Id, "answer-1", "Corregido según el acta."));
        Assert.Equal("Completa; hay avisos que conviene mirar", (await test.Site.Page(CaptureSite.Sheet)).QuerySelector("#standing-name").Words());
        test.Office.Submit("01", "eva");
        page = await test.Site.Page(CaptureSite.Sheet + "/versions/2");
        Assert.Contains("Corregido según el acta.", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Equal(["3.00", "4.00"], page.QuerySelector("tr.changed")!.Children.Skip(2).Take(2).Select(c => c.Words()));

        // Who still had the first version before them keeps what they had written about it.
        page = await test.Site.Refused(Version + "/return", HttpStatusCode.Conflict, ("note", "Falta el acta."), ("remark." + test.Achieved, "Son 5."));
        Assert.Equal(["Falta el acta.", "Son 5."], page.QuerySelectorAll("[aria-labelledby=unsaved] dd").Select(d => d.Words()));
        await test.Site.Refused(Version + "/approve", HttpStatusCode.Conflict, ("note", ""));
        Assert.Equal(SheetState.Submitted, test.Office.Sheet("01").State);
    }

    [Fact]
    public async Task A_sheet_that_is_opened_again_tells_why_and_not_why_it_was_returned_before()
    {
        await using var test = await CaptureSite.Start();
        test.Submitted();
        await test.Site.Saved(Version + "/return", ("note", "Falta una acción."), ("remark." + test.Achieved, "El acta dice 4."));
        Assert.Contains("El acta dice 4.", (await test.Site.Page(CaptureSite.Sheet)).QuerySelector(".notice-warning").Words(), StringComparison.Ordinal);
        test.Office.Finish(CaptureOffice.First, "01", "eva");
        test.Office.Review.DeclareMissing(CaptureOffice.Code, CaptureOffice.First, "03", SheetState.Capturing, "No entregó.", "ana");
        test.Office.Periods.Close(CaptureOffice.Code, CaptureOffice.First, "ana");
        test.Office.Periods.Reopen(CaptureOffice.Code, CaptureOffice.First, ["01", "03"], new(2024, 5, 30), "Un acta llegó tarde.", "ana");
        var page = await test.Site.Page(CaptureSite.Sheet);
        Assert.Equal("ana reabrió el periodo para esta unidad: Un acta llegó tarde.", page.QuerySelector(".notice-warning").Words());
        Assert.Null(page.QuerySelector(".remark"));
        Assert.Contains("Un acta llegó tarde.", (await test.Site.Page(CaptureSite.Other)).QuerySelector(".notice-warning").Words(), StringComparison.Ordinal);
        var version = test.Office.Submit("01", "eva").Version;
        await test.Site.Refused($"{CaptureSite.Sheet}/versions/{version}/approve", HttpStatusCode.UnprocessableEntity, ("note", ""), ("remark." + test.Achieved, "Son 5."));
        Assert.Equal(SheetState.Submitted, test.Office.Sheet("01").State);
        Assert.DoesNotContain("El acta dice 4.", (await test.Site.Page($"{CaptureSite.Sheet}/versions/{version}")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("America/Mexico_City", "2024-04-15 20:30", false)]
    [InlineData("Etc/UTC", "2024-04-16 02:30", true)]
    public async Task Late_is_what_was_sent_after_the_last_day_where_the_office_is(string zone, string shown, bool isLate)
    {
        var sent = new DateTimeOffset(2024, 4, 16, 2, 30, 0, TimeSpan.Zero);
        await using var test = await CaptureSite.Start(clock: new TestClock(sent) { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) });
        test.Office.Clock.Now = sent;
        test.Submitted();
        Assert.Contains(shown, (await test.Site.Page(Version)).QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Equal(isLate, (await test.Site.Text(Year + "/trace.csv")).Contains("enviada después del plazo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_approved_meanwhile_is_not_returned_by_who_had_not_seen_it()
    {
        await using var test = await CaptureSite.Start();
        test.Submitted();
        (string, string)[] typed = [("state", (await test.Site.Page(Version)).QuerySelector("input[name=state]")!.GetAttribute("value")!), ("note", "Falta el acta."), ("remark." + test.Achieved, "Son 5.")];
        test.Office.Review.Approve(CaptureOffice.Code, CaptureOffice.First, "01", 1, "", "ines");
        var page = await test.Site.Refused(Version + "/return", HttpStatusCode.Conflict, typed);
        Assert.Equal("Son 5.", page.QuerySelector($"textarea[name='remark.{test.Achieved}']")!.TextContent.Trim());
        Assert.Equal("approved", page.QuerySelector("input[name=state]")!.GetAttribute("value"));
        await test.Site.Saved(Version + "/return", [("state", "approved"), .. typed[1..]]);
        Assert.Equal(SheetState.Returned, test.Office.Sheet("01").State);
    }

    [Fact]
    public async Task The_head_of_a_unit_returns_what_they_will_not_sign_and_approves_nothing()
    {
        await using var test = await CaptureSite.Start();
        test.Submitted();
        test.Submitted("03");
        test.Office.Review.Approve(CaptureOffice.Code, CaptureOffice.First, "01", 1, "", "ines");
        test.Site.SignInWith(SignedIn.Session(test.Site.App.Services, "titular@example.org", new Grant(Role.Authorise, CaptureOffice.Code, "01")));
        var page = await test.Site.Page(Version);
        Assert.Equal(["Devolver a la unidad", "Firmar"], page.QuerySelectorAll("main button").Select(b => b.Words()));
        using (var other = await test.Site.Post(CaptureSite.Other + "/versions/1/return", ("state", "submitted"), ("note", "No.")))
        {
            Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
        }

        using (var approved = await test.Site.Post(Version + "/approve", ("note", "Sí.")))
        {
            Assert.Equal(HttpStatusCode.Forbidden, approved.StatusCode);
        }

        await test.Site.Saved(Version + "/return", ("state", "approved"), ("note", "No firmo sin el acta."));
        Assert.Equal(SheetState.Returned, test.Office.Sheet("01").State);
    }

    [Fact]
    public async Task Any_quarter_that_was_not_opened_may_be_as_those_before_may_have_been_imported()
    {
        await using var test = await CaptureSite.Start(opened: false);
        Assert.Equal(["1", "2", "3", "4"], (await test.Site.Page(Year + "/capture")).QuerySelectorAll("main a[href$='/open']").Select(a => a.Words()[^1..]));
        var page = await test.Site.Saved(Year + "/periods/2/open", ("opens", "01/07/2024"), ("due", "15/07/2024"));
        Assert.Empty(page.QuerySelectorAll("main a[href$='/open']"));
    }

    [Fact]
    public async Task A_version_is_approved_once_signed_and_posted_to_the_ledger()
    {
        await using var test = await CaptureSite.Start();
        test.Submitted();
        await test.Site.Saved(Version + "/approve", ("note", "Conforme."));
        await test.Site.Refused(Version + "/approve", HttpStatusCode.UnprocessableEntity, ("note", "Conforme."));
        var page = await test.Site.Page(Version);
        Assert.Contains("AV-2024-T1-01-v1", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        page = await test.Site.Saved(Version + "/authorise");
        Assert.Contains("Autorizada", page.QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Equal(3m, test.Office.Achieved("01"));
        await test.Site.Refused(Version + "/authorise", HttpStatusCode.UnprocessableEntity);
        var document = page.Table("Pasos de la hoja").QuerySelector("tbody tr:last-child td:last-child a")!.GetAttribute("href")!;
        Assert.Contains("AV-2024-T1-01-v1", (await test.Site.Page(document)).QuerySelector("main").Words(), StringComparison.Ordinal);
        await test.Site.Refusal(CaptureSite.Sheet + "/versions/7", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_figure_is_followed_from_who_typed_it_to_the_ledger_and_its_gaps_are_listed()
    {
        await using var test = await CaptureSite.Start();
        test.Office.Type("01", "luis", (test.Office.Indicator("01").Id, CaptureField.Achieved, "2"));
        test.Office.Finish(CaptureOffice.First, "01", "eva");
        test.Office.Review.DeclareMissing(CaptureOffice.Code, CaptureOffice.First, "03", SheetState.Capturing, "No entregó.", "ana");
        var page = await test.Site.Page(Year + "/trace");
        var rows = page.Table("Cifras y su rastro").Rows();
        Assert.Equal(["2024-Q1", "01", "A002", "Porcentaje de acciones", "3.00", "sin evidencia", "eva", "eva", "rosa", "omar"], rows[0][..10]);
        Assert.Equal("declarada faltante; sin enviar", rows[2][5]);
        Assert.Contains("\"typedBy\": \"eva\"", await test.Site.Text(Year + "/trace.json"), StringComparison.Ordinal);
        Assert.Equal(4, (await test.Site.Text(Year + "/trace.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        page = await test.Site.Page($"{Year}/trace/1/01/{test.Office.Indicator("01").Id}");
        Assert.Equal(["Alcanzado en el trimestre", "1", "—", "2", "luis"], page.Table("Lo que se escribió").Rows()[0][..5]);
        Assert.Equal(["Alcanzado en el trimestre", "2", "2", "3.00", "eva"], page.Table("Lo que se escribió").Rows()[1][..5]);
        Assert.Equal("AV-2024-T1-01-v1", page.Table("Asientos en el libro").Rows()[0][0]);
        await test.Site.Refusal($"{Year}/trace/1/01/{test.Office.Indicator("03").Id}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_door_tells_each_what_is_theirs_to_do()
    {
        await using var test = await CaptureSite.Start();
        test.Submitted();
        var rows = (await test.Site.Page("/work")).Table("Lo que me toca").Rows();
        Assert.Equal(["Revisar", "Capturar"], rows.Select(r => r[0]));
        Assert.Equal(["01 Presidencia", "03 Organización Electoral"], rows.Select(r => r[1]));
        Assert.StartsWith("venció hace", rows[0][4], StringComparison.Ordinal);

        // Nobody is sent to review their own.
        test.Office.Fill(CaptureOffice.First, "03", SignedIn.Worker);
        test.Office.Submit("03", SignedIn.Worker);
        Assert.Equal(["01 Presidencia"], (await test.Site.Page("/work")).Table("Lo que me toca").Rows().Select(r => r[1]));
    }

    [Fact]
    public async Task A_version_that_was_not_signed_does_not_look_signed_where_the_one_before_is_let_stand()
    {
        await using var test = await CaptureSite.Start();
        test.Office.Finish(CaptureOffice.First, "01", "eva");
        test.Office.Review.DeclareMissing(CaptureOffice.Code, CaptureOffice.First, "03", SheetState.Capturing, "No entregó.", "ana");
        test.Office.Periods.Close(CaptureOffice.Code, CaptureOffice.First, "ana");
        test.Office.Periods.Reopen(CaptureOffice.Code, CaptureOffice.First, ["01"], new(2024, 5, 30), "Un acta llegó tarde.", "ana");
        test.Office.Submit("01", "eva");
        test.Office.Review.Return(CaptureOffice.Code, CaptureOffice.First, "01", 2, SheetState.Submitted, "Queda como estaba.", [], "rosa");
        test.Office.Review.LetStand(CaptureOffice.Code, CaptureOffice.First, "01", "Así vale.", "ana");
        Assert.Contains("Autorizada: es la que vale", (await test.Site.Page(Version)).QuerySelector(".facts").Words(), StringComparison.Ordinal);
        Assert.Contains("Sin autorizar: se dejó la versión 1", (await test.Site.Page(CaptureSite.Sheet + "/versions/2")).QuerySelector(".facts").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reason_for_declaring_a_sheet_missing_outlives_its_arrival()
    {
        await using var test = await CaptureSite.Start();
        test.Submitted();
        var page = await test.Site.Refused(Year + "/periods/1/missing", HttpStatusCode.Conflict, ("unit", "capturing:01"), ("reason", "No entregó, y se le recordó tres veces."));
        Assert.Equal("No entregó, y se le recordó tres veces.", page.QuerySelector("textarea[name=reason]")!.TextContent.Trim());
        Assert.Equal(SheetState.Submitted, test.Office.Sheet("01").State);
    }
}
