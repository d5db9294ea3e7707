using Avance.Access;
using Avance.App.Access;
using Avance.App.Capture.Reminders;
using Avance.App.Journal;
using Avance.Capture;
using Avance.IntegrationTests.Storage;
using Xunit;

namespace Avance.IntegrationTests.Capture;

public sealed class RemindersTests
{
    private static readonly Uri Address = new("https://avance.example.org");

    [Theory, EachDatabase]
    public void Each_is_told_in_one_mail_what_waits_for_them_and_once_a_day(TestEngine engine)
    {
        using var mail = new MailServer();
        using var test = new TestDatabase(engine);
        using var office = Staffed(test);
        office.Clock.Now = new(2024, 4, 12, 15, 0, 0, TimeSpan.Zero);
        office.Fill(CaptureOffice.First, "03", "luis@example.org");
        office.Submit("03", "luis@example.org");

        var outcome = Send(office, mail);
        Assert.Empty(outcome.Failed);
        Assert.Equal(["eva@example.org", "rosa@example.org"], mail.Mails.Select(m => m.To.Mailboxes.Single().Address));
        var eva = mail.Mails[0];
        Assert.Equal(("Avance: 1 pendiente", "Eva Ñáñez", "Avance", "avisos@example.org"), (eva.Subject, eva.To.Mailboxes.Single().Name, eva.From.Mailboxes.Single().Name, eva.From.Mailboxes.Single().Address));
        Assert.Contains("Capturar y enviar el avance de 01 Presidencia (IEPC 2024-Q1): vence en 3 días, 15/04/2024.", eva.TextBody, StringComparison.Ordinal);
        Assert.Contains("https://avance.example.org/work/IEPC/2024/capture/1/01", eva.TextBody, StringComparison.Ordinal);
        Assert.Contains("Capture and send the progress of 01 Presidencia (IEPC 2024-Q1): due in 3 days, 15/04/2024.", eva.TextBody, StringComparison.Ordinal);
        Assert.Contains("Revisar la hoja de 03 Organización Electoral (IEPC 2024-Q1).", mail.Mails[1].TextBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", eva.Headers["Auto-Submitted"]);

        Assert.Empty(Send(office, mail).Sent);
        Assert.Equal(2, mail.Mails.Count);
        Assert.Equal(["account eva@example.org", "account rosa@example.org"], Told(office, "capture.reminded"));
        Assert.Null(office.Verify());
    }

    [Theory, EachDatabase]
    public async Task Two_that_remind_at_once_send_each_mail_once(TestEngine engine)
    {
        using var mail = new MailServer();
        using var test = new TestDatabase(engine);
        using var office = Staffed(test);
        office.Clock.Now = new(2024, 4, 15, 15, 0, 0, TimeSpan.Zero);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Send(office, mail))));
        Assert.All(outcomes, o => Assert.Empty(o.Failed));
        Assert.Equal(["eva@example.org", "luis@example.org"], outcomes.SelectMany(o => o.Sent).Select(r => r.To).Order(StringComparer.Ordinal));
        Assert.Equal(2, mail.Mails.Count);
        Assert.Null(office.Verify());
    }

    [Fact]
    public void A_deadline_is_brought_to_mind_seven_three_and_one_days_before_and_each_day_from_it_on()
    {
        using var test = new TestDatabase(TestEngine.Sqlite);
        using var office = Staffed(test);
        var days = Enumerable.Range(1, 20).Where(day =>
        {
            office.Clock.Now = new(2024, 4, day, 15, 0, 0, TimeSpan.Zero);
            return new SendReminders(office.Database, office.Clock).List().Any(r => r.To == "eva@example.org");
        });
        Assert.Equal([8, 12, 14, 15, 16, 17, 18, 19, 20], days);
        AssertSays(office, 14, "vence mañana");
        AssertSays(office, 15, "vence hoy");
        AssertSays(office, 16, "venció ayer");
        AssertSays(office, 20, "venció hace 5 días");
        Assert.Equal("Avance: 1 hoja vencida y 1 pendiente en total", Compose(office).Subject);
    }

    [Fact]
    public void What_came_back_what_is_to_be_reviewed_and_what_is_to_be_signed_goes_to_who_does_it()
    {
        using var test = new TestDatabase(TestEngine.Sqlite);
        using var office = Staffed(test);
        office.Fill(CaptureOffice.First, "01", "eva@example.org");
        var version = office.Submit("01", "eva@example.org").Version;
        Assert.Equal(["rosa@example.org Review 01"], List(office));
        office.Review.Return(CaptureOffice.Code, CaptureOffice.First, "01", version, SheetState.Submitted, "Revise.", [], "rosa@example.org");
        Assert.Equal(["eva@example.org Mend 01"], List(office));
        version = office.Submit("01", "eva@example.org").Version;
        office.Review.Approve(CaptureOffice.Code, CaptureOffice.First, "01", version, "", "rosa@example.org");
        Assert.Equal(["omar@example.org Authorise 01"], List(office));
        office.Review.Authorise(CaptureOffice.Code, CaptureOffice.First, "01", version, "omar@example.org");
        Assert.Empty(List(office));
    }

    /// <summary>Who cannot come in is asked nothing: neither who was kept out nor who never set a password.</summary>
    [Fact]
    public void Only_who_can_come_in_is_reminded()
    {
        using var test = new TestDatabase(TestEngine.Sqlite);
        using var office = Staffed(test);
        office.Clock.Now = new(2024, 4, 15, 15, 0, 0, TimeSpan.Zero);
        var people = new People(office.Database, office.Clock);
        people.Invite("nueva@example.org", "Nueva", [new(Role.Capture, CaptureOffice.Code, "01")], new("pruebas", null));
        people.SetDisabled(new Accounts(office.Database, office.Clock).Find("eva@example.org")!.Id, true, new("pruebas", null));
        Assert.Equal(["luis@example.org Capture 03"], List(office));
    }

    [Fact]
    public void What_the_server_does_not_take_is_told_and_waits_for_the_next_day()
    {
        using var mail = new MailServer { Refused = "eva@example.org" };
        using var test = new TestDatabase(TestEngine.Sqlite);
        using var office = Staffed(test);
        office.Clock.Now = new(2024, 4, 15, 15, 0, 0, TimeSpan.Zero);
        var outcome = Send(office, mail);
        Assert.Equal(["luis@example.org"], outcome.Sent.Select(r => r.To));
        Assert.Equal(["eva@example.org"], outcome.Failed.Select(f => f.Reminder.To));
        Assert.Equal(["account eva@example.org"], Told(office, "capture.reminder-failed"));

        mail.Refused = null;
        Assert.Empty(Send(office, mail).Sent);
        office.Clock.Now = new(2024, 4, 16, 15, 0, 0, TimeSpan.Zero);
        Assert.Equal(2, Send(office, mail).Sent.Count);
        Assert.Null(office.Verify());
    }

    [Fact]
    public void A_server_that_asks_for_a_password_gets_it_and_a_wrong_one_or_none_is_told()
    {
        using var mail = new MailServer("clave/ñ");
        using var test = new TestDatabase(TestEngine.Sqlite);
        using var office = Staffed(test);
        office.Clock.Now = new(2024, 4, 15, 15, 0, 0, TimeSpan.Zero);
        var failed = Send(office, mail, "otra").Failed;
        Assert.Equal(2, failed.Count);
        Assert.Empty(Told(office, "capture.reminder-failed"));
        Assert.All(failed, f => Assert.DoesNotContain("otra", f.Why.Spanish, StringComparison.Ordinal));
        Assert.Equal(2, Send(office, mail, "clave%2F%C3%B1").Sent.Count);

        using var silent = new TestDatabase(TestEngine.Sqlite);
        using var other = Staffed(silent);
        other.Clock.Now = new(2024, 4, 15, 15, 0, 0, TimeSpan.Zero);
        Assert.Equal(2, new SendReminders(other.Database, other.Clock).Execute(Settings("smtp://127.0.0.1:9"), null, "avance").Failed.Count);
    }

    /// <summary>Whatever a name holds, it begins no header and no line of its own.</summary>
    [Fact]
    public void A_name_cannot_write_headers()
    {
        using var mail = new MailServer();
        var reminder = new Reminder("eva@example.org", "Eva\r\nBcc: todos@example.org\r\n\r\n<script>", [new(ReminderKind.Capture, "IEPC", new(2024, 1), "01", "Unidad\r\n.\r\nBcc: x", new(2024, 4, 15))]);
        var message = ReminderMail.Of(reminder, new("Avance", "avisos@example.org"), null, new(2024, 4, 15));
        using var client = new MailKit.Net.Smtp.SmtpClient();
        client.Connect("127.0.0.1", mail.Port, MailKit.Security.SecureSocketOptions.None);
        client.Send(message);
        client.Disconnect(true);
        var arrived = Assert.Single(mail.Mails);
        Assert.Equal("eva@example.org", Assert.Single(arrived.To.Mailboxes).Address);
        Assert.Empty(arrived.Bcc);
        Assert.DoesNotContain(arrived.Headers, h => h.Field.Contains("bcc", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("\nBcc", arrived.TextBody, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smtp://localhost", "Avance <avisos@example.org>", "localhost:587")]
    [InlineData("smtps://ana:c%40ve@correo.example.org", "avisos@example.org", "correo.example.org:465")]
    [InlineData("smtp://correo.example.org:2525/", "avisos@example.org", "correo.example.org:2525")]
    public void Understands_where_mail_is_sent(string server, string from, string shown) =>
        Assert.Equal(shown, MailSettings.Read(name => name == MailSettings.Server ? server : from)!.ToString());

    [Theory]
    [InlineData("correo.example.org", "avisos@example.org")]
    [InlineData("http://correo.example.org", "avisos@example.org")]
    [InlineData("smtp://correo.example.org/buzon", "avisos@example.org")]
    [InlineData("smtp://ana:secreta@correo.example.org", "")]
    [InlineData("smtp://ana:secreta@correo.example.org", "avisos")]
    public void Says_when_it_does_not_understand(string server, string from)
    {
        var refusal = Assert.Throws<RuleViolationException>(() => MailSettings.Read(name => name == MailSettings.Server ? server : from));
        Assert.Equal("mail.settings", refusal.RuleId);
        Assert.DoesNotContain("secreta", refusal.Text.Spanish, StringComparison.Ordinal);
        Assert.Null(MailSettings.Read(static _ => null));
    }

    /// <summary>A password that travels leaves this machine only under TLS.</summary>
    [Fact]
    public void A_password_travels_only_where_nobody_reads_it()
    {
        Assert.Equal(MailKit.Security.SecureSocketOptions.StartTls, Settings("smtp://ana:clave@correo.example.org").Security);
        Assert.Equal(MailKit.Security.SecureSocketOptions.SslOnConnect, Settings("smtps://ana:clave@correo.example.org").Security);
        Assert.Equal(MailKit.Security.SecureSocketOptions.StartTlsWhenAvailable, Settings("smtp://ana:clave@127.0.0.1").Security);
    }

    private static CaptureOffice Staffed(TestDatabase test)
    {
        var office = new CaptureOffice(test.Location);
        var (accounts, people) = (new Accounts(office.Database, office.Clock), new People(office.Database, office.Clock));
        Add("eva@example.org", "Eva Ñáñez", new(Role.Capture, CaptureOffice.Code, "01"));
        Add("luis@example.org", "Luis", new(Role.Capture, CaptureOffice.Code, "03"));
        Add("rosa@example.org", "Rosa", new(Role.Review, CaptureOffice.Code));
        Add("omar@example.org", "Omar", new(Role.Authorise, CaptureOffice.Code));
        Add("pia@example.org", "Pía", new(Role.Plan, CaptureOffice.Code));
        return office;

        void Add(string email, string name, Grant grant) => people.Give(accounts.Add(email, name, "x", "pruebas").Id, grant, new("pruebas", null));
    }

    private static MailSettings Settings(string server) => MailSettings.Read(name => name == MailSettings.Server ? server : "Avance <avisos@example.org>")!;

    private static ReminderOutcome Send(CaptureOffice office, MailServer mail, string? password = null) =>
        new SendReminders(office.Database, office.Clock).Execute(Settings($"smtp://{(password is null ? "" : $"ana:{password}@")}127.0.0.1:{mail.Port}"), Address, "avance");

    private static IEnumerable<string> List(CaptureOffice office) =>
        new SendReminders(office.Database, office.Clock).List().SelectMany(r => r.Items.Select(i => $"{r.To} {i.Kind} {i.Unit}"));

    private static (string Subject, string Text) Compose(CaptureOffice office)
    {
        var reminders = new SendReminders(office.Database, office.Clock);
        return reminders.Compose(reminders.List().First(r => r.To == "eva@example.org"), null);
    }

    private static void AssertSays(CaptureOffice office, int day, string words)
    {
        office.Clock.Now = new(2024, 4, day, 15, 0, 0, TimeSpan.Zero);
        Assert.Contains(words, Compose(office).Text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Told(CaptureOffice office, string action) => new JournalQueries(office.Database).Records(CaptureOffice.Code).Where(r => r.Action == action).Select(r => r.Subject);
}
