namespace Avance.App.Access;

/// <summary>Codes that people copy from paper.</summary>
public static class TypedCode
{
    /// <summary>A code as it is compared: whatever its case, spaces and hyphens.</summary>
    public static string Bare(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return string.Concat(code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit));
    }
}
