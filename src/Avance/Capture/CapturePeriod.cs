namespace Avance.Capture;

/// <summary>
/// A quarter opened for capture in an office: from which day the units write, and until when. It is closed when every unit's sheet is
/// signed or declared missing, and opened again only by a numbered, reasoned reopening.
/// </summary>
/// <param name="Period">The quarter.</param>
/// <param name="IsOpen">Whether sheets may change.</param>
/// <param name="OpensOn">The first day of capture.</param>
/// <param name="DueOn">The last day, for units without one of their own.</param>
/// <param name="Reopenings">How many times it was opened again after closing.</param>
public sealed record CapturePeriod(FiscalPeriod Period, bool IsOpen, DateOnly OpensOn, DateOnly DueOn, int Reopenings)
{
    /// <summary>The last day on which the law lets the quarter be published: 30 days after its cut-off (LGCG art. 51).</summary>
    public DateOnly LegalLimit => Period.PublicationDeadline;

    /// <summary>Whether units have until after the day on which the report should be public.</summary>
    public bool IsPastLegalLimit => DueOn > LegalLimit;
}

/// <summary>What was done with a period, for whoever asks why it ended when it did.</summary>
/// <param name="Number">1 for the first, and so on.</param>
/// <param name="Act">What was done.</param>
/// <param name="Unit">The unit that it was about; null for all.</param>
/// <param name="DueOn">The deadline that it set; null when it set none.</param>
/// <param name="Reason">Why.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="At">When.</param>
public sealed record PeriodStep(int Number, PeriodAct Act, string? Unit, DateOnly? DueOn, string Reason, string Actor, DateTimeOffset At)
{
    /// <summary>The deadline of a unit as it held at a moment; null when the period was not open yet.</summary>
    /// <param name="steps">What was done with the period, oldest first.</param>
    /// <param name="taken">The steps of the unit's sheet: they tell which reopenings were for it.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="at">The moment.</param>
    public static DateOnly? Deadline(IReadOnlyList<PeriodStep> steps, IReadOnlyList<TakenStep> taken, string unit, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(steps);
        ArgumentNullException.ThrowIfNull(taken);
        DateOnly? due = null;
        foreach (var step in steps.Where(s => s.At <= at && s.DueOn is not null))
        {
            due = step.Act switch
            {
                PeriodAct.Open => step.DueOn,
                PeriodAct.Extend when step.Unit == unit => step.DueOn,
                PeriodAct.Extend when step.Unit is null && !HasOwn(step) => step.DueOn,
                PeriodAct.Extend when step.Unit is null && due < step.DueOn => step.DueOn,
                PeriodAct.Reopen when Opens(step) => step.DueOn,
                _ => due,
            };
        }

        return due;

        // A deadline of its own is moved by that of all only to a later day.
        bool HasOwn(PeriodStep step) => steps.Any(s => s.Number < step.Number && ((s.Act == PeriodAct.Extend && s.Unit == unit) || (s.Act == PeriodAct.Reopen && Opens(s))));

        bool Opens(PeriodStep step)
        {
            var next = steps.FirstOrDefault(s => s.Number > step.Number);
            return taken.Any(t => t.Act == SheetAct.Reopen && t.At >= step.At && (next is null || t.At <= next.At));
        }
    }
}

/// <summary>What may be done with a period. Names are stored in lower case; they never change.</summary>
public enum PeriodAct
{
    /// <summary>Capture began.</summary>
    Open,

    /// <summary>The deadline was moved, for all or for one unit.</summary>
    Extend,

    /// <summary>It ended.</summary>
    Close,

    /// <summary>It began again for some units.</summary>
    Reopen,
}

/// <summary>How a sheet stands against its deadline.</summary>
public enum Punctuality
{
    /// <summary>Nothing is expected of the unit.</summary>
    Done,

    /// <summary>There is time.</summary>
    InTime,

    /// <summary>Three days or fewer are left.</summary>
    DueSoon,

    /// <summary>The deadline has passed.</summary>
    Late,
}

/// <summary>Deadlines in words.</summary>
public static class PeriodNames
{
    /// <summary>How many days before the deadline it is told to be near.</summary>
    public const int SoonDays = 3;

    /// <summary>How a sheet that is due on a day stands on another.</summary>
    /// <param name="state">Where the sheet stands.</param>
    /// <param name="dueOn">Its deadline.</param>
    /// <param name="today">The day.</param>
    public static Punctuality Of(SheetState state, DateOnly dueOn, DateOnly today) =>
        !state.IsWritable() ? Punctuality.Done
        : today > dueOn ? Punctuality.Late
        : dueOn.DayNumber - today.DayNumber <= SoonDays ? Punctuality.DueSoon
        : Punctuality.InTime;

    /// <summary>What was done, as people say it.</summary>
    public static LocalizedText Name(this PeriodAct act) => act switch
    {
        PeriodAct.Open => new("apertura", "opening"),
        PeriodAct.Extend => new("prórroga", "extension"),
        PeriodAct.Close => new("cierre", "closing"),
        _ => new("reapertura", "reopening"),
    };

    /// <summary>The word under which an act is stored.</summary>
    public static string Code(this PeriodAct act) => act.ToString().ToLowerInvariant();

    /// <summary>The act of a stored word.</summary>
    public static PeriodAct ActOf(string code) => Enum.Parse<PeriodAct>(code, ignoreCase: true);
}
