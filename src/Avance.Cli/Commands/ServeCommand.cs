using System.CommandLine;
using Avance.App.Access;
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
        var address = PublicAddress(terminal);
        var proxy = new Option<bool>("--behind-proxy")
        {
            Description = terminal.Say("Hay un servidor intermedio en esta máquina: de él se toma quién pide y si fue por TLS.", "There is a proxy on this machine: who asks, and whether over TLS, is taken from it."),
        };
        var command = new Command("serve", terminal.Say("Sirve las páginas web de una base de datos.", "Serves the web pages of a database.")) { options.Database, urls, address, proxy };
        command.SetAction(parsed => Serve(terminal, new(parsed.GetRequiredValue(options.Database), Split(parsed.GetRequiredValue(urls)))
        {
            PublicAddress = parsed.GetValue(address) is { } known ? new Uri(known) : null,
            IsBehindProxy = parsed.GetValue(proxy),
            Provider = Provider(),
        }));
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

    /// <summary>The address by which people know the web.</summary>
    public static Option<string> PublicAddress(Terminal terminal)
    {
        var option = new Option<string>("--public-address")
        {
            Description = terminal.Say("Dirección con que la conocen las personas, si es otra: https://avance.ejemplo.gob.mx.", "Address by which people know it, when it is another: https://avance.example.gob.mx."),
            HelpName = terminal.Say("dirección", "address"),
        };
        option.Validators.Add(result =>
        {
            var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : "http://localhost";
            if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps) || address.PathAndQuery != "/")
            {
                result.AddError(terminal.Say($"«{text}» no es una dirección; escríbala como https://avance.ejemplo.gob.mx.", $"«{text}» is no address; write it as https://avance.example.gob.mx."));
            }
        });
        return option;
    }

    /// <summary>The identity provider that the environment names; a secret does not belong in a command.</summary>
    /// <exception cref="RuleViolationException"><c>access.provider</c>: it is named by half.</exception>
    private static IdentityProvider? Provider()
    {
        var (authority, id, secret) = (Variable("AUTHORITY"), Variable("CLIENT_ID"), Variable("CLIENT_SECRET"));
        return authority.Length + id.Length + secret.Length == 0 ? null
            : Uri.TryCreate(authority, UriKind.Absolute, out var address) && id.Length > 0 && secret.Length > 0 && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
                ? new(address, id, secret)
                : throw new RuleViolationException("access.provider", new(
                    "El proveedor de identidad está nombrado a medias: AVANCE_OIDC_AUTHORITY (https://…), AVANCE_OIDC_CLIENT_ID y AVANCE_OIDC_CLIENT_SECRET van los tres, o ninguno.",
                    "The identity provider is named by half: AVANCE_OIDC_AUTHORITY (https://…), AVANCE_OIDC_CLIENT_ID and AVANCE_OIDC_CLIENT_SECRET go all three, or none."));

        static string Variable(string name) => Environment.GetEnvironmentVariable("AVANCE_OIDC_" + name) ?? "";
    }

    public static string[] Split(string urls) => urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Serves until interrupted, and says where.</summary>
    public static int Serve(Terminal terminal, WebSettings settings)
    {
        // A database that cannot be used is told here, to whoever starts the program, and not page by page to its readers.
        bool isNew;
        using (var database = Database.OpenExisting(settings.DatabaseLocation))
        {
            isNew = new Accounts(database, settings.Clock).AreNone();
        }

        using var application = WebHost.Build(settings);
        application.Start();
        terminal.Line(terminal.Say($"Avance sirve en {string.Join(", ", application.Urls)}. Ctrl+C termina.", $"Avance serves at {string.Join(", ", application.Urls)}. Ctrl+C stops it."));
        if (isNew)
        {
            var page = (settings.PublicAddress?.GetLeftPart(UriPartial.Authority) ?? application.Urls.First()) + "/setup";
            terminal.Line(terminal.Say($"Nadie tiene cuenta todavía. Haga la primera en {page} con el código {settings.SetUpCode}", $"Nobody has an account yet. Make the first at {page} with the code {settings.SetUpCode}"));
        }

        if (settings.PublicAddress?.Scheme != Uri.UriSchemeHttps && application.Urls.Any(url => !new Uri(url).IsLoopback))
        {
            terminal.Error.WriteLine(terminal.Say(
                "avance: otras máquinas llegan sin TLS, y las contraseñas viajarían a la vista. Ponga delante un servidor con TLS, y use --public-address https://… y --behind-proxy.",
                "avance: other machines arrive without TLS, and passwords would travel in the open. Put a server with TLS in front, and use --public-address https://… and --behind-proxy."));
        }

        application.WaitForShutdown();
        return ExitCode.Done;
    }
}
