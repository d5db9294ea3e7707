using Avance.Web.Access;

namespace Avance.Web;

/// <summary>What the web is started with.</summary>
/// <param name="DatabaseLocation">SQLite file or PostgreSQL address.</param>
/// <param name="Urls">Where to listen: <c>http://127.0.0.1:5080</c>; port 0 takes any free port.</param>
public sealed record WebSettings(string DatabaseLocation, IReadOnlyList<string> Urls)
{
    /// <summary>The address by which people know this web, when it is another than where it listens; links that leave the program bear it.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Whether a proxy on this machine stands before it, which tells who asks and whether over TLS.</summary>
    public bool IsBehindProxy { get; init; }

    /// <summary>The office's own provider of identities, whose word is taken too; null for none.</summary>
    public IdentityProvider? Provider { get; init; }

    /// <summary>Tells the time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Opens the page that makes the first account; only whoever starts the program learns it.</summary>
    public string SetUpCode { get; } = SetUp.NewCode();
}

/// <summary>Who vouches for people by OpenID Connect.</summary>
/// <param name="Authority">Its address.</param>
/// <param name="ClientId">What it calls this web.</param>
/// <param name="ClientSecret">What this web proves itself with.</param>
public sealed record IdentityProvider(Uri Authority, string ClientId, string ClientSecret);
