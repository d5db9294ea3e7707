using System.CommandLine;
using Avance.App.Storage;
using Avance.Web;
using Microsoft.Extensions.Hosting;

namespace Avance.Cli.Commands;

/// <summary><c>avance serve</c>: the web pages over one database, until interrupted.</summary>
internal static class ServeCommand
{
    public static Command Make(Terminal terminal)
    {
        var options = new ReportOptions(terminal);
        var urls = Urls(terminal);
        var work = new Option<bool>("--work") { Description = terminal.Say("Abre además el área de trabajo, en /work: planear, adecuar e importar tablas. Solo en esta máquina.", "Opens the workspace too, at /work: to plan, amend and import tables. On this machine only.") };
        var command = new Command("serve", terminal.Say("Sirve las páginas web de una base de datos.", "Serves the web pages of a database.")) { options.Database, urls, work };
        command.SetAction(parsed => Serve(terminal, parsed.GetRequiredValue(options.Database), parsed.GetRequiredValue(urls), parsed.GetValue(work)));
        return command;
    }

    /// <summary>Where to listen; only this machine unless the office says otherwise.</summary>
    public static Option<string> Urls(Terminal terminal)
    {
        var option = new Option<string>("--urls")
        {
            Description = terminal.Say("Direcciones http:// en que escucha, separadas por punto y coma.", "http:// addresses to listen on, parted by semicolons."),
            HelpName = terminal.Say("direcciones", "addresses"),
            DefaultValueFactory = _ => "http://localhost:5080",
        };
        option.Validators.Add(result =>
        {
            foreach (var url in Split(result.Tokens.Count > 0 ? result.Tokens[0].Value : "http://localhost"))
            {
                if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttp || address.AbsolutePath != "/")
                {
                    result.AddError(terminal.Say($"«{url}» no es una dirección; escríbala como http://127.0.0.1:5080.", $"«{url}» is no address; write it as http://127.0.0.1:5080."));
                }
            }
        });
        return option;
    }

    private static string[] Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Serves until interrupted, and says where.</summary>
    public static int Serve(Terminal terminal, string location, string urls, bool workspace = false)
    {
        // A database that cannot be used is told here, to whoever starts the program, and not page by page to its readers.
        Database.OpenExisting(location).Dispose();
        using var application = WebHost.Build(location, Split(urls), workspace);
        application.Start();
        terminal.Line(terminal.Say($"Avance sirve en {string.Join(", ", application.Urls)}. Ctrl+C termina.", $"Avance serves at {string.Join(", ", application.Urls)}. Ctrl+C stops it."));
        application.WaitForShutdown();
        return ExitCode.Done;
    }
}
