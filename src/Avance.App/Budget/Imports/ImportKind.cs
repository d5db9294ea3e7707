namespace Avance.App.Budget.Imports;

/// <summary>What the rows of a table are.</summary>
public enum ImportKind
{
    /// <summary>Responsible units.</summary>
    Units,

    /// <summary>Budget programmes.</summary>
    Programmes,

    /// <summary>Projects of the annual plan.</summary>
    Projects,

    /// <summary>Indicators and their calendars.</summary>
    Indicators,

    /// <summary>The approved budget, by line and month.</summary>
    ApprovedBudget,

    /// <summary>Amendments of budget and targets.</summary>
    Amendments,

    /// <summary>Entries of the accounts: commitments, accruals, payment orders, payments.</summary>
    Postings,

    /// <summary>Targets achieved.</summary>
    Achieved,

    /// <summary>People served.</summary>
    Beneficiaries,

    /// <summary>Why figures are as they are.</summary>
    Explanations,

    /// <summary>A third party's table: a row is a line or a project, with a column for each stage.</summary>
    Figures,
}

/// <summary>What a field holds, and so how it is read.</summary>
public enum ImportFieldType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A budget line's key.</summary>
    Key,

    /// <summary>Pesos and centavos.</summary>
    Amount,

    /// <summary>A number with four decimals at most.</summary>
    Quantity,

    /// <summary>A whole number.</summary>
    Count,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A month, by number or name.</summary>
    Month,
}

/// <summary>A datum that a kind of table has.</summary>
/// <param name="Name">Its name, as in the header of the product's own files.</param>
/// <param name="Type">What it holds.</param>
/// <param name="IsRequired">Whether a row without it is refused.</param>
/// <param name="Meaning">What it means.</param>
public sealed record ImportField(string Name, ImportFieldType Type, bool IsRequired, LocalizedText Meaning);

/// <summary>A kind of table: what it is called and which data it has.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Code">Its name in commands and mappings, and of the product's own file: <c>movimientos</c>.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Fields">Its data, in the order of the product's own file.</param>
public sealed record ImportForm(ImportKind Kind, string Code, LocalizedText Title, IReadOnlyList<ImportField> Fields)
{
    /// <summary>Position of a field.</summary>
    /// <exception cref="ArgumentException">The kind has no such field.</exception>
    public int IndexOf(string field)
    {
        for (var i = 0; i < Fields.Count; i++)
        {
            if (Fields[i].Name == field)
            {
                return i;
            }
        }

        throw new ArgumentException($"{Code} has no field {field}.", nameof(field));
    }
}
