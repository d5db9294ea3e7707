namespace Avance.Findings;

/// <summary>Names as sets of the words that tell them apart, to measure how much two of them resemble each other.</summary>
internal static class NameWords
{
    /// <summary>From this score on, two names are taken for spellings of the same.</summary>
    public const double Resemblance = 0.6;

    /// <summary>Marks that stand at the ends of words and mean nothing in a name.</summary>
    private static readonly char[] Marks = [.. ".,;:()[]«»“”\"'‘’¿?¡!–—- \t\r\n\u00A0"];

    /// <summary>Words that every name has and that writers drop or add without noticing.</summary>
    private static readonly HashSet<string> Links = new(StringComparer.Ordinal)
    {
        "a", "al", "con", "de", "del", "e", "el", "en", "la", "las", "los", "o", "para", "por", "u", "y", "the", "of", "and",
    };

    /// <summary>The words of a folded name, without links and punctuation.</summary>
    public static HashSet<string> Of(string foldedName)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in foldedName.Split(' '))
        {
            if (Significant(word) is { Length: > 0 } significant)
            {
                words.Add(significant);
            }
        }

        return words;
    }

    /// <summary>A folded word without punctuation; empty when it is a link and tells nothing.</summary>
    public static string Significant(string foldedWord)
    {
        var word = Trim(foldedWord);
        return Links.Contains(word) ? "" : word;
    }

    /// <summary>A text without the marks and spaces at its ends.</summary>
    public static string Trim(string text) => text.Trim(Marks);

    /// <summary>Twice the shared words over all the words of both (Dice): 1 for the same words, 0 for none in common.</summary>
    public static double Score(HashSet<string> left, HashSet<string> right)
    {
        var shared = 0;
        foreach (var word in left)
        {
            shared += right.Contains(word) ? 1 : 0;
        }

        return Score(shared, left.Count, right.Count);
    }

    /// <summary>The same from counts.</summary>
    public static double Score(int shared, int left, int right) => left + right == 0 ? 0 : 2.0 * shared / (left + right);
}
