using System.Net;
using Avance.Access;
using Avance.IntegrationTests.Access;
using Avance.IntegrationTests.Progress;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Avance.IntegrationTests.Web;

/// <summary>
/// Every endpoint that there is, asked for by every role of the own unit and another, of the own office and another, by who has
/// none and by nobody: each must answer as the table says, also those that are added tomorrow.
/// </summary>
public sealed class AccessWalkTests
{
    private const string Own = "IEPC";
    private const string Other = "TEECH";
    private const string Unit = "01";

    [Fact]
    public async Task Every_endpoint_answers_each_person_as_the_table_says()
    {
        await using var site = await WebSite.Start(Sample.Command());
        var people = People().Select(p => (p.Name, p.Visitor, Key: p.Visitor.IsSignedIn ? SignedIn.Session(site.App.Services, $"{p.Name}@example.org", [.. p.Visitor.Grants]) : null)).ToList();
        var wrong = new List<string>();
        var asked = 0;
        foreach (var (act, method, address, office, unit) in Endpoints(site))
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
        foreach (var endpoint in Routes(site))
        {
            var act = endpoint.Metadata.GetMetadata<NamedAct>();
            Assert.True(act is not null, $"{endpoint.RoutePattern.RawText} names no act.");
            var rule = AccessTable.Of(act.Act);
            Assert.True(!rule.IsByUnit || endpoint.RoutePattern.GetParameter("unit") is not null, $"{endpoint.RoutePattern.RawText} is done to a unit and names none.");
            Assert.True(rule.Admission != Admission.Anyone || !endpoint.RoutePattern.RawText!.StartsWith("/work", StringComparison.Ordinal), $"{endpoint.RoutePattern.RawText} is open to anyone.");
        }
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
                yield return (role.Code() + "-unidad", Someone(new Grant(role, Own, Unit)));
                yield return (role.Code() + "-otra-unidad", Someone(new Grant(role, Own, "02")));
            }
        }
    }

    private static Visitor Someone(params Grant[] grants) => new(Guid.CreateVersion7(), "", "", grants);

    private static IEnumerable<RouteEndpoint> Routes(WebSite site) => site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static IEnumerable<(Act Act, HttpMethod Method, string Address, string? Office, string? Unit)> Endpoints(WebSite site) =>
        from endpoint in Routes(site)
            // Whoever signs out is nobody from then on.
        where endpoint.RoutePattern.RawText != "/sign-out"
        let address = endpoint.RoutePattern.Parameters.Aggregate(endpoint.RoutePattern.RawText!, Fill)
        from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        where method != HttpMethods.Head
        select (
            endpoint.Metadata.GetRequiredMetadata<NamedAct>().Act,
            new HttpMethod(method),
            address,
            endpoint.RoutePattern.GetParameter("entity") is null ? null : Own,
            endpoint.RoutePattern.GetParameter("unit") is null ? null : Unit);

    /// <summary>What stands in an address for a part of it: of the right shape, and of nothing that is there.</summary>
    private static string Fill(string address, RoutePatternParameterPart part)
    {
        var policies = part.ParameterPolicies.Select(p => p.Content).ToList();
        var value = part.Name switch
        {
            "entity" => Own,
            "unit" => Unit,
            "year" => "2023",
            "account" => Guid.Empty.ToString(),
            _ when policies.Contains("period") => "2023-Q3",
            _ when policies.Contains("guid") => Guid.Empty.ToString(),
            _ => "1",
        };
        var written = string.Concat(part.ParameterPolicies.Select(p => ":" + p.Content));
        return address.Replace($"{{{part.Name}{written}}}", value, StringComparison.Ordinal);
    }
}
