using System.Xml.Linq;
using Avance.App.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Avance.Web.Access;

/// <summary>What sign-in is built from.</summary>
internal static class AccessServices
{
    public static void Add(WebApplicationBuilder builder, WebSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton<OwnAddress>();
        services.AddSingleton<Accounts>();
        services.AddSingleton<People>();
        services.AddSingleton<Invitations>();
        services.AddSingleton<Sessions>();
        services.AddSingleton(static provider => new WrongAttempts(provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<PasswordCheck>();
        services.AddScoped<TimeCodes>();
        services.AddIdentityCore<Account>().AddUserStore<AccountStore>().AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddSingleton<Passkeys>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<PasskeyProof>();
        services.Configure<IdentityPasskeyOptions>(o =>
        {
            // The device asks for a finger, a face or a PIN, and finds the key by itself: a passkey is both proofs at once.
            (o.UserVerificationRequirement, o.ResidentKeyRequirement) = ("required", "required");
            o.ServerDomain = settings.PublicAddress?.Host;
        });
        services.AddSingleton<ProtectionKeys>();
        if (settings.Provider is { } provider)
        {
            ProviderSignIn.Add(services, provider);
        }

        services.AddDataProtection().SetApplicationName("avance");
        services.AddOptions<KeyManagementOptions>().Configure<ProtectionKeys>(static (options, keys) => options.XmlRepository = new KeyRepository(keys));
        // Nothing that outlives ten minutes is protected with these keys, and whoever can read them can read everything else.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }

    /// <summary>Keeps the keys in the database; where it cannot be written, in memory: pages are still to be read there.</summary>
    private sealed class KeyRepository(ProtectionKeys keys) : IXmlRepository
    {
        private readonly List<XElement> _unkept = [];

        public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.All().Select(XElement.Parse), .. _unkept];

        public void StoreElement(XElement element, string friendlyName)
        {
            try
            {
                keys.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
            }
            catch (RuleViolationException refusal) when (refusal.RuleId == "storage.read-only")
            {
                _unkept.Add(element);
            }
        }
    }
}
