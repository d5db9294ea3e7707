namespace Avance.Documents.Planning;

/// <summary>
/// A sheet of the plan before it is painted: sections of named values and tables. Each format paints any sheet, so a new
/// sheet is only a new list of sections.
/// </summary>
/// <param name="Entity">Whose it is.</param>
/// <param name="Title">What it is: «Carátula de proyecto · 2024».</param>
/// <param name="Key">Key of what it is about.</param>
/// <param name="Name">Name of what it is about.</param>
/// <param name="Sections">Its sections.</param>
/// <param name="Signatures">Who signs; may be none.</param>
/// <param name="Language">Language of its labels.</param>
internal sealed record PlanSheet(
    string Entity, string Title, string Key, string Name, IReadOnlyList<SheetSection> Sections, IReadOnlyList<string> Signatures, Language Language);

/// <summary>A section: values by name, or a table, or both.</summary>
internal sealed record SheetSection(string Heading, IReadOnlyList<SheetField> Fields, SheetTable? Table = null);

/// <summary>A named value; a wide one takes the whole line.</summary>
internal sealed record SheetField(string Label, string Value, bool IsWide = false)
{
    /// <summary>The value as it is shown: a dash where there is none.</summary>
    public string Shown => Value.Length == 0 ? "—" : Value;
}

/// <summary>A table; the last row may be its total.</summary>
internal sealed record SheetTable(string Caption, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<SheetRow> Rows);

/// <summary>What a column holds.</summary>
internal enum SheetColumnKind
{
    Text,
    Quantity,
    Money,
}

/// <summary>A column, as wide as its weight among the others.</summary>
internal sealed record SheetColumn(string Heading, int Weight, SheetColumnKind Kind = SheetColumnKind.Text);

/// <summary>A row of cells, one for each column.</summary>
internal sealed record SheetRow(IReadOnlyList<SheetCell> Cells, bool IsTotal = false);

/// <summary>A cell: what is read, and the number behind it when it is one.</summary>
internal sealed record SheetCell(string Text, decimal? Number = null)
{
    public static SheetCell Of(decimal? quantity) => new(Figure.Print(quantity), quantity);

    public static SheetCell Of(Money? amount) => new(Figure.Print(amount), amount?.Pesos);
}
