using System.Globalization;

namespace Avance.Benchmarks;

/// <summary>Whether the work grows as the report does, and no faster.</summary>
internal static class GrowthBench
{
    public static void Run(Workplace place, ResultsPage page, int[] sizes)
    {
        page.Section("Growth", "Whole processes over SQLite. The last column is the growth of time and of memory from the first size to the last, divided by the growth of the report: 1 is linear, less is better.", ["job", .. sizes.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s} projects")), "growth of time / memory"]);
        Job(page, sizes, "import", size =>
        {
            var database = place[$"{size}-import.db"];
            foreach (var name in new[] { database, database + "-wal", database + "-shm" })
            {
                File.Delete(name);
            }

            return place.ImportArguments(size, database);
        }, place);
        Job(page, sizes, "check", size => ["check", "--db", place.Database(size), "--period", "2023-Q3", "--format", "json"], place);
        foreach (var format in new[] { "json", "csv", "txt", "html", "xlsx", "pdf" })
        {
            Job(page, sizes, format, size => place.PrintArguments(size, format, place[$"{size}.{format}"]), place);
        }
    }

    private static void Job(ResultsPage page, int[] sizes, string name, Func<int, string[]> arguments, Workplace place)
    {
        var runs = sizes.Select(size => Enumerable.Range(0, 3).Select(_ => Measured.Once(place.Program, arguments(size))).MinBy(m => m.Seconds)).ToList();
        var growth = (double)sizes[^1] / sizes[0];
        var cells = runs.Select(r => $"{ResultsPage.Milliseconds(r.Seconds)}, {ResultsPage.MiB(r.PeakMiB)}");
        var ratio = string.Create(CultureInfo.InvariantCulture, $"{runs[^1].Seconds / runs[0].Seconds / growth:0.00} / {runs[^1].PeakMiB / runs[0].PeakMiB / growth:0.00}");
        page.Row([name, .. cells, ratio]);
    }
}
