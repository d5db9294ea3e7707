using System.Text;
using Avance.App.Budget;
using Avance.App.Budget.Imports;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.Budget;
using Avance.Planning;
using Xunit;

namespace Avance.BrowserTests;

/// <summary>A year with a plan, a budget, an amendment and its postings, so that every page has something to show.</summary>
internal static class SampleBooks
{
    /// <summary>A line of its budget.</summary>
    public const string Line = "06-R101-A008-21101-1-16";

    private const int Year = 2023;
    private const string Code = "IEPC";
    private const string Actor = "pruebas";

    private static readonly (string Mapping, string Table)[] Plan =
    [
        ("unidades", "clave,nombre,depende_de\n01,Presidencia,\n06,Dirección de Capacitación,01\n"),
        ("programas", "clave,nombre\nR101,Organización de elecciones\n"),
        ("proyectos", """
            orden,unidad,clave,nombre,programa,tipo,subfuncion,ods,alineacion,objetivo,municipio,localidad,tipo_beneficiario,poblacion_mujeres,poblacion_hombres
            1,01,A001,Conducción,R101,corriente,1.3.6,16.7 16.6,Eje 1,Conducir,Cobertura estatal,Cobertura estatal,externo,10,20
            2,06,A008,Capacitación,R101,corriente,1.3.6,16.7,Eje 1,Capacitar,Cobertura estatal,Cobertura estatal,externo,15,15
            """),
        ("indicadores", """
            unidad,proyecto,orden,nivel,objetivo,nombre,unidad_medida,dimension,tipo,frecuencia,sentido,linea_base,numerador,denominador,acumulacion,formula,medio_verificacion,supuestos,ene,feb,mar,abr,may,jun,jul,ago,sep,oct,nov,dic
            01,A001,1,actividad,Conducir,Sesiones,Sesión,eficacia,gestion,trimestral,ascendente,,Sesiones hechas,Sesiones programadas,,,Actas,,,,3,,,3,,,3,,,3
            06,A008,1,actividad,Capacitar,Cursos,Curso,eficacia,gestion,trimestral,ascendente,,Cursos dados,Cursos programados,,,Listas,,,,10,,,10,,,10,,,10
            """),
        ("aprobado", $"""
            documento,fecha,autoridad,clave_presupuestaria,ene,feb,mar,abr,may,jun,jul,ago,sep,oct,nov,dic
            DEC-1,2023-01-01,Decreto 001,01-R101-A001-31101-1-16,1000,1000,1000,1000,1000,1000,1000,1000,1000,1000,1000,1000
            DEC-1,2023-01-01,Decreto 001,{Line},500,500,500,500,500,500,500,500,500,500,500,500
            """),
    ];

    public static void Fill(string location)
    {
        using var database = Database.Open(location);
        var years = new PlanYears(database, TimeProvider.System);
        years.Start(new PublicEntity(Code, "Instituto de Elecciones y Participación Ciudadana"), Year, "2.1.1.1.4", Actor);
        foreach (var (mapping, table) in Plan)
        {
            Import(database, mapping, table);
        }

        years.Approve(Code, Year, new PlanApproval(new(2023, 1, 1), "Decreto 001"), Actor);
        years.Open(Code, Year, Actor);
        Import(database, "movimientos", $"documento,fecha,descripcion,clave_presupuestaria,mes,momento,importe\nP-1,2023-02-10,Papelería,{Line},2,comprometido+devengado,120.50\n");
        new Amendments(database, TimeProvider.System).Create(Code, Draft, Actor);
    }

    private static Amendment Draft => new()
    {
        Id = Guid.Empty,
        Year = Year,
        Type = AmendmentType.Transfer,
        EffectiveOn = new(2023, 10, 2),
        UnitCode = "06",
        Agreement = "IEPC/JGE-A/005/2023",
        LegalBasis = "Normas presupuestarias, artículo 12",
        Justification = "Sesiones extraordinarias.",
        Lines = [new(Line, 10, Money.FromPesos(-100m)), new("01-R101-A001-31101-1-16", 10, Money.FromPesos(100m))],
        Targets = [new("01", "A001", 1, 12, 1)],
    };

    private static void Import(Database database, string mapping, string table)
    {
        var path = Path.GetTempFileName();
        File.WriteAllText(path, table, Encoding.UTF8);
        var outcome = new ImportTable(database, TimeProvider.System).Execute(new()
        {
            Path = path,
            FileName = mapping + ".csv",
            EntityCode = Code,
            Year = Year,
            Mapping = BuiltInMappings.Find(mapping)!,
            Actor = Actor,
        });
        File.Delete(path);
        Assert.True(outcome.State == ImportState.Applied, string.Join('\n', outcome.Problems));
    }
}
