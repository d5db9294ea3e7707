using System.Runtime.InteropServices;
using System.Text;

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
    private readonly HashSet<int> _lengths = [];
    private readonly Lazy<HashSet<string>[]> _words;
    private readonly Lazy<Dictionary<string, List<int>>> _byWord;

    /// <param name="foldedNames">Folded names, by position in the list of projects.</param>
    public ProjectNames(IReadOnlyList<string> foldedNames)
    {
        _words = new(() => [.. foldedNames.Select(NameWords.Of)]);
        _byWord = new(IndexWords);
        for (var i = 0; i < foldedNames.Count; i++)
        {
            var name = NameWords.Trim(foldedNames[i]);
            _lengths.Add(name.Length);
            (CollectionsMarshal.GetValueRefOrAddDefault(_byName, name, out _) ??= []).Add(i);
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

    /// <summary>
    /// The longest run of words that is the name of a project; the whole candidate when it is quoted. A run is made into a
    /// text to be looked up only when some name has its length.
    /// </summary>
    private CitedName? Exact(List<Word> words, NameCandidate candidate)
    {
        var run = new StringBuilder();
        CitedName? found = null;
        for (var i = 0; i < words.Count; i++)
        {
            run.Append(i > 0 ? " " : "").Append(words[i].Folded);
            var marks = words[i].Folded.Length - words[i].Folded.TrimEnd(Word.Endings).Length;
            if ((!candidate.IsQuoted || i == words.Count - 1) && _lengths.Contains(run.Length - marks)
                && _byName.TryGetValue(run.ToString(0, run.Length - marks), out var projects))
            {
                found = new CitedName(candidate.Start, words[i].End - marks - candidate.Start, projects, IsExact: true);
            }
        }

        return found;
    }

    /// <summary>
    /// The run of words that most resembles a project's name, up to the first stop. A text that resembles none is no name,
    /// unless it was introduced as a project and put between quotes.
    /// </summary>
    private CitedName? Nearest(string text, List<Word> words, NameCandidate candidate)
    {
        var stop = 0;
        while (stop < words.Count - 1 && (candidate.IsQuoted || !words[stop].Stops))
        {
            stop++;
        }

        words.RemoveRange(stop + 1, words.Count - stop - 1);
        var (best, bestWord, bestScore) = (-1, words.Count - 1, 0.0);
        foreach (var resembling in Resembling(words))
        {
            var name = _words.Value[resembling.Project];
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
                    (best, bestWord, bestScore) = (resembling.Project, i, score);
                }
            }
        }

        var marked = candidate is { IsQuoted: true, IsIntroduced: true };
        if (bestScore < NameWords.Resemblance)
        {
            return marked ? new CitedName(candidate.Start, words[^1].End - candidate.Start, [], IsExact: false) : null;
        }

        var end = words[bestWord + WordsToStop(words, bestWord, _words.Value[best].Count)].End;
        return new CitedName(candidate.Start, NameWords.Trim(text[candidate.Start..end]).Length, [best], IsExact: false);
    }

    /// <summary>
    /// How many words to go on after the best run: up to the next stop or comma, if the name is long enough to reach it.
    /// The last word of a misspelt name may well be the wrong one.
    /// </summary>
    private static int WordsToStop(List<Word> words, int best, int nameWords)
    {
        var significant = words.Take(best + 1).Select(w => w.Significant).Where(w => w.Length > 0).Distinct(StringComparer.Ordinal).Count();
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
    private IEnumerable<Candidate> Resembling(List<Word> words)
    {
        var lists = new List<List<int>>();
        foreach (var word in words.Select(w => w.Significant).Distinct(StringComparer.Ordinal))
        {
            if (_byWord.Value.TryGetValue(word, out var list))
            {
                lists.Add(list);
            }
        }

        lists.Sort((a, b) => a.Count.CompareTo(b.Count));
        var candidates = new Dictionary<int, Candidate>();
        var entries = 0;
        foreach (var list in lists)
        {
            for (var i = 0; i < list.Count && entries < MostEntries; i++, entries++)
            {
                (CollectionsMarshal.GetValueRefOrAddDefault(candidates, list[i], out _) ??= new Candidate(list[i])).Shared++;
            }
        }

        var best = new List<Candidate>(candidates.Values);
        best.Sort((a, b) => a.Shared == b.Shared ? a.Project.CompareTo(b.Project) : b.Shared.CompareTo(a.Shared));
        return best.Take(MostCompared);
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
            words.Add(new Word(folded, NameWords.Significant(folded), end, Word.Stoppers.Contains(text[end - 1], StringComparison.Ordinal)));
            i = end;
        }

        return words;
    }

    /// <param name="Folded">The word, folded, with its punctuation.</param>
    /// <param name="Significant">The word without punctuation; empty when it tells nothing.</param>
    /// <param name="End">Where it ends in the text.</param>
    /// <param name="Stops">Whether it ends a sentence, so that a name does not go on after it.</param>
    private sealed record Word(string Folded, string Significant, int End, bool Stops)
    {
        public const string Stoppers = ".;:)»”\"";

        public static readonly char[] Endings = [.. ",-–", .. Stoppers];
    }

    /// <summary>A project whose name shares words with a text, and how many.</summary>
    private sealed class Candidate(int project)
    {
        public int Project => project;

        public int Shared { get; set; }
    }
}
