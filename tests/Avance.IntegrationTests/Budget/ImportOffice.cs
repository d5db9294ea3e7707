using System.Text;
using Avance.App.Budget.Imports;
using Avance.App.Planning;
using Avance.App.Storage;
using Avance.IntegrationTests.Storage;
using Avance.Planning;

namespace Avance.IntegrationTests.Budget;

/// <summary>An office whose plan, budget and entries come from files, as typed in a test.</summary>
internal sealed class ImportOffice : IDisposable
{
    public const string Units = "clave,nombre,depende_de\n01,Presidencia,\n06,Dirección de Capacitación,01\n";
    public const string Programmes = "clave,nombre\nR101,Organización de elecciones\n";

    public const string Projects = """
        orden,unidad,clave,nombre,programa,tipo,subfuncion,ods,alineacion,objetivo,municipio,localidad,tipo_beneficiario,poblacion_mujeres,poblacion_hombres
        1,01,A001,Conducción,R101,corriente,1.3.6,16.7 16.6,Eje 1,Conducir,Cobertura estatal,Cobertura estatal,externo,10,20
        2,06,A008,Capacitación,R101,corriente,1.3.6,16.7,Eje 1,Capacitar,Tuxtla Gutiérrez,,interno,,
        """;

    public const string Indicators = """
        unidad,proyecto,orden,nivel,objetivo,nombre,unidad_medida,dimension,tipo,frecuencia,sentido,linea_base,numerador,denominador,acumulacion,formula,medio_verificacion,supuestos,ene,feb,mar,abr,may,jun,jul,ago,sep,oct,nov,dic
        01,A001,1,actividad,Conducir,Sesiones,Sesión,eficacia,gestion,trimestral,ascendente,,Sesiones hechas,Sesiones programadas,,,Actas,,,,3,,,3,,,3,,,3
        06,A008,1,actividad,Capacitar,Cursos,Curso,eficacia,gestion,trimestral,ascendente,,Cursos dados,Cursos programados,,,Listas,,,,10,,,10,,,10,,,10
        """;

    public const string Approved = """
        documento,fecha,autoridad,clave_presupuestaria,ene,feb,mar,abr,may,jun,jul,ago,sep,oct,nov,dic
        DEC-1,2023-01-01,Decreto 001,01-R101-A001-21101-1-11,"1,000.00",1000,1000,1000,1000,1000,1000,1000,1000,1000,1000,1000
        DEC-1,2023-01-01,Decreto 001,06-R101-A008-21101-1-11,500.5,,,,,,,,,,,
        DEC-1,2023-01-01,Decreto 001,06-R101-A008-31101-1-11,0,,,,,,,,,,,
        """;

    private readonly TestDatabase _test;

    public ImportOffice(TestEngine engine)
    {
        _test = new(engine);
        Database = _test.Open();
        Directory.CreateDirectory(_test.Folder);
        Years = new(Database, TimeProvider.System);
    }

    public Database Database { get; }

    public PlanYears Years { get; }

    public string Rejects => Path.Combine(_test.Folder, "rechazos.csv");

    public string Location => _test.Location;

    /// <summary>A year in draft.</summary>
    public ImportOffice Started(int year = 2023)
    {
        Years.Start(new PublicEntity("IEPC", "Instituto"), year, "", "ana");
        return this;
    }

    /// <summary>A year with its plan and approved budget, open to postings.</summary>
    public ImportOffice Opened()
    {
        Started();
        Import("unidades", Units);
        Import("programas", Programmes);
        Import("proyectos", Projects);
        Import("indicadores", Indicators);
        Import("aprobado", Approved);
        Years.Approve("IEPC", 2023, new(new(2023, 1, 1), "Decreto 001"), "ana");
        Years.Open("IEPC", 2023, "ana");
        return this;
    }

    public ImportTableOutcome Import(string mapping, string content, Func<ImportTableCommand, ImportTableCommand>? with = null, CancellationToken cancellation = default) =>
        Import(BuiltInMappings.Find(mapping)!, Encoding.UTF8.GetBytes(content), with, cancellation);

    public ImportTableOutcome Import(ImportMapping mapping, byte[] content, Func<ImportTableCommand, ImportTableCommand>? with = null, CancellationToken cancellation = default)
    {
        var path = Path.Combine(_test.Folder, "tabla");
        File.WriteAllBytes(path, content);
        return ImportFile(path, mapping, 2023, with, cancellation);
    }

    public ImportTableOutcome ImportFile(string path, ImportMapping mapping, int year, Func<ImportTableCommand, ImportTableCommand>? with = null, CancellationToken cancellation = default)
    {
        var command = new ImportTableCommand { Path = path, FileName = "tabla.csv", EntityCode = "IEPC", Year = year, Mapping = mapping, Actor = "ana", RejectsPath = Rejects };
        return new ImportTable(Database, TimeProvider.System).Execute(with?.Invoke(command) ?? command, cancellation);
    }

    public IReadOnlyList<string> Rows(string query) => _test.Rows(query);

    public void Dispose()
    {
        Database.Dispose();
        _test.Dispose();
    }
}
