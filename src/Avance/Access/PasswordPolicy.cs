namespace Avance.Access;

/// <summary>
/// What a password must be: long, not made of who it belongs to, and not one of those that are tried first. What kinds of
/// characters it has is left to people: such demands make passwords worse.
/// </summary>
public static class PasswordPolicy
{
    /// <summary>The fewest characters.</summary>
    public const int MinLength = 12;

    /// <summary>The most characters: far above any password, and cheap to compute with.</summary>
    public const int MaxLength = 200;

    /// <summary>Shorter parts of a name turn up in good passwords by chance.</summary>
    private const int MinPart = 4;

    /// <summary>What lists of stolen passwords begin with, as folded. Nothing that is little more than one of these is taken, however long.</summary>
    private static readonly string[] Common =
    [
        "1234567890", "0123456789", "0987654321", "9876543210", "1q2w3e4r5t", "1qaz2wsx3e", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghij",
        "password", "passw0rd", "p@ssw0rd", "p@ssword", "contrasena", "administrador", "administrator", "bienvenido", "iloveyou",
    ];

    /// <summary>Why a password is refused, and how to choose another; null when it is taken.</summary>
    /// <param name="password">The password.</param>
    /// <param name="email">Whose it will be.</param>
    /// <param name="name">Their name.</param>
    public static LocalizedText? Refusal(string password, string email, string name)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(email);
        ArgumentNullException.ThrowIfNull(name);
        if (password.Length is < MinLength or > MaxLength)
        {
            return new(
                $"La contraseña tiene {(password.Length == 1 ? "1 carácter" : $"{password.Length} caracteres")}: use de {MinLength} a {MaxLength}. Cuatro palabras que solo usted junte son una buena contraseña.",
                $"The password has {(password.Length == 1 ? "1 character" : $"{password.Length} characters")}: use {MinLength} to {MaxLength}. Four words that only you would put together make a good one.");
        }

        var folded = FoldedText.Fold(password);
        if (Parts(email, name).Any(part => folded.Contains(part, StringComparison.Ordinal)))
        {
            return new("La contraseña contiene su nombre o su correo, que cualquiera conoce. Elija otra.", "The password contains your name or address, which anyone knows. Choose another.");
        }

        return password.Distinct().Count() < MinPart || Common.Any(c => Rest(folded, FoldedText.Fold(c)) < MinPart + 1)
            ? new("Esa contraseña es de las primeras que se prueban. Elija otra.", "That password is one of the first to be tried. Choose another.")
            : null;
    }

    /// <summary>How many characters are left when a common password is taken out: «password2024» is little more than «password».</summary>
    private static int Rest(string password, string common) =>
        password.Contains(common, StringComparison.Ordinal) ? password.Replace(common, "", StringComparison.Ordinal).Length : int.MaxValue;

    private static IEnumerable<string> Parts(string email, string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(email).Append(email.Split('@')[0])
            .Select(FoldedText.Fold).Where(part => part.Length >= MinPart);
}
