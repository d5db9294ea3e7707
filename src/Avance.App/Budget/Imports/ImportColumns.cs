using Avance.App.Tables;

namespace Avance.App.Budget.Imports;

/// <summary>The columns of a file that no mapping describes yet, for a person to say which is which.</summary>
public static class ImportColumns
{
    private const int RowsSearched = 60;

    /// <summary>
    /// The names of a file's columns: its fullest row of words, with their group where two would be called the same. Empty when
    /// the file cannot be read.
    /// </summary>
    public static IReadOnlyList<string> Of(string path)
    {
        try
        {
            var file = new TableFile(path, "");
            var best = Enumerable.Range(0, Math.Min(file.Sheets.Count, 10)).Select(sheet => Fullest(file, sheet)).MaxBy(static found => found.Words);
            return Named(best.Row ?? [], best.Above ?? []);
        }
        catch (TableException)
        {
            return [];
        }
    }

    private static (int Words, string[]? Row, string[]? Above) Fullest(TableFile file, int sheet)
    {
        using var reader = file.Open(sheet);
        (int Words, string[]? Row, string[]? Above) best = default;
        string[] above = [];
        for (var i = 0; i < RowsSearched && reader.Read(); i++)
        {
            var row = reader.Row.ToArray();
            var words = row.Count(static cell => cell.Any(char.IsLetter) && cell.Length < 80);
            best = words > best.Words ? (words, row, above) : best;
            above = row;
        }

        return best;
    }

    private static List<string> Named(string[] row, string[] above)
    {
        var names = TableColumns.Names(row, above);
        var group = "";
        var named = new List<string>(names.Count);
        for (var i = 0; i < names.Count; i++)
        {
            group = i < above.Length && above[i].Trim().Length > 0 ? above[i].Trim() : group;
            var isTwice = names.Count(n => FoldedText.Same(n, names[i])) > 1;
            named.Add(names[i].Length == 0 ? $"#{i + 1}" : isTwice && group.Length > 0 ? $"{group}/{names[i]}" : isTwice ? $"#{i + 1}" : names[i]);
        }

        return named;
    }
}
