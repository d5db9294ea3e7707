using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Avance.App.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;

namespace Avance.Web.Access;

/// <summary>
/// Makes and proves passkeys. What was asked of the device travels with the form, sealed, and holds for a few minutes: the server
/// remembers nothing in between.
/// </summary>
internal sealed class PasskeyProof(IPasskeyHandler<Account> handler, UserManager<Account> users, IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("passkey").ToTimeLimitedDataProtector();

    /// <summary>What a device is asked to make a passkey from.</summary>
    public async Task<IResult> AskToMake(Account account, HttpContext context)
    {
        var options = await handler.MakeCreationOptionsAsync(new() { Id = account.Id.ToString(), Name = account.Email, DisplayName = account.Name }, context);
        return Question(options.CreationOptionsJson, options.AttestationState);
    }

    /// <summary>What a device is asked to prove, whoever's it is.</summary>
    public async Task<IResult> AskToProve(HttpContext context)
    {
        var options = await handler.MakeRequestOptionsAsync(null, context);
        return Question(options.RequestOptionsJson, options.AssertionState);
    }

    /// <summary>Keeps the passkey that a device made.</summary>
    /// <returns>Whether it is what was asked for.</returns>
    public async Task<bool> Keep(Account account, string credential, string state, string name, HttpContext context)
    {
        var result = Open(state) is { } asked ? await handler.PerformAttestationAsync(new() { CredentialJson = credential, AttestationState = asked, HttpContext = context }) : null;
        if (result is not { Succeeded: true, Passkey: { } passkey } || result.UserEntity.Id != account.Id.ToString())
        {
            return false;
        }

        passkey.Name = name;
        return (await users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded;
    }

    /// <summary>Whose passkey a device proved; null when it is nobody's, or of somebody who is kept out.</summary>
    public async Task<Account?> Find(string credential, string state, HttpContext context)
    {
        var result = Open(state) is { } asked ? await handler.PerformAssertionAsync(new() { CredentialJson = credential, AssertionState = asked, HttpContext = context }) : null;
        if (result is not { Succeeded: true, User: { IsDisabled: false } account, Passkey: { } passkey })
        {
            return null;
        }

        await users.AddOrUpdatePasskeyAsync(account, passkey);
        return account;
    }

    private IResult Question(string options, string? state) => Results.Json(new JsonObject { ["options"] = JsonNode.Parse(options), ["state"] = _seal.Protect(state ?? "", Lasts) });

    private string? Open(string state)
    {
        try
        {
            return _seal.Unprotect(state);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
