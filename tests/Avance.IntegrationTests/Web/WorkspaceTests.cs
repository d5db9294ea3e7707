using System.Net;
using Avance.Access;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Progress;
using Avance.Web.Forms;
using Avance.Web.Ui;
using Avance.Web.Work;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>What every page of the workspace keeps to: our own names, forms of our own pages, and one status for each refusal.</summary>
[Collection(nameof(SampleSite))]
public sealed class WorkspaceTests(SampleSite sample)
{
    private static readonly Field Name = new("name", new("Nombre", "Name"));

    [Theory]
    [InlineData("/work")]
    [InlineData("/IEPC/2023-Q3")]
    [InlineData("/assets/none")]
    public async Task A_name_that_is_not_ours_is_misdirected(string path)
    {
        using var response = await sample.Work.Send(HttpMethod.Get, path, ("Host", "evil.example.org"));
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.Contains("--public-address", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Origin", "https://example.org")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://127.0.0.1:1")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("X-Nothing", "at all")]
    public async Task What_another_page_sends_is_refused_before_it_is_read(string header, string value)
    {
        await using var site = await Probe(_ => Results.Ok());
        using var response = await site.Send(HttpMethod.Post, "/work/probe", (header, value));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Nada se guardó", PageText.Parse(await response.Content.ReadAsStringAsync()).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_our_own_pages_send_is_taken_with_the_name_of_who_works()
    {
        await using var site = await Probe(_ => Results.Ok());
        using var origin = await site.Post("/work/probe", ("name", "Clave"));
        Assert.Equal(HttpStatusCode.OK, origin.StatusCode);
        using var fetched = await site.Send(HttpMethod.Post, "/work/probe", ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.OK, fetched.StatusCode);
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_refused_without_reading_it()
    {
        await using var site = await Probe(_ => Results.Ok());
        using var response = await site.Post("/work/probe", ("name", new string('x', (int)WorkRoutes.MaxFormBytes)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("demasiado grande", PageText.Parse(await response.Content.ReadAsStringAsync()).QuerySelector("h1").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_no_form_is_a_400()
    {
        await using var site = await Probe(_ => Results.Ok());
        using var content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\ncut");
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var response = await site.Post("/work/probe", content);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("plan.state", HttpStatusCode.UnprocessableEntity)]
    [InlineData("AVP-051", HttpStatusCode.UnprocessableEntity)]
    [InlineData("plan.missing", HttpStatusCode.NotFound)]
    [InlineData("plan.conflict", HttpStatusCode.Conflict)]
    [InlineData("storage.busy", HttpStatusCode.ServiceUnavailable)]
    public async Task A_refusal_has_its_status_once(string rule, HttpStatusCode status)
    {
        await using var site = await Probe(_ => throw new RuleViolationException(rule, new("No se puede.", "It cannot be done.")));
        using var response = await site.Post("/work/probe", ("name", "Clave"), ("version", "3"));
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task What_was_saved_is_told_on_the_next_page_and_only_what_we_can_say()
    {
        await using var site = await Probe(visit => visit.Next("/work"));
        var page = await site.Saved("/work/probe", ("name", "Clave"));
        Assert.Equal("Se guardó.", page.QuerySelector(".notice-done").Words());
        Assert.Null((await site.Page("/work?notice=%3Cb%3EPague%20aqu%C3%AD")).QuerySelector(".notice-done"));
    }

    [Fact]
    public async Task The_door_lists_the_years_and_every_page_leads_to_it()
    {
        var years = (await sample.Work.Page("/work")).Table("Ejercicios").Rows();
        Assert.Contains(years, y => y[..4].SequenceEqual(["2023", "IEPC · Instituto de Elecciones y Participación Ciudadana", "Abierto", "1"]));
        Assert.Contains(years, y => y[..4].SequenceEqual(["2024", "IEPC · Instituto de Elecciones y Participación Ciudadana", "Abierto", "0"]));
        Assert.NotEmpty((await sample.Work.Page("/reports")).QuerySelectorAll(".site-nav a[href='/work']"));
        Assert.NotEmpty((await sample.Work.Page("/en/reports")).QuerySelectorAll(".site-nav a[href='/en/work']"));
    }

    [Theory]
    [InlineData("/work/IEPC/20231")]
    [InlineData("/work/IEPC/-2023")]
    [InlineData("/work/IEPC/uno")]
    public async Task A_year_that_is_none_is_a_404(string path) => await sample.Work.Refusal(path, HttpStatusCode.NotFound);

    private static Task<WebSite> Probe(Func<WorkVisit, IResult> save) => WebSite.StartWork(
        app => app.MapWorkspace("/probe", Act.EnterWork, null, (visit, form) =>
        {
            Assert.Equal(SignedIn.Worker, visit.Actor);
            form.Text(Name, required: false);
            return form.Submit(() => save(visit), (f, status) => ErrorPages.For(f.Site, status));
        }),
        Sample.Command());
}
