using Avance.Access;
using Avance.App.Access;
using Avance.Web.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Avance.IntegrationTests.Access;

/// <summary>Puts people in without the slow password: an account, its roles, a session.</summary>
public static class SignedIn
{
    /// <summary>Who works in tests.</summary>
    public const string Worker = "ana@example.org";

    /// <summary>The password of everybody.</summary>
    public const string Password = "cuatro palabras muy juntas";

    private static readonly string Proof = PasswordCheck.Hash(Password);

    /// <summary>Every role of the sample's office.</summary>
    public static Grant[] Everything { get; } = [.. Roles.All.Select(role => new Grant(role, "IEPC"))];

    /// <summary>What a browser sends for a session.</summary>
    public static string Cookie(string key) => $"avance={key}";

    /// <summary>The key that an answer gives a browser.</summary>
    public static string KeyOf(HttpResponseMessage answer) => answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("avance=", StringComparison.Ordinal)).Split(';')[0]["avance=".Length..];

    /// <summary>The key of a session of somebody with these roles.</summary>
    public static string Session(IServiceProvider services, string email, params Grant[] grants)
    {
        var accounts = services.GetRequiredService<Accounts>();
        var account = accounts.Find(email) ?? accounts.Add(email, "Ana López", Proof, "pruebas");
        foreach (var grant in grants)
        {
            services.GetRequiredService<People>().Give(account.Id, grant, new("pruebas", null));
        }

        return services.GetRequiredService<Sessions>().Open(account, "password");
    }
}
