using System.CommandLine;
using Avance.App.Findings;
using Avance.App.Progress;
using Avance.App.Reporting;
using Avance.App.Storage;
using Avance.Documents;
using Avance.Findings;

namespace Avance.Cli.Commands;

/// <summary><c>avance demo</c>: the sample office, from its published file to pages, in one command.</summary>
internal static class DemoCommand
{
    private const string SampleName = "iepc-chiapas-2023-q3.txt";

    public static Command Make(Terminal terminal)
    {
        var folder = new Option<DirectoryInfo>("--output", "-o")
        {
            Description = terminal.Say("Carpeta para la base y los informes.", "Folder for the database and the reports."),
            HelpName = terminal.Say("carpeta", "folder"),
            DefaultValueFactory = _ => new DirectoryInfo("out"),
        };
        var urls = ServeCommand.Urls(terminal);
        var noServe = new Option<bool>("--no-serve") { Description = terminal.Say("Termina antes de servir las páginas.", "Stops before serving the pages.") };
        var command = new Command("demo", terminal.Say(
            "Importa la oficina de ejemplo en una base nueva, la revisa, la imprime en todos los formatos y la sirve.",
            "Imports the sample office into a new database, checks it, prints it in every format and serves it."))
        {
            folder, urls, noServe,
        };
        command.SetAction(parsed =>
        {
            var output = parsed.GetRequiredValue(folder);
            output.Create();
            // Under the sample's own name: a folder may hold an office's avance.db, and this one is made anew.
            var location = Path.Combine(output.FullName, Path.ChangeExtension(SampleName, ".db"));
            foreach (var old in new[] { location, $"{location}-wal", $"{location}-shm" })
            {
                File.Delete(old);
            }

            using (var database = Database.Open(location))
            {
                Show(terminal, database, output.FullName);
                SamplePeople.Add(terminal, database);
            }

            return parsed.GetValue(noServe) ? ExitCode.Done : ServeCommand.Serve(terminal, new(location, ServeCommand.Split(parsed.GetRequiredValue(urls))));
        });
        return command;
    }

    private static void Show(Terminal terminal, Database database, string folder)
    {
        var outcome = new ImportReport(database, TimeProvider.System).Execute(new ImportReportCommand
        {
            Content = Sample(),
            SourceName = SampleName,
            Entity = SampleOffice.Entity,
            Period = new FiscalPeriod(2023, 3),
            Actor = Environment.UserName,
        });
        Compose(terminal, database, folder);
        var queries = new ReportQueries(database);
        var stored = queries.Find("IEPC", outcome.Report!.Period)!;
        CheckText.Write(terminal, stored, ReportChecker.Check(queries.CheckContext(stored)));
        terminal.Line("");
        foreach (var format in Enum.GetValues<ReportFormat>())
        {
            var path = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(SampleName)}.{format.Extension()}");
            ReportCommand.WriteFile(stored, format, terminal.Language, path);
            terminal.Line(Path.GetRelativePath(Environment.CurrentDirectory, path));
        }
    }

    /// <summary>The same report a second time, added up from the office's documents: it must say what was published.</summary>
    private static void Compose(Terminal terminal, Database database, string folder)
    {
        new SampleOffice(database, TimeProvider.System, Path.Combine(folder, "iepc-2023")).Load((name, outcome) =>
            terminal.Line($"{name}.csv: {terminal.Count((int)outcome.Rows, new("renglón", "row"), new("renglones", "rows"))}"));
        var issued = new IssueReport(database, TimeProvider.System).Execute(SampleOffice.Entity.Code, new FiscalPeriod(2023, 3), null, replace: false, Environment.UserName);
        terminal.Line(issued.Status == ImportStatus.Unchanged
            ? terminal.Say("El informe que suman los documentos es igual al publicado.", "The report that the documents add up to equals the one published.")
            : terminal.Say("El informe que suman los documentos no es igual al publicado.", "The report that the documents add up to differs from the one published."));
        terminal.Line("");
    }

    /// <summary>The sample travels inside the program, so that the demo works wherever it is run.</summary>
    private static byte[] Sample()
    {
        using var stream = typeof(DemoCommand).Assembly.GetManifestResourceStream(SampleName)!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
