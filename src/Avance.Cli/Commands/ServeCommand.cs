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
        var command = new Command("serve", terminal.Say("Sirve las páginas web de una base de datos.", "Serves the web pages of a database.")) { options.Database, urls };
        command.SetAction(parsed => Serve(terminal, parsed.GetRequiredValue(options.Database), parsed.GetRequiredValue(urls)));
        return command;
    }

    /// <summary>Where to listen; only this machine unless the office says otherwise.</summary>
    public static Option<string> Urls(Terminal terminal) => new("--urls")
    {
        Description = terminal.Say("Direcciones en que escucha, separadas por punto y coma.", "Addresses to listen on, parted by semicolons."),
        HelpName = terminal.Say("direcciones", "addresses"),
        DefaultValueFactory = _ => "http://localhost:5080",
    };

    /// <summary>Serves until interrupted, and says where.</summary>
    public static int Serve(Terminal terminal, string location, string urls)
    {
        // A database that cannot be used is told here, to whoever starts the program, and not page by page to its readers.
        Database.OpenExisting(location).Dispose();
        using var application = WebHost.Build(location, urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        application.Start();
        terminal.Line(terminal.Say($"Avance sirve en {string.Join(", ", application.Urls)}. Ctrl+C termina.", $"Avance serves at {string.Join(", ", application.Urls)}. Ctrl+C stops it."));
        application.WaitForShutdown();
        return ExitCode.Done;
    }
}
