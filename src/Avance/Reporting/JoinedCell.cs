namespace Avance.Reporting;

/// <summary>
/// A cell in which the published layout joins several targets with single spaces, and how it comes apart again. A split
/// proves nothing alone: names, units and figures must agree in number (AVP-070).
/// </summary>
public static class JoinedCell
{
    /// <summary>
    /// The figures of a cell. Each ends with its decimals, and the space is both what parts thousands and what parts
    /// figures: <c>1 234.00 56.00</c> is two.
    /// </summary>
    public static IReadOnlyList<string> Figures(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count > 1)
        {
            return lines;
        }

        var text = lines[0];
        if (text.Length == 0)
        {
            return [];
        }

        var figures = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '.')
            {
                continue;
            }

            while (i + 1 < text.Length && !Figure.IsSpace(text[i + 1]))
            {
                i++;
            }

            figures.Add(text[start..(i + 1)].Trim());
            start = i + 1;
        }

        if (start < text.Length)
        {
            figures.Add(text[start..].Trim());
        }

        return figures;
    }

    /// <summary>
    /// The units of a cell: one each line, or the whole cell, or one each word. Where words are more than targets, units of
    /// several words are recognised: a word in lower case belongs to the one before it, and so do known compounds.
    /// </summary>
    public static IReadOnlyList<string> Units(IReadOnlyList<string> lines, int count)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (Unjoined(lines, count) is { } parted)
        {
            return parted;
        }

        var words = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length <= count)
        {
            return words;
        }

        var units = Join(words, static (_, word) => char.IsLower(word[0]));
        return units.Count <= count ? units : Join(words, static (before, word) =>
            char.IsLower(word[0]) || Compounds.Contains(FoldedText.Fold($"{before} {word}")));
    }

    /// <summary>
    /// The descriptions of a cell: one each line, or the whole text, or one each time that a word with which indicators
    /// begin («Porcentaje», «Número», …) stands with a capital.
    /// </summary>
    public static IReadOnlyList<string> Descriptions(IReadOnlyList<string> lines, int count)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (Unjoined(lines, count) is { } parted)
        {
            return parted;
        }

        var text = lines[0];
        var starts = new List<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if ((i == 0 || text[i - 1] == ' ') && BeginsIndicator(text.AsSpan(i)))
            {
                starts.Add(i);
            }
        }

        if (starts.Count == 0 || starts[0] != 0)
        {
            starts.Insert(0, 0);
        }

        var descriptions = new List<string>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : text.Length;
            descriptions.Add(text[starts[i]..end].Trim());
        }

        return descriptions;
    }

    /// <summary>Where the first indicator begins in a text, or -1: there the project's name ends when nothing is bold.</summary>
    public static int FirstIndicator(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i - 1] == ' ' && BeginsIndicator(text.AsSpan(i)))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What stands in a cell that joins nothing: its lines, or its one text; null when it must be taken apart.</summary>
    private static IReadOnlyList<string>? Unjoined(IReadOnlyList<string> lines, int count) =>
        lines.Count > 1 ? lines : count > 1 ? null : lines[0].Length == 0 ? [] : [lines[0]];

    private static bool BeginsIndicator(ReadOnlySpan<char> text)
    {
        foreach (var opening in Openings)
        {
            if (text.StartsWith(opening, StringComparison.Ordinal) && (text.Length == opening.Length || text[opening.Length] == ' '))
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> Join(string[] words, Func<string, string, bool> continues)
    {
        var units = new List<string>(words.Length);
        foreach (var word in words)
        {
            if (units.Count > 0 && continues(units[^1], word))
            {
                units[^1] = $"{units[^1]} {word}";
            }
            else
            {
                units.Add(word);
            }
        }

        return units;
    }

    private static readonly string[] Openings = ["Porcentaje", "Número", "Tasa", "Índice", "Promedio", "Razón", "Proporción", "Variación"];

    private static readonly HashSet<string> Compounds = new(StringComparer.Ordinal)
    {
        "metro cuadrado", "metros cuadrados", "metro cubico", "metros cubicos", "metro lineal", "metros lineales",
        "kilometro cuadrado", "kilometros cuadrados", "kilometro lineal", "obra publica", "acta circunstanciada",
        "persona atendida", "persona beneficiada", "persona capacitada", "servidor publico", "servidores publicos",
        "nota informativa", "boletin informativo", "material didactico", "material electoral", "sesion ordinaria",
        "sesion extraordinaria", "sistema informatico", "paquete electoral", "dictamen tecnico", "visita domiciliaria",
    };
}
