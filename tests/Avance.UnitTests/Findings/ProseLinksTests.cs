using Avance.Findings;
using Avance.UnitTests.Building;
using Xunit;
using static Avance.UnitTests.Building.ReportBuilder;

namespace Avance.UnitTests.Findings;

/// <summary>What is found in an explanation of A001 (100 000.00 approved, 4 807.27 revised) beside three other projects.</summary>
public sealed class ProseLinksTests
{
    [Theory]
    // Names after the word «proyecto», up to where they end.
    [InlineData("pasaron al proyecto Gestión de Archivos y Acervos.", "= Gestión de Archivos y Acervos > 2")]
    [InlineData("pasaron al PROYECTO: GESTIÓN DE ARCHIVOS Y ACERVOS durante agosto", "= GESTIÓN DE ARCHIVOS Y ACERVOS > 2")]
    [InlineData("al proyecto Gestión de los Archivos y Acervos ; además", "~ Gestión de los Archivos y Acervos > 2")]
    [InlineData("al proyecto de Administración de Recursos, Finanzas y Servicios Personales. Fin", "~ Administración de Recursos, Finanzas y Servicios Personales > 3")]
    [InlineData("al proyecto A002, Gestion de archivos y acervos, en julio", "= Gestion de archivos y acervos > 2")]
    [InlineData("los proyectos denominados así y el proyecto denominado «Gestión de Archivos y Acervos»", "= Gestión de Archivos y Acervos > 2")]
    [InlineData("to the project Gestión de Archivos y Acervos", "= Gestión de Archivos y Acervos > 2")]
    // The same between quotes, without the word.
    [InlineData("pasaron a “Gestión de Archivos” en mayo", "~ Gestión de Archivos > 2")]
    [InlineData("lo que se llama \"efecto dominó\" en la jerga", "")]
    [InlineData("al proyecto \"Puentes colgantes\" del sur", "~ Puentes colgantes > ")]
    // What only looks like a name.
    [InlineData("El proyecto no registra avance", "")]
    [InlineData("EL PROYECTO NO REGISTRA AVANCE", "")]
    [InlineData("un proyecto. Administración lo revisará", "")]
    [InlineData("proyectó Gestión de Archivos y Acervos", "")]
    [InlineData("un comillas sin cerrar « proyecto", "")]
    // Amounts in both styles, and where they are.
    [InlineData("restan 4,807.27, que se traspasarán", "= 4,807.27 > 1 Revised")]
    [InlineData("restan 4 807.27", "= 4 807.27 > 1 Revised")]
    [InlineData("restan 4\u00A0807.27", "= 4\u00A0807.27 > 1 Revised")]
    [InlineData("( $4807.27 )", "= 4807.27 > 1 Revised")]
    [InlineData("se redujeron 95,192.73 pesos", "= 95,192.73 > 1 NetChange")]
    [InlineData("por ejercer 3,807.27 M.N.", "= 3,807.27 > 1 Unspent")]
    [InlineData("de 12.00 programadas se hicieron 9.00", "= 12.00 > 1 Target|= 9.00 > 1 Target")]
    [InlineData("al otro, que tiene 777,777.77, y del total de 1,000,000.00", "= 777,777.77 > 3 Revised|= 1,000,000.00 > 0 Total")]
    [InlineData("de 777,777.77 del proyecto Administración de Recursos Financieros y Servicios Generales", "= 777,777.77 > 3 Revised|= Administración de Recursos Financieros y Servicios Generales > 3")]
    [InlineData("por $ 5,000 y 6 000 pesos", "~ 5,000 > |~ 6 000 > ")]
    [InlineData("en 2023 850 000.01", "~ 850 000.01 > ")]
    // Numbers that are not amounts.
    [InlineData("acuerdo IEPC/JGE-A/005/2023, ISO 54001:2019, artículo 51, 3.5, 12.34 %, 99.99 por ciento, 1.2.3, v2.00", "")]
    [InlineData("participaron 1,234 personas y 12.50 grados", "")]
    public void Ties_names_and_amounts_to_the_report(string text, string expected)
    {
        var links = Links(text);
        Assert.Equal(expected, string.Join('|', links.Select(l =>
            $"{(l.IsExact ? '=' : '~')} {l.Text} > {string.Join(',', l.References.Select(r => $"{r.ProjectNumber} {r.Figure}".TrimEnd()))}")));
        Assert.All(links, l => Assert.Equal(l.Text, text.Substring(l.Start, l.Text.Length)));
    }

    [Fact]
    public void A_name_that_two_keys_bear_points_to_both()
    {
        var report = new ReportBuilder().Project("A001").Project("A002", "SISTEMA").Project("E002", "Sistema").Explain("A001", "al proyecto Sistema").Build();
        var link = Assert.Single(ReportChecker.Check(new CheckContext { Report = report }).Links);
        Assert.Equal([2, 3], link.References.Select(r => r.ProjectNumber));
    }

    [Fact]
    public void Retold_in_other_words_the_sample_gives_the_same_links() => Assert.Equal(
        ["850 000.00", "Sistema de Gestión de Calidad bajo la norma Técnica ISO", "$4807.27", "Administración de los Recursos Humanos, Financieros y Servicios Personales"],
        ReportChecker.Check(new CheckContext
        {
            Report = Importing.Samples.Report with
            {
                Explanations =
                [
                    Importing.Samples.Report.Explanations[0] with
                    {
                        Text = "Por acuerdo IEPC/JGE-A/005/2023 se llevaron ( 850 000.00 pesos ) al proyecto: Sistema de Gestión de Calidad bajo la norma "
                            + "Técnica ISO ; quedan $4807.27 para el proyecto de Administración de los Recursos Humanos, Financieros y Servicios Personales .",
                    },
                ],
            },
        }).Links.Select(l => l.Value == 4807.27m ? "$" + l.Text : l.Text));

    private static IReadOnlyList<ProseLink> Links(string text) => ReportChecker.Check(new CheckContext
    {
        Report = new ReportBuilder()
            .Project("A001", "PROMOCIÓN DEL VOTO", Pesos(100_000m, 4_807.27m, 1_000m))
            .Project("A002", "GESTIÓN DE ARCHIVOS Y ACERVOS", Pesos(10m, 20m, 5m))
            .Project("A003", "ADMINISTRACIÓN DE RECURSOS FINANCIEROS Y SERVICIOS GENERALES", Pesos(30m, 777_777.77m, 6m))
            .Subfunction(totals: Pesos(null, 1_000_000m, null))
            .Explain("A001", text)
            .Build(),
    }).Links;
}
