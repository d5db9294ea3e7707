using System.Diagnostics;
using System.Net;
using AngleSharp.Dom;
using Avance.Capture;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Capture;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>A unit's sheet by page: nothing that is typed is lost or overwritten, with and without script.</summary>
public sealed class SheetPagesTests
{
    private const string Sheet = CaptureSite.Sheet;

    [Fact]
    public async Task A_sheet_shows_each_target_with_what_was_due_and_what_is_missing()
    {
        await using var test = await CaptureSite.Start();
        var page = await test.Site.Page(Sheet);
        Assert.Equal("01 Presidencia", page.QuerySelector("h1").Words());
        Assert.Equal("Faltan 3 datos", page.QuerySelector("#standing-name").Words());
        var row = page.GetElementById($"h-{test.Office.Indicator("01").Id}")!.ParentElement!;
        Assert.StartsWith("3.00", row.Children[1].Words(), StringComparison.Ordinal);
        Assert.Contains("por capturar", row.Children[4].Words(), StringComparison.Ordinal);
        Assert.Contains("Vale el último conteo", page.QuerySelector(".served").Words(), StringComparison.Ordinal);
        Assert.Equal(125, page.QuerySelectorAll("#places option").Length);
        Assert.All(page.QuerySelectorAll("#sheet input[data-col], #sheet textarea"), i => Assert.True(i.HasAttribute("aria-labelledby") || i.HasAttribute("aria-label") || i.Closest("label") is not null));
    }

    [Fact]
    public async Task A_draft_keeps_what_is_wrong_and_says_so()
    {
        await using var test = await CaptureSite.Start();
        var page = await test.Site.Saved(Sheet, (test.Achieved, " tres "), (test.Second, "1,234.50"), ("seen", ""));
        Assert.Equal("Se guardó el borrador.", page.QuerySelector(".notice-done").Words());
        Assert.Equal("tres", page.GetElementById(test.Achieved)!.GetAttribute("value"));
        Assert.Equal("true", page.GetElementById(test.Achieved)!.GetAttribute("aria-invalid"));
        Assert.Contains("«tres» no es un número", page.GetElementById($"n-{test.Office.Indicator("01").Id}").Words(), StringComparison.Ordinal);
        Assert.Contains("#" + test.Achieved, page.QuerySelectorAll("#standing a").Select(a => a.GetAttribute("href")));
        Assert.Equal("1 234.50", page.GetElementById($"c-{test.Office.Indicator("01", 2).Id}").Words());
        Assert.Contains("guardado", page.GetElementById("s-" + test.Second).Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_is_kept_once()
    {
        await using var test = await CaptureSite.Start();
        await test.Site.Saved(Sheet, (test.Achieved, "3"), ("seen", ""));
        await test.Site.Saved(Sheet, (test.Achieved, "3"), ("seen", ""));
        Assert.Equal(1, test.Office.Sheet("01").Edits);
    }

    [Fact]
    public async Task Where_another_wrote_meanwhile_both_are_shown_and_all_the_rest_is_kept()
    {
        await using var test = await CaptureSite.Start();
        var seen = CaptureSite.Seen(await test.Site.Page(Sheet));
        test.Office.Type("01", "eva", (test.Office.Indicator("01").Id, CaptureField.Achieved, "3"));
        var page = await test.Site.Refused(Sheet, HttpStatusCode.Conflict, (test.Achieved, "4"), (test.Second, "2"), ("seen", seen));
        Assert.StartsWith("Error: ", page.Title + "", StringComparison.Ordinal);
        Assert.Equal("4", page.GetElementById(test.Achieved)!.GetAttribute("value"));
        Assert.Equal(["eva", "Usted"], page.GetElementById("both-" + test.Achieved)!.QuerySelectorAll("dt").Select(d => d.Words()));
        Assert.Equal(["3", "4"], page.GetElementById("both-" + test.Achieved)!.QuerySelectorAll("dd").Select(d => d.Words()));
        var file = test.Office.Queries.Sheet(CaptureOffice.Code, CaptureOffice.First, "01")!;
        Assert.Equal(("3", "2"), (file.Value(new(test.Office.Indicator("01").Id, CaptureField.Achieved)), file.Value(new(test.Office.Indicator("01", 2).Id, CaptureField.Achieved))));

        // To send it again, having seen both, is to decide.
        await test.Site.Saved(Sheet, (test.Achieved, "4"), ("seen", CaptureSite.Seen(page)));
        Assert.Equal("4", test.Office.Queries.Sheet(CaptureOffice.Code, CaptureOffice.First, "01")!.Value(new(test.Office.Indicator("01").Id, CaptureField.Achieved)));
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.UnprocessableEntity)]
    public async Task What_a_person_left_alone_never_overwrites_what_another_wrote_there(HttpStatusCode status)
    {
        await using var test = await CaptureSite.Start();
        var (alone, typed) = (test.Office.Indicator("01").Id, test.Office.Indicator("01", 2).Id);
        test.Office.Type("01", "eva", (alone, CaptureField.Achieved, "10"), (typed, CaptureField.Achieved, "1"));
        var seen = CaptureSite.Seen(await test.Site.Page(Sheet));
        test.Office.Type("01", "luis", (alone, CaptureField.Achieved, "20"), (typed, CaptureField.Achieved, "2"));
        (string, string)[] sent = [(test.Achieved, "10"), (test.Second, "3"), ("seen", seen)];
        if (status == HttpStatusCode.UnprocessableEntity)
        {
            sent = [.. sent, (test.Name(test.Office.Indicator("03").Id, CaptureField.Achieved), "9")];
        }

        var page = await test.Site.Refused(Sheet, status, sent);
        Assert.Equal(("20", "3"), Boxes());
        if (status == HttpStatusCode.UnprocessableEntity)
        {
            // What was refused whole was not compared with anything yet: it is when it is sent again.
            page = await test.Site.Refused(Sheet, HttpStatusCode.Conflict, Again());
            Assert.Equal(("20", "3"), Boxes());
        }

        Assert.Equal([test.Second], page.QuerySelectorAll(".cell-both").Select(b => b.Id!["both-".Length..]));
        await test.Site.Saved(Sheet, Again());
        var file = test.Office.Queries.Sheet(CaptureOffice.Code, CaptureOffice.First, "01")!;
        Assert.Equal(("20", 2, "3"), (file.Value(new(alone, CaptureField.Achieved)), file.Revision(new(alone, CaptureField.Achieved)), file.Value(new(typed, CaptureField.Achieved))));

        (string?, string?) Boxes() => (page.GetElementById(test.Achieved)!.GetAttribute("value"), page.GetElementById(test.Second)!.GetAttribute("value"));

        (string, string)[] Again() => [(test.Achieved, Boxes().Item1!), (test.Second, Boxes().Item2!), ("seen", CaptureSite.Seen(page))];
    }

    [Fact]
    public async Task What_the_script_sends_was_typed_and_is_never_taken_for_left_alone()
    {
        await using var test = await CaptureSite.Start();
        await test.Keep(Sheet, (test.Achieved, "10"), ("seen", ""));
        await test.Keep(Sheet, (test.Achieved, "15"), ("seen", test.Achieved + "=1"));
        var cell = (await test.Keep(Sheet, (test.Achieved, "10"), ("seen", test.Achieved + "=1"))).Answer.GetProperty("cells")[0];
        Assert.Equal((true, "15", 2), (cell.GetProperty("conflict").GetBoolean(), cell.GetProperty("value").GetString(), cell.GetProperty("revision").GetInt32()));
        var state = PageText.Parse(await test.Site.Text(Sheet + "/findings")).GetElementById("s-" + test.Achieved)!;
        Assert.Equal(("15", "2"), (state.GetAttribute("data-value"), state.GetAttribute("data-revision")));
    }

    [Fact]
    public async Task What_one_person_typed_is_not_kept_under_the_name_of_another()
    {
        await using var test = await CaptureSite.Start();
        Assert.Equal(SignedIn.Worker, (await test.Site.Page(Sheet)).QuerySelector("#sheet input[name=actor]")!.GetAttribute("value"));
        var (status, answer) = await test.Keep(Sheet, (test.Achieved, "7"), ("seen", ""), ("actor", "eva@iepc.example"));
        Assert.Equal((409, "actor.conflict"), (status, answer.GetProperty("rule").GetString()));
        var page = await test.Site.Refused(Sheet, HttpStatusCode.Conflict, (test.Achieved, "7"), ("seen", ""), ("actor", "eva@iepc.example"));
        Assert.Contains("Esto lo escribió eva@iepc.example", page.QuerySelector("#problems").Words(), StringComparison.Ordinal);
        Assert.Equal(["7"], page.QuerySelectorAll("#problems dd").Select(d => d.Words()));
        Assert.Equal("", page.GetElementById(test.Achieved)!.GetAttribute("value") ?? "");
        Assert.Equal(0, test.Office.Sheet("01").Edits);
        await test.Site.Saved(Sheet, (test.Achieved, "7"), ("seen", ""), ("actor", SignedIn.Worker));
        Assert.Equal(1, test.Office.Sheet("01").Edits);
    }

    [Fact]
    public async Task The_script_keeps_a_place_as_it_is_left_and_is_told_of_a_conflict()
    {
        await using var test = await CaptureSite.Start();
        var (status, answer) = await test.Keep(Sheet, (test.Achieved, "3"), ("seen", ""));
        Assert.Equal((200, 1L), (status, answer.GetProperty("edits").GetInt64()));
        Assert.Equal(1, answer.GetProperty("cells")[0].GetProperty("revision").GetInt32());
        test.Office.Type("01", "eva@iepc.mx", (test.Office.Indicator("01").Id, CaptureField.Achieved, "5"));
        var cell = (await test.Keep(Sheet, (test.Achieved, "4"), ("seen", test.Achieved + "=1"))).Answer.GetProperty("cells")[0];
        Assert.Equal((true, "5", "eva", 2), (cell.GetProperty("conflict").GetBoolean(), cell.GetProperty("value").GetString(), cell.GetProperty("who").GetString(), cell.GetProperty("revision").GetInt32()));
        await test.Keep(Sheet, (test.Achieved, "4"), ("seen", test.Achieved + "=2"));
        var fragment = PageText.Parse(await test.Site.Text(Sheet + "/findings"));
        Assert.Equal("4.00", fragment.GetElementById($"c-{test.Office.Indicator("01").Id}").Words());
        Assert.Contains("AVP-015", fragment.GetElementById("standing").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_of_the_sheet_is_refused_whole()
    {
        await using var test = await CaptureSite.Start();
        var stranger = test.Name(test.Office.Indicator("03").Id, CaptureField.Achieved);
        var (status, answer) = await test.Keep(Sheet, (stranger, "9"), (test.Achieved, "3"), ("seen", ""));
        Assert.Equal((422, "capture.cell"), (status, answer.GetProperty("rule").GetString()));
        var page = await test.Site.Refused(Sheet, HttpStatusCode.UnprocessableEntity, (stranger, "9"), (test.Achieved, "7"), ("seen", ""));
        Assert.Equal("7", page.GetElementById(test.Achieved)!.GetAttribute("value"));
        Assert.Contains("sin guardar", page.GetElementById("s-" + test.Achieved).Words(), StringComparison.Ordinal);
        Assert.Equal((0L, 0L), (test.Office.Sheet("01").Edits, test.Office.Sheet("03").Edits));
        Assert.Equal(404, (await test.Keep(CaptureSite.Year + "/capture/1/02", (test.Achieved, "3"))).Status);
        Assert.Equal(404, (await test.Keep(CaptureSite.Year + "/capture/2/01", (test.Achieved, "3"))).Status);
        await test.Site.Refusal(CaptureSite.Year + "/capture/1/02", HttpStatusCode.NotFound);
        await test.Site.Refusal(CaptureSite.Year + "/capture/9/01", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_was_typed_is_shown_also_when_the_sheet_can_no_longer_be_written()
    {
        await using var test = await CaptureSite.Start();
        test.Submitted();
        var page = await test.Site.Refused(Sheet, HttpStatusCode.UnprocessableEntity, (test.Achieved, "77"), ("seen", ""));
        Assert.Contains("enviada a revisión", page.QuerySelector("#problems").Words(), StringComparison.Ordinal);
        Assert.Contains("77", page.QuerySelector("#problems .facts").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#sheet input"));
        Assert.Equal((422, "capture.state"), ((await test.Keep(Sheet, (test.Achieved, "77"))).Status, (await test.Keep(Sheet, (test.Achieved, "77"))).Answer.GetProperty("rule").GetString()));
    }

    [Fact]
    public async Task Nothing_that_people_write_becomes_markup()
    {
        const string Attack = "\"><script>alert(1)</script><img src=x onerror=alert(2)>";
        await using var test = await CaptureSite.Start();
        var project = test.Office.Project("01").Id;
        test.Office.Fill(CaptureOffice.First, "01", "eva");
        test.Office.Type("01", "eva", (project, "municipality-1", Attack), (project, "locality-1", Attack), (project, CaptureField.Cause, Attack), (project, CaptureField.Effect, "</textarea>" + Attack), (test.Office.Indicator("01").Id, CaptureField.Achieved, "<b>3</b>"));
        await Harmless(Sheet, Sheet + "/findings", Sheet + "/submit");
        test.Office.Fill(CaptureOffice.First, "01", "eva");
        test.Office.Type("01", "eva", (project, "municipality-1", ""), (project, "locality-1", ""), (project, CaptureField.OtherReasons, Attack));
        var version = test.Office.Submit("01", "eva").Version;
        test.Office.Review.Return(CaptureOffice.Code, CaptureOffice.First, "01", version, SheetState.Submitted, Attack, [new(new(test.Office.Indicator("01").Id, CaptureField.Achieved), Attack)], "rosa");
        await Harmless(Sheet, Sheet + "/versions/1", CaptureSite.Year + "/trace", $"{CaptureSite.Year}/trace/1/01/{project}", CaptureSite.Year + "/capture");

        async Task Harmless(params string[] addresses)
        {
            foreach (var address in addresses)
            {
                var page = await test.Site.Page(address);
                Assert.Empty(page.QuerySelectorAll("img, script:not([src]), [onerror]"));
            }
        }
    }

    [Fact]
    public async Task Others_changes_are_told_until_they_are_seen()
    {
        await using var test = await CaptureSite.Start();
        test.Office.Type("01", "eva", (test.Office.Indicator("01").Id, CaptureField.Achieved, "3"));
        var page = await test.Site.Page(Sheet);
        Assert.Contains("eva: A002 «Porcentaje de acciones», alcanzado en el trimestre → 3", page.QuerySelector(".news").Words(), StringComparison.Ordinal);
        test.Office.Clock.Now = TimeProvider.System.GetUtcNow();
        page = await test.Site.Saved(Sheet + "/seen", ("at", page.QuerySelector("input[name=at]")!.GetAttribute("value")!));
        Assert.Null(page.QuerySelector(".news"));
        await Task.Delay(5, TestContext.Current.CancellationToken);
        test.Office.Clock.Now = TimeProvider.System.GetUtcNow();
        test.Office.Type("01", "luis", (test.Office.Indicator("01", 2).Id, CaptureField.Achieved, "2"));
        Assert.Equal(["luis"], (await test.Site.Page(Sheet)).QuerySelectorAll(".news li").Select(l => l.Words().Split(':')[0]));
    }

    [Fact]
    public async Task A_sheet_is_sent_when_nothing_blocks_it_and_as_it_was_seen()
    {
        await using var test = await CaptureSite.Start();
        var page = await test.Site.Saved(Sheet, (test.Achieved, "3"), ("seen", ""), ("next", "submit"));
        Assert.StartsWith("Enviar a revisión", page.QuerySelector("h1").Words(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form.work-form"));
        await test.Site.Refused(Sheet + "/submit", HttpStatusCode.UnprocessableEntity, ("version", "1"), ("note", ""));
        test.Office.Fill(CaptureOffice.First, "01", "eva");
        var edits = (await test.Site.Page(Sheet + "/submit")).QuerySelector("input[name=version]")!.GetAttribute("value")!;
        test.Office.Type("01", "luis", (test.Office.Project("01").Id, CaptureField.OtherReasons, "Nota."));
        page = await test.Site.Refused(Sheet + "/submit", HttpStatusCode.Conflict, ("version", edits), ("note", "Lista."));
        Assert.Contains("no se hizo nada", page.QuerySelector("#problems").Words(), StringComparison.Ordinal);
        Assert.Equal("Lista.", page.QuerySelector("textarea")!.TextContent.Trim());
        edits = page.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        page = await test.Site.Saved(Sheet + "/submit", ("version", edits), ("note", "Lista."));
        Assert.Contains("Enviada a revisión", page.QuerySelector(".sheet-facts").Words(), StringComparison.Ordinal);

        // A second click finds it sent.
        page = await test.Site.Refused(Sheet + "/submit", HttpStatusCode.UnprocessableEntity, ("version", edits), ("note", "Lista."));
        Assert.Equal(1, test.Office.Sheet("01").Version);
        Assert.Contains("no hay nada que enviar", page.QuerySelector("main").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_added_without_losing_what_was_typed()
    {
        await using var test = await CaptureSite.Start();
        var project = test.Office.Project("01").Id;
        var page = await test.Site.Saved(Sheet, ($"{project}.women-1", "25"), ("seen", ""), ("next", $"row {project}"));
        Assert.Contains("Fila 2 Mujeres", Named(page.GetElementById($"{project}.women-2")!), StringComparison.Ordinal);
        Assert.Contains("Fila 1 Mujeres", Named(page.GetElementById($"{project}.women-1")!), StringComparison.Ordinal);
        Assert.Equal("25", page.GetElementById($"{project}.women-1")!.GetAttribute("value"));

        string Named(IElement box) => string.Join(' ', box.GetAttribute("aria-labelledby")!.Split(' ').Select(id => page.GetElementById(id).Words()));
    }

    [Fact]
    public async Task A_cause_without_its_effect_is_kept_and_the_effect_is_asked_for()
    {
        await using var test = await CaptureSite.Start();
        var project = test.Office.Project("01").Id;
        var page = await test.Site.Saved(Sheet, (test.Achieved, "1"), ($"{project}.{CaptureField.Cause}", "Faltó personal."), ("seen", ""));
        Assert.Contains("por corregir", page.GetElementById($"s-{project}.{CaptureField.Effect}").Words(), StringComparison.Ordinal);
        await test.Site.Page(Sheet + "/findings");
    }

    [Fact]
    public async Task A_sheet_of_sixty_targets_is_light_and_is_kept_fast()
    {
        await using var site = await WebSite.StartWork();
        using (var database = site.Database.Open())
        {
            CaptureSite.Large(database);
        }

        var page = await site.Page(Sheet);
        Assert.Equal(60, page.QuerySelectorAll("input[data-col=t]").Length);
        var modules = await Modules(site, page.QuerySelector("script")!.GetAttribute("src")!);
        Assert.Equal(modules.Skip(1), page.QuerySelectorAll("link[rel=modulepreload]").Select(e => e.GetAttribute("href")!));
        var weight = 0;
        foreach (var path in page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(e => e.GetAttribute("href")!).Concat(modules).Append(Sheet))
        {
            using var sent = await site.Get(path, ("Accept-Encoding", "gzip"));
            Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
            Assert.Equal(path == Sheet ? "no-store" : "public, max-age=31536000, immutable", sent.Headers.CacheControl!.ToString());
            weight += (await sent.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
        }

        Assert.True(weight <= 40 * 1024, $"The sheet weighs {weight} bytes.");
        var name = page.QuerySelector("input[data-col=t]")!.Id!;
        var (empty, save) = (await Fastest(_ => []), await Fastest(i => [(name, $"{i}"), ("seen", $"{name}={i}")]));
        Assert.True(save <= (3 * empty) + TimeSpan.FromMilliseconds(2), $"An empty form takes {empty.TotalMilliseconds} ms and a save {save.TotalMilliseconds} ms.");

        async Task<TimeSpan> Fastest(Func<int, (string, string)[]> fields)
        {
            var times = new List<TimeSpan>();
            for (var i = 0; i < 60; i++)
            {
                var clock = Stopwatch.StartNew();
                using var response = await site.Post(Sheet + "/cells", fields(i));
                times.Add(clock.Elapsed);
                Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            }

            return times.Order().ElementAt(15);
        }
    }

    /// <summary>A script and every module that it or they import, in the order in which they are named.</summary>
    private static async Task<List<string>> Modules(WebSite site, string script)
    {
        var modules = new List<string> { script };
        for (var i = 0; i < modules.Count; i++)
        {
            using var sent = await site.Get(modules[i]);
            Assert.Equal("text/javascript", sent.Content.Headers.ContentType!.MediaType);
            var text = await sent.Content.ReadAsStringAsync();
            modules.AddRange(text.Split("from \"./").Skip(1).Select(rest => "/assets/" + rest[..rest.IndexOf('"', StringComparison.Ordinal)]).Except(modules));
        }

        return modules;
    }
}
