using Avance.Access;
using Avance.Web.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.IntegrationTests.Web;

/// <summary>Every endpoint that the web maps, with an address for each: also those that are added tomorrow.</summary>
internal static class MappedEndpoints
{
    public const string Office = "IEPC";
    public const string Unit = "01";

    public static IEnumerable<RouteEndpoint> Routes(WebSite site) => site.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    public static IEnumerable<(Act Act, HttpMethod Method, string Address, string? Office, string? Unit)> Of(WebSite site) =>
        from endpoint in Routes(site)
        let address = endpoint.RoutePattern.Parameters.Aggregate(endpoint.RoutePattern.RawText!, Fill)
        from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        where method != HttpMethods.Head
        select (
            endpoint.Metadata.GetRequiredMetadata<NamedAct>().Act,
            new HttpMethod(method),
            address,
            endpoint.RoutePattern.GetParameter("entity") is null ? null : Office,
            endpoint.RoutePattern.GetParameter("unit") is null ? null : Unit);

    /// <summary>What stands in an address for a part of it: of the right shape, and of nothing that is there.</summary>
    private static string Fill(string address, RoutePatternParameterPart part)
    {
        var policies = part.ParameterPolicies.Select(p => p.Content).ToList();
        var value = part.Name switch
        {
            "entity" => Office,
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
