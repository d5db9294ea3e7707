namespace Avance.Access;

/// <summary>Addresses by which people sign in, and by which the journal names them.</summary>
public static class EmailAddress
{
    /// <summary>The longest address.</summary>
    public const int MaxLength = 120;

    /// <summary>
    /// Reads an address as people type it: in lower case whatever the case typed, so that one person has one account. Only
    /// letters without accents, digits and the common signs are taken.
    /// </summary>
    public static bool TryRead(string? text, out string email)
    {
        email = text?.Trim().ToLowerInvariant() ?? "";
        var at = email.IndexOf('@', StringComparison.Ordinal);
        return email.Length <= MaxLength && at > 0
            && email[0] != '.' && email[at - 1] != '.' && !email.Contains("..", StringComparison.Ordinal)
            && email[..at].All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '+')
            && email[(at + 1)..] is { Length: > 0 } host
            && host[0] is not ('.' or '-') && host[^1] is not ('.' or '-')
            && host.Contains('.', StringComparison.Ordinal)
            && host.All(static c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-');
    }
}
