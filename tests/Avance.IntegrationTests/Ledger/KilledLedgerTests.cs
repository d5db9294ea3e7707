using System.Diagnostics;
using System.Globalization;
using Avance.App.Budget.Imports;
using Avance.App.Journal;
using Avance.App.Ledger;
using Avance.IntegrationTests.Budget;
using Avance.IntegrationTests.Storage;
using CsCheck;
using Xunit;

namespace Avance.IntegrationTests.Ledger;

/// <summary>
/// A process that imports, applies amendments and reverses without pause is killed at random moments. Whatever it had
/// acknowledged is there, and every import, amendment and reversal is there whole or not at all.
/// </summary>
public sealed class KilledLedgerTests
{
    private const string LocationVariable = "AVANCE_TEST_KILLED_LEDGER";
    private const string RunVariable = "AVANCE_TEST_KILLED_RUN";
    private const int DocumentsOfImport = 60;

    private static int Kills => Environment.GetEnvironmentVariable("AVANCE_SOAK") is { Length: > 0 } ? 250 : 6;

    [Theory, EachDatabase]
    public void Every_document_is_whole_or_absent_and_every_acknowledged_one_is_there(TestEngine engine)
    {
        using var test = new TestDatabase(engine);
        using (var office = new AmendmentOffice(test.Location))
        {
            Assert.Empty(office.Queries.List(AmendmentOffice.Code, AmendmentOffice.Year));
        }

        var random = new PCG((uint)engine + 1);
        for (var run = 0; run < Kills; run++)
        {
            var said = RunAndKill(test.Location, run, 1 + (int)random.Next(400));
            Check(test, run, said);
            if (run % 10 == 0 || run == Kills - 1)
            {
                using var database = test.Open();
                Assert.Null(new JournalQueries(database).Verify(AmendmentOffice.Code));
                Assert.All(new LedgerQueries(database).Balances(AmendmentOffice.Code, AmendmentOffice.Year).Values, balance => Assert.Null(balance.FirstBreach()));
            }
        }
    }

    /// <summary>Runs in the process that the test above starts, and works until it is killed.</summary>
    [Fact(Explicit = true)]
    public void Works_until_it_is_killed()
    {
        var run = Environment.GetEnvironmentVariable(RunVariable)!;
        using var office = AmendmentOffice.Of(Environment.GetEnvironmentVariable(LocationVariable)!);
        for (var turn = 0; turn < 100_000; turn++)
        {
            Say($"begin I-{run}-{turn}");
            Import(office, $"I-{run}-{turn}");
            Say($"done I-{run}-{turn}");
            Say($"begin A-{run}-{turn}");
            office.Bring(AmendmentOffice.Draft with { Justification = $"A-{run}-{turn}", Lines = [new(AmendmentOffice.Origin, 10, new(-1)), new(AmendmentOffice.New, 10, new(1))], Targets = [], TargetsUnchanged = "No cambian: es un ajuste de centavos." });
            Say($"done A-{run}-{turn}");
            var last = new LedgerQueries(office.Database).Documents(AmendmentOffice.Code, AmendmentOffice.Year, 1, 1)[0];
            Say($"begin R-{last.Sequence}");
            Assert.Equal(LedgerStatus.Posted, new PostDocument(office.Database, TimeProvider.System).Reverse(AmendmentOffice.Code, AmendmentOffice.Year, last.Sequence, new(2023, 10, 5), "Prueba", "", "ana").Status);
            Say($"done R-{last.Sequence}");
        }
    }

    private static List<string> RunAndKill(string location, int run, int milliseconds)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["-explicit", "only", "-method", $"{typeof(KilledLedgerTests).FullName}.{nameof(Works_until_it_is_killed)}"])
        {
            RedirectStandardOutput = true,
            Environment = { [LocationVariable] = location, [RunVariable] = run.ToString(CultureInfo.InvariantCulture) },
        };
        using var process = Process.Start(start)!;
        var said = new List<string>();
        var reading = new Thread(() =>
        {
            while (process.StandardOutput.ReadLine() is { } line)
            {
                lock (said)
                {
                    said.Add(line);
                }
            }
        });
        reading.Start();
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < TimeSpan.FromMinutes(1) && !process.HasExited)
        {
            lock (said)
            {
                if (said.Exists(static line => line.Contains("begin ", StringComparison.Ordinal)))
                {
                    break;
                }
            }

            Thread.Sleep(5);
        }

        Thread.Sleep(milliseconds);
        process.Kill();
        process.WaitForExit();
        reading.Join();
        Assert.Contains(said, static line => line.Contains("begin ", StringComparison.Ordinal));
        return said;
    }

    private static void Check(TestDatabase test, int run, List<string> said)
    {
        foreach (var begun in said.Where(static line => line.Contains("begin ", StringComparison.Ordinal)).Select(static line => line[(line.IndexOf("begin ", StringComparison.Ordinal) + 6)..].Trim()))
        {
            var acknowledged = said.Exists(line => line.EndsWith($"done {begun}", StringComparison.Ordinal));
            var (found, whole) = begun[0] switch
            {
                'I' => (Count(test, $"SELECT count(*) FROM document d JOIN ledger_entry e ON d.fiscal_year = e.fiscal_year AND d.sequence = e.sequence WHERE d.source_document_id LIKE '{begun}/%'"), DocumentsOfImport * 2),
                'A' => (Count(test, $"SELECT count(*) FROM amendment a JOIN document d ON d.document_id = a.document_id JOIN ledger_entry e ON d.fiscal_year = e.fiscal_year AND d.sequence = e.sequence WHERE a.justification = '{begun}' AND a.state = 'applied'"), 2),
                _ => (Count(test, $"SELECT count(*) FROM document r JOIN document d ON d.document_id = r.reverses WHERE d.sequence = {begun[2..]}"), 1),
            };
            Assert.True(found == whole || (found == 0 && !acknowledged), $"Run {run}, {begun}: {found} of {whole} found, acknowledged: {acknowledged}.");
        }
    }

    private static int Count(TestDatabase test, string query) => int.Parse(test.Rows(query)[0], CultureInfo.InvariantCulture);

    private static void Import(AmendmentOffice office, string prefix)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{prefix}-{Environment.ProcessId}.csv");
        File.WriteAllLines(path, ["documento,fecha,descripcion,clave_presupuestaria,mes,momento,importe", .. Enumerable.Range(1, DocumentsOfImport).Select(i => $"{prefix}/{i},2023-10-05,Prueba,{AmendmentOffice.Origin},12,comprometido+devengado,0.01")]);
        try
        {
            var outcome = new ImportTable(office.Database, TimeProvider.System).Execute(new()
            {
                Path = path,
                FileName = Path.GetFileName(path),
                EntityCode = AmendmentOffice.Code,
                Year = AmendmentOffice.Year,
                Mapping = BuiltInMappings.Find("movimientos")!,
                Actor = "ana",
            });
            Assert.Equal(ImportState.Applied, outcome.State);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Straight to the pipe: the runner keeps what tests print until they end.</summary>
    private static void Say(string line)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(System.Text.Encoding.UTF8.GetBytes($"\n{line}\n"));
    }
}
