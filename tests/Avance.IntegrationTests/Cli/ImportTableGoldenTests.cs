using System.Text;
using Avance.App.Budget.Imports;
using Avance.IntegrationTests.Budget;
using Avance.UnitTests;
using Xunit;

namespace Avance.IntegrationTests.Cli;

/// <summary>An office filled from tables by command, and what the commands answer.</summary>
public sealed class ImportTableGoldenTests
{
    [Fact]
    public void An_office_from_tables_to_postings_and_what_was_refused()
    {
        using var line = new CommandLine();
        var session = new StringBuilder();
        (string Name, string Content)[] files =
        [
            ("unidades.csv", ImportOffice.Units), ("programas.csv", ImportOffice.Programmes), ("proyectos.csv", ImportOffice.Projects), ("indicadores.csv", ImportOffice.Indicators), ("aprobado.csv", ImportOffice.Approved),
            ("movimientos.csv", "documento,fecha,descripcion,clave_presupuestaria,mes,momento,importe\nP-1,2023-02-28,Papel,01-R101-A001-21101-1-11,2,comprometido+devengado,100.00\nP-2,2023-02-30,Tinta,01-R101-A001-99999-1-11,2,comprometido,\"1,23\"\nP-3,2023-02-28,Luz,06-R101-A008-21101-1-11,2,comprometido,900\n"),
        ];
        foreach (var (name, content) in files)
        {
            File.WriteAllText(line[name], content);
        }

        Type("plan start --db avance.db --entity-code IEPC --entity Instituto --year 2023");
        foreach (var table in new[] { "unidades", "programas", "proyectos", "indicadores", "aprobado" })
        {
            Type($"import table {table}.csv --kind {table} --db avance.db --year 2023");
        }

        Type("plan approve --db avance.db --year 2023 --on 2023-01-01 --authority Decreto");
        Type("plan open --db avance.db --year 2023");
        Type("import table movimientos.csv --kind movimientos --db avance.db --year 2023 --dry-run");
        Type("import table movimientos.csv --kind movimientos --db avance.db --year 2023 --valid-only --rejects rechazos.csv");
        Type("import table movimientos.csv --kind movimientos --db avance.db --year 2023");
        session.Append(File.ReadAllText(line["rechazos.csv"]).ReplaceLineEndings("\n")).Append('\n');
        Type("import table movimientos.csv --db avance.db --year 2023");
        Type("import table movimientos.csv --kind polizas --db avance.db --year 2023");
        Type("import table falta.csv --kind movimientos --db avance.db --year 2023");
        Type("import table unidades.csv --kind movimientos --db avance.db --year 2023 --lang en");
        Type("import mapping list --db avance.db --entity-code IEPC");
        Type("import mapping show alcanzado --db avance.db --entity-code IEPC");
        File.WriteAllText(line["sistema.json"], MappingJson.Write(BuiltInMappings.Find("movimientos")! with { Name = "sistema", Description = "Sistema contable" }));
        Type("import mapping save sistema.json --db avance.db --entity-code IEPC");
        Type("import mapping show nada --db avance.db --entity-code IEPC");
        Snapshot.Matches("Avance.IntegrationTests/Cli/import-tables.approved.txt", session.ToString().TrimStart('\uFEFF'));
        Assert.Equal(0, line.Run("import", "runs", "--db", line["avance.db"], "--entity-code", "IEPC").Code);

        void Type(string command)
        {
            var answer = line.Run([.. command.Split(' ').Select(word => word.Contains('.', StringComparison.Ordinal) ? line[word] : word)]);
            session.Append("$ avance ").Append(command).Append('\n').Append(answer.Output).Append(answer.Error).Append("=> ").Append(answer.Code).Append("\n\n");
        }
    }
}
