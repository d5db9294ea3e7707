using System.Net;
using Avance.IntegrationTests.Budget;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>Amendments as anyone reads them, and as the workspace writes and moves them.</summary>
public sealed class AmendmentPagesTests
{
    private const string Work = "/work/IEPC/2023/amendments";

    private static readonly (string, string)[] Heading =
    [
        ("type", "transfer"), ("scope", "internal"), ("day", "02/10/2023"), ("unit", "06"), ("justification", "Certificación del sistema."), ("legal-basis", "Artículo 12"),
        ("line-rows", "3"), ("target-rows", "2"),
    ];

    private static readonly (string, string)[] Rows =
    [
        ("key-1", AmendmentOffice.Origin), ("month-1", "10"), ("takes-1", "1,000.00"),
        ("key-2", AmendmentOffice.New), ("month-2", "10"), ("adds-2", "1 000"),
        ("indicator-1", "06|E003|1"), ("target-month-1", "10"), ("quantity-1", "5"),
    ];

    [Fact]
    public async Task A_reader_sees_the_amendments_their_lines_steps_documents_and_files()
    {
        await using var site = await Filled();
        var list = (await site.Page("/IEPC/2023/amendments")).Table("Adecuaciones de 2023").Rows();
        Assert.Equal(["AP-2023-0001", "Aplicada", "Traspaso compensado", "2023-10-02", "1 000.00", "1 000.00", "2", "IEPC/JGE-A/005/2023"], Assert.Single(list).Take(8));
        Assert.Equal(["BORR-2023-0002", "Borrador"], (await site.Page(Work)).Table("Adecuaciones de 2023").Rows()[0].Take(2));

        var page = await site.Page("/IEPC/2023/amendments/AP-2023-0001");
        Assert.Equal(["1", AmendmentOffice.Origin, "octubre", "", "1 000.00"], page.Table("Renglones de dinero").Rows()[0]);
        Assert.Equal(["", "Total", "", "1 000.00", "1 000.00"], page.Table("Renglones de dinero").Rows()[2]);
        Assert.Equal(["1", "06/E003", "1", "octubre", "3.00"], page.Table("Cambios de metas").Rows()[0]);
        Assert.Equal(["Borrador", "Solicitada", "En revisión", "Autorizada", "Aplicada"], page.Table("Pasos que ha dado").Rows().Select(r => r[0]));
        var document = page.QuerySelector("dl a[href*='/documents/']")!.GetAttribute("href")!;
        Assert.Contains("AP-2023-0001", (await site.Page(document)).QuerySelector("h1").Words(), StringComparison.Ordinal);
        await site.Refusal("/IEPC/2022/amendments", HttpStatusCode.NotFound);
        await site.Refusal("/IEPC/2023/amendments/AP-2023-0009", HttpStatusCode.NotFound);
        await site.Refusal("/IEPC/2023/amendments/AP-2023-0001/files/2", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_is_always_downloaded_and_never_shown()
    {
        await using var site = await Filled();
        using var response = await site.Get("/IEPC/2023/amendments/AP-2023-0001/files/1");
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("acuerdo 005.pdf", response.Content.Headers.ContentDisposition.FileNameStar ?? response.Content.Headers.ContentDisposition.FileName!.Trim('"'));
        Assert.Equal("%PDF-1.7 acuerdo", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task From_a_form_to_applied_to_cancelled()
    {
        await using var site = await Filled();
        var page = await site.Saved(Work + "/new", [.. Heading, .. Rows]);
        Assert.Equal("Adecuación BORR-2023-0003", page.QuerySelector("h1").Words());
        Assert.Equal([AmendmentOffice.Origin, "octubre", "1 200.00", "200.00", "-1 000.00", "-800.00"], page.Table("Cada clave y mes, antes y después").Rows()[0].Take(6));

        // October has only 200.00 left: the same in November can be done.
        page = await site.Saved(Work + "/BORR-2023-0003/edit", [.. Heading, .. Rows.Where(r => !r.Item1.StartsWith("month-", StringComparison.Ordinal)), ("month-1", "11"), ("month-2", "11"), ("version", "1")]);
        Assert.Contains("Cumple todas las reglas", page.QuerySelector(".notice:not(.notice-done)").Words(), StringComparison.Ordinal);
        await site.Saved(Work + "/BORR-2023-0003/steps/requested", ("version", "2"));
        await site.Saved(Work + "/AP-2023-0002/steps/in-review", ("version", "3"));
        var refused = await site.Refused(Work + "/AP-2023-0002/steps/authorised", HttpStatusCode.UnprocessableEntity, ("version", "4"), ("agreement", ""));
        Assert.Contains("Número del acuerdo: falta", refused.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        await site.Saved(Work + "/AP-2023-0002/steps/authorised", ("version", "4"), ("agreement", "JGE-A/006"));
        page = await site.Page(Work + "/AP-2023-0002/steps/applied");
        Assert.Equal(3, page.QuerySelectorAll("table").Length);
        page = await site.Saved(Work + "/AP-2023-0002/steps/applied", ("version", "5"), ("agreement", "JGE-A/006"));
        Assert.Equal("Se registró el paso.", page.QuerySelector(".notice-done").Words());
        page = await site.Saved(Work + "/AP-2023-0002/steps/cancelled", ("version", "6"), ("remark", "Se revocó"), ("day", "03/11/2023"));
        Assert.Equal(2, page.QuerySelectorAll("dl a[href*='/documents/']").Length);
    }

    [Fact]
    public async Task What_was_typed_stays_when_a_row_is_added_or_something_is_wrong()
    {
        await using var site = await Filled();
        using var added = await site.Post(Work + "/new", [.. Heading, ("key-1", "a medias"), ("takes-1", "mil"), ("add", "line")]);
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        var page = PageText.Parse(await added.Content.ReadAsStringAsync());
        Assert.Equal(("a medias", "mil"), (page.QuerySelector("#key-1")!.GetAttribute("value"), page.QuerySelector("#takes-1")!.GetAttribute("value")));
        Assert.NotNull(page.QuerySelector("#key-4"));

        page = await site.Refused(Work + "/new", HttpStatusCode.UnprocessableEntity, [.. Heading, ("key-1", "a medias"), ("takes-1", "mil"), ("key-2", "x"), ("month-2", "3"), ("adds-2", "1"), ("takes-2", "1")]);
        Assert.Equal(3, page.QuerySelectorAll(".error-summary li").Length);
        Assert.Equal("mil", page.QuerySelector("#takes-1")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Before_it_is_applied_only_the_workspace_shows_an_amendment()
    {
        await using var work = await Filled();
        await using var site = await WebSite.Start(Progress.Sample.Command());
        AmendmentOffice.Fill(site.Database.Location);
        using (var office = AmendmentOffice.Of(site.Database.Location))
        {
            var folio = office.Bring(AmendmentOffice.Draft with { Lines = [new(AmendmentOffice.Origin, 12, AmendmentOffice.Pesos(-5)), new(AmendmentOffice.New, 12, AmendmentOffice.Pesos(5))] });
            Assert.True(office.Move(folio, Avance.Budget.AmendmentState.Cancelled, "se revocó").IsDone);
            office.Amendments.Attach(AmendmentOffice.Code, AmendmentOffice.Year, "BORR-2023-0002", "proyecto.pdf", "%PDF-"u8.ToArray(), "ana");
        }

        Assert.Equal(["AP-2023-0002", "AP-2023-0001"], (await site.Page("/IEPC/2023/amendments")).Table("Adecuaciones de 2023").Rows().Select(r => r[0]));
        Assert.DoesNotContain("BORR", await site.Text("/IEPC/2023/amendments.csv") + await site.Text("/IEPC/2023/amendments.json"), StringComparison.Ordinal);
        foreach (var address in new[] { "", ".csv", ".json", "/files/1" })
        {
            await site.Refusal("/IEPC/2023/amendments/BORR-2023-0002" + address, HttpStatusCode.NotFound);
        }

        var page = await site.Page("/IEPC/2023/amendments/AP-2023-0001");
        Assert.Equal(["", "", "", "", "berta"], page.Table("Pasos que ha dado").Rows().Select(r => r[2]));
        Assert.DoesNotContain("ana", page.Table("Archivos adjuntos").Rows()[0]);
        page = await work.Page(Work + "/AP-2023-0001");
        Assert.Equal(["ana", "berta", "berta", "berta", "berta"], page.Table("Pasos que ha dado").Rows().Select(r => r[2]));
        Assert.Contains("ana", page.Table("Archivos adjuntos").Rows()[0]);
    }

    [Fact]
    public async Task A_long_draft_keeps_all_its_lines_and_says_when_no_more_fit()
    {
        await using var site = await Filled();
        (string, string)[] Rows(int count) =>
        [
            .. Heading.Where(f => f.Item1 != "line-rows"), ("line-rows", $"{count}"),
            .. Enumerable.Range(1, count).SelectMany(i => new[] { ($"key-{i}", $"06-R101-E003-{i:00000}-1-16"), ($"month-{i}", "10"), ($"adds-{i}", "1") }),
        ];
        var page = await site.Saved(Work + "/new", Rows(300));
        Assert.Equal(301, page.Table("Renglones de dinero").Rows().Count);
        page = await site.Page(Work + "/BORR-2023-0003/edit");
        Assert.NotNull(page.QuerySelector("#key-300"));

        page = await site.Refused(Work + "/new", HttpStatusCode.UnprocessableEntity, [.. Rows(2_000), ("add", "line")]);
        Assert.Contains("a lo más 2000 renglones", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#key-2000"));
        Assert.Null(page.QuerySelector("#key-2001"));
    }

    [Fact]
    public async Task A_file_can_be_taken_out_of_a_draft()
    {
        await using var site = await Filled();
        using (var office = AmendmentOffice.Of(site.Database.Location))
        {
            office.Amendments.Attach(AmendmentOffice.Code, AmendmentOffice.Year, "BORR-2023-0002", "nomina.pdf", "%PDF-"u8.ToArray(), "ana");
        }

        var button = (await site.Page(Work + "/BORR-2023-0002")).QuerySelector("form[action$='/files/1/remove'] button")!;
        Assert.Equal("Quitar nomina.pdf", button.Words());
        var page = await site.Saved(Work + "/BORR-2023-0002/files/1/remove");
        Assert.Null(page.QuerySelector("form[action$='/files/1/remove']"));
        await site.Refused(Work + "/BORR-2023-0002/files/1/remove", HttpStatusCode.NotFound);
        await site.Refused(Work + "/AP-2023-0001/files/1/remove", HttpStatusCode.UnprocessableEntity);
        Assert.Null((await site.Page(Work + "/AP-2023-0001")).QuerySelector("form[action$='/remove']"));
    }

    [Fact]
    public async Task A_project_added_during_the_year_can_be_closed_by_page()
    {
        await using var site = await Filled();
        const string Project = "/work/IEPC/2023/plan/projects/06/E003";
        var seen = (await site.Page(Project)).QuerySelector("form[action$='/close'] input[name='version']")!.GetAttribute("value")!;
        var page = await site.Saved(Project + "/close", ("version", seen));
        Assert.Null(page.QuerySelector("form[action$='/close']"));
        Assert.Contains("no admite más compromisos", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_edit_the_second_sees_both_and_a_refused_step_says_every_rule()
    {
        await using var site = await Filled();
        var mine = Heading.Select(f => f.Item1 == "justification" ? (f.Item1, "La mía") : f).Concat(Rows).ToArray();
        await site.Saved(Work + "/BORR-2023-0002/edit", [.. Heading, .. Rows, ("version", "1")]);
        var page = await site.Refused(Work + "/BORR-2023-0002/edit", HttpStatusCode.Conflict, [.. mine, ("version", "1")]);
        Assert.Equal(["Justificación", "Certificación del sistema.", "La mía"], page.Table("Lo guardado y lo suyo").Rows().Single(r => r[0] == "Justificación"));
        await site.Refused(Work + "/BORR-2023-0002/steps/requested", HttpStatusCode.Conflict, ("version", "1"));

        page = await site.Refused(Work + "/BORR-2023-0002/steps/requested", HttpStatusCode.UnprocessableEntity, ("version", "2"));
        Assert.Contains("AVP-051", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        Assert.Equal("Borrador", (await site.Page(Work + "/BORR-2023-0002")).QuerySelector("dl dd").Words());
    }

    private static async Task<WebSite> Filled()
    {
        var site = await WebSite.StartWork(Progress.Sample.Command());
        AmendmentOffice.Fill(site.Database.Location);
        return site;
    }
}
