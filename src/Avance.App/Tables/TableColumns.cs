namespace Avance.App.Tables;

/// <summary>
/// Finds the header of a table and in it the columns that are wanted, by folded name, wherever they stand. Above the header
/// there may be titles, and right above it a row of groups whose cells reach to the right: <c>Avance Físico/Población</c>.
/// </summary>
internal static class TableColumns
{
    /// <summary>The header stands in the first rows, or there is none.</summary>
    private const int RowsSearched = 60;

    /// <summary>Reads up to the header and tells where each wanted column stands.</summary>
    /// <param name="reader">Stands before the first row; afterwards, on the header.</param>
    /// <param name="wanted">Names of columns: as printed, <c>Group/Column</c>, or <c>#3</c> for the third.</param>
    /// <param name="isHeader">
    /// Tells a row that is a header although it lacks some of the wanted names. Where it says yes the search ends: to look further
    /// would be to read rows of data as if they were none.
    /// </param>
    /// <param name="headerRow">The header's line; 0 to look for it.</param>
    /// <returns>
    /// The 0-based column of each wanted name, -1 for those that are not there, and the header as printed. Null when no row
    /// has any of them.
    /// </returns>
    /// <exception cref="TableException">A wanted name is there twice.</exception>
    public static FoundColumns? Find(TableReader reader, IReadOnlyList<string> wanted, Func<FoundColumns, string[], bool>? isHeader = null, int headerRow = 0)
    {
        FoundColumns? best = null;
        string[] above = [];
        var all = wanted.Count;
        for (var i = 0; (headerRow > 0 || i < RowsSearched) && reader.Read(); i++)
        {
            var row = reader.Row.ToArray();
            if (headerRow == 0 || reader.Row.Line >= headerRow)
            {
                var found = Match(row, above, wanted, reader.Row.Line);
                if (headerRow > 0 || found.Count == all || isHeader?.Invoke(found, row) == true)
                {
                    return found;
                }

                best = found.Count > (best?.Count ?? 0) ? found : best;
            }

            above = row;
        }

        return best;
    }

    /// <summary>The header's names with their groups, as a person chooses among them.</summary>
    public static IReadOnlyList<string> Names(string[] row, string[] above)
    {
        var names = new List<string>(row.Length);
        for (var i = 0; i < row.Length; i++)
        {
            var name = Tidy(row[i]);
            names.Add(name.Length > 0 ? name : i < above.Length ? Tidy(above[i]) : "");
        }

        return names;
    }

    private static FoundColumns Match(string[] row, string[] above, IReadOnlyList<string> wanted, int line)
    {
        var names = Names(row, above);
        var plain = names.Select(FoldedText.Fold).ToList();
        var grouped = new List<string>(plain.Count);
        var group = "";
        for (var i = 0; i < plain.Count; i++)
        {
            group = i < above.Length && Tidy(above[i]) is { Length: > 0 } name ? FoldedText.Fold(name) : group;
            grouped.Add(group + "/" + plain[i]);
        }

        var columns = new int[wanted.Count];
        for (var i = 0; i < wanted.Count; i++)
        {
            columns[i] = Position(wanted[i], plain, grouped, line);
        }

        return new(columns, names, line);
    }

    private static int Position(string wanted, List<string> plain, List<string> grouped, int line)
    {
        if (wanted.StartsWith('#') && int.TryParse(wanted.AsSpan(1), out var number))
        {
            return number >= 1 && number <= plain.Count ? number - 1 : -1;
        }

        var name = FoldedText.Fold(wanted);
        var names = plain.Contains(name) ? plain : grouped;
        var position = names.IndexOf(name);
        return position < 0 || names.IndexOf(name, position + 1) < 0 ? position : throw new TableException(TableProblems.RepeatedColumn(line, wanted));
    }

    private static string Tidy(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Where the wanted columns stand.</summary>
/// <param name="Positions">0-based, in the order wanted; -1 for one that is not there.</param>
/// <param name="Names">The header's names.</param>
/// <param name="Line">The header's line.</param>
internal sealed record FoundColumns(IReadOnlyList<int> Positions, IReadOnlyList<string> Names, int Line)
{
    /// <summary>How many were found.</summary>
    public int Count { get; } = Positions.Count(p => p >= 0);
}
