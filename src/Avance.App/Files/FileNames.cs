using System.Buffers;
using System.Text;

namespace Avance.App.Files;

/// <summary>Names of files that come from people: shown and offered again, never opened.</summary>
internal static class FileNames
{
    /// <summary>Longest name.</summary>
    public const int Longest = 200;

    /// <summary>Marks that turn the direction of writing around, and so make the end of a name look like another.</summary>
    private static readonly SearchValues<char> Turns = SearchValues.Create("\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>The last part of a path of any kind of system.</summary>
    public static string Last(string path) => path.Split('/', '\\')[^1].Trim();

    /// <summary>Whether a name can be kept and shown: not blank, not too long, and of characters that exist and show themselves.</summary>
    public static bool IsUsable(string name) =>
        name.Length is > 0 and <= Longest && !name.Any(char.IsControl) && !name.AsSpan().ContainsAny(Turns) && !name.EnumerateRunes().Contains(Rune.ReplacementChar);
}
