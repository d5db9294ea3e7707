using System.Net;
using Avance.Access;
using Avance.App.Access;
using Avance.App.Journal;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Progress;
using Avance.Web.Access;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>Signing in and out, and what people with bad intentions try there.</summary>
public sealed class SignInTests
{
    private const string Office = "/work/IEPC/2023";

    [Fact]
    public async Task Who_is_not_signed_in_is_asked_to_and_comes_back_to_where_they_were_going()
    {
        await using var site = await Known();
        using var asked = await site.Get("/en/work/IEPC/2023/plan?x=1");
        Assert.Equal(HttpStatusCode.SeeOther, asked.StatusCode);
        Assert.Equal("/en/sign-in?return=%2Fen%2Fwork%2FIEPC%2F2023%2Fplan%3Fx%3D1", asked.Headers.Location!.OriginalString);
        Assert.Equal("no-store", asked.Headers.CacheControl!.ToString());
        var page = await site.Page(asked.Headers.Location.OriginalString);
        Assert.Equal("/en/work/IEPC/2023/plan?x=1", page.QuerySelector("input[name=return]")!.GetAttribute("value"));

        using var answer = await SignIn(site, SignedIn.Password, ("return", "/en/work/IEPC/2023/plan?x=1"));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/en/work/IEPC/2023/plan?x=1", answer.Headers.Location!.OriginalString);
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; path=/; samesite=lax; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
        site.SignInWith(KeyOf(answer));
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Office)).StatusCode);
        Assert.Equal("Ana López", (await site.Page("/work")).QuerySelector(".site-nav a[href='/account']").Words());
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/")]
    [InlineData("/\\example.org/")]
    [InlineData("\\\\example.org")]
    [InlineData("/\t/example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Nobody_is_sent_to_another_site(string address)
    {
        await using var site = await Known();
        using var answer = await SignIn(site, SignedIn.Password, ("return", address));
        Assert.Equal("/work", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Unknown_wrong_locked_disabled_and_invited_look_the_same()
    {
        await using var site = await Known();
        var services = site.App.Services;
        services.GetRequiredService<People>().Invite("invitada@example.org", "Eva", [new(Role.Plan, "IEPC")], new("pruebas", null));
        SignedIn.Session(services, "fuera@example.org");
        services.GetRequiredService<People>().SetDisabled(services.GetRequiredService<Accounts>().Find("fuera@example.org")!.Id, true, new("pruebas", null));
        var answers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (email, password) in new[] { ("nadie@example.org", SignedIn.Password), (SignedIn.Worker, "otra contraseña larga"), ("invitada@example.org", SignedIn.Password), ("fuera@example.org", SignedIn.Password) })
        {
            var page = await site.Refused("/sign-in", HttpStatusCode.UnprocessableEntity, ("email", email), ("password", password));
            answers.Add(page.QuerySelector(".error-summary").Words());
            Assert.DoesNotContain(password, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
            Assert.Equal(email, page.QuerySelector("#email")!.GetAttribute("value"));
        }

        Assert.Contains("no son correctos", Assert.Single(answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_five_wrong_attempts_the_right_password_waits_fifteen_minutes_also_when_all_come_at_once()
    {
        var clock = new MovedClock();
        await using var site = await Known(clock);
        var wrong = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => SignIn(site, "otra contraseña larga " + i)));
        Assert.All(wrong, r => Assert.Equal(HttpStatusCode.UnprocessableEntity, r.StatusCode));
        using var locked = await SignIn(site, SignedIn.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, locked.StatusCode);
        var actions = site.App.Services.GetRequiredService<JournalQueries>().Records("IEPC").Select(r => r.Action).ToList();
        Assert.Contains("access.locked", actions);
        // As many are looked at at once as there are processors; what comes later finds it locked.
        Assert.InRange(actions.Count(a => a == "access.failed"), Account.MaxFailures, Account.MaxFailures + Environment.ProcessorCount);

        clock.Advance(Account.LockLasts - TimeSpan.FromSeconds(1));
        using var early = await SignIn(site, SignedIn.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, early.StatusCode);
        clock.Advance(TimeSpan.FromSeconds(1));
        using var late = await SignIn(site, SignedIn.Password);
        Assert.Equal(HttpStatusCode.SeeOther, late.StatusCode);
    }

    [Fact]
    public async Task A_key_that_was_known_before_is_nobodys_after()
    {
        await using var site = await Known();
        site.SignInWith("fixed-by-somebody-else");
        using var first = await SignIn(site, SignedIn.Password);
        var key = KeyOf(first);
        Assert.NotEqual("fixed-by-somebody-else", key);
        site.SignInWith(key);
        using var second = await SignIn(site, SignedIn.Password);
        Assert.NotEqual(key, KeyOf(second));
        using var old = await site.Get(Office);
        Assert.Equal(HttpStatusCode.SeeOther, old.StatusCode);
        site.SignInWith(KeyOf(second));
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Office)).StatusCode);
    }

    [Fact]
    public async Task Who_signs_out_is_out_on_the_server_too()
    {
        await using var site = await Known();
        site.SignIn(SignedIn.Everything);
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Office)).StatusCode);
        using var get = await site.Get("/sign-out");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        using var answer = await site.Post("/sign-out");
        Assert.Contains("expires=Thu, 01 Jan 1970", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Get(Office)).StatusCode);
    }

    [Fact]
    public async Task What_was_typed_when_the_session_had_ended_is_saved_after_signing_in_again()
    {
        await using var site = await WebSite.StartWork(Sample.Command());
        Budget.AmendmentOffice.Fill(site.Database.Location);
        const string Form = "/work/IEPC/2024/plan/units/new";
        await site.Saved("/work/new", ("entidad", "IEPC"), ("ejercicio", "2024"), ("copiar-de", "2023"));
        site.SignInWith(null);
        (string, string)[] typed = [("clave", "77"), ("nombre", "Unidad <nueva>\ncon \"dos\" renglones"), ("nombre", "otra"), ("codigo", "x"), ("email", "de-la-pagina")];
        var page = await site.Refused(Form, HttpStatusCode.Unauthorized, typed);
        Assert.Contains("Su sesión terminó", page.QuerySelector(".lead").Words(), StringComparison.Ordinal);
        Assert.Equal("", page.QuerySelector("#email")!.GetAttribute("value") ?? "");

        // Wrong first: what was typed comes along.
        page = await site.Refused("/sign-in", HttpStatusCode.UnprocessableEntity, [.. Fields(page, "/sign-in"), ("email", SignedIn.Worker), ("password", "otra contraseña larga")]);
        using var answer = await site.Post("/sign-in", [.. Fields(page, "/sign-in"), ("email", SignedIn.Worker), ("password", SignedIn.Password)]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var kept = PageText.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("Guardar lo que había escrito", kept.QuerySelector("main form button").Words());
        var fields = Fields(kept, Form);
        Assert.Equal(typed, fields);

        site.SignInWith(KeyOf(answer));
        var refused = await site.Refused(Form, HttpStatusCode.UnprocessableEntity, [.. fields]);
        Assert.NotNull(refused.QuerySelector(".error-summary"));
    }

    [Fact]
    public async Task A_place_from_which_too_many_tried_waits_and_others_come_in()
    {
        await using var site = await WebSite.Start(null, settings => settings with { IsBehindProxy = true }, Sample.Command());
        SignedIn.Session(site.App.Services, SignedIn.Worker, SignedIn.Everything);
        var attempts = site.App.Services.GetRequiredService<WrongAttempts>();
        for (var i = 1; i < WrongAttempts.Most; i++)
        {
            attempts.Count(IPAddress.Parse("203.0.113.7"));
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await From("203.0.113.7", "nadie@example.org"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await From("203.0.113.7", SignedIn.Worker));
        Assert.Equal(HttpStatusCode.SeeOther, await From("203.0.113.8", SignedIn.Worker));

        async Task<HttpStatusCode> From(string place, string email)
        {
            site.Client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            site.Client.DefaultRequestHeaders.Add("X-Forwarded-For", place);
            using var answer = await site.Post("/sign-in", ("email", email), ("password", SignedIn.Password));
            return answer.StatusCode;
        }
    }

    [Fact]
    public async Task A_password_that_was_typed_when_the_session_had_ended_goes_into_no_page()
    {
        await using var site = await Known();
        var page = await site.Refused("/account/password", HttpStatusCode.Unauthorized, ("current-password", "una frase secreta"), ("new-password", "otra frase secreta"));
        Assert.DoesNotContain("frase secreta", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal("/work", page.QuerySelector("input[name=return]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_script_is_told_in_a_status_and_not_in_a_page()
    {
        await using var site = await WebSite.Start(Sample.Command());
        using var unknown = await site.Send(HttpMethod.Post, Office + "/plan/approve", ("X-Avance", "1"), ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Empty(await unknown.Content.ReadAsByteArrayAsync());
        site.SignIn(new Grant(Role.Audit, "IEPC"));
        using var forbidden = await site.Send(HttpMethod.Post, Office + "/plan/approve", ("X-Avance", "1"), ("Sec-Fetch-Site", "same-origin"));
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Empty(await forbidden.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Who_may_not_is_told_which_role_it_takes_and_whom_to_ask()
    {
        await using var site = await WebSite.Start(Sample.Command());
        SignedIn.Session(site.App.Services, "jefa@example.org", new Grant(Role.Administer, "IEPC"));
        site.SignIn(new Grant(Role.Review, "IEPC"));
        var words = (await site.Refusal(Office + "/plan/approve", HttpStatusCode.Forbidden)).QuerySelector("main").Words();
        Assert.Contains("hace falta el permiso de Planeación en IEPC", words, StringComparison.Ordinal);
        Assert.Contains("jefa@example.org", words, StringComparison.Ordinal);
        words = (await site.Refusal("/work/TEECH/2023/plan/approve", HttpStatusCode.Forbidden)).QuerySelector("main").Words();
        Assert.Contains("Pídalo a quien administra", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_of_the_telephone_is_asked_for_and_counts_once()
    {
        await using var site = await Known();
        site.SignIn(SignedIn.Everything);
        var page = await site.Page("/account/codes");
        var key = page.QuerySelector("input[name=key]")!.GetAttribute("value")!;
        Assert.NotNull(page.QuerySelector("svg.qr path"));
        var first = TelephoneCode.Of(key);
        await site.Refused("/account/codes", HttpStatusCode.UnprocessableEntity, ("key", key), ("code", "000000"), ("current-password", SignedIn.Password));
        await site.Refused("/account/codes", HttpStatusCode.UnprocessableEntity, ("key", key), ("code", first), ("current-password", "otra contraseña larga"));
        var codes = (await site.Refused("/account/codes", HttpStatusCode.OK, ("key", key), ("code", first), ("current-password", SignedIn.Password))).QuerySelectorAll("code.secret").Select(c => c.Words()).ToList();
        Assert.Equal(10, codes.Distinct().Count());

        site.SignInWith(null);
        using var half = await SignIn(site, SignedIn.Password, ("return", Office));
        Assert.Equal(HttpStatusCode.OK, half.StatusCode);
        site.SignInWith(KeyOf(half));
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Get(Office)).StatusCode);
        // The code with which it was turned on was seen already.
        await site.Refused("/sign-in/code", HttpStatusCode.UnprocessableEntity, ("code", first), ("return", Office));
        using var next = await site.Post("/sign-in/code", ("code", TelephoneCode.Of(key, 1)), ("return", Office));
        Assert.Equal(Office, next.Headers.Location!.OriginalString);
        Assert.NotEqual(KeyOf(half), KeyOf(next));
        site.SignInWith(KeyOf(next));
        Assert.Equal(HttpStatusCode.OK, (await site.Get(Office)).StatusCode);

        site.SignInWith(KeyOf(await SignIn(site, SignedIn.Password)));
        using var recovered = await site.Post("/sign-in/code", ("code", codes[0].ToLowerInvariant()));
        Assert.Equal(HttpStatusCode.SeeOther, recovered.StatusCode);
        site.SignInWith(KeyOf(await SignIn(site, SignedIn.Password)));
        await site.Refused("/sign-in/code", HttpStatusCode.UnprocessableEntity, ("code", codes[0]));
    }

    [Fact]
    public async Task Wrong_codes_lock_too_and_a_right_password_does_not_forget_them()
    {
        await using var site = await Known();
        site.SignIn(SignedIn.Everything);
        var accounts = site.App.Services.GetRequiredService<Accounts>();
        var account = accounts.Find(SignedIn.Worker)!;
        (account.AsksCodes, account.AuthenticatorKey) = (true, "JBSWY3DPEHPK3PXP");
        accounts.Save(account, "pruebas");
        for (var i = 0; i < Account.MaxFailures; i++)
        {
            site.SignInWith(KeyOf(await SignIn(site, SignedIn.Password)));
            await site.Refused("/sign-in/code", HttpStatusCode.UnprocessableEntity, ("code", "000000"));
        }

        Assert.NotNull(accounts.Find(SignedIn.Worker)!.LockedUntil);
        var page = await site.Refused("/sign-in/code", HttpStatusCode.UnprocessableEntity, ("code", TelephoneCode.Of("JBSWY3DPEHPK3PXP")));
        Assert.Contains("o hay que esperar: después de 5 intentos fallidos", page.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_password_ends_every_other_session()
    {
        await using var site = await Known();
        site.SignIn(SignedIn.Everything);
        var other = SignedIn.Session(site.App.Services, SignedIn.Worker);
        var wrong = await site.Refused("/account/password", HttpStatusCode.UnprocessableEntity, ("current-password", "otra contraseña larga"), ("new-password", "cinco palabras todavía mejores"), ("repeat-password", "cinco palabras todavía mejores"));
        Assert.Contains("Contraseña actual: no es correcta, o hay que esperar: después de 5 intentos fallidos", wrong.QuerySelector(".error-summary").Words(), StringComparison.Ordinal);
        await site.Refused("/account/password", HttpStatusCode.UnprocessableEntity, ("current-password", SignedIn.Password), ("new-password", "corta"), ("repeat-password", "corta"));
        var page = await site.Saved("/account/password", ("current-password", SignedIn.Password), ("new-password", "cinco palabras todavía mejores"), ("repeat-password", "cinco palabras todavía mejores"));
        Assert.Single(page.QuerySelectorAll(".session-list li"));
        site.SignInWith(other);
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Get(Office)).StatusCode);
    }

    [Fact]
    public async Task A_session_is_seen_and_ended_from_another()
    {
        await using var site = await Known();
        var stolen = SignedIn.Session(site.App.Services, SignedIn.Worker);
        site.SignIn();
        var page = await site.Page("/account");
        Assert.Equal(3, page.QuerySelectorAll(".session-list li").Length);
        await site.Saved("/account/sessions/end", ("session", Sessions.IdOf(stolen)));
        site.SignInWith(stolen);
        Assert.Equal(HttpStatusCode.SeeOther, (await site.Get("/account")).StatusCode);
    }

    [Fact]
    public async Task Over_tls_the_cookie_is_secure_and_bound_to_the_host()
    {
        await using var site = await WebSite.Start(null, s => s with { PublicAddress = new("https://avance.example.org"), IsBehindProxy = true }, Sample.Command());
        SignedIn.Session(site.App.Services, SignedIn.Worker, SignedIn.Everything);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in") { Content = new FormUrlEncodedContent([new("email", SignedIn.Worker), new("password", SignedIn.Password)]) };
        request.Headers.Host = "avance.example.org";
        request.Headers.TryAddWithoutValidation("Origin", "https://avance.example.org");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Proto", "https");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.7");
        using var answer = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.StartsWith("__Host-avance=", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Contains("; secure;", answer.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
        Assert.Equal("203.0.113.7", site.App.Services.GetRequiredService<Sessions>().Of(site.App.Services.GetRequiredService<Accounts>().Find(SignedIn.Worker)!.Id)[0].Address);
    }

    [Theory]
    [InlineData("evil.example.org", false)]
    [InlineData("evil.example.org:5080", false)]
    [InlineData("203.0.113.9", false)]
    [InlineData("avance.example.org", true)]
    [InlineData("localhost:1", true)]
    [InlineData("127.0.0.1", true)]
    public async Task Only_its_own_names_are_answered(string host, bool isOwn)
    {
        await using var site = await WebSite.Start(null, s => s with { PublicAddress = new("https://avance.example.org") });
        foreach (var path in new[] { "/reports", "/sign-in", "/health", "/nothing" })
        {
            using var response = await site.Send(HttpMethod.Get, path, ("Host", host));
            Assert.Equal(isOwn, response.StatusCode != HttpStatusCode.MisdirectedRequest);
        }
    }

    private static async Task<WebSite> Known(TimeProvider? clock = null)
    {
        var site = await WebSite.Start(null, s => clock is null ? s : s with { Clock = clock }, Sample.Command());
        SignedIn.Session(site.App.Services, SignedIn.Worker, SignedIn.Everything);
        return site;
    }

    private static Task<HttpResponseMessage> SignIn(WebSite site, string password, params (string, string)[] more) =>
        site.Post("/sign-in", [("email", SignedIn.Worker), ("password", password), .. more]);

    private static string KeyOf(HttpResponseMessage response) =>
        Assert.Single(response.Headers.GetValues("Set-Cookie")).Split(';')[0].Split('=', 2)[1];

    /// <summary>What a page's form sends without being typed, as a browser would.</summary>
    private static List<(string, string)> Fields(AngleSharp.Html.Dom.IHtmlDocument page, string action) =>
    [
        .. page.QuerySelector($"main form[action='{action}']")!.QuerySelectorAll("input[type=hidden], textarea[hidden]")
            .Select(e => (e.GetAttribute("name")!, e is AngleSharp.Html.Dom.IHtmlTextAreaElement area ? area.Value.ReplaceLineEndings("\n") : e.GetAttribute("value")!)),
    ];
}
