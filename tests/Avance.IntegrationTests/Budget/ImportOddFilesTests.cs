using System.Text;
using Avance.App.Budget.Imports;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Budget;

/// <summary>Files as people really send them: out of order, with stray spaces, with keys that nobody planned.</summary>
public sealed class ImportOddFilesTests
{
    private const string Postings = "documento,fecha,descripcion,clave_presupuestaria,mes,momento,importe\n";

    [Theory, EachDatabase]
    public void A_document_whose_rows_stand_apart_is_not_posted_by_halves(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Opened();
        const string File = Postings + "P-1,2023-02-28,x,01-R101-A001-21101-1-11,2,comprometido,100\nP-2,2023-02-28,x,01-R101-A001-21101-1-11,2,comprometido,5\nP-1,2023-02-28,x,01-R101-A001-21101-1-11,2,comprometido,100\n";
        var outcome = office.Import("movimientos", File);
        Assert.Equal((ImportState.Refused, "ledger.apart", 4), (outcome.State, outcome.Problems[0].Code, outcome.Problems[0].Place.Line));
        Assert.Equal(["0"], office.Rows("SELECT count(*) FROM document WHERE kind = 'posting'"));
    }

    [Theory, EachDatabase]
    public void A_key_with_stray_spaces_is_the_same_key(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Started();
        office.Import("unidades", ImportOffice.Units);
        office.Import("programas", ImportOffice.Programmes);
        office.Import("proyectos", ImportOffice.Projects);
        Assert.Equal(ImportState.Applied, office.Import("aprobado", ImportOffice.Approved).State);
        var spaced = office.Import("aprobado", "documento,fecha,autoridad,clave_presupuestaria,ene,feb,mar,abr,may,jun,jul,ago,sep,oct,nov,dic\nDEC-2,2023-01-01,Decreto,01 - R101 - A001 - 21101 - 1 - 11,1,,,,,,,,,,,\nDEC-2,2023-01-01,Decreto,01-R101-A001-21101-1-11,,1,,,,,,,,,,\n");
        Assert.Equal((ImportState.Applied, 1L), (spaced.State, spaced.Posted));
        Assert.Equal(["3"], office.Rows("SELECT count(*) FROM budget_line"));
    }

    [Theory, EachDatabase]
    public void Money_for_a_project_that_nobody_planned_is_refused(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Started();
        office.Import("unidades", ImportOffice.Units);
        office.Import("programas", ImportOffice.Programmes);
        office.Import("proyectos", ImportOffice.Projects);
        var outcome = office.Import("aprobado", ImportOffice.Approved.Replace("06-R101-A008-21101", "06-R101-A0O8-21101", StringComparison.Ordinal));
        Assert.Equal((ImportState.Refused, "plan.project"), (outcome.State, outcome.Problems[0].Code));
        Assert.Contains("06/A0O8", outcome.Problems[0].Explanation.Spanish, StringComparison.Ordinal);
        Assert.Equal(["0"], office.Rows("SELECT count(*) FROM budget_line"));
    }

    [Theory, EachDatabase]
    public void Cumulative_figures_of_a_second_cut_off_are_not_added_to_the_first(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Started();
        var mapping = new ImportMapping
        {
            Name = "tercero",
            Kind = ImportKind.Figures,
            ThirdParty = true,
            Fields = new Dictionary<string, FieldSource>
            {
                ["clave_presupuestaria"] = FieldSource.Of("ramo", "programa"),
                ["corte"] = FieldSource.Of("corte"),
                ["aprobado"] = FieldSource.Of("aprobado"),
                ["pagado"] = FieldSource.Of("pagado"),
            },
        };
        Assert.Empty(mapping.Problems());
        var first = Encoding.UTF8.GetBytes("corte,ramo,programa,aprobado,pagado\nT1,22,R001,100,10\n");
        Assert.Equal(ImportState.Applied, office.Import(mapping, first).State);
        Assert.Equal(1, office.Import(mapping, first).AlreadyPosted);
        var second = office.Import(mapping, Encoding.UTF8.GetBytes("corte,ramo,programa,aprobado,pagado\nT2,22,R001,100,30\n"));
        Assert.Equal((ImportState.Refused, "import.cut-off"), (second.State, second.Problems[0].Code));

        // Nor of two cut-offs, or of one row twice, in one file.
        var both = office.Import(mapping, Encoding.UTF8.GetBytes("corte,ramo,programa,aprobado,pagado\nT1,22,R002,100,10\nT2,22,R002,100,30\n"));
        Assert.Equal((ImportState.Refused, "import.cut-off"), (both.State, both.Problems[0].Code));
        var twice = office.Import(mapping, Encoding.UTF8.GetBytes("corte,ramo,programa,aprobado,pagado\nT1,22,R003,100,10\nT1,22,R003,100,10\n"));
        Assert.Equal((ImportState.Refused, "import.repeated"), (twice.State, twice.Problems[0].Code));
    }

    [Fact]
    public void A_key_of_third_parties_is_made_of_columns_with_names_of_their_own()
    {
        Assert.NotEmpty(Mapping(FieldSource.Always("22")).Problems());
        Assert.NotEmpty(Mapping(FieldSource.Of("Año", "ano")).Problems());
        Assert.Empty(Mapping(FieldSource.Of("Año", "Ramo")).Problems());

        static ImportMapping Mapping(FieldSource key) => new()
        {
            Name = "tercero",
            Kind = ImportKind.Figures,
            Fields = new Dictionary<string, FieldSource> { ["clave_presupuestaria"] = key },
        };
    }

    [Theory, EachDatabase]
    public void Amounts_beyond_any_budget_are_told_and_end_nothing_else(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Opened();
        var huge = new StringBuilder(Postings);
        for (var i = 0; i < 12_000; i++)
        {
            huge.Append("P-").Append(i).Append(",2023-02-28,x,01-R101-A001-21101-1-11,2,comprometido,9000000000000\n");
        }

        var outcome = office.Import("movimientos", huge.ToString(), c => c with { ValidOnly = true });
        Assert.Equal((ImportState.Refused, "table.sums"), (outcome.State, outcome.Problems[0].Code));
        Assert.Equal("ledger.amount", office.Import("movimientos", Postings + "P-1,2023-02-28,x,01-R101-A001-21101-1-11,2,comprometido,90000000000000\n").Problems[0].Code);
    }

    [Theory, EachDatabase]
    public void A_folio_says_one_thing_in_all_its_rows_and_names_its_own_authority(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Opened();
        const string Header = "folio,tipo,alcance,fecha,unidad,acuerdo,fundamento,justificacion,sin_cambio_de_metas,clave_presupuestaria,mes,importe\n";
        const string Row = "AP-2023-0001,traspaso,interna,2023-02-01,01,1,Ley,Hace falta,No cambian,";
        var outcome = office.Import("adecuaciones", Header + Row + "01-R101-A001-21101-1-11,feb,-5\n" + Row.Replace("interna", "externa", StringComparison.Ordinal) + "06-R101-A008-21101-1-11,feb,5\n");
        Assert.Equal((ImportState.Refused, "import.document", 3), (outcome.State, outcome.Problems[0].Code, outcome.Problems[0].Place.Line));
    }
}
