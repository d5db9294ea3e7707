using System.Globalization;
using Avance.App.Budget.Imports;
using Avance.App.Journal;
using Avance.IntegrationTests.Storage;
using Avance.UnitTests.Building;
using Sylvan.Data.Csv;
using Xunit;

namespace Avance.IntegrationTests.Budget;

/// <summary>
/// Open data as they are published, where they lie beside the repository; what they must add up to was counted by other means.
/// </summary>
public sealed class RealFilesTests
{
    private static readonly string Folder = Path.Combine(RepositoryRoot.Path, "..", "shared", "data", "real");

    [Theory, EachDatabase]
    public void Federal_budget_of_2018(TestEngine engine)
    {
        var path = Real("pef-2018-sample.csv");
        using var office = new ImportOffice(engine).Started(2018);
        var outcome = office.ImportFile(path, BuiltInMappings.Find("pef")!, 2018);
        Assert.Empty(outcome.Problems);
        Assert.Equal((ImportState.Applied, 2186L, 2186L), (outcome.State, outcome.Rows, outcome.Posted));
        Assert.Equal(120, outcome.Warnings.Count(w => w.Code == "AVP-006"));
        Assert.Equal(["2186"], office.Rows("SELECT count(*) FROM budget_line"));
        Assert.Equal(["194"], office.Rows("SELECT count(*) FROM budget_line WHERE line_key LIKE '22-%'"));
        Assert.Equal(["0"], office.Rows("SELECT count(*) FROM ledger_entry WHERE stage IN (4, 5, 6)"));
        foreach (var (stage, column) in new[] { ("= 1", "monto_aprobado"), ("IN (1, 2, 3)", "monto_modificado"), ("= 7", "monto_pagado") })
        {
            var sums = office.Rows($"SELECT {Branch(engine)}, CAST(sum(CASE WHEN stage = 3 THEN -amount ELSE amount END) AS bigint) FROM ledger_entry e JOIN budget_line l ON l.fiscal_year = e.fiscal_year AND l.line_number = e.line_number WHERE stage {stage} GROUP BY 1 ORDER BY 1");
            Assert.Equal(SumsByBranch(path, column), sums);
        }

        Assert.Null(new JournalQueries(office.Database).Verify("IEPC"));
        Assert.Equal(2186, office.ImportFile(path, BuiltInMappings.Find("pef")!, 2018).AlreadyPosted);
    }

    [Theory, EachDatabase]
    public void Federal_projects_of_Mexico_City_in_2016(TestEngine engine)
    {
        var path = Real("federal-projects-cdmx-2016-q1.xlsx");
        using var office = new ImportOffice(engine).Started(2016);
        var outcome = office.ImportFile(path, BuiltInMappings.Find("sfu")!, 2016);
        Assert.Empty(outcome.Problems);
        Assert.Equal((ImportState.Applied, 500L, 500L), (outcome.State, outcome.Rows, outcome.Posted));
        Assert.Equal(["500"], office.Rows("SELECT count(*) FROM project"));
        Assert.Equal(["183"], office.Rows("SELECT count(*) FROM project WHERE municipality = 'Cobertura estatal'"));
        Assert.Equal(["446"], office.Rows("SELECT count(*) FROM project WHERE locality = 'Cobertura municipal'"));
        Assert.Equal(["30"], office.Rows("SELECT count(*) FROM project p WHERE NOT EXISTS (SELECT 1 FROM ledger_entry e JOIN budget_line l ON l.fiscal_year = e.fiscal_year AND l.line_number = e.line_number WHERE l.project_id = p.project_id)"));
        Assert.Equal(["335"], office.Rows("SELECT count(*) FROM beneficiary_entry WHERE people = 0"));
        Assert.Equal(["470"], office.Rows("SELECT count(*) FROM beneficiary_entry WHERE women IS NULL AND men IS NULL"));
        Assert.Equal((0, 30, 14), (Warned("AVP-006"), Warned("AVP-017"), Warned("AVP-018")));
        Assert.Equal(["2752460887"], office.Rows("SELECT DISTINCT amount FROM ledger_entry WHERE amount BETWEEN 2752460800 AND 2752460999"));
        Assert.Equal(500, office.ImportFile(path, BuiltInMappings.Find("sfu")!, 2016).AlreadyPosted);

        int Warned(string rule) => outcome.Warnings.Count(w => w.Code == rule);
    }

    private static string Branch(TestEngine engine) => engine == TestEngine.Sqlite
        ? "CAST(substr(line_key, 1, instr(line_key, '-') - 1) AS integer)"
        : "CAST(split_part(line_key, '-', 1) AS integer)";

    private static List<string> SumsByBranch(string path, string column)
    {
        using var csv = CsvDataReader.Create(path);
        var sums = new SortedDictionary<int, decimal>();
        while (csv.Read())
        {
            if (csv.GetString(csv.GetOrdinal(column)) is { Length: > 0 } amount)
            {
                var branch = csv.GetInt32(csv.GetOrdinal("id_ramo"));
                sums[branch] = sums.GetValueOrDefault(branch) + decimal.Parse(amount, CultureInfo.InvariantCulture);
            }
        }

        return [.. sums.Select(s => $"{s.Key}|{(long)(s.Value * 100)}")];
    }

    private static string Real(string name)
    {
        var path = Path.Combine(Folder, name);
        Assert.SkipUnless(File.Exists(path), $"{name} is not beside the repository.");
        return path;
    }
}
