using System.Net;
using Avance.App.Access;
using Microsoft.AspNetCore.Identity;

namespace Avance.Web.Access;

/// <summary>Codes that a telephone makes from a shared secret and the time, and recovery codes for when it is lost.</summary>
internal sealed class TimeCodes(Accounts accounts, WrongAttempts attempts, UserManager<Account> users)
{
    private const int RecoveryCount = 10;

    /// <summary>Letters of a secret: 160 bits, five in each.</summary>
    private const int KeyLength = 32;

    /// <summary>A new secret.</summary>
    public string NewKey() => users.GenerateNewAuthenticatorKey();

    /// <summary>Whether a text has the form of a secret.</summary>
    public static bool IsKey(string key) => key.Length == KeyLength && key.All(static c => c is (>= 'A' and <= 'Z') or (>= '2' and <= '7'));

    /// <summary>New recovery codes, each good once; the earlier ones no longer are.</summary>
    public IReadOnlyList<string> NewRecoveryCodes(Guid account)
    {
        var codes = Enumerable.Range(0, RecoveryCount).Select(static _ => SetUp.NewCode()).ToList();
        accounts.ReplaceRecoveryCodes(account, codes);
        return codes;
    }

    /// <summary>
    /// How a code lets its account in: by the telephone or by a recovery code. Null when it does not, and that is counted, against the
    /// account and against where it comes from.
    /// </summary>
    public async Task<string?> Way(Account account, string code, IPAddress? from)
    {
        var way = attempts.MayTry(from) ? await Proved(account, code) : null;
        if (way is null)
        {
            attempts.Count(from);
        }

        return way;
    }

    private async Task<string?> Proved(Account account, string code)
    {
        // Six digits and nothing else: a code in other clothes would be taken twice.
        if (code.Length == 6 && code.All(char.IsAsciiDigit) && await IsOf(account, code) && accounts.Succeed(account.Id, code))
        {
            return "code";
        }

        if (accounts.RedeemRecoveryCode(account.Id, code))
        {
            return "recovery";
        }

        accounts.Fail(account.Id);
        return null;
    }

    /// <summary>Whether a code is what the account's telephone shows.</summary>
    public Task<bool> IsOf(Account account, string code) =>
        account.AuthenticatorKey is null ? Task.FromResult(false) : users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code);
}
