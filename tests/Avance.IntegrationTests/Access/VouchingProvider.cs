using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;

namespace Avance.IntegrationTests.Access;

/// <summary>A small provider of identities on this machine, which vouches for whomever a test says.</summary>
internal sealed class VouchingProvider : IAsyncDisposable
{
    public const string ClientId = "avance";
    public const string Secret = "secreto de pruebas";

    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge)> _asked = [];
    private readonly WebApplication _app;

    private VouchingProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet("/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Authority,
            ["authorization_endpoint"] = Authority + "/authorize",
            ["token_endpoint"] = Authority + "/token",
            ["jwks_uri"] = Authority + "/keys",
            ["response_types_supported"] = new[] { "code" },
            ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
        }));
        _app.MapGet("/keys", () =>
        {
            var p = _key.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = Base64Url.EncodeToString(p.Modulus), e = Base64Url.EncodeToString(p.Exponent) } } });
        });
        _app.MapGet("/authorize", (HttpRequest request) =>
        {
            var code = Guid.CreateVersion7().ToString();
            _asked[code] = (request.Query["nonce"]!, request.Query["code_challenge"]!);
            return Results.Redirect(QueryHelpers.AddQueryString(request.Query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = code, ["state"] = request.Query["state"] }));
        });
        _app.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            var isOurs = form["client_id"] == ClientId && form["client_secret"] == Secret && _asked.TryRemove(form["code"]!, out _asking)
                && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))) == _asking.Challenge;
            return isOurs ? Results.Json(new { access_token = "x", token_type = "Bearer", id_token = Token(_asking.Nonce) }) : Results.BadRequest(new { error = "invalid_grant" });
        });
    }

    private (string Nonce, string Challenge) _asking;

    /// <summary>Its address.</summary>
    public string Authority => _app.Urls.Single();

    /// <summary>For whom it vouches.</summary>
    public string Email { get; set; } = SignedIn.Worker;

    /// <summary>Whether it has verified that address.</summary>
    public bool IsVerified { get; set; } = true;

    /// <summary>To whom it says so.</summary>
    public string Audience { get; set; } = ClientId;

    public static async Task<VouchingProvider> Start()
    {
        var provider = new VouchingProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private string Token(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var head = Part(new { alg = "RS256", typ = "JWT", kid = "1" });
        var body = Part(new { iss = Authority, sub = "1", aud = Audience, iat = now, exp = now + 300, nonce, email = Email, email_verified = IsVerified });
        return $"{head}.{body}.{Base64Url.EncodeToString(_key.SignData(Encoding.ASCII.GetBytes($"{head}.{body}"), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Part(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
