using Avance.Access;
using Avance.App.Access;
using Avance.Capture;

namespace Avance.App.Capture.Reminders;

/// <summary>Says who has to do what on a day, from the open quarters and the people of their offices.</summary>
internal static class ReminderList
{
    /// <summary>Days before the deadline on which it is brought to mind; from the deadline on, it is each day.</summary>
    private static readonly int[] DaysBefore = [7, 3, 1];

    /// <summary>One reminder for each person who has anything to do, by address.</summary>
    /// <param name="periods">The open quarters.</param>
    /// <param name="people">The people of an office.</param>
    /// <param name="today">The day.</param>
    public static List<Reminder> Of(IEnumerable<PeriodFile> periods, Func<string, IReadOnlyList<Person>> people, DateOnly today) =>
    [
        .. periods
            .Where(p => today >= p.Period.OpensOn)
            .SelectMany(p => Items(p, today).SelectMany(item => people(p.Entity.Code).Where(person => IsFor(item, person) && !IsOwn(p, item, person)).Select(person => (person.Account, Item: item))))
            .GroupBy(static x => x.Account.Email, StringComparer.Ordinal)
            .OrderBy(static g => g.Key, StringComparer.Ordinal)
            .Select(static g => new Reminder(g.Key, g.First().Account.Name, [.. g.Select(static x => x.Item).OrderBy(static i => i.DueOn).ThenBy(static i => i.Kind).ThenBy(static i => i.Entity, StringComparer.Ordinal).ThenBy(static i => i.Unit, StringComparer.Ordinal)])),
    ];

    private static IEnumerable<ReminderItem> Items(PeriodFile file, DateOnly today) => file.Sheets
        .Select(s => (s.Unit, s.Sheet, Kind: KindOf(s.Sheet, today)))
        .Where(static s => s.Kind is not null)
        .Select(s => new ReminderItem(s.Kind!.Value, file.Entity.Code, file.Period.Period, s.Unit.Code, s.Unit.Name, s.Sheet.DueOn));

    private static ReminderKind? KindOf(CaptureSheet sheet, DateOnly today) => sheet.State switch
    {
        SheetState.Capturing when today >= sheet.DueOn || DaysBefore.Contains(sheet.DueOn.DayNumber - today.DayNumber) => ReminderKind.Capture,
        SheetState.Returned => ReminderKind.Mend,
        SheetState.Submitted => ReminderKind.Review,
        SheetState.Approved => ReminderKind.Authorise,
        _ => null,
    };

    /// <summary>What a person typed or sent is for another to review and sign.</summary>
    private static bool IsOwn(PeriodFile file, ReminderItem item, Person person) =>
        item.Kind is ReminderKind.Review or ReminderKind.Authorise && file.Authors[item.Unit].Contains(person.Account.Email, StringComparer.Ordinal);

    /// <summary>Only who can come in is asked to do something.</summary>
    private static bool IsFor(ReminderItem item, Person person) =>
        person.Account.CanEnter && AccessTable.Allows(ActOf(item.Kind), true, [.. person.Grants], item.Entity, item.Unit);

    private static Act ActOf(ReminderKind kind) => kind switch
    {
        ReminderKind.Review => Act.ReviewCapture,
        ReminderKind.Authorise => Act.AuthoriseCapture,
        _ => Act.WriteCapture,
    };
}
