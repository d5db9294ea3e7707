using System.Text;

namespace Avance.Documents;

/// <summary>Text inside XML, SVG and HTML: what is markup is escaped, what none of them may hold is replaced.</summary>
internal static class Markup
{
    /// <summary>The text, safe as content and inside a quoted attribute.</summary>
    public static string Escape(string text)
    {
        var first = FirstUnsafe(text);
        if (first < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16).Append(text, 0, first);
        for (var i = first; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                escaped.Append(c).Append(text[++i]);
                continue;
            }

            _ = c switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                _ => escaped.Append(IsAllowed(c) ? c : '\uFFFD'),
            };
        }

        return escaped.ToString();
    }

    /// <summary>Whether XML 1.0 may hold the character; a surrogate counts as unsafe alone.</summary>
    public static bool IsAllowed(char c) =>
        c is >= ' ' and < '\uD800' or '\t' or '\n' or '\r' or >= '\uE000' and < '\uFFFE';

    private static int FirstUnsafe(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '&' or '<' or '>' or '"' || !IsAllowed(c))
            {
                return i;
            }
        }

        return -1;
    }
}
