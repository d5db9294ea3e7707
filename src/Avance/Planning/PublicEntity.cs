namespace Avance.Planning;

/// <summary>A public entity (<em>ente público</em>) that answers for a budget and reports on it.</summary>
/// <param name="Code">Short code, unique in one database: <c>IEPC</c>. See <see cref="TryReadCode"/>.</param>
/// <param name="Name">Official name.</param>
public sealed record PublicEntity(string Code, string Name)
{
    /// <summary>The longest code.</summary>
    public const int MaxCodeLength = 24;

    /// <summary>
    /// Reads a code as people type it: letters without accents, digits and hyphens, in capitals whatever the case typed, so
    /// that it can stand in an address and <c>iepc</c> is not another office than <c>IEPC</c>.
    /// </summary>
    public static bool TryReadCode(string? text, out string code)
    {
        code = text?.Trim().ToUpperInvariant() ?? "";
        return code.Length is > 0 and <= MaxCodeLength && char.IsAsciiLetterOrDigit(code[0]) && code.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }
}
