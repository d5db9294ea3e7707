using Avance.Reporting;

namespace Avance.App.Importing;

/// <summary>Recognises the rows that only say what the others are: headers, repeated on each page, and section titles.</summary>
internal static class LayoutHeader
{
    private static readonly Wording Key = new(OfficialLayout.Headings[0].Text);
    private static readonly Wording OriginalTarget = new(OfficialLayout.Headings[(int)ReportColumn.OriginalTarget - 1].Text);
    private static readonly Wording Total = new(OfficialLayout.TotalLabel);
    private static readonly Wording ExplanationsTitle = new(OfficialLayout.ExplanationsTitle);
    private static readonly Wording[] ExplanationHeadings = [.. OfficialLayout.ExplanationHeadings.Select(h => new Wording(h))];

    /// <summary>The first line of the table's header, in Spanish or English.</summary>
    public static bool IsHeader(SourceRow row) => Key.Is(row[1]);

    /// <summary>The second line of the table's header: the columns under «METAS» and «BENEFICIARIOS».</summary>
    public static bool IsSubheader(SourceRow row) => row[1].IsBlank && OriginalTarget.Is(row[(int)ReportColumn.OriginalTarget]);

    /// <summary>The title of the explanations, whatever marks stand before it.</summary>
    public static bool IsExplanationsTitle(SourceRow row) => row[3].IsBlank && ExplanationsTitle.Is(row[1]);

    /// <summary>Whether the explanations begin here: with their title, or with the whole header of their table.</summary>
    public static bool OpensExplanations(SourceRow row) =>
        IsExplanationsTitle(row)
        || (ExplanationHeadings[0].Is(row[1]) && ExplanationHeadings[1].Is(row[2]) && ExplanationHeadings[2].Is(row[3]));

    /// <summary>The header of the explanations' table, in one line or in two.</summary>
    public static bool IsExplanationsHeader(SourceRow row) =>
        ExplanationHeads.Contains(Fold(row[1])) && (row[3].IsBlank || ExplanationHeads.Contains(Fold(row[3])));

    /// <summary>The row of the entity's total.</summary>
    public static bool IsTotal(SourceRow row) => Total.Is(row[1]);

    /// <summary>
    /// Says which column of a header is not the official one: a column added or taken away would shift every figure.
    /// </summary>
    public static void Check(SourceRow row, ICollection<Problem> problems)
    {
        if (!row.IsBlank(OfficialLayout.Headings.Count + 1, row.Cells.Count))
        {
            problems.Add(ImportProblems.TooManyCells(row));
            return;
        }

        foreach (var heading in OfficialLayout.Headings)
        {
            var column = (int)heading.Column;
            var cell = row[column];
            var expected = heading.Group ?? heading.Text;
            if (!cell.IsBlank && !Matches(cell, expected) && !Matches(cell, heading.Text))
            {
                problems.Add(ImportProblems.WrongHeader(row.Place, column, cell.Text, expected));
                return;
            }
        }
    }

    private static bool Matches(SourceCell cell, LocalizedText expected) => new Wording(expected).Is(cell);

    /// <summary>A cell that may be a heading, folded; a long one is none.</summary>
    private static string Fold(SourceCell cell) => cell.Text is { Length: <= 60 } text ? FoldedText.Fold(text) : "";

    /// <summary>
    /// A heading in both languages, compared by its letters: spaces and hyphens move with the width of the column.
    /// </summary>
    private sealed class Wording(LocalizedText text)
    {
        private const int Longest = 200;

        private readonly string _spanish = Letters(text.Spanish);
        private readonly string _english = Letters(text.English);

        public bool Is(SourceCell cell)
        {
            var text = cell.Text;
            if (text.Length > Longest || (text.Length < _spanish.Length && text.Length < _english.Length))
            {
                return false;
            }

            var letters = Letters(text);
            return letters == _spanish || letters == _english;
        }

        private static string Letters(string text) => string.Concat(FoldedText.Fold(text).Where(c => char.IsLetterOrDigit(c) || c == '%'));
    }

    private static readonly HashSet<string> ExplanationHeads = new(StringComparer.Ordinal)
    {
        "proyectos", "clave", "nombre", "descripcion", "projects", "key", "name", "description", "descripcion / justificacion",
    };
}
