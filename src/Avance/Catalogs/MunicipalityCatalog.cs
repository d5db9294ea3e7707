using System.Globalization;

namespace Avance.Catalogs;

/// <summary>The municipalities of Chiapas: 124, keys 001 to 125 without 095, with the population of the 2020 census.</summary>
public static class MunicipalityCatalog
{
    private static readonly Lazy<CatalogEdition> LazyEdition = new(() => new("municipalities-chiapas"));

    private static readonly Lazy<List<Municipality>> LazyChiapas = new(() =>
        [.. CatalogTable.Read("municipalities-chiapas").Select(row => new Municipality(row[0], row[1], row[2], Count(row[3]), Count(row[4])))]);

    private static readonly Lazy<Dictionary<string, Municipality>> ByName = new(() =>
        Chiapas.ToDictionary(municipality => FoldedText.Fold(municipality.Name)));

    /// <summary>Who issues the keys and counts the people, and since when.</summary>
    public static CatalogEdition Edition => LazyEdition.Value;

    /// <summary>The municipalities, by key.</summary>
    public static IReadOnlyList<Municipality> Chiapas => LazyChiapas.Value;

    /// <summary>The municipality with that five-digit key, or null.</summary>
    public static Municipality? Find(string code) => Chiapas.FirstOrDefault(municipality => municipality.Code == code);

    /// <summary>The municipality with that name, whatever its case and accents, or null.</summary>
    public static Municipality? FindByName(string name) => ByName.Value.GetValueOrDefault(FoldedText.Fold(name));

    private static long? Count(string digits) =>
        digits.Length == 0 ? null : long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
