using Avance.Access;
using Microsoft.AspNetCore.Builder;

namespace Avance.Web.Ui;

/// <summary>What each endpoint is for. The gate reads it; an endpoint without one is never answered.</summary>
internal static class Acts
{
    /// <summary>Says what is done at an endpoint, and so who may.</summary>
    public static TBuilder For<TBuilder>(this TBuilder endpoint, Act act)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new NamedAct(act));
}

/// <summary>What an endpoint is for.</summary>
/// <param name="Act">The act.</param>
internal sealed record NamedAct(Act Act);
