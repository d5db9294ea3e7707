using System.Globalization;
using MailKit.Security;
using MimeKit;

namespace Avance.App.Capture.Reminders;

/// <summary>The server that sends mail, and who it is from.</summary>
/// <param name="Host">Name of the server.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is protected.</param>
/// <param name="User">Who sends, for the server; null when it does not ask.</param>
/// <param name="Password">What proves it; never shown.</param>
/// <param name="From">Who the mails are from.</param>
internal sealed record MailSettings(string Host, int Port, SecureSocketOptions Security, string? User, string? Password, MailboxAddress From)
{
    /// <summary>The variable that names the server.</summary>
    public const string Server = "AVANCE_SMTP";

    /// <summary>The variable that says who mails are from.</summary>
    public const string Sender = "AVANCE_MAIL_FROM";

    /// <summary>The settings that the environment tells; null when it names no server.</summary>
    /// <exception cref="RuleViolationException"><c>mail.settings</c>: they are not understood.</exception>
    public static MailSettings? Read(Func<string, string?> environment)
    {
        if (environment(Server) is not { Length: > 0 } server)
        {
            return null;
        }

        if (!Uri.TryCreate(server, UriKind.Absolute, out var uri) || uri.Scheme is not ("smtp" or "smtps") || uri.Host.Length == 0 || uri.PathAndQuery is not ("/" or ""))
        {
            throw Refusal(new($"{Server} no se entiende", $"{Server} is not understood"));
        }

        if (!MailboxAddress.TryParse(environment(Sender) ?? "", out var from) || !from.Address.Contains('@', StringComparison.Ordinal))
        {
            throw Refusal(new($"{Sender} no dice de qué dirección salen los avisos", $"{Sender} does not say from which address reminders are sent"));
        }

        var parts = uri.UserInfo.Split(':', 2);
        var user = parts[0].Length > 0 ? Uri.UnescapeDataString(parts[0]) : null;
        var isImplicit = uri.Scheme == "smtps";

        // A password travels only where nobody can read it; on this machine nobody is in between.
        var security = isImplicit ? SecureSocketOptions.SslOnConnect
            : user is not null && !uri.IsLoopback ? SecureSocketOptions.StartTls
            : SecureSocketOptions.StartTlsWhenAvailable;
        return new(uri.IdnHost, uri.Port > 0 ? uri.Port : isImplicit ? 465 : 587, security, user, parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : null, from);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");

    private static RuleViolationException Refusal(LocalizedText why) => new("mail.settings", new(
        $"No se pueden enviar avisos: {why.Spanish}. Escriba {Server}=smtps://usuario:contraseña@servidor:465 (o smtp://…:587) y {Sender}=\"Avance <avisos@ejemplo.gob.mx>\"; lo que no sea letra o dígito de la contraseña, como %40.",
        $"Reminders cannot be sent: {why.English}. Write {Server}=smtps://user:password@server:465 (or smtp://…:587) and {Sender}=\"Avance <reminders@example.gob.mx>\"; whatever is no letter or digit in the password, as %40."));
}
