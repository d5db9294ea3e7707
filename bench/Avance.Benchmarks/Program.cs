using Avance.Benchmarks;

// Whole processes, as a person runs them, each against a peer run in turn with it. Writes one page of results.
var quick = args.Contains("--quick");
using var place = new Workplace();
var page = new ResultsPage();
var results = Path.Combine(place.Root, "bench", "results", "README.md");
using var server = Server.Start(place);
if (args.Contains("--capture-only"))
{
    new CaptureBench(place, page, server?.Address).Run(quick ? 20 : 300);
    page.SavePart(results);
    return 0;
}

if (!args.Contains("--ledger-only"))
{
    StartBench.Run(place, page, quick ? 5 : 30);
    PrintBench.Run(place, page, quick ? 2 : 5);
    GrowthBench.Run(place, page, quick ? [1_000, 2_000] : [1_000, 2_000, 4_000, 8_000, 16_000]);
}

var ledger = new LedgerBench(place, page, server?.Address);
ledger.Run(quick ? 20_000 : 1_000_000, quick ? [10_000, 20_000] : [100_000, 1_000_000, 5_000_000]);
PostingBench.Run(place, page, server?.Address, seconds: quick ? 3 : 60);
new CaptureBench(place, page, server?.Address).Run(quick ? 5 : 300);
if (!args.Contains("--no-web"))
{
    WebBench.Run(place, page, ledger.Database, seconds: quick ? 3 : 15);
}

page.Save(results);
return 0;
