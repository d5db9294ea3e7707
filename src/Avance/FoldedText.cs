using System.Globalization;
using System.Text;

namespace Avance;

/// <summary>
/// Text as people mean it rather than as they typed it: without case, accents or surplus spaces.
/// Reports print names in capitals in one place and in sentence case in another; both fold to the same.
/// </summary>
public static class FoldedText
{
    /// <summary>Folds <paramref name="text"/>: <c>" Gestión  DE "</c> becomes <c>"gestion de"</c>.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsWhiteSpace(c))
            {
                gap = folded.Length > 0;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                if (gap)
                {
                    folded.Append(' ');
                    gap = false;
                }

                folded.Append(char.ToLowerInvariant(c));
            }
        }

        return folded.ToString();
    }

    /// <summary>Whether two texts say the same when folded.</summary>
    public static bool Same(string left, string right) => Fold(left) == Fold(right);
}
