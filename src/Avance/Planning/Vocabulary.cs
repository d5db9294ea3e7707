namespace Avance.Planning;

/// <summary>
/// The words for the values of a field: one token that files and commands use, and a text for people. Reading takes either,
/// in both languages, whatever the case and accents.
/// </summary>
/// <typeparam name="T">The field's type.</typeparam>
public sealed class Vocabulary<T>
    where T : struct, Enum
{
    private readonly (T Value, string Token, LocalizedText Text)[] _words;

    internal Vocabulary(params (T Value, string Token, LocalizedText Text)[] words) => _words = words;

    /// <summary>Every value, in order, with its token and its text.</summary>
    public IReadOnlyList<(T Value, string Token, LocalizedText Text)> Words => _words;

    /// <summary>The tokens, as help and messages list them: <c>fin|proposito|componente|actividad</c>.</summary>
    public string Tokens => string.Join('|', _words.Select(word => word.Token));

    /// <summary>The token of a value.</summary>
    public string Token(T value) => Of(value).Token;

    /// <summary>The text of a value.</summary>
    public LocalizedText Text(T value) => Of(value).Text;

    /// <summary>Reads a word; a blank one is none.</summary>
    public bool TryRead(string? text, out T value)
    {
        var folded = FoldedText.Fold(text ?? "").Replace('_', ' ');
        foreach (var word in _words)
        {
            if (folded.Length > 0 && (folded == word.Token.Replace('_', ' ') || folded == FoldedText.Fold(word.Text.Spanish) || folded == FoldedText.Fold(word.Text.English)))
            {
                value = word.Value;
                return true;
            }
        }

        value = _words[0].Value;
        return false;
    }

    private (T Value, string Token, LocalizedText Text) Of(T value) => Array.Find(_words, word => EqualityComparer<T>.Default.Equals(word.Value, value));
}
