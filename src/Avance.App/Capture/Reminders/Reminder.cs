namespace Avance.App.Capture.Reminders;

/// <summary>What somebody is reminded of.</summary>
public enum ReminderKind
{
    /// <summary>The sheet is to be captured and its deadline is near, today or past.</summary>
    Capture,

    /// <summary>The sheet came back and is to be mended.</summary>
    Mend,

    /// <summary>The sheet waits for review.</summary>
    Review,

    /// <summary>The sheet waits for the signature of the unit's head.</summary>
    Authorise,
}

/// <summary>One thing that a person has to do.</summary>
/// <param name="Kind">What.</param>
/// <param name="Entity">Code of the office.</param>
/// <param name="Period">The quarter.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="UnitName">Name of the unit.</param>
/// <param name="DueOn">By when the unit is to hand its sheet in.</param>
public sealed record ReminderItem(ReminderKind Kind, string Entity, FiscalPeriod Period, string Unit, string UnitName, DateOnly DueOn);

/// <summary>All that a person has to do: one mail.</summary>
/// <param name="To">Their address.</param>
/// <param name="Name">Their name.</param>
/// <param name="Items">What they have to do, the most pressing first.</param>
public sealed record Reminder(string To, string Name, IReadOnlyList<ReminderItem> Items);

/// <summary>What became of the reminders of a day.</summary>
/// <param name="Sent">Those that were sent.</param>
/// <param name="Failed">Those that were not, and why.</param>
public sealed record ReminderOutcome(IReadOnlyList<Reminder> Sent, IReadOnlyList<(Reminder Reminder, LocalizedText Why)> Failed);
