using System.Net;
using System.Net.Http.Headers;
using Avance.Access;
using Avance.App.Capture;
using Avance.IntegrationTests.Capture;
using Avance.IntegrationTests.Planning;
using Avance.Web.Capture;
using Avance.Web.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>Evidence over HTTP, on addresses of the test's own.</summary>
public sealed class EvidenceWorkTests
{
    private const string Files = "/work/IEPC/2024/evidence-of/01";

    [Fact]
    public async Task A_file_goes_in_with_a_form_and_comes_out_as_a_download_that_can_do_nothing()
    {
        await using var site = await Start();
        using var sent = await site.Post(Files, Form("Acta «año» <1>.html", "Se aprobó.\r\nHTTP/1.1 200"u8.ToArray()));
        Assert.Equal((HttpStatusCode.SeeOther, "/next?notice=saved"), (sent.StatusCode, sent.Headers.Location!.OriginalString));

        using var file = await site.Get(Files + "/1");
        Assert.Equal("Se aprobó.\r\nHTTP/1.1 200", await file.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", file.Content.Headers.ContentType!.MediaType);
        var disposition = file.Content.Headers.ContentDisposition!;
        Assert.Equal(("attachment", "Acta «año» <1>.html.txt"), (disposition.DispositionType, disposition.FileNameStar));
        Assert.Equal("sandbox; default-src 'none'", Assert.Single(file.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.True(file.Headers.CacheControl!.NoStore);

        using var removed = await site.Post(Files + "/1/remove");
        Assert.Equal("/next?notice=deleted", removed.Headers.Location!.OriginalString);
        await site.Refusal(Files + "/1", HttpStatusCode.NotFound);
        await site.Refusal(Files + "/9", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("acta.pdf", "<html><script>alert(1)</script>")]
    [InlineData("acta.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>")]
    [InlineData("acta.pdf", "")]
    public async Task What_is_no_evidence_comes_back_with_the_form(string name, string content)
    {
        await using var site = await Start();
        using var sent = await site.Post(Files, Form(name, System.Text.Encoding.UTF8.GetBytes(content)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.StatusCode);
        Assert.NotEmpty(await sent.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_file_too_large_stops_at_the_door()
    {
        await using var site = await Start();
        using var sent = await site.Post(Files, Form("grande.txt", new byte[(25 << 20) + (2 << 20)]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, sent.StatusCode);
    }

    private static MultipartFormDataContent Form(string name, byte[] content)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/html");
        return new MultipartFormDataContent { { file, "file", name } };
    }

    private static async Task<WebSite> Start()
    {
        var site = await WebSite.Start(Map);
        using (var database = site.Database.Open())
        {
            var plan = SmallPlan.Make(database);
            var years = new Avance.App.Planning.PlanYears(database, TimeProvider.System);
            years.Approve(SmallPlan.Code, SmallPlan.Year, SmallPlan.Approval, "ana");
            years.Open(SmallPlan.Code, SmallPlan.Year, "ana", withoutBudget: true);
            new CapturePeriods(database, TimeProvider.System).Open(SmallPlan.Code, CaptureOffice.First, new(2024, 4, 1), new(2024, 4, 15), "ana");
        }

        site.SignIn(new Grant(Role.Capture, SmallPlan.Code, "01"));
        return site;
    }

    private static void Map(WebApplication app)
    {
        app.MapWork("/evidence-of/{unit}", Act.WriteCapture, null, (request, form) =>
            EvidenceWork.Attach(request, CaptureOffice.First, request.Route("unit"), Guid.Empty, form, "/next", Again), EvidenceWork.MaxFormBytes);
        app.MapWork("/evidence-of/{unit}/{number:int}", Act.SeeCapture, request =>
            EvidenceWork.Download(request, CaptureOffice.First, request.Route("unit"), int.Parse(request.Route("number"), System.Globalization.CultureInfo.InvariantCulture)));
        app.MapWork("/evidence-of/{unit}/{number:int}/remove", Act.WriteCapture, null, (request, form) =>
            EvidenceWork.Remove(request, CaptureOffice.First, request.Route("unit"), int.Parse(request.Route("number"), System.Globalization.CultureInfo.InvariantCulture), form, "/next", Again));
    }

    private static IResult Again(Avance.Web.Forms.Form form, int status) => Results.Text(string.Join('\n', form.Problems.Select(p => p.Text)), statusCode: status);
}
