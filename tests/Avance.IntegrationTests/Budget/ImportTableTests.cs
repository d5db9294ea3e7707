using System.Text;
using Avance.App.Budget.Imports;
using Avance.App.Journal;
using Avance.App.Planning;
using Avance.IntegrationTests.Storage;
using Avance.Ledger;
using Xunit;

namespace Avance.IntegrationTests.Budget;

public sealed class ImportTableTests
{
    private const string Header = "documento,fecha,descripcion,clave_presupuestaria,mes,momento,importe\n";

    private const string Postings = Header + """
        P-1,2023-02-28,Papel,01-R101-A001-21101-1-11,1,comprometido+devengado+ejercido+pagado,100.00
        P-1,2023-02-28,Papel,06-R101-A008-21101-1-11,ene,Comprometido,"$1,20.00"
        P-2,28/02/2023,Tinta,01-R101-A001-21101-1-11,,comprometido,50
        P-3,2023-03-01,Luz,01-R101-A001-99999-1-11,3,devengado,1
        P-4,2023-03-01,Agua,01-R101-A001-21101-1-11,3,comprometido,999999.00
        P-5,2023-03-02,Gas,01-R101-A001-21101-1-11,3,comprometido,1
        """;

    [Theory, EachDatabase]
    public void Plan_budget_and_progress_come_from_files(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Opened();
        var plan = new PlanQueries(office.Database).Find("IEPC", 2023)!;
        Assert.Equal(["01/A001", "06/A008"], plan.Projects.Select(p => p.Address));
        Assert.Equal(40, plan.Projects[1].Indicators[0].AnnualTarget);
        Assert.Null(plan.Projects[1].Population);
        Assert.Equal(["16.7", "16.6"], plan.Projects[0].SdgTargets);
        Assert.Equal(ImportState.Applied, office.Import("alcanzado", "documento,fecha,unidad,proyecto,indicador,mes,cantidad\nA-1,2023-03-31,06,A008,1,3,9.5\n").State);
        Assert.Equal(ImportState.Applied, office.Import("beneficiarios", "documento,fecha,unidad,proyecto,trimestre,mujeres,hombres,personas\nB-1,2023-03-31,06,A008,1,5,7,\nB-1,2023-03-31,01,A001,1,N/R,,\n").State);
        Assert.Equal(["1", "1"], office.Rows("SELECT count(*) FROM beneficiary_entry GROUP BY people IS NULL"));
        Assert.Equal(ImportState.Applied, office.Import("justificaciones", "documento,fecha,unidad,proyecto,trimestre,nombre,texto\nJ-1,2023-03-31,06,A008,1,Capacitación,\"Se reprogramó, por \"\"causas\"\" ajenas\"\n").State);
        Assert.Equal(["95000"], office.Rows("SELECT quantity FROM target_entry WHERE stage = 3"));
    }

    [Theory, EachDatabase]
    public void A_file_without_the_columns_that_may_be_left_out_keeps_every_row(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Started();
        var outcome = office.Import("unidades", "Claves de las unidades\nclave,nombre\n01,Presidencia\n02,Secretaría\n03,Archivo\n");
        Assert.Equal((ImportState.Applied, 3), (outcome.State, (int)outcome.Rows));
        Assert.Equal(["01", "02", "03"], office.Rows("SELECT unit_code FROM responsible_unit ORDER BY unit_code"));
    }

    [Theory, EachDatabase]
    public void A_line_approved_with_zero_is_told_and_a_blank_month_is_not(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Opened();
        Assert.Equal(["12|1200000", "1|50050", "1|0"], office.Rows("SELECT count(*), sum(amount) FROM ledger_entry e JOIN budget_line l ON l.fiscal_year = e.fiscal_year AND l.line_number = e.line_number GROUP BY l.line_key ORDER BY l.line_key"));
        Assert.Equal("3", Assert.Single(office.Rows("SELECT count(*) FROM budget_line WHERE project_id IS NOT NULL")));
    }

    [Theory, EachDatabase]
    public void One_bad_row_refuses_the_file_and_says_every_problem(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Opened();
        var before = office.Rows("SELECT count(*) FROM document");
        var outcome = office.Import("movimientos", Postings, c => c with { PreviewRows = 2 });
        Assert.Equal(ImportState.Refused, outcome.State);
        Assert.Equal((6, 5, 2, 3), ((int)outcome.Rows, (int)outcome.Documents, (int)outcome.Posted, (int)outcome.Refused));
        Assert.Equal([(3, "import.amount"), (5, "budget.line"), (6, "AVP-051")], outcome.Problems.Select(p => (p.Place.Line, p.Code)));
        Assert.Equal("P-1", outcome.Preview[0].Fields[0]);
        Assert.Equal(before, office.Rows("SELECT count(*) FROM document"));
        Assert.Equal(["refused|6|2"], office.Rows("SELECT state, row_count, posted FROM import_run ORDER BY number DESC LIMIT 1"));
    }

    [Theory, EachDatabase]
    public void Refused_rows_mended_are_sent_back_and_nothing_is_posted_twice(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Opened();
        var outcome = office.Import("movimientos", Postings, c => c with { ValidOnly = true });
        Assert.Equal((ImportState.Applied, 2L, 3L, 4L), (outcome.State, outcome.Posted, outcome.Refused, outcome.RefusedRows));
        var rejects = File.ReadAllText(office.Rejects);
        Assert.Contains(",linea,problema,remedio,regla", rejects, StringComparison.Ordinal);
        Assert.Contains("AVP-051", rejects, StringComparison.Ordinal);
        var mended = rejects.Replace("$1,20.00", "120.00", StringComparison.Ordinal).Replace("999999.00", "9.00", StringComparison.Ordinal).Replace("99999", "21101", StringComparison.Ordinal).Replace("devengado,1,5", "comprometido,1,5", StringComparison.Ordinal);
        var again = office.Import("movimientos", mended);
        Assert.Equal((ImportState.Applied, 3L, 0L), (again.State, again.Posted, again.Refused));
        var rows = office.Rows("SELECT count(*), sum(amount) FROM ledger_entry");
        Assert.Equal(3, office.Import("movimientos", mended).AlreadyPosted);
        Assert.Equal(2, office.Import("movimientos", Postings, c => c with { ValidOnly = true }).AlreadyPosted);
        Assert.Equal(rows, office.Rows("SELECT count(*), sum(amount) FROM ledger_entry"));
        Assert.Null(new JournalQueries(office.Database).Verify("IEPC"));
    }

    [Theory, EachDatabase]
    public void A_dry_run_leaves_nothing_and_tells_totals(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Opened();
        var before = office.Rows("SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM import_run) + (SELECT count(*) FROM journal)");
        var outcome = office.Import("movimientos", Postings, c => c with { DryRun = true });
        Assert.Equal((ImportState.Tried, 2L), (outcome.State, outcome.Posted));
        Assert.Equal(new Money(10000), outcome.Totals.Single(t => t.Project == "01/A001").Stages[BudgetStage.Paid]);
        Assert.Equal(before, office.Rows("SELECT (SELECT count(*) FROM document) + (SELECT count(*) FROM import_run) + (SELECT count(*) FROM journal)"));
    }

    [Theory, EachDatabase]
    public void A_cancelled_import_leaves_only_its_record(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Opened();
        using var stop = new CancellationTokenSource();
        var many = new StringBuilder(Header);
        for (var i = 0; i < 30_000; i++)
        {
            many.Append("M-").Append(i).Append(",2023-02-28,x,01-R101-A001-21101-1-11,2,comprometido,0.01\n");
        }

        var before = office.Rows("SELECT count(*) FROM document");
        var outcome = office.Import("movimientos", many.ToString(), c => c with { Progress = p => Stop(p.Documents) }, stop.Token);
        Assert.Equal(ImportState.Cancelled, outcome.State);
        Assert.Equal(before, office.Rows("SELECT count(*) FROM document"));
        Assert.Equal(["cancelled"], office.Rows("SELECT state FROM import_run ORDER BY number DESC LIMIT 1"));
        Assert.Equal((ImportState.Applied, 30_000L), (office.Import("movimientos", many.ToString()) is var done ? done.State : default, done.Posted));

        void Stop(long documents)
        {
            if (documents > 5_000)
            {
                stop.Cancel();
            }
        }
    }

    [Theory, EachDatabase]
    public void Files_that_are_no_table_of_theirs_are_refused_with_a_reason(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Opened();
        Assert.Equal("table.header", office.Import("movimientos", "uno,dos\n1,2\n").Problems[0].Code);
        Assert.Equal("table.header", office.Import("movimientos", "documento,fecha,importe\nP,2023-01-01,1\n").Problems[0].Code);
        Assert.Equal("table.empty", office.Import("movimientos", Header).Problems[0].Code);
        Assert.Equal("table.empty", office.Import("movimientos", "").Problems[0].Code);
        Assert.Equal("table.quote", office.Import("movimientos", Header + "P-1,2023-02-28,\"x,01-R101-A001-21101-1-11,2,comprometido,0.01\n").Problems[0].Code);
        Assert.Equal("table.not-a-table", office.Import("movimientos", "%PDF-1.4").Problems[0].Code);
        var year = Assert.Throws<RuleViolationException>(() => office.ImportFile(office.Rejects + "x", BuiltInMappings.Find("movimientos")!, 1999, c =>
        {
            File.WriteAllText(c.Path, Postings);
            return c;
        }));
        Assert.Equal("plan.year", year.RuleId);
    }

    [Theory, EachDatabase]
    public void Amendments_come_whole_with_their_targets(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Opened();
        const string File = "folio,tipo,alcance,fecha,unidad,acuerdo,oficio,fundamento,justificacion,sin_cambio_de_metas,clave_presupuestaria,mes,importe,unidad_meta,proyecto_meta,indicador_meta,mes_meta,cantidad_meta\n"
            + "AP-2023-0001,traspaso,interna,2023-02-10,06,JGE/01,,Código art. 1,Se requiere más capacitación en los distritos,,01-R101-A001-21101-1-11,3,-100.00,06,A008,1,3,2\n"
            + "AP-2023-0001,traspaso,interna,2023-02-10,06,JGE/01,,Código art. 1,Se requiere más capacitación en los distritos,,06-R101-A008-21101-1-11,3,100.00,01,A001,1,3,-1\n"
            + "AP-2023-0002,traspaso,interna,2023-02-11,06,JGE/02,,Código art. 1,No cuadra y no debe entrar,No cambian,06-R101-A008-21101-1-11,3,100.00,,,,,\n";
        var outcome = office.Import("adecuaciones", File, c => c with { ValidOnly = true });
        Assert.Equal((1L, 1L), (outcome.Posted, outcome.Refused));
        Assert.Equal((1L, 0L), (office.Import("adecuaciones", File, c => c with { ValidOnly = true }) is var again ? again.AlreadyPosted : 0, again.Posted));
        Assert.Equal(["2|10000", "3|10000"], office.Rows("SELECT stage, amount FROM ledger_entry WHERE stage IN (2, 3) ORDER BY stage"));
    }

    [Theory, EachDatabase]
    public void A_mapping_is_kept_in_versions_and_reads_another_systems_file(TestEngine engine)
    {
        using var office = new ImportOffice(engine).Opened();
        var mapping = new ImportMapping
        {
            Name = "sap",
            Kind = ImportKind.Postings,
            Numbers = App.Tables.NumberStyle.Comma,
            SkipTotals = true,
            Fields = new Dictionary<string, FieldSource>
            {
                ["documento"] = FieldSource.Of("Póliza"),
                ["fecha"] = FieldSource.Of("Fecha contable"),
                ["clave_presupuestaria"] = FieldSource.Of("UR", "PP", "PY", "Partida", "TG", "FF"),
                ["momento"] = FieldSource.Always("comprometido"),
                ["importe"] = FieldSource.Of("Cargos/Importe"),
            },
        };
        var mappings = new ImportMappings(office.Database, TimeProvider.System);
        Assert.Equal(1, mappings.Save("IEPC", mapping, "ana").Version);
        Assert.Equal(1, mappings.Save("IEPC", mapping, "ana").Version);
        Assert.Equal(2, mappings.Save("IEPC", mapping with { Description = "Sistema contable" }, "ana").Version);
        var found = mappings.Find("IEPC", "sap");
        Assert.Equal(MappingJson.Write(mapping with { Description = "Sistema contable" }), MappingJson.Write(found));
        var outcome = office.Import(found, Encoding.Latin1.GetBytes("Auxiliar de pólizas\n;;;;;;;;Cargos\nPóliza;Fecha contable;UR;PP;PY;Partida;TG;FF;Importe\nE-1;28/02/2023;01;R101;A001;21101;1;11;1.000,50\nTotal;;;;;;;;1.000,50\n"));
        Assert.Equal((ImportState.Applied, 1L), (outcome.State, outcome.Rows));
        Assert.Equal(["sap|100050|2"], office.Rows("SELECT d.source, e.amount, e.month FROM ledger_entry e JOIN document d ON d.fiscal_year = e.fiscal_year AND d.sequence = e.sequence WHERE d.kind = 'posting'"));
        Assert.Throws<RuleViolationException>(() => mappings.Save("IEPC", mapping with { Name = "pef" }, "ana"));
        Assert.Throws<RuleViolationException>(() => mappings.Save("IEPC", mapping with { Fields = new Dictionary<string, FieldSource>() }, "ana"));
        Assert.Null(new JournalQueries(office.Database).Verify("IEPC"));
    }
}
