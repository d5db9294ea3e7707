namespace Avance.Benchmarks;

/// <summary>The official PDF against what an office would print with otherwise: a browser, WeasyPrint, LibreOffice.</summary>
internal static class PrintBench
{
    private static readonly string[] ChromiumFlags =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer"];

    public static void Run(Workplace place, ResultsPage page, int rounds)
    {
        page.Section("Print", "The same report as PDF: from the database with ours, from our HTML with Chromium and WeasyPrint, from our XLSX with LibreOffice, each told to write the tags that screen readers need. Goals: 6 times faster than the best of them for the sample, 5 times for 1 040 projects, and no larger.", "report", "program", "time", "ours is faster", "size");
        foreach (var projects in new[] { 26, 1_040 })
        {
            var html = place[$"{projects}.html"];
            var xlsx = place[$"{projects}.xlsx"];
            Measured.Once(place.Program, place.PrintArguments(projects, "html", html));
            Measured.Once(place.Program, place.PrintArguments(projects, "xlsx", xlsx));
            var ours = place[$"{projects}-avance.pdf"];
            var commands = new List<(string Name, string Output, string Program, string[] Arguments)>
            {
                ("Avance", ours, place.Program, place.PrintArguments(projects, "pdf", ours)),
                ("Chromium", place[$"{projects}-chromium.pdf"], "chromium", [.. ChromiumFlags, $"--user-data-dir={place["chromium"]}", $"--print-to-pdf={place[$"{projects}-chromium.pdf"]}", $"file://{html}"]),
                ("WeasyPrint", place[$"{projects}-weasyprint.pdf"], "weasyprint", ["--pdf-variant", "pdf/ua-1", html, place[$"{projects}-weasyprint.pdf"]]),
                ("LibreOffice", place[$"{projects}.pdf"], "soffice", [$"-env:UserInstallation=file://{place["libreoffice"]}", "--headless", "--convert-to", "pdf:calc_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}", "--outdir", Path.GetDirectoryName(xlsx)!, xlsx]),
            };
            commands.RemoveAll(c => !Exists(c.Program));
            // WeasyPrint needs minutes for the large one: one round of it is enough to see who is faster.
            var runs = Measured.InTurn(projects > 26 ? Math.Min(rounds, 3) : rounds, [.. commands.Where(c => projects == 26 || c.Name != "WeasyPrint").Select(c => (c.Program, c.Arguments))]);
            var measured = commands.Where(c => projects == 26 || c.Name != "WeasyPrint").Zip(runs).ToDictionary(x => x.First.Name, x => x.Second);
            foreach (var slow in commands.Where(c => !measured.ContainsKey(c.Name)))
            {
                measured[slow.Name] = Measured.Once(slow.Program, slow.Arguments);
            }

            foreach (var command in commands)
            {
                var run = measured[command.Name];
                page.Row($"{projects} projects", command.Name, ResultsPage.Milliseconds(run.Seconds), ResultsPage.Times(run.Seconds / measured["Avance"].Seconds), ResultsPage.KiB(new FileInfo(command.Output).Length));
            }
        }
    }

    private static bool Exists(string program) => File.Exists(program)
        || (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
