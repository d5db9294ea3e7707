using Avance.Access;

namespace Avance.App.Access;

/// <summary>
/// The account by which a person signs in. It is the database's and no office's: what they may do, they may do in an office, by
/// their grants.
/// </summary>
public sealed class Account
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 120;

    /// <summary>After so many wrong attempts nobody may try again for a while.</summary>
    public const int MaxFailures = 5;

    /// <summary>That while.</summary>
    public static readonly TimeSpan LockLasts = TimeSpan.FromMinutes(15);

    /// <summary>So many codes can be taken while any one of them still holds: it does for two of its neighbours before and after.</summary>
    private const int MostCodes = 9;

    /// <summary>Its identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The address by which they sign in and the journal names them, in lower case. It never changes.</summary>
    public required string Email { get; init; }

    /// <summary>Their name.</summary>
    public required string Name { get; set; }

    /// <summary>Proof of their password; null until they set one.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Grows with each change, so that no change is lost under another.</summary>
    public int Version { get; set; }

    /// <summary>Whether they are kept out.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>Wrong attempts since the last right one.</summary>
    public int Failures { get; set; }

    /// <summary>Until when nobody may try again; null when they may.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Whether a code of their telephone is asked for beside the password.</summary>
    public bool AsksCodes { get; set; }

    /// <summary>The last codes that were taken, newest first: none is taken twice.</summary>
    public string? LastCodes { get; set; }

    /// <summary>The secret that their telephone makes codes from; null when they never asked for one.</summary>
    public string? AuthenticatorKey { get; set; }

    /// <summary>Whether an identity provider vouched for them once: they come in by its word, and need no password.</summary>
    public bool IsVouchedFor { get; set; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whether they have a way in beside an invitation. A passkey is none of its own: it takes a password to make one.</summary>
    public bool HasWayIn => PasswordHash is not null || IsVouchedFor;

    /// <summary>Whether they can come in.</summary>
    public bool CanEnter => !IsDisabled && HasWayIn;

    /// <summary>Whether a code was taken.</summary>
    public bool HasTaken(string code) => LastCodes?.Split(' ').Contains(code) is true;

    /// <summary>Remembers that a code was taken.</summary>
    public void Take(string code) => LastCodes = string.Join(' ', (LastCodes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(code).Take(MostCodes));

    /// <summary>Whether nobody may try again for now.</summary>
    public bool IsLocked(DateTimeOffset now) => LockedUntil > now;
}

/// <summary>A person as an office sees them.</summary>
/// <param name="Account">Their account.</param>
/// <param name="Grants">Their roles in that office.</param>
/// <param name="IsElsewhere">Whether they also have roles in another office.</param>
/// <param name="InvitedUntil">Until when an invitation waits for them; null when none does.</param>
/// <param name="SeenAt">When the session that they have open was last used; null when they have none.</param>
public sealed record Person(Account Account, IReadOnlyList<Grant> Grants, bool IsElsewhere, DateTimeOffset? InvitedUntil, DateTimeOffset? SeenAt);

/// <summary>Who looks after people.</summary>
/// <param name="Name">The name that the journal records.</param>
/// <param name="Offices">The offices whose people they may change; null for all of them: who holds the database.</param>
public sealed record Administrator(string Name, IReadOnlyCollection<string>? Offices)
{
    /// <summary>Someone who is signed in, in the offices that they administer.</summary>
    public static Administrator Of(Visitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        return new(visitor.Email, [.. visitor.Offices.Where(office => visitor.Can(Act.ManagePeople, office))]);
    }

    /// <summary>Whether they may change the people of an office.</summary>
    public bool Keeps(string office) => Offices?.Contains(office) ?? true;
}
