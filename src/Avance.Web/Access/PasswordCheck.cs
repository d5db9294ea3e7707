using System.Diagnostics;
using System.Net;
using Avance.App.Access;
using Microsoft.AspNetCore.Identity;

namespace Avance.Web.Access;

/// <summary>Makes proofs of passwords and holds what is typed against them.</summary>
public sealed class PasswordCheck(Accounts accounts, WrongAttempts attempts, TimeProvider clock) : IDisposable
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
    /// Refusals take this long, or twice, never something between: whether a wrong attempt was also written down cannot be told from
    /// how long it took.
    /// </summary>
    internal TimeSpan RefusalTakes { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>
    /// The account that an address and a password open; null when they open none: unknown, wrong, locked or kept out look the
    /// same and take the same time. A wrong one is counted, against the account and against where it comes from.
    /// </summary>
    /// <param name="email">The address of the account, as typed.</param>
    /// <param name="password">The password, as typed.</param>
    /// <param name="from">Where it comes from.</param>
    /// <param name="cancellation">Nobody waits for the answer any more.</param>
    public async Task<Account?> Find(string email, string password, IPAddress? from, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(password);
        await _turns.WaitAsync(cancellation);
        var started = Stopwatch.GetTimestamp();
        Account? account;
        try
        {
            account = attempts.MayTry(from) ? Opened(email, password) : null;
        }
        finally
        {
            _turns.Release();
        }

        if (account is null)
        {
            attempts.Count(from);
            await Task.Delay(RefusalTakes - TimeSpan.FromTicks(Stopwatch.GetElapsedTime(started).Ticks % RefusalTakes.Ticks), cancellation);
        }

        return account;
    }

    private Account? Opened(string email, string password)
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

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    /// <summary>Whether a password is the account's own, for what asks for it again. A wrong one is counted.</summary>
    public async Task<bool> Confirms(Account account, string password, IPAddress? from, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(account);
        return await Find(account.Email, password, from, cancellation) is not null;
    }
}
