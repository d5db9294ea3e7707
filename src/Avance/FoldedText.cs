using System.Buffers;

namespace Avance;

/// <summary>
/// Text as people mean it rather than as they typed it: without case, accents or surplus spaces.
/// Reports print names in capitals in one place and in sentence case in another; both fold to the same.
/// </summary>
/// <remarks>
/// The letters with accents are in a table of our own, because the program runs without culture data and there
/// <see cref="string.Normalize()"/> takes nothing apart. It covers Latin-1 and Latin Extended-A, written as one
/// character or with combining marks.
/// </remarks>
public static class FoldedText
{
    private const char FirstAccented = '\u00C0';
    private const char LastAccented = '\u017F';

    /// <summary>What each character from U+00C0 to U+017F folds to. Letters that bear no accent (æ, ß, þ) stay letters.</summary>
    private const string Accented =
        "aaaaaaæceeeeiiiiðnooooo×ouuuuyþß" +
        "aaaaaaæceeeeiiiiðnooooo÷ouuuuyþy" +
        "aaaaaaccccccccddddeeeeeeeeeegggg" +
        "gggghhhhiiiiiiiiiiĳĳjjkkĸlllllll" +
        "lllnnnnnnŉŋŋooooooœœrrrrrrssssss" +
        "ssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>Folds <paramref name="text"/>: <c>" Gestión  DE "</c> becomes <c>"gestion de"</c>.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        const int OnStack = 256;
        var rented = text.Length > OnStack ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        var buffer = rented is null ? stackalloc char[OnStack] : rented;
        var folded = buffer[..Fold(text, buffer)];
        var result = folded.SequenceEqual(text) ? text : folded.ToString();
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
    }

    /// <summary>Whether two texts say the same when folded.</summary>
    public static bool Same(string left, string right) => Fold(left) == Fold(right);

    /// <summary>
    /// Folds into <paramref name="folded"/>, which must be as long as <paramref name="text"/>: folding never lengthens.
    /// </summary>
    /// <returns>How many characters were written.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> folded)
    {
        var length = 0;
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = length > 0;
            }
            else if (c is not (>= '\u0300' and <= '\u036F'))
            {
                if (gap)
                {
                    folded[length++] = ' ';
                    gap = false;
                }

                folded[length++] = Fold(c);
            }
        }

        return length;
    }

    private static char Fold(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        < FirstAccented => c,
        <= LastAccented => Accented[c - FirstAccented],
        // A few signs, such as the ångström's, have an accented letter as their lower case.
        _ => char.ToLowerInvariant(c) is var lower && lower is >= FirstAccented and <= LastAccented ? Accented[lower - FirstAccented] : lower,
    };
}
