namespace Avance;

/// <summary>The languages of screens, reports and messages. Spanish is the first and the default.</summary>
public enum Language
{
    /// <summary>Mexican Spanish, <c>es-MX</c>.</summary>
    Spanish,

    /// <summary>English, <c>en</c>.</summary>
    English,
}

/// <summary>
/// One text in both languages, side by side: neither can be forgotten, and a missing key cannot exist.
/// </summary>
/// <param name="Spanish">The text in Mexican Spanish.</param>
/// <param name="English">The same in English.</param>
public sealed record LocalizedText(string Spanish, string English)
{
    /// <summary>The text in one language.</summary>
    public string In(Language language) => language == Language.English ? English : Spanish;

    /// <summary>The Spanish text.</summary>
    public override string ToString() => Spanish;
}
