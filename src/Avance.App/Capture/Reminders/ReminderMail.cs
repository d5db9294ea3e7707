using System.Globalization;
using System.Text;
using MimeKit;
using MimeKit.Utils;

namespace Avance.App.Capture.Reminders;

/// <summary>A reminder as a mail: plain text, in Spanish and then in English.</summary>
internal static class ReminderMail
{
    /// <summary>The mail.</summary>
    /// <param name="reminder">What it says, to whom.</param>
    /// <param name="from">Who sends it.</param>
    /// <param name="address">Where people open the program; null when that is not known, and then there are no links.</param>
    /// <param name="today">The day.</param>
    public static MimeMessage Of(Reminder reminder, MailboxAddress from, Uri? address, DateOnly today)
    {
        var message = new MimeMessage
        {
            Subject = Subject(reminder, today),
            Body = new TextPart("plain") { Text = Text(reminder, address, today) },
            MessageId = MimeUtils.GenerateMessageId(from.Domain),
        };
        message.From.Add(from);
        message.To.Add(new MailboxAddress(Line(reminder.Name), reminder.To));

        // Programs that answer mails while somebody is away do not answer this one.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>What it is about, in a line.</summary>
    public static string Subject(Reminder reminder, DateOnly today)
    {
        var late = reminder.Items.Count(i => IsLate(i, today));
        return late > 0
            ? string.Create(CultureInfo.InvariantCulture, $"Avance: {late} {(late == 1 ? "hoja vencida" : "hojas vencidas")} y {reminder.Items.Count} {(reminder.Items.Count == 1 ? "pendiente" : "pendientes")} en total")
            : string.Create(CultureInfo.InvariantCulture, $"Avance: {reminder.Items.Count} {(reminder.Items.Count == 1 ? "pendiente" : "pendientes")}");
    }

    /// <summary>What it says.</summary>
    public static string Text(Reminder reminder, Uri? address, DateOnly today)
    {
        var text = new StringBuilder();
        Add(Language.Spanish, $"{Line(reminder.Name)}: esto espera por usted.", "Este aviso se envía una vez al día mientras haya algo pendiente. No lo conteste.");
        text.Append("--\n\n");
        Add(Language.English, $"{Line(reminder.Name)}: this waits for you.", "This reminder is sent once a day while there is something to do. Do not answer it.");
        return text.ToString();

        void Add(Language language, string greeting, string closing)
        {
            text.Append(greeting).Append("\n\n");
            foreach (var item in reminder.Items)
            {
                text.Append("- ").Append(What(item, today).In(language)).Append('\n');
                if (address is not null)
                {
                    text.Append("  ").Append(Link(address, item, language)).Append('\n');
                }
            }

            text.Append('\n').Append(closing).Append("\n\n");
        }
    }

    private static LocalizedText What(ReminderItem item, DateOnly today)
    {
        var (sheet, period) = ($"{item.Unit} {Line(item.UnitName)}", $"{item.Entity} {item.Period}");
        var due = item.DueOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
        return item.Kind switch
        {
            ReminderKind.Capture => new($"Capturar y enviar el avance de {sheet} ({period}): {When(item, today).Spanish}, {due}.", $"Capture and send the progress of {sheet} ({period}): {When(item, today).English}, {due}."),
            ReminderKind.Mend => new($"Corregir y volver a enviar la hoja de {sheet} ({period}), que fue devuelta: {When(item, today).Spanish}, {due}.", $"Mend and send again the sheet of {sheet} ({period}), which was returned: {When(item, today).English}, {due}."),
            ReminderKind.Review => new($"Revisar la hoja de {sheet} ({period}).", $"Review the sheet of {sheet} ({period})."),
            _ => new($"Autorizar la hoja de {sheet} ({period}), ya revisada.", $"Authorise the sheet of {sheet} ({period}), reviewed already."),
        };
    }

    private static LocalizedText When(ReminderItem item, DateOnly today) => (item.DueOn.DayNumber - today.DayNumber) switch
    {
        0 => new("vence hoy", "due today"),
        1 => new("vence mañana", "due tomorrow"),
        > 0 and var days => new($"vence en {days} días", $"due in {days} days"),
        -1 => new("venció ayer", "due yesterday"),
        var days => new($"venció hace {-days} días", $"due {-days} days ago"),
    };

    private static bool IsLate(ReminderItem item, DateOnly today) => item.Kind is ReminderKind.Capture or ReminderKind.Mend && today > item.DueOn;

    private static string Link(Uri address, ReminderItem item, Language language) => string.Create(
        CultureInfo.InvariantCulture,
        $"{address.GetLeftPart(UriPartial.Authority)}{(language == Language.English ? "/en" : "")}/work/{Uri.EscapeDataString(item.Entity)}/{item.Period.Year}/capture/{item.Period.Quarter}/{Uri.EscapeDataString(item.Unit)}");

    /// <summary>A text of one line: what people typed begins no line of its own, in a header or below.</summary>
    private static string Line(string text) => new([.. text.Select(static c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)]);
}
