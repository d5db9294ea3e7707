using System.Net;
using Avance.Access;
using Avance.App.Planning;
using Avance.Capture;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Capture;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>Who may see and do what in a quarter: each in their own unit, and nobody both writes and decides.</summary>
public sealed class CaptureAccessTests
{
    private const string Year = CaptureSite.Year;
    private const string Sheet = CaptureSite.Sheet;
    private const string Other = CaptureSite.Other;

    [Fact]
    public async Task Who_captures_a_unit_does_nothing_in_another()
    {
        await using var test = await CaptureSite.Start();
        CaptureSample.Begin(test.Site.Database.Location, "TEC");
        SignIn(test, "eva@iepc.example", new Grant(Role.Capture, "IEPC", "01"));
        Assert.Equal(200, await Status(test, Sheet));
        foreach (var address in new[] { Other, Other + "/findings", Other + "/submit", Year + "/trace", Year + "/periods/1/close" })
        {
            Assert.Equal(403, await Status(test, address));
        }

        foreach (var address in new[] { Other, Other + "/cells", Other + "/seen", Other + "/submit", Sheet + "/versions/1/approve", Sheet + "/versions/1/return", Sheet + "/versions/1/authorise", Year + "/periods/1/extend" })
        {
            using var sent = await test.Site.Post(address, (test.Name(test.Office.Indicator("03").Id, CaptureField.Achieved), "9"));
            Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
        }

        // Nor by the address of their own unit.
        Assert.Equal(422, (await test.Keep(Sheet, (test.Name(test.Office.Indicator("03").Id, CaptureField.Achieved), "9"))).Status);
        Assert.Equal(0, test.Office.Sheet("03").Edits);
        Assert.Equal(["Capturar"], (await test.Site.Page("/work")).Table("Lo que me toca").Rows().Select(r => r[0]));
    }

    [Fact]
    public async Task Who_only_reads_gets_a_sheet_without_boxes()
    {
        await using var test = await CaptureSite.Start();
        test.Office.Type("01", "eva", (test.Office.Indicator("01").Id, CaptureField.Achieved, "3"));
        SignIn(test, "tania@iepc.example", new Grant(Role.Audit, "IEPC"));
        var page = await test.Site.Page(Sheet);
        Assert.Empty(page.QuerySelectorAll("#sheet input, #sheet textarea, script"));
        Assert.Equal("3", page.GetElementById(test.Achieved).Words());
        Assert.Equal(200, await Status(test, Year + "/trace"));
        using var sent = await test.Site.Post(Sheet, (test.Achieved, "9"));
        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
    }

    [Fact]
    public async Task Nobody_reviews_or_signs_what_they_typed()
    {
        await using var test = await CaptureSite.Start();
        test.Office.Fill(CaptureOffice.First, "01", "eva");
        await test.Keep(Sheet, (test.Name(test.Office.Project("01").Id, CaptureField.OtherReasons), "Nota."));
        test.Office.Submit("01", "eva");
        var page = await test.Site.Page(Sheet + "/versions/1");
        Assert.Contains("Usted capturó en esta versión", page.QuerySelector("main").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$=approve]"));
        page = await test.Site.Refused(Sheet + "/versions/1/approve", HttpStatusCode.UnprocessableEntity, ("note", ""));
        Assert.Contains("quien captura no puede revisar", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        test.Office.Review.Approve(CaptureOffice.Code, CaptureOffice.First, "01", 1, "", "rosa");
        page = await test.Site.Refused(Sheet + "/versions/1/authorise", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("quien captura no puede autorizar", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_whose_session_has_ended_is_told_so_in_a_status()
    {
        await using var test = await CaptureSite.Start();
        test.Site.SignInWith(null);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create(test.Achieved, "3")]);
        form.Headers.Add("X-Avance", "1");
        test.Site.Client.DefaultRequestHeaders.Add("X-Avance", "1");
        using var answer = await test.Site.Post(Sheet + "/cells", form);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_is_told_to_do_what_is_of_an_office_where_they_have_no_role()
    {
        await using var test = await CaptureSite.Start();
        test.Submitted();
        new PlanYears(test.Office.Database, test.Office.Clock).Start(new("OTRA", "Otra oficina"), 2024, "2.1.1.1.4", "ana");
        SignIn(test, "rita@otra.example", new Grant(Role.Review, "OTRA"));
        Assert.DoesNotContain("01 Presidencia", (await test.Site.Page("/work")).QuerySelector("main").Words(), StringComparison.Ordinal);
        SignIn(test, "rosa@iepc.example", new Grant(Role.Review, "IEPC"));
        Assert.Contains("01 Presidencia", (await test.Site.Page("/work")).QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_when_the_session_had_ended_names_whose_it_is()
    {
        await using var test = await CaptureSite.Start();
        test.Site.SignInWith(null);
        var page = await test.Site.Refused(Sheet, HttpStatusCode.Unauthorized, (test.Achieved, "3"), ("actor", "eva@iepc.example"), ("seen", ""));
        var kept = page.QuerySelectorAll("form[action='/sign-in'] textarea[hidden], form[action='/sign-in'] input[type=hidden]").Select(f => (f.GetAttribute("name")!, f.GetAttribute("value") ?? f.TextContent));
        using var answer = await test.Site.Post("/sign-in", [.. kept, ("email", SignedIn.Worker), ("password", SignedIn.Password)]);
        page = PageText.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("Lo que había escrito eva@iepc.example todavía no se guarda.", page.QuerySelector(".lead").Words(), StringComparison.Ordinal);
    }

    private static void SignIn(CaptureSite test, string email, params Grant[] grants) => test.Site.SignInWith(SignedIn.Session(test.Site.App.Services, email, grants));

    private static async Task<int> Status(CaptureSite test, string address)
    {
        using var response = await test.Site.Get(address);
        return (int)response.StatusCode;
    }
}
