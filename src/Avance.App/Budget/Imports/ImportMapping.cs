using Avance.App.Tables;

namespace Avance.App.Budget.Imports;

/// <summary>Where a datum comes from: a column, several joined by hyphens, or the same value for every row.</summary>
/// <param name="Columns">Names of columns as printed, <c>Group/Column</c>, or <c>#3</c> for the third; empty for a constant.</param>
/// <param name="Constant">The value of every row; null when it comes from columns.</param>
public sealed record FieldSource(IReadOnlyList<string> Columns, string? Constant)
{
    /// <summary>From one column.</summary>
    public static FieldSource Of(params IReadOnlyList<string> columns) => new(columns, null);

    /// <summary>The same for all rows.</summary>
    public static FieldSource Always(string value) => new([], value);
}

/// <summary>A saved description of a source: what its rows are and in which column each datum stands.</summary>
public sealed record ImportMapping
{
    /// <summary>The longest name.</summary>
    public const int MaxNameLength = 40;

    /// <summary>Its name, and that of the system which its documents come from: lower-case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>What the rows are.</summary>
    public required ImportKind Kind { get; init; }

    /// <summary>What source it describes, for people.</summary>
    public string Description { get; init; } = "";

    /// <summary>
    /// The system whose documents these are; two mappings of one system share their document numbers. The mapping's own name
    /// by default.
    /// </summary>
    public string System { get; init; } = "";

    /// <summary>The workbook's sheet; empty for the first one that has the columns.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>The header's line; 0 to look for it in the first rows.</summary>
    public int HeaderRow { get; init; }

    /// <summary>How figures are written.</summary>
    public NumberStyle Numbers { get; init; } = NumberStyle.Point;

    /// <summary>How days are written.</summary>
    public DateStyle Dates { get; init; } = DateStyle.DayFirst;

    /// <summary>Whether the figures are someone else's: what does not hold together is told and not refused.</summary>
    public bool ThirdParty { get; init; }

    /// <summary>Whether rows of totals are left out.</summary>
    public bool SkipTotals { get; init; }

    /// <summary>Where each datum comes from, by the field's name.</summary>
    public required IReadOnlyDictionary<string, FieldSource> Fields { get; init; }

    /// <summary>The source of the documents, as the ledger keeps it.</summary>
    public string DocumentSource => System.Length > 0 ? System : Name;

    /// <summary>Reads a name as people type it.</summary>
    public static bool TryReadName(string? text, out string name)
    {
        name = text?.Trim().ToLowerInvariant() ?? "";
        return name.Length is > 0 and <= MaxNameLength && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
    }

    /// <summary>What is wrong with it; empty when it can be used.</summary>
    public IReadOnlyList<LocalizedText> Problems()
    {
        var problems = new List<LocalizedText>();
        if (!TryReadName(Name, out var name) || name != Name)
        {
            problems.Add(new($"«{Name}» no sirve de nombre: use minúsculas sin acento, dígitos y guiones.", $"«{Name}» is no name: use lower-case letters, digits and hyphens."));
        }

        var form = ImportForms.Of(Kind);
        foreach (var field in Fields.Where(f => form.Fields.All(known => known.Name != f.Key)))
        {
            problems.Add(new($"«{form.Code}» no tiene el dato «{field.Key}».", $"«{form.Code}» has no datum «{field.Key}»."));
        }

        foreach (var field in form.Fields.Where(f => f.IsRequired && !Fields.ContainsKey(f.Name)))
        {
            problems.Add(new($"Falta decir de dónde sale «{field.Name}».", $"It is not said where «{field.Name}» comes from."));
        }

        foreach (var field in Fields.Where(f => f.Value.Constant is null && (f.Value.Columns.Count == 0 || f.Value.Columns.Any(string.IsNullOrWhiteSpace))))
        {
            problems.Add(new($"«{field.Key}» no tiene columna ni valor.", $"«{field.Key}» has neither column nor value."));
        }

        if (Kind == ImportKind.Figures && Fields.TryGetValue("clave_presupuestaria", out var key) && key.Columns.Select(FoldedText.Fold).Distinct().Count() is var parts && (parts == 0 || parts != key.Columns.Count))
        {
            problems.Add(new("La clave presupuestaria se forma de columnas, cada una con su nombre: es la que distingue un renglón de otro.", "The budget key is made of columns, each with its own name: it is what tells one row from another."));
        }

        return problems;
    }
}
