using System.Net;
using Avance.Access;
using Avance.App.Access;
using Avance.App.Journal;
using Avance.App.Planning;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Capture;
using Avance.IntegrationTests.Planning;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>
/// What is of one office is not reached through another: neither by an identity of it in an address, nor by one in a form, also by
/// who may do everything in both.
/// </summary>
public sealed class OtherOfficesTests : IAsyncLifetime
{
    private const string Year = EndpointCases.Captured;
    private const string Sheet = Year + "/capture/2/02";

    private readonly SampleSite _sample = new();
    private MarkedOffice _other = null!;

    private WebSite Site => _sample.Work;

    public async ValueTask InitializeAsync()
    {
        await _sample.InitializeAsync();
        _other = new(Site.Database.Location);
    }

    public async ValueTask DisposeAsync()
    {
        _other.Dispose();
        await _sample.DisposeAsync();
    }

    [Fact]
    public async Task No_page_table_or_document_of_an_office_shows_what_is_of_another()
    {
        InBoth();
        var (upload, shown) = (await Upload(), new List<string>());
        Site.App.Services.GetRequiredService<People>().Invite("luis@otra.example", MarkedOffice.Mark, [new(Role.Plan, MarkedOffice.Code)], new("pruebas", null));
        foreach (var (path, _) in EndpointCases.Cases.Values.Where(c => c.Path.Contains("/IEPC/", StringComparison.Ordinal) || c.Path.Contains("/DIF/", StringComparison.Ordinal)))
        {
            if ((await Site.Text(path.Replace("{worker}", _sample.WorkerId, StringComparison.Ordinal))).Contains(MarkedOffice.Mark, StringComparison.Ordinal))
            {
                shown.Add(path);
            }
        }

        Assert.True(shown.Count == 0, string.Join(", ", shown));

        // Its own do, so there was something to see.
        foreach (var path in new[] { "/plan", "/amendments/" + _other.Amendment.Reference, "/capture/2/02", "/capture/2/02/versions/2", "/trace", $"/imports/{upload}", "/capture/2/02/evidence/" + CaptureSample.Subject })
        {
            Assert.True((await Site.Text($"/work/{MarkedOffice.Code}/{MarkedOffice.Year}{path}")).Contains(MarkedOffice.Mark, StringComparison.Ordinal), path);
        }

        foreach (var path in new[] { $"/work/{MarkedOffice.Code}/journal.csv", $"/work/{MarkedOffice.Code}/people", $"/{MarkedOffice.Code}/{MarkedOffice.Year}/documents" })
        {
            Assert.True((await Site.Text(path)).Contains(MarkedOffice.Mark, StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public async Task The_number_of_a_document_finds_none_of_another_office()
    {
        InBoth();
        var only = 0;
        for (var number = 1; number <= 9; number++)
        {
            using var there = await Site.Get($"/{MarkedOffice.Code}/{MarkedOffice.Year}/documents/{number}");
            using var here = await Site.Get($"/{CaptureSample.Code}/{MarkedOffice.Year}/documents/{number}");
            only += (there.StatusCode, here.StatusCode) is (HttpStatusCode.OK, HttpStatusCode.NotFound) or (HttpStatusCode.NotFound, HttpStatusCode.OK) ? 1 : 0;
            Assert.DoesNotContain(MarkedOffice.Mark, await here.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.True(only > 0, "Both have the same numbers.");
    }

    [Fact]
    public async Task An_identity_of_another_office_is_found_nowhere_in_this_one()
    {
        InBoth();
        var (upload, wrong) = (await Upload(), new List<string>());
        var (amendment, subject, project) = (_other.Amendment.Reference, _other.Plan.Projects[0].Indicators[1].Id, _other.Plan.Projects[0].Id);
        Assert.Equal("BORR-2024-0003", amendment);
        foreach (var path in new[]
        {
            "/capture/2/02/files/4", "/capture/2/02/versions/3", $"/capture/2/02/evidence/{subject}", $"/capture/2/02/evidence/{project}", $"/trace/2/02/{subject}",
            $"/amendments/{amendment}", $"/amendments/{amendment}/edit", $"/amendments/{amendment}/files/1", $"/amendments/{amendment}/steps/requested",
            $"/imports/{upload}", $"/imports/{upload}/columns", $"/imports/{upload}/rejects",
        })
        {
            using var here = await Site.Get(Year + path);
            Say(here, path, here.StatusCode == HttpStatusCode.NotFound);
            using var there = await Site.Get($"/work/{MarkedOffice.Code}/{MarkedOffice.Year}{path}");
            Assert.True(there.StatusCode == HttpStatusCode.OK, $"{path} is not there: {there.StatusCode}.");
        }

        var before = Records();
        foreach (var path in new[]
        {
            "/capture/2/02/files/4/remove", "/capture/2/02/versions/3/approve", "/capture/2/02/versions/3/return", "/capture/2/02/versions/3/authorise", $"/capture/2/02/evidence/{subject}",
            $"/amendments/{amendment}/edit", $"/amendments/{amendment}/files", $"/amendments/{amendment}/files/1/remove", $"/amendments/{amendment}/steps/requested", $"/amendments/{amendment}/steps/cancelled",
            $"/imports/{upload}/apply", $"/imports/{upload}/cancel", $"/imports/{upload}/columns",
        })
        {
            using var answer = await Site.Post(Year + path, ("note", "x"), ("remark", "x"), ("subject", subject.ToString()), ("version", "1"), ("name", "sistema-x"), ("reason", "x"));
            Say(answer, path, answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Conflict);
        }

        using (var answer = await Site.Post(Sheet + "/cells", ($"{subject}.achieved", "9")))
        {
            Say(answer, "/cells", answer.StatusCode == HttpStatusCode.UnprocessableEntity);
        }

        Assert.Empty(wrong);
        Assert.Equal(before, Records());
        Assert.Equal(HttpStatusCode.OK, (await Site.Get($"/work/{MarkedOffice.Code}/{MarkedOffice.Year}/imports/{upload}")).StatusCode);

        void Say(HttpResponseMessage answer, string path, bool isRefused)
        {
            if (!isRefused)
            {
                wrong.Add($"{path} answered {(int)answer.StatusCode}.");
            }
        }
    }

    /// <summary>Every form, sent with the other office, its unit, its people and its rows in all the fields that could name them.</summary>
    [Fact]
    public async Task What_a_form_says_against_its_address_changes_nothing_elsewhere()
    {
        var before = (Records(), Plan());
        var project = _other.Plan.Projects[0];
        var clerk = SignedIn.Session(Site.App.Services, "otra@otra.example", new Grant(Role.Plan, MarkedOffice.Code), new Grant(Role.Administer, MarkedOffice.Code));
        var account = Site.App.Services.GetRequiredService<Accounts>().Find("otra@otra.example")!.Id.ToString();
        before = (Records(), Plan());
        (string, string)[] fields =
        [
            ("entity", MarkedOffice.Code), ("entidad", MarkedOffice.Code), ("office", MarkedOffice.Code), ("oficina", MarkedOffice.Code), ("year", "2024"), ("ejercicio", "2025"), ("copiar-de", "2024"), ("nombre", "Otro nombre"), ("name", "Otro nombre"),
            ("unit", "02"), ("unidad", "02"), ("clave", "A001"), ("key", "A001"), ("id", project.Id.ToString()), ("proyecto", project.Id.ToString()), ("project", project.Id.ToString()), ("subject", CaptureSample.Subject.ToString()), ("version", "1"),
            ("account", account), ("email", "otra@otra.example"), ("session", Sessions.IdOf(clerk)), ("role-plan", "true"), ("reason", "Motivo"), ("remark", "Motivo"), ("note", "Motivo"),
            ($"{CaptureSample.Subject}.achieved", "9"), ($"{project.Id}.cause", "Otra causa"), ($"remark.{project.Id}.cause", "Otra"), ("seen", $"{CaptureSample.Subject}.achieved=1"),
        ];
        foreach (var path in EndpointCases.Forms.Values.Where(p => p is not ("/account/password" or "/account/codes/off")).Select(p => p.Replace("{worker}", _sample.WorkerId, StringComparison.Ordinal)))
        {
            using var answer = await Site.Post(path, fields);
            Assert.True((int)answer.StatusCode < 500, $"{path} answered {answer.StatusCode}.");
        }

        Assert.Equal(before, (Records(), Plan()));
        Site.SignInWith(clerk);
        Assert.Equal(HttpStatusCode.OK, (await Site.Get($"/work/{MarkedOffice.Code}/{MarkedOffice.Year}")).StatusCode);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        var other = SignedIn.Session(Site.App.Services, "luis@example.org", new Grant(Role.Plan, CaptureSample.Code));
        await Site.Saved("/account/sessions/end", ("session", Sessions.IdOf(other)));
        Assert.DoesNotContain(Sessions.IdOf(other), await Site.Text("/account"), StringComparison.Ordinal);
        Site.SignInWith(other);
        Assert.Equal(HttpStatusCode.OK, (await Site.Get(Year)).StatusCode);
    }

    /// <summary>From now on the requests are of somebody who may do everything in every office.</summary>
    private void InBoth() => Site.SignIn([.. Roles.All.Select(role => new Grant(role, MarkedOffice.Code))]);

    /// <summary>A table of the other office that waits to be applied.</summary>
    private async Task<string> Upload()
    {
        var address = await ImportWorkTests.Upload(Site, $"/work/{MarkedOffice.Code}/{MarkedOffice.Year}/imports", "movimientos", $"documento,fecha,descripcion,clave_presupuestaria,mes,momento,importe\nP-1,2024-10-02,Papel,{MarkedOffice.Mark},10,devengado,1\n");
        using var applied = await Site.Post(address + "/apply");
        Assert.Equal(HttpStatusCode.SeeOther, applied.StatusCode);
        await Site.Text(address);
        return address.Split('/')[^1];
    }

    private int Records() => new JournalQueries(_other.Database).Records(MarkedOffice.Code).Count(r => r.Action != "access.signed-in");

    private string Plan() => string.Join('\n', SmallPlan.Text(new PlanQueries(_other.Database).Find(MarkedOffice.Code, MarkedOffice.Year)!));
}
