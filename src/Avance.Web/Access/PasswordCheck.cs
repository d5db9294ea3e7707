using Avance.App.Access;
using Microsoft.AspNetCore.Identity;

namespace Avance.Web.Access;

/// <summary>Makes proofs of passwords and holds what is typed against them.</summary>
public sealed class PasswordCheck(Accounts accounts, TimeProvider clock) : IDisposable
{
    private static readonly PasswordHasher<Account> Hasher = new();

    /// <summary>What an address without an account is held against, so that it takes as long to be refused as one with.</summary>
    private static readonly Lazy<string> Nobody = new(() => Hash(Guid.CreateVersion7().ToString()));

    /// <summary>
    /// So many at once: each takes a processor for a while, and who sends hundreds of guesses at once must not have them all
    /// looked at before the first is counted.
    /// </summary>
    private readonly SemaphoreSlim _turns = new(Environment.ProcessorCount);

    /// <summary>Proof of a password, from which it cannot be told.</summary>
    public static string Hash(string password) => Hasher.HashPassword(null!, password);

    /// <summary>
    /// The account that an address and a password open; null when they open none: unknown, wrong, locked or kept out look the
    /// same and take the same time. A wrong one is counted.
    /// </summary>
    public async Task<Account?> Find(string email, string password, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(password);
        await _turns.WaitAsync(cancellation);
        try
        {
            var account = accounts.Find(email);
            var mayTry = account is { PasswordHash: not null, IsDisabled: false } && !account.IsLocked(clock.GetUtcNow());
            var result = Hasher.VerifyHashedPassword(account!, mayTry ? account!.PasswordHash! : Nobody.Value, password.Length > Avance.Access.PasswordPolicy.MaxLength ? "" : password);
            if (!mayTry)
            {
                return null;
            }

            if (result == PasswordVerificationResult.Failed)
            {
                accounts.Fail(account!.Id);
                return null;
            }

            // The second proof may still be wrong, and is counted too.
            return account!.AsksCodes || accounts.Succeed(account.Id) ? account : null;
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    /// <summary>Whether a password is the account's own, for what asks for it again. A wrong one is counted.</summary>
    public async Task<bool> Confirms(Account account, string password, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        return await Find(account.Email, password, cancellation) is not null;
    }
}
