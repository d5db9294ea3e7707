using System.Collections.ObjectModel;

namespace Avance.App.Importing;

/// <summary>
/// The problems of one file, in reading order. Beyond <see cref="Limit"/> they are counted but no longer kept: a file
/// with that many is the wrong file, and a list that nobody reads must not fill the memory.
/// </summary>
public sealed class ProblemList : Collection<Problem>
{
    /// <summary>How many problems are kept.</summary>
    public const int Limit = 1000;

    /// <summary>How many were found beyond those kept.</summary>
    public int Unlisted { get; private set; }

    /// <inheritdoc/>
    protected override void InsertItem(int index, Problem item)
    {
        if (Count >= Limit)
        {
            Unlisted++;
            return;
        }

        base.InsertItem(index, item);
    }

    /// <summary>Shortens what stands in the file to what a message can show.</summary>
    public static string Excerpt(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = text.ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        return line.Length <= 80 ? line : string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[78]) ? 78 : 79), "…");
    }
}
