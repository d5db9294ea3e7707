using Avance.Catalogs;
using Xunit;

namespace Avance.UnitTests.Catalogs;

public sealed class CatalogTableTests
{
    private static readonly string[] Shipped =
        [.. typeof(Classification).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".csv", StringComparison.Ordinal))
            .Select(name => name[..^4])];

    [Fact]
    public void Every_file_shipped_is_read_by_someone()
    {
        string[] read =
        [
            "catalogs",
            "sdg-goals",
            "sdg-targets",
            MunicipalityCatalog.Edition.Id,
            EconomicNatureMap.Edition.Id,
            .. Classifications.All.Select(classification => classification.Id),
        ];

        Assert.Equal(read.Order(StringComparer.Ordinal), Shipped.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_edition_in_the_index_belongs_to_a_catalogue()
    {
        string[] editions =
        [
            SdgCatalog.Edition.Id,
            MunicipalityCatalog.Edition.Id,
            EconomicNatureMap.Edition.Id,
            .. Classifications.All.Select(classification => classification.Id),
        ];

        Assert.Equal(
            editions.Order(StringComparer.Ordinal),
            CatalogTable.Read("catalogs").Select(row => row[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_row_has_its_fields_and_no_stray_spaces_or_quotes() =>
        Assert.All(Shipped.SelectMany(CatalogTable.Read).SelectMany(row => row), field =>
        {
            Assert.Equal(field.Trim(), field);
            Assert.DoesNotContain('"', field);
        });

    [Fact]
    public void A_catalogue_that_is_not_shipped_is_refused_by_name()
    {
        var exception = Assert.Throws<InvalidDataException>(() => CatalogTable.Read("no-such-catalogue"));

        Assert.Contains("no-such-catalogue", exception.Message, StringComparison.Ordinal);
    }
}
