using Avance.Catalogs;
using Xunit;

namespace Avance.UnitTests.Catalogs;

public sealed class ClassificationsTests
{
    public static TheoryData<string> Ids => [.. Classifications.All.Select(classification => classification.Id)];

    private static Classification Get(string id) => Classifications.All.Single(classification => classification.Id == id);

    [Theory]
    [InlineData("functional", 4, 28, 111)]
    [InlineData("programmatic", 9, 20, 0)]
    [InlineData("expenditure-object", 9, 63, 227)]
    [InlineData("economic-nature", 5, 0, 0)]
    [InlineData("economic-nature-federal", 5, 0, 0)]
    [InlineData("funding-source", 2, 10, 0)]
    [InlineData("funding-source-2013", 7, 0, 0)]
    public void Has_every_code_of_each_level(string id, int first, int second, int third)
    {
        var codes = Get(id).Codes;

        Assert.Equal([first, second, third], Enumerable.Range(1, 3).Select(level => codes.Count(code => code.Level == level)));
        Assert.Equal(first + second + third, codes.Count);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_code_follows_its_parent_and_is_unique(string id)
    {
        var seen = new HashSet<string>();
        foreach (var code in Get(id).Codes)
        {
            Assert.True(code.Parent is null || seen.Contains(code.Parent), $"{code.Code} comes before its parent {code.Parent}.");
            Assert.True(seen.Add(code.Code), $"{code.Code} appears twice.");
            Assert.NotEmpty(code.Name);
            Assert.Equal(code.Name.Trim(), code.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Siblings_have_different_names(string id) =>
        Assert.All(
            Get(id).Codes.GroupBy(code => (code.Parent, FoldedText.Fold(code.Name))),
            same => Assert.Single(same));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Says_who_issues_it_and_from_when(string id)
    {
        var classification = Get(id);

        Assert.NotEmpty(classification.Name.Spanish);
        Assert.NotEmpty(classification.Name.English);
        Assert.NotEmpty(classification.Issuer);
        Assert.NotEmpty(classification.Source);
        Assert.True(classification.ValidFrom > new DateOnly(2008, 12, 31), "No classification is older than the accounting law.");
        Assert.True(classification.ValidTo is null || classification.ValidTo > classification.ValidFrom);
    }

    [Theory]
    [InlineData("functional", "1.3.6", "Organización de Procesos Electorales", "1.3", 3)]
    [InlineData("functional", "4.4.1", "Adeudos de Ejercicios Fiscales Anteriores", "4.4", 3)]
    [InlineData("programmatic", "R", "Específicos", "2", 2)]
    [InlineData("programmatic", "C", "Participaciones a entidades federativas y municipios", null, 1)]
    [InlineData("expenditure-object", "1000", "Servicios Personales", null, 1)]
    [InlineData("expenditure-object", "4400", "Ayudas sociales", "4000", 2)]
    [InlineData("expenditure-object", "111", "Dietas", "1100", 3)]
    [InlineData("economic-nature", "3", "Amortización de la Deuda y Disminución de Pasivos", null, 1)]
    [InlineData("economic-nature-federal", "3", "Gasto de obra pública", null, 1)]
    [InlineData("funding-source", "15", "Recursos Federales", "1", 2)]
    [InlineData("funding-source", "25", "Recursos Federales", "2", 2)]
    [InlineData("funding-source-2013", "5", "Recursos Federales", null, 1)]
    [InlineData("administrative", "2.1.1.1.4", "Órganos Autónomos", "2.1.1.1.0", 5)]
    public void Finds_a_code(string id, string code, string name, string? parent, int level) =>
        Assert.Equal(new ClassificationCode(code, name, parent, level), Get(id).Find(code));

    [Fact]
    public void An_unknown_code_is_not_found()
    {
        Assert.Null(Classifications.Functional.Find("1.3.10"));
        Assert.Null(Classifications.FundingSource.Find("5"));
        Assert.Null(Classifications.Functional.Find(""));
    }

    [Theory]
    [InlineData("ORGANIZACIÓN DE PROCESOS ELECTORALES", 3, "1.3.6")]
    [InlineData("organizacion  de procesos electorales ", 3, "1.3.6")]
    [InlineData("COORDINACIÓN DE LA POLÍTICA DE GOBIERNO", 2, "1.3")]
    [InlineData("Legislación", 2, "1.1")]
    [InlineData("Legislación", 3, "1.1.1")]
    public void Finds_a_function_by_its_printed_name(string name, int level, string code) =>
        Assert.Equal(code, Classifications.Functional.FindByName(name, level)?.Code);

    [Fact]
    public void A_name_that_two_codes_share_needs_its_parent()
    {
        Assert.Null(Classifications.Functional.FindByName("Otros", 3));
        Assert.Equal("1.8.5", Classifications.Functional.FindByName("OTROS", 3, "1.8")?.Code);
        Assert.Null(Classifications.Functional.FindByName("Procesos", 3));
    }

    [Theory]
    [InlineData(2012, false, false)]
    [InlineData(2013, true, false)]
    [InlineData(2015, true, false)]
    [InlineData(2016, true, true)]
    [InlineData(2017, false, true)]
    [InlineData(2023, false, true)]
    public void Each_version_of_the_funding_sources_has_its_years(int year, bool old, bool current)
    {
        Assert.Equal(old, Classifications.FundingSource2013.IsValidIn(year));
        Assert.Equal(current, Classifications.FundingSource.IsValidIn(year));
    }

    [Fact]
    public void The_sample_year_has_one_valid_classification_of_each_kind_from_the_accounting_council() =>
        Assert.Equal(
            ["functional", "programmatic", "expenditure-object", "economic-nature", "funding-source", "administrative"],
            Classifications.All.Where(c => c.IsValidIn(2023) && c.Issuer.Contains("CONAC", StringComparison.Ordinal)).Select(c => c.Id));

    [Theory]
    [InlineData("1000", "1")]
    [InlineData("113", "1")]
    [InlineData("3990", "1")]
    [InlineData("4000", "1")]
    [InlineData("4400", "1")]
    [InlineData("4500", "4")]
    [InlineData("45201", "4")]
    [InlineData("5", "2")]
    [InlineData("622A1", "2")]
    [InlineData("7900", "2")]
    [InlineData("8100", "5")]
    [InlineData("8300", "1")]
    [InlineData("9100", "3")]
    [InlineData("9200", "1")]
    [InlineData("9900", "3")]
    public void An_object_of_expenditure_has_a_usual_economic_nature(string objectCode, string nature) =>
        Assert.Equal(nature, EconomicNatureMap.Default(objectCode));

    [Fact]
    public void Transfers_may_be_current_or_capital()
    {
        Assert.Equal(["1", "2"], EconomicNatureMap.Accepted("4300"));
        Assert.Equal(["4"], EconomicNatureMap.Accepted("4500"));
        Assert.Empty(EconomicNatureMap.Accepted("0100"));
        Assert.Null(EconomicNatureMap.Default(""));
    }

    [Fact]
    public void Every_object_of_expenditure_has_natures_that_exist() =>
        Assert.All(Classifications.ExpenditureObject.Codes.Where(code => code.Code is not ("8000" or "9000")), code =>
        {
            var natures = EconomicNatureMap.Accepted(code.Code);
            Assert.NotEmpty(natures);
            Assert.All(natures, nature => Assert.NotNull(Classifications.EconomicNature.Find(nature)));
        });
}
