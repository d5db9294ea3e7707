using System.Globalization;
using System.Text;

namespace Avance.Benchmarks;

/// <summary>
/// An office of 100 projects with ten budget lines each, and entries for it in any number: documents of ten rows, five committed and
/// the same five accrued. The same rows as a file of ours, and as journals that <c>ledger</c> and <c>hledger</c> read.
/// </summary>
internal sealed class LedgerWorkload(Workplace place)
{
    public const string Office = "BIG";
    public const int Year = 2023;
    private const int Projects = 100;
    private const int LinesOfProject = 10;
    private const int RowsOfDocument = 10;

    private static readonly string[] Months = ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"];

    /// <summary>Makes the office in a database: plan, approved budget, open year.</summary>
    public void Prepare(string database)
    {
        string[] common = ["--db", database, "--entity-code", Office, "--year", "2023"];
        using (var creating = App.Storage.Database.Open(database))
        {
        }

        Run(["plan", "start", .. common, "--entity", "Oficina grande"]);
        foreach (var (kind, lines) in Plan())
        {
            var path = place[$"{kind}.csv"];
            File.WriteAllLines(path, lines);
            Run(["import", "table", path, "--kind", kind, .. common]);
        }

        Run(["plan", "approve", .. common, "--on", "2023-01-02", "--authority", "Decreto"]);
        Run(["plan", "open", .. common]);
    }

    /// <summary>A file of <paramref name="rows"/> entries.</summary>
    public string Entries(int rows)
    {
        var path = place[$"entries-{rows}.csv"];
        if (File.Exists(path))
        {
            return path;
        }

        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        file.Write("documento,fecha,descripcion,clave_presupuestaria,mes,momento,importe\n");
        foreach (var (document, month, project, line, accrued, cents) in Rows(rows))
        {
            file.Write(string.Create(CultureInfo.InvariantCulture, $"D{document:0000000},2023-{month:00}-15,Gasto,{Key(project, line)},{Months[month - 1]},{(accrued ? "devengado" : "comprometido")},{cents / 100}.{cents % 100:00}\n"));
        }

        return path;
    }

    /// <summary>The same entries as a plain-text accounting journal.</summary>
    public string Journal(int rows)
    {
        var path = place[$"entries-{rows}.journal"];
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), 1 << 16);
        var (last, sum) = (-1, 0L);
        foreach (var (document, month, project, line, accrued, cents) in Rows(rows))
        {
            if (document != last)
            {
                Close();
                file.Write(string.Create(CultureInfo.InvariantCulture, $"2023-{month:00}-15 D{document:0000000}\n"));
                last = document;
            }

            sum += cents;
            file.Write(string.Create(CultureInfo.InvariantCulture, $"    {(accrued ? "accrued" : "committed")}:P{project:000}:{line}  {cents / 100}.{cents % 100:00}\n"));
        }

        Close();
        return path;

        void Close()
        {
            if (last >= 0)
            {
                file.Write(string.Create(CultureInfo.InvariantCulture, $"    equity  -{sum / 100}.{sum % 100:00}\n\n"));
                sum = 0;
            }
        }
    }

    public void Run(string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(place.Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"avance {string.Join(' ', arguments)} exited with {process.ExitCode}: {error.Result}{output}");
        }
    }

    private static IEnumerable<(int Document, int Month, int Project, int Line, bool Accrued, long Cents)> Rows(int rows)
    {
        var state = 2463534242u;
        for (var document = 0; document < rows / RowsOfDocument; document++)
        {
            var month = 1 + document % 9;
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            var (project, first) = ((int)(state % Projects), (int)(state / Projects % LinesOfProject));
            for (var row = 0; row < RowsOfDocument; row++)
            {
                var line = (first + row % 5) % LinesOfProject;
                yield return (document, month, project, line, row >= 5, 100 + (state % 1_000_000 + (uint)(row % 5) * 7919) % 100_000);
            }
        }
    }

    private static string Key(int project, int line) => string.Create(CultureInfo.InvariantCulture, $"01-E001-P{project:000}-{21101 + line}-1-11");

    private static IEnumerable<(string Kind, IEnumerable<string> Lines)> Plan()
    {
        yield return ("unidades", ["clave,nombre,depende_de", "01,Unidad,"]);
        yield return ("programas", ["clave,nombre", "E001,Programa"]);
        yield return ("proyectos", Enumerable.Range(0, Projects).Select(p => $"{p + 1},01,P{p:000},Proyecto {p},E001,corriente,1.3.6,16.7,Plan,Objetivo,Cobertura Estatal,Cobertura Estatal,externo,1,1")
            .Prepend("orden,unidad,clave,nombre,programa,tipo,subfuncion,ods,alineacion,objetivo,municipio,localidad,tipo_beneficiario,poblacion_mujeres,poblacion_hombres"));
        yield return ("indicadores", Enumerable.Range(0, Projects).Select(p => $"01,P{p:000},1,actividad,Acciones realizadas,Porcentaje de acciones realizadas,Acción,eficacia,gestion,trimestral,ascendente,,Acciones realizadas,Acciones programadas,suma,directa,Expediente,,,,3,,,3,,,3,,,3")
            .Prepend("unidad,proyecto,orden,nivel,objetivo,nombre,unidad_medida,dimension,tipo,frecuencia,sentido,linea_base,numerador,denominador,acumulacion,formula,medio_verificacion,supuestos," + string.Join(',', Months)));
        yield return ("aprobado", Enumerable.Range(0, Projects).SelectMany(p => Enumerable.Range(0, LinesOfProject).Select(l => $"DEC,2023-01-01,Decreto,{Key(p, l)}{string.Concat(Enumerable.Repeat(",100000000.00", 12))}"))
            .Prepend("documento,fecha,autoridad,clave_presupuestaria," + string.Join(',', Months)));
    }
}
