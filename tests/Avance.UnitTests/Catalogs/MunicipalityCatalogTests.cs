using Avance.Catalogs;
using Xunit;

namespace Avance.UnitTests.Catalogs;

public sealed class MunicipalityCatalogTests
{
    [Fact]
    public void Has_the_124_municipalities_with_their_national_keys() => Assert.Equal(
        Enumerable.Range(1, 125).Where(number => number != 95).Select(number => $"07{number:000}"),
        MunicipalityCatalog.Chiapas.Select(municipality => municipality.Code));

    [Fact]
    public void Adds_up_to_the_census()
    {
        Assert.Equal(2_837_881, MunicipalityCatalog.Chiapas.Sum(municipality => municipality.Women));
        Assert.Equal(2_705_947, MunicipalityCatalog.Chiapas.Sum(municipality => municipality.Men));
        Assert.Equal(5_543_828, MunicipalityCatalog.Chiapas.Sum(municipality => municipality.Population));
    }

    [Fact]
    public void Every_municipality_has_a_name_of_its_own_and_a_seat()
    {
        Assert.Equal(124, MunicipalityCatalog.Chiapas.Select(municipality => FoldedText.Fold(municipality.Name)).Distinct().Count());
        Assert.All(MunicipalityCatalog.Chiapas, municipality => Assert.NotEmpty(municipality.Seat));
    }

    [Theory]
    [InlineData("TUXTLA GUTIERREZ", "07101")]
    [InlineData("San  Cristóbal de las Casas", "07078")]
    [InlineData("ángel albino corzo", "07008")]
    [InlineData("Honduras de la Sierra", "07125")]
    public void Finds_a_municipality_by_its_name(string name, string code) =>
        Assert.Equal(code, MunicipalityCatalog.FindByName(name)?.Code);

    [Fact]
    public void Finds_a_municipality_by_its_key()
    {
        Assert.Equal(new Municipality("07087", "Suchiate", "Ciudad Hidalgo", 21_191, 20_481), MunicipalityCatalog.Find("07087"));
        Assert.Null(MunicipalityCatalog.Find("07095"));
    }

    [Fact]
    public void A_coverage_that_is_no_municipality_is_not_found()
    {
        Assert.Null(MunicipalityCatalog.FindByName("Cobertura Estatal"));
        Assert.Null(MunicipalityCatalog.FindByName(""));
    }

    [Fact]
    public void A_population_that_is_not_known_is_not_zero() =>
        Assert.Null(new Municipality("07999", "Municipio nuevo", "Cabecera", 10, null).Population);
}
