using System.Globalization;
using Avance.App.Ledger;
using Avance.Web.Ui;

namespace Avance.Web.Budget;

/// <summary>At which moment a reader looks at the budget, as the query string says it. What is absent means now.</summary>
/// <param name="On">Figures in force on this day.</param>
/// <param name="Known">Only what was on record by the end of this day, in UTC.</param>
public sealed record BudgetPoint(DateOnly? On, DateOnly? Known)
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "d/M/yyyy", "dd/MM/yyyy"];

    /// <summary>Reads it, or says what in the query cannot be understood.</summary>
    public static BudgetPoint? Read(YearRequest request, out LocalizedText? problem)
    {
        ArgumentNullException.ThrowIfNull(request);
        problem = null;
        return TryDay(request.Query("on"), ref problem, out var on) && TryDay(request.Query("known"), ref problem, out var known) ? new(on, known) : null;
    }

    /// <summary>Whether it is now.</summary>
    public bool IsNow => On is null && Known is null;

    /// <summary>The same for the ledger.</summary>
    public AsOf AsOf => new(On, Known is { } day ? new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddTicks(-TimeSpan.TicksPerMicrosecond) : null);

    /// <summary>What it adds to a query string.</summary>
    public IEnumerable<(string Name, string? Value)> Query => [("on", On is { } on ? Words.Day(on) : null), ("known", Known is { } known ? Words.Day(known) : null)];

    /// <summary>The moment in words.</summary>
    public LocalizedText Describe() => (On, Known) switch
    {
        (null, null) => new("Cifras vigentes hoy.", "Figures in force today."),
        ({ } on, null) => new($"Cifras vigentes al {Words.LongDay(on).Spanish}.", $"Figures in force on {Words.LongDay(on).English}."),
        (null, { } known) => new($"Lo que se sabía el {Words.LongDay(known).Spanish}.", $"What was known on {Words.LongDay(known).English}."),
        ({ } on, { } known) => new(
            $"Lo que se sabía el {Words.LongDay(known).Spanish} sobre el {Words.LongDay(on).Spanish}.",
            $"What was known on {Words.LongDay(known).English} about {Words.LongDay(on).English}."),
    };

    private static bool TryDay(string? text, ref LocalizedText? problem, out DateOnly? day)
    {
        day = null;
        if (text is null)
        {
            return true;
        }

        if (DateOnly.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) && parsed.Year is >= 1900 and <= 2999)
        {
            day = parsed;
            return true;
        }

        var excerpt = text.Length > 40 ? text[..40] + "…" : text;
        problem = new($"«{excerpt}» no es una fecha; se escribe como 2023-09-30.", $"“{excerpt}” is no date; it is written like 2023-09-30.");
        return false;
    }
}
