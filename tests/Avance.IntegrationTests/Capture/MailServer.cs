using System.Buffers;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Avance.IntegrationTests.Capture;

/// <summary>A mail server of this machine that keeps what it is sent, and lets in only who has its password, when it has one.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly Mailbox _box = new();

    public MailServer(string? password = null)
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        var options = new SmtpServerOptionsBuilder().ServerName("localhost").Endpoint(e =>
        {
            e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port));
            if (password is not null)
            {
                e.AuthenticationRequired().AllowUnsecureAuthentication();
            }
        }).Build();
        var services = new ServiceProvider();
        services.Add(_box);
        services.Add(new Doorkeeper(password));
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    /// <summary>What it was sent.</summary>
    public IReadOnlyList<MimeMessage> Mails => _box.Mails;

    /// <summary>The address whose mails it does not take.</summary>
    public string? Refused
    {
        get => _box.Refused;
        set => _box.Refused = value;
    }

    public void Dispose()
    {
        _stop.Cancel();
        _running.Wait();
        _stop.Dispose();
    }

    private sealed class Mailbox : MessageStore
    {
        private readonly List<MimeMessage> _mails = [];

        public string? Refused { get; set; }

        public IReadOnlyList<MimeMessage> Mails
        {
            get
            {
                lock (_mails)
                {
                    return [.. _mails];
                }
            }
        }

        public override Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var content = new MemoryStream(buffer.ToArray());
            var mail = MimeMessage.Load(content, cancellationToken);
            if (mail.To.Mailboxes.Any(m => m.Address == Refused))
            {
                return Task.FromResult(SmtpResponse.MailboxUnavailable);
            }

            lock (_mails)
            {
                _mails.Add(mail);
            }

            return Task.FromResult(SmtpResponse.Ok);
        }
    }

    private sealed class Doorkeeper(string? password) : UserAuthenticator
    {
        public override Task<bool> AuthenticateAsync(ISessionContext context, string user, string given, CancellationToken cancellationToken) =>
            Task.FromResult(password is null || given == password);
    }
}
