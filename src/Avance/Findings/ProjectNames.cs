using System.Buffers;
using System.Runtime.InteropServices;

namespace Avance.Findings;

/// <summary>A project's name found in a text.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Projects">Positions, in the list of projects, of those that bear it, or of the one that it most resembles.</param>
/// <param name="IsExact">Whether the text says the name of a project, but for case, accents and spaces.</param>
internal readonly record struct CitedName(int Start, int Length, IReadOnlyList<int> Projects, bool IsExact);

/// <summary>
/// The names of a report's projects, made to be found in prose: whole names by hash, misspelt ones by the rarest of their
/// words. The cost of a look-up has a bound that does not grow with the report.
/// </summary>
internal sealed class ProjectNames
{
    /// <summary>The longest run of words that may be a name.</summary>
    private const int MostWords = 80;

    /// <summary>The most entries of the word index read to find which names a text resembles.</summary>
    private const int MostEntries = 500;

    /// <summary>The most names compared word by word with a text.</summary>
    private const int MostCompared = 8;

    private readonly Dictionary<string, List<int>> _byName = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>[]> _words;
    private readonly Lazy<Dictionary<string, List<int>>> _byWord;

    /// <param name="foldedNames">Folded names, by position in the list of projects.</param>
    public ProjectNames(IReadOnlyList<string> foldedNames)
    {
        _words = new(() => [.. foldedNames.Select(NameWords.Of)]);
        _byWord = new(IndexWords);
        for (var i = 0; i < foldedNames.Count; i++)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(_byName, foldedNames[i].AsSpan().Trim(NameWords.Punctuation).ToString(), out _) ??= []).Add(i);
        }
    }

    /// <summary>The name that stands at a candidate place, exact or misspelt; null when none does.</summary>
    public CitedName? Find(string text, NameCandidate candidate)
    {
        var words = Words(text, candidate);
        if (words.Count == 0)
        {
            return null;
        }

        return Exact(words, candidate) ?? Nearest(text, words, candidate);
    }

    /// <summary>The longest run of words that is the name of a project; the whole candidate when it is quoted.</summary>
    private CitedName? Exact(List<Word> words, NameCandidate candidate)
    {
        var length = words.Sum(w => w.Folded.Length + 1);
        var buffer = ArrayPool<char>.Shared.Rent(length);
        var lookup = _byName.GetAlternateLookup<ReadOnlySpan<char>>();
        CitedName? found = null;
        length = 0;
        for (var i = 0; i < words.Count; i++)
        {
            if (i > 0)
            {
                buffer[length++] = ' ';
            }

            words[i].Folded.CopyTo(0, buffer, length, words[i].Folded.Length);
            length += words[i].Folded.Length;
            if ((!candidate.IsQuoted || i == words.Count - 1)
                && lookup.TryGetValue(buffer.AsSpan(0, length).Trim(NameWords.Punctuation), out var projects))
            {
                found = new CitedName(candidate.Start, words[i].End - candidate.Start, projects, IsExact: true);
            }
        }

        ArrayPool<char>.Shared.Return(buffer);
        return found;
    }

    /// <summary>
    /// The run of words that most resembles a project's name, up to the first stop. A text that resembles none is no name,
    /// unless it was introduced as a project and put between quotes.
    /// </summary>
    private CitedName? Nearest(string text, List<Word> words, NameCandidate candidate)
    {
        var stop = candidate.IsQuoted ? words.Count : words.FindIndex(w => w.Stops) + 1;
        if (stop > 0)
        {
            words.RemoveRange(stop, words.Count - stop);
        }

        var (best, bestWord, bestScore) = (-1, words.Count - 1, 0.0);
        foreach (var project in Resembling(words))
        {
            var name = _words.Value[project];
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var shared = 0;
            for (var i = 0; i < words.Count; i++)
            {
                if (words[i].Significant.Length > 0 && seen.Add(words[i].Significant))
                {
                    shared += name.Contains(words[i].Significant) ? 1 : 0;
                }

                var score = candidate.IsQuoted && i < words.Count - 1 ? 0 : NameWords.Score(shared, seen.Count, name.Count);
                if (score > bestScore)
                {
                    (best, bestWord, bestScore) = (project, i, score);
                }
            }
        }

        var marked = candidate is { IsQuoted: true, IsIntroduced: true };
        if (bestScore < NameWords.Resemblance)
        {
            return marked ? new CitedName(candidate.Start, words[^1].End - candidate.Start, [], IsExact: false) : null;
        }

        var end = words[bestWord + WordsToStop(words, bestWord, _words.Value[best].Count)].End;
        while (end > candidate.Start && (char.IsWhiteSpace(text[end - 1]) || NameWords.Punctuation.Contains(text[end - 1], StringComparison.Ordinal)))
        {
            end--;
        }

        return new CitedName(candidate.Start, end - candidate.Start, [best], IsExact: false);
    }

    /// <summary>
    /// How many words to go on after the best run: up to the next stop or comma, if the name is long enough to reach it.
    /// The last word of a misspelt name may well be the wrong one.
    /// </summary>
    private static int WordsToStop(List<Word> words, int best, int nameWords)
    {
        var significant = words.Take(best + 1).Select(w => w.Significant).Where(w => w.Length > 0).Distinct().Count();
        for (var i = best; i < words.Count && significant <= nameWords; i++)
        {
            if (words[i].Stops || words[i].Folded.EndsWith(','))
            {
                return i - best;
            }

            significant += i + 1 < words.Count && words[i + 1].Significant.Length > 0 ? 1 : 0;
        }

        return 0;
    }

    /// <summary>The few projects that share most words with a text, found through the rarest of them.</summary>
    private IEnumerable<int> Resembling(List<Word> words)
    {
        var shared = new Dictionary<int, int>();
        var entries = 0;
        var lists = words.Select(w => w.Significant).Where(w => w.Length > 0).Distinct()
            .Select(w => _byWord.Value.GetValueOrDefault(w)).OfType<List<int>>().OrderBy(l => l.Count);
        foreach (var list in lists)
        {
            foreach (var project in list.Take(MostEntries - entries))
            {
                entries++;
                CollectionsMarshal.GetValueRefOrAddDefault(shared, project, out _)++;
            }
        }

        return shared.OrderByDescending(s => s.Value).ThenBy(s => s.Key).Take(MostCompared).Select(s => s.Key);
    }

    private Dictionary<string, List<int>> IndexWords()
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < _words.Value.Length; i++)
        {
            foreach (var word in _words.Value[i])
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(index, word, out _) ??= []).Add(i);
            }
        }

        return index;
    }

    private static List<Word> Words(string text, NameCandidate candidate)
    {
        var words = new List<Word>();
        var limit = candidate.Start + candidate.Length;
        for (var i = candidate.Start; i < limit && words.Count < MostWords;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < limit && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            var folded = FoldedText.Fold(text[i..end]);
            words.Add(new Word(folded, NameWords.Significant(folded).ToString(), end, text[end - 1] is '.' or ';' or ':' or ')' or '»' or '”' or '"'));
            i = end;
        }

        return words;
    }

    /// <param name="Folded">The word, folded, with its punctuation.</param>
    /// <param name="Significant">The word without punctuation; empty when it tells nothing.</param>
    /// <param name="End">Where it ends in the text.</param>
    /// <param name="Stops">Whether it ends a sentence, so that a name does not go on after it.</param>
    private readonly record struct Word(string Folded, string Significant, int End, bool Stops);
}
