using Avance.Reporting;

namespace Avance.App.Importing;

/// <summary>Recognises the rows that only say what the others are: headers, repeated on each page, and section titles.</summary>
internal static class LayoutHeader
{
    /// <summary>The first line of the table's header, in Spanish or English.</summary>
    public static bool IsHeader(SourceRow row) => Matches(row[1], OfficialLayout.Headings[0].Text);

    /// <summary>The second line of the table's header: the columns under «METAS» and «BENEFICIARIOS».</summary>
    public static bool IsSubheader(SourceRow row) =>
        row[1].IsBlank && Matches(row[(int)ReportColumn.OriginalTarget], OfficialLayout.Headings[4].Text);

    /// <summary>The title of the explanations, with or without the marks that texts put before a title.</summary>
    public static bool IsExplanationsTitle(SourceRow row) =>
        row[1].Text.Length < 60 && row[3].IsBlank && OfficialLayout.ExplanationsTitle is var title
        && FoldedText.Fold(row[1].Text.TrimStart('#', ' ')) is var text
        && (text == FoldedText.Fold(title.Spanish) || text == FoldedText.Fold(title.English));

    /// <summary>Whether the explanations begin here: with their title, or with the whole header of their table.</summary>
    public static bool OpensExplanations(SourceRow row) =>
        IsExplanationsTitle(row)
        || OfficialLayout.ExplanationHeadings.Select((heading, i) => Matches(row[i + 1], heading)).All(matches => matches);

    /// <summary>The header of the explanations' table.</summary>
    public static bool IsExplanationsHeader(SourceRow row) =>
        ExplanationHeads.Contains(FoldedText.Fold(row[1].Text)) && (row[3].IsBlank || ExplanationHeads.Contains(FoldedText.Fold(row[3].Text)));

    /// <summary>The row of the entity's total.</summary>
    public static bool IsTotal(SourceRow row) => Matches(row[1], OfficialLayout.TotalLabel);

    /// <summary>
    /// Says which column of a header is not the official one: a column added or taken away would shift every figure.
    /// </summary>
    public static void Check(SourceRow row, ICollection<Problem> problems)
    {
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

    private static bool Matches(SourceCell cell, LocalizedText expected)
    {
        var text = Letters(cell.Text);
        return text.Length > 0 && (text == Letters(expected.Spanish) || text == Letters(expected.English));
    }

    /// <summary>Headers are compared by their letters: their spaces and hyphens move with the width of the column.</summary>
    private static string Letters(string text) =>
        text.Length > 200 ? "" : string.Concat(FoldedText.Fold(text).Where(c => char.IsLetterOrDigit(c) || c == '%'));

    private static readonly HashSet<string> ExplanationHeads = new(StringComparer.Ordinal)
    {
        "proyectos", "clave", "nombre", "descripcion", "projects", "key", "name", "description", "descripcion / justificacion",
    };
}
