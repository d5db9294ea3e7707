using System.Net;
using Avance.Access;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Progress;
using Avance.UnitTests;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Routing;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>
/// Every endpoint that there is, asked for by every role of the own unit and another, of the own office and another, by who has
/// none and by nobody: each must answer as the table says, also those that are added tomorrow.
/// </summary>
public sealed class AccessWalkTests
{
    private const string Own = MappedEndpoints.Office;
    private const string Other = "TEECH";

    [Fact]
    public async Task Every_endpoint_answers_each_person_as_the_table_says()
    {
        await using var site = await WebSite.Start(Sample.Command());
        var people = People().Select(p => (p.Name, p.Visitor, Key: p.Visitor.IsSignedIn ? SignedIn.Session(site.App.Services, $"{p.Name}@example.org", [.. p.Visitor.Grants]) : null)).ToList();
        var wrong = new List<string>();
        var asked = 0;

        // Whoever signs out is nobody from then on.
        foreach (var (act, method, address, office, unit) in MappedEndpoints.Of(site).Where(e => e.Address != "/sign-out"))
        {
            foreach (var (name, visitor, key) in people)
            {
                site.SignInWith(key);
                using var response = method == HttpMethod.Post ? await site.Post(address) : await site.Send(method, address);
                var expected = visitor.Can(act, office, unit);
                if (expected != IsLet(response, visitor))
                {
                    wrong.Add($"{method} {address} ({act}) answered {(int)response.StatusCode} to {name}.");
                }

                asked++;
            }
        }

        Assert.Empty(wrong);
        Assert.True(asked > 3_000, $"Only {asked} requests were made.");
    }

    [Fact]
    public async Task Every_endpoint_names_its_act_and_what_is_done_to_a_unit_names_the_unit()
    {
        await using var site = await WebSite.Start(Sample.Command());
        foreach (var endpoint in MappedEndpoints.Routes(site))
        {
            var act = endpoint.Metadata.GetMetadata<NamedAct>();
            Assert.True(act is not null, $"{endpoint.RoutePattern.RawText} names no act.");
            var rule = AccessTable.Of(act.Act);
            Assert.True(!rule.IsByUnit || endpoint.RoutePattern.GetParameter("unit") is not null, $"{endpoint.RoutePattern.RawText} is done to a unit and names none.");
            Assert.True(rule.Admission != Admission.Anyone || !endpoint.RoutePattern.RawText!.StartsWith("/work", StringComparison.Ordinal), $"{endpoint.RoutePattern.RawText} is open to anyone.");
        }
    }

    /// <summary>What each endpoint is for, and so who may: one that asks for less than it should is seen here.</summary>
    [Fact]
    public async Task Every_endpoint_is_for_what_was_approved()
    {
        await using var site = await WebSite.Start();
        Snapshot.Matches("Avance.IntegrationTests/Web/endpoint-acts.approved.txt", string.Concat(MappedEndpoints.Routes(site)
            .SelectMany(e => e.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Select(m => $"{e.RoutePattern.RawText} {m} {e.Metadata.GetRequiredMetadata<NamedAct>().Act}\n"))
            .Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task An_endpoint_that_names_no_act_is_answered_to_nobody()
    {
        await using var site = await WebSite.StartWork(app => Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/forgotten", () => "here"));
        using var response = await site.Get("/forgotten");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.DoesNotContain("here", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_of_an_amendment_takes_the_role_of_the_step()
    {
        await using var site = await WebSite.Start(Sample.Command());
        Budget.AmendmentOffice.Fill(site.Database.Location);
        const string Draft = "/work/IEPC/2023/amendments/BORR-2023-0002";
        site.SignIn(new Grant(Role.Plan, Own));
        Assert.Equal(["requested", "cancelled"], (await site.Page(Draft)).QuerySelectorAll("main a[href*='/steps/']").Select(a => a.GetAttribute("href")!.Split('/')[^1]));
        Assert.NotNull((await site.Page(Draft + "/steps/requested")).QuerySelector("form"));
        await site.Refusal("/work/IEPC/2023/amendments/AP-2023-0001/steps/cancelled", HttpStatusCode.Forbidden);
        site.SignIn(new Grant(Role.Budget, Own));
        Assert.NotNull((await site.Page("/work/IEPC/2023/amendments/AP-2023-0001/steps/cancelled")).QuerySelector("form"));
    }

    /// <summary>Who may is answered in whatever way but these: asked to sign in, or told that a role is missing.</summary>
    private static bool IsLet(HttpResponseMessage response, Visitor visitor) => visitor.IsSignedIn
        ? response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        : response.StatusCode != HttpStatusCode.Unauthorized && response.Headers.Location?.OriginalString.StartsWith("/sign-in?return=", StringComparison.Ordinal) is not true;

    private static IEnumerable<(string Name, Visitor Visitor)> People()
    {
        yield return ("nadie", Visitor.Nobody);
        yield return ("sin-permisos", Someone());
        foreach (var role in Roles.All)
        {
            yield return (role.Code(), Someone(new Grant(role, Own)));
            yield return (role.Code() + "-otra-oficina", Someone(new Grant(role, Other)));
            if (role.IsOfUnit())
            {
                yield return (role.Code() + "-unidad", Someone(new Grant(role, Own, MappedEndpoints.Unit)));
                yield return (role.Code() + "-otra-unidad", Someone(new Grant(role, Own, "02")));
            }
        }
    }

    private static Visitor Someone(params Grant[] grants) => new(Guid.CreateVersion7(), "", "", grants);
}
