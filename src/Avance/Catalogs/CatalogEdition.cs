using System.Globalization;

namespace Avance.Catalogs;

/// <summary>
/// Which catalogue, by whom and from when: the same code means different things to different issuers and in different
/// years, so no code is read without its edition.
/// </summary>
public class CatalogEdition
{
    private static readonly Lazy<Dictionary<string, string[]>> Index =
        new(() => CatalogTable.Read("catalogs").ToDictionary(row => row[0]));

    /// <summary>Takes the edition of the catalogue <paramref name="id"/> from the index shipped with the library.</summary>
    internal CatalogEdition(string id)
    {
        var row = Index.Value[id];
        Id = id;
        Name = new(row[1], row[2]);
        Issuer = row[3];
        Source = row[4];
        ValidFrom = Date(row[5]);
        ValidTo = row[6].Length == 0 ? null : Date(row[6]);
    }

    /// <summary>Stable id: <c>functional</c>, <c>funding-source-2013</c>.</summary>
    public string Id { get; }

    /// <summary>Official name.</summary>
    public LocalizedText Name { get; }

    /// <summary>Who issues it, in Spanish.</summary>
    public string Issuer { get; }

    /// <summary>The publication it was taken from, in Spanish.</summary>
    public string Source { get; }

    /// <summary>First day in force: the day of publication.</summary>
    public DateOnly ValidFrom { get; }

    /// <summary>Last day in force; null while no later edition replaces it.</summary>
    public DateOnly? ValidTo { get; }

    /// <summary>
    /// Whether it was in force on some day of the fiscal year. In the year of a change both editions are, because a
    /// budget approved under the old one is carried out until December.
    /// </summary>
    public bool IsValidIn(int fiscalYear) => ValidFrom.Year <= fiscalYear && (ValidTo is not { } last || last.Year >= fiscalYear);

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
