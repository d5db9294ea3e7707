using Avance.Benchmarks;

// Whole processes, as a person runs them, each against a peer run in turn with it. Writes one page of results.
var quick = args.Contains("--quick");
using var place = new Workplace();
var page = new ResultsPage();
StartBench.Run(place, page, quick ? 5 : 30);
PrintBench.Run(place, page, quick ? 2 : 5);
GrowthBench.Run(place, page, quick ? [1_000, 2_000] : [1_000, 2_000, 4_000, 8_000, 16_000]);
if (!args.Contains("--no-web"))
{
    WebBench.Run(place, page, seconds: quick ? 3 : 15);
}

page.Save(Path.Combine(place.Root, "bench", "results", "README.md"));
return 0;
