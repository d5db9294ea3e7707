namespace Avance.Catalogs;

/// <summary>
/// Which economic natures (<see cref="Classifications.EconomicNature"/>) an object of expenditure may have, by concept
/// where the concept says so and otherwise by chapter. The correspondence is ours, not the law's.
/// </summary>
public static class EconomicNatureMap
{
    private static readonly Lazy<CatalogEdition> LazyEdition = new(() => new("object-economic-nature"));

    private static readonly Lazy<Dictionary<string, string[]>> Natures =
        new(() => CatalogTable.Read("object-economic-nature").ToDictionary(row => row[0], row => row[1].Split(' ')));

    /// <summary>Where the correspondence comes from and since when.</summary>
    public static CatalogEdition Edition => LazyEdition.Value;

    /// <summary>
    /// The natures that an object may have, the usual one first; none when its chapter does not exist.
    /// </summary>
    /// <param name="objectCode">Chapter, concept, generic or specific item, also an issuer's own: <c>4500</c>, <c>452</c>, <c>45201</c>.</param>
    public static IReadOnlyList<string> Accepted(string objectCode)
    {
        ArgumentNullException.ThrowIfNull(objectCode);
        return objectCode.Length > 1 && Natures.Value.TryGetValue(objectCode[..2] + "00", out var ofConcept) ? ofConcept
            : objectCode.Length > 0 && Natures.Value.TryGetValue(objectCode[..1] + "000", out var ofChapter) ? ofChapter
            : [];
    }

    /// <summary>The usual nature of an object, or null when its chapter does not exist.</summary>
    public static string? Default(string objectCode) => Accepted(objectCode) is [var first, ..] ? first : null;
}
