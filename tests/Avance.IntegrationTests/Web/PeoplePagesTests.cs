using System.Net;
using Avance.Access;
using Avance.App.Access;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Progress;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>How people come in, and who lets them.</summary>
public sealed class PeoplePagesTests
{
    private const string People = "/work/IEPC/people";
    private const string Password = "cinco palabras todavía mejores";

    private static readonly (string, string)[] Chosen = [("new-password", Password), ("repeat-password", Password)];

    [Fact]
    public async Task The_first_account_takes_the_code_of_who_started_the_program_and_is_made_once()
    {
        await using var site = await WebSite.Start(Sample.Command());
        using var asked = await site.Get("/sign-in");
        Assert.Equal("/setup", asked.Headers.Location!.OriginalString);
        (string, string)[] typed = [("office", "iepc"), ("email", "jefa@example.org"), ("name", "Rosa"), .. Chosen];
        var page = await site.Refused("/setup", HttpStatusCode.UnprocessableEntity, [.. typed, ("set-up-code", "AAAA-BBBB-CCCC")]);
        Assert.Contains("no es el que mostró el programa", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        Assert.True(site.App.Services.GetRequiredService<Accounts>().AreNone());

        using var made = await site.Post("/setup", [.. typed, ("set-up-code", site.Settings.SetUpCode.ToLowerInvariant())]);
        Assert.Equal("/work/IEPC/people?notice=saved", made.Headers.Location!.OriginalString);
        site.SignInWith(Key(made));
        Assert.Equal(["Rosa", "jefa@example.org", "Administración", "Activa"], (await site.Page(People)).Table("Personas").Rows()[0].Take(4));

        using var gone = await site.Get("/setup");
        Assert.Equal("/sign-in", gone.Headers.Location!.OriginalString);
        page = await site.Refused("/setup", HttpStatusCode.UnprocessableEntity, [.. typed, ("set-up-code", site.Settings.SetUpCode)]);
        Assert.Contains("ya tiene cuentas", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_is_invited_for_a_unit_comes_in_and_is_given_more()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        Budget.AmendmentOffice.Fill(site.Database.Location);
        var page = await site.Page(People + "/new");
        Assert.NotNull(page.QuerySelector("input[name='role-capture-06']"));
        page = await site.Refused(People + "/new", HttpStatusCode.UnprocessableEntity, ("email", "luis@example.org"), ("name", "Luis"));
        Assert.Contains("Elija al menos un permiso", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        page = await site.Refused(People + "/new", HttpStatusCode.OK, ("email", "Luis@Example.org"), ("name", "Luis"), ("role-capture-06", "true"));
        var address = page.QuerySelector("code.secret").Words();
        Assert.StartsWith(site.Client.BaseAddress!.GetLeftPart(UriPartial.Authority) + "/invitation/", address, StringComparison.Ordinal);
        var worker = site.Client.DefaultRequestHeaders.GetValues("Cookie").Single();

        site.SignInWith(null);
        var path = new Uri(address).AbsolutePath;
        Assert.Equal("Luis", (await site.Page(path)).QuerySelector("#name")!.GetAttribute("value"));
        await site.Refused(path, HttpStatusCode.UnprocessableEntity, ("name", "Luis"), ("new-password", "luis luis luis"), ("repeat-password", "luis luis luis"));
        await site.Refused(path, HttpStatusCode.UnprocessableEntity, ("name", "Luis"), ("new-password", Password), ("repeat-password", "otra"));
        using var accepted = await site.Post(path, [("name", "Luis Pérez"), .. Chosen]);
        Assert.Equal("/work", accepted.Headers.Location!.OriginalString);
        await site.Refusal(path, HttpStatusCode.NotFound);
        await site.Refused(path, HttpStatusCode.NotFound, [("name", "Otro"), .. Chosen]);
        site.SignInWith(Key(accepted));
        Assert.Equal(HttpStatusCode.OK, (await site.Get("/work/IEPC/2023")).StatusCode);
        await site.Refusal(People, HttpStatusCode.Forbidden);

        site.SignInWith(worker["avance=".Length..]);
        var person = (await site.Page(People)).QuerySelectorAll("tbody a").Single(a => a.Words() == "Luis Pérez").GetAttribute("href")!;
        Assert.True((await site.Page(person)).QuerySelector("input[name='role-capture-06']")!.HasAttribute("checked"));
        Assert.Equal("capture/06", (await site.Page(person)).QuerySelector("input[name=version]")!.GetAttribute("value"));
        var list = await site.Saved(person, ("version", "capture/06"), ("role-review", "true"), ("role-authorise", "true"), ("role-authorise-06", "true"));
        Assert.Contains(list.Table("Personas").Rows(), r => r[0] == "Luis Pérez" && r[2] == "Titular de unidad; Revisión");
        var twice = await site.Refused(person, HttpStatusCode.Conflict, ("version", "capture/06"), ("role-capture-06", "true"), ("role-plan", "true"));
        Assert.Contains(twice.Table("Lo guardado y lo suyo").Rows(), r => r[1] == "marcado" && r[2] == "(en blanco)");
        Assert.Equal("authorise/ review/", twice.QuerySelector("input[name=version]")!.GetAttribute("value"));
        await site.Saved(person + "/disable");
        site.SignInWith(Key(accepted));
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Get("/work/IEPC/2023")).StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_taken_away_by_page()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        var own = $"{People}/{site.App.Services.GetRequiredService<Accounts>().Find(SignedIn.Worker)!.Id}";
        foreach (var path in new[] { own, own + "/disable" })
        {
            var seen = (await site.Page(own)).QuerySelector("input[name=version]")!.GetAttribute("value")!;
            var page = await site.Refused(path, HttpStatusCode.UnprocessableEntity, ("version", seen), ("role-plan", "true"));
            Assert.Contains("se quedaría sin quien administre", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await site.Get(People)).StatusCode);
    }

    [Fact]
    public async Task Who_failed_too_often_is_let_in_by_an_administrator()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        SignedIn.Session(site.App.Services, "luis@example.org", new Grant(Role.Plan, "IEPC"));
        var accounts = site.App.Services.GetRequiredService<Accounts>();
        var luis = accounts.Find("luis@example.org")!.Id;
        for (var i = 0; i < Account.MaxFailures; i++)
        {
            accounts.Fail(luis);
        }

        Assert.Contains((await site.Page(People)).Table("Personas").Rows(), r => r[3] == "En espera por intentos fallidos");
        await site.Saved($"{People}/{luis}/unlock");
        Assert.Null(accounts.Find(luis)!.LockedUntil);
    }

    [Fact]
    public async Task An_administrator_sees_and_changes_only_the_people_of_their_office()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        SignedIn.Session(site.App.Services, "otra@example.org", new Grant(Role.Plan, "TEECH"));
        var id = site.App.Services.GetRequiredService<Accounts>().Find("otra@example.org")!.Id;
        Assert.DoesNotContain("otra@example.org", await site.Text(People), StringComparison.Ordinal);
        await site.Refusal($"{People}/{id}", HttpStatusCode.NotFound);
        await site.Refusal("/work/TEECH/people", HttpStatusCode.Forbidden);
        await site.Refused($"{People}/{id}/disable", HttpStatusCode.NotFound);

        site.App.Services.GetRequiredService<App.Access.People>().Give(id, new(Role.Review, "IEPC"), new("pruebas", null));
        var page = await site.Refused($"{People}/{id}/invite", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("otra oficina que usted no administra", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        // The roles that they have are still ticked: to save them now takes none away.
        Assert.Equal("review/", page.QuerySelector("input[name=version]")!.GetAttribute("value"));
        Assert.True(page.QuerySelector("input[name='role-review']")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task A_role_is_given_for_a_unit_of_any_year_that_is_not_over()
    {
        const string New = "/work/IEPC/2024/plan/units/new";
        await using var site = await WebSite.StartWork(Sample.Command());
        Budget.AmendmentOffice.Fill(site.Database.Location);
        await site.Saved("/work/new", ("entidad", "IEPC"), ("nombre", "Instituto de Elecciones"), ("ejercicio", "2024"), ("administrativa", "2.1.1.1.4"));
        var carried = (await site.Page(New)).QuerySelectorAll(".work-form input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value")!));
        await site.Saved(New, [.. carried, ("clave", "77"), ("nombre", "Unidad nueva")]);
        var page = await site.Page(People + "/new");
        Assert.NotNull(page.QuerySelector("input[name='role-capture-06']"));
        Assert.NotNull(page.QuerySelector("input[name='role-capture-77']"));
    }

    [Fact]
    public async Task A_name_is_text_wherever_it_is_shown()
    {
        const string Name = "<script>alert(1)</script>\"'><img src=x>";
        await using var site = await WebSite.StartWork(Sample.Command());
        await site.Saved("/account/name", ("name", Name));
        foreach (var path in new[] { "/account", "/work", People, $"{People}/{site.App.Services.GetRequiredService<Accounts>().Find(SignedIn.Worker)!.Id}" })
        {
            var page = await site.Page(path);
            Assert.Empty(page.QuerySelectorAll("script, img"));
            Assert.Contains(Name, page.DocumentElement.TextContent, StringComparison.Ordinal);
        }

        var refused = await site.Refused(People + "/new", HttpStatusCode.UnprocessableEntity, ("email", Name + "@example.org"), ("name", Name), ("role-plan", "true"));
        Assert.Empty(refused.QuerySelectorAll("script, img"));
        Assert.Equal(Name + "@example.org", refused.QuerySelector("#email")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Who_plans_in_one_office_starts_no_year_of_another()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        var page = await site.Refused("/work/new", HttpStatusCode.UnprocessableEntity, ("entidad", "TEECH"), ("nombre", "Tribunal"), ("ejercicio", "2024"));
        Assert.Contains("usted no planea en TEECH", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
    }

    private static string Key(HttpResponseMessage response) => Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0].Split('=', 2)[1];
}
